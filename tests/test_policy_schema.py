"""The JSON Schema of policies, held by a real validator to what the loader takes and refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from redact.cli.main import run
from redact.policy.fact_register import FACTS
from redact.policy.json_schema import policy_schema
from redact.policy.loading import read_policy

ROOT = Path(__file__).parent.parent
SCHEMA = policy_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
HEAD = "redact: 1\nname: a\nversion: 1.0.0\ntitle: A\n"
EVERYTHING = (
    HEAD
    + """style: bars
extent: none
parameters: {p: {type: country, about: Who, default: GBR}}
sets: {kept: [RD, FRD]}
rules:
  - id: a
    release: A
    when:
      level: {between: [C, S]}
      releasable_to: {any: [$p]}
      any: [{age: {at_least: 25}}, {not: {controls: {any: $kept}}}, {parameters: {p: GBR}}]
  - {id: b, withhold: B, when: {captions: any, declassified: false}, exemptions: 25X6, refer: me}
  - {id: c, withhold: C, extent: none, cite: [a law, another]}
  - {id: d, excise: D, spans: [us-ssn], terms: [kept], exemptions: [reasons, "(b)(6)"]}
"""
)


class _Texts(yaml.SafeLoader):
    """YAML whose days are texts, as editors take them for a schema."""


_Texts.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if not pair[0].endswith("timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def document(text: str) -> Any:
    return yaml.load(text, Loader=_Texts)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_takes_what_ships() -> None:
    for path in (ROOT / "policies").glob("*.yaml"):
        errors = [
            error.message for error in VALIDATOR.iter_errors(document(path.read_text("utf-8")))
        ]
        assert errors == [], path.name


def test_it_takes_every_key_of_the_language() -> None:
    assert read_policy(EVERYTHING, "a.yaml").problems == ()
    assert VALIDATOR.is_valid(document(EVERYTHING))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("redact: 1", "redact: 2"),
        ("name: a", "name: A b"),
        ("version: 1.0.0", 'version: "1"'),
        ("title: A", "titel: A"),
        ("style: bars", "style: loud"),
        ("extent: none\nparam", "extent: some\nparam"),
        ("type: country", "type: text"),
        ("about: Who", "abuot: Who"),
        ("[RD, FRD]", "[]"),
        ("release: A", "release: A\n    withhold: B"),
        ("release: A", "relase: A"),
        ("between: [C, S]", "between: [C, X]"),
        ("at_least: 25", 'at_least: "25"'),
        ("age: {at_least: 25}", "age: {at_leest: 25}"),
        ("age: {at_least: 25}", "aged: {at_least: 25}"),
        ("captions: any", "captions: some"),
        ("captions: any", "captions: {any: [NODISS]}"),
        ("declassified: false", 'declassified: "no"'),
        ("exemptions: 25X6", "exemptions: b1"),
        ("[us-ssn]", "[ssn]"),
        ("spans: [us-ssn], terms: [kept], ", ""),
        ("any: [{age", "any: [{}, {age"),
        ("when: {captions: any, declassified: false}", "when: {}"),
    ],
)
def test_it_refuses_what_the_loader_refuses(old: str, new: str) -> None:
    text = EVERYTHING.replace(old, new, 1)
    assert text != EVERYTHING
    assert read_policy(text, "a.yaml").problems
    assert not VALIDATOR.is_valid(document(text))


def test_every_fact_is_described_in_it() -> None:
    assert set(FACTS) <= set(SCHEMA["$defs"]["conditions"]["properties"])


def test_the_command_prints_it(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["policy", "schema"]) == 0
    assert json.loads(capfd.readouterr().out) == json.loads(json.dumps(SCHEMA))
