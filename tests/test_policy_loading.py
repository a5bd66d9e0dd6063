"""Policies that are accepted, and how they are shown again."""

import hashlib
import json
from pathlib import Path

import pytest

from redact.policy import load_policy, parse_policy, policy_document, policy_text, shipped_policies
from redact.policy.conditions import Condition, Form
from redact.policy.decision import Effect
from redact.policy.heads import shipped_heads
from redact.policy.model import Rule
from redact.policy.prebuilding import readable
from redact.policy.rendering import expression_in_words

FIXTURES = Path(__file__).parent.parent / "fixtures" / "policies"
SPECIMEN = str(FIXTURES / "specimen.yaml")


def test_a_policy_is_its_rules_by_id_and_its_identity() -> None:
    policy = load_policy(SPECIMEN)
    data = Path(SPECIMEN).read_bytes()
    assert policy.identity.name == "specimen"
    assert policy.identity.version == "1.2.3"
    assert policy.identity.title == "Every form a rule can have"
    assert policy.identity.sha256 == hashlib.sha256(data).hexdigest()
    assert policy.source == data.decode("utf-8")
    assert [rule.id for rule in policy.rules] == ["bounds", "closed", "everything", "sets"]


def test_every_form_is_read() -> None:
    bounds, closed, everything, sets = load_policy(SPECIMEN).rules
    assert bounds.effect is Effect.RELEASE
    assert bounds.when == (
        Condition("kind", Form.ANY, frozenset({"paragraph", "subject"})),
        Condition("level", Form.ANY, frozenset({"R", "C", "S", "TS"})),
        Condition("level", Form.ANY, frozenset({"U", "R", "C"})),
        Condition("declassified", Form.ANY, frozenset({"true"})),
        Condition("basis", Form.NONE_OF, frozenset({"none", "never-by-date"})),
    )
    assert closed.exemptions == ("reasons", "(b)(1)", "(b)(7)(C)", "25X1-HUMAN")
    assert closed.citations == ("E.O. 13526 §1.4", "32 CFR 2001")
    assert (closed.refer, closed.extent) == ("Department of State", False)
    assert everything == Rule("everything", Effect.WITHHOLD, "All text", citations=("a law",))
    assert sets.when == (
        Condition("controls", Form.ANY, frozenset({"NF", "REL TO"})),
        Condition("controls", Form.ONLY, frozenset({"NF", "REL TO", "OC"})),
        Condition("captions", Form.PRESENT),
        Condition("doubts", Form.NONE),
    )


def test_quoted_norway_and_quoted_numbers_are_texts() -> None:
    text = (FIXTURES / "specimen.yaml").read_text(encoding="utf-8")
    policy = parse_policy(text.replace("cite: a law", 'cite: ["NO", "12:30", "012"]'), "a.yaml")
    assert policy.rules[2].citations == ("NO", "12:30", "012")


def test_an_empty_list_of_rules_is_a_policy_that_releases_nothing() -> None:
    head = "redact: 1\nname: none\nversion: 1.0.0\ntitle: Nothing\nrules: []\n"
    assert parse_policy(head, "none.yaml").rules == ()


def test_the_policies_that_ship_are_sound_and_bear_the_names_of_their_files() -> None:
    assert "public" in shipped_policies()
    assert tuple(head.name for head in shipped_heads()) == shipped_policies()
    for policy in readable():
        assert load_policy(policy.identity.name) == policy


def test_a_policy_is_shown_as_a_document() -> None:
    document = policy_document(load_policy(SPECIMEN))
    assert json.loads(json.dumps(document)) == document
    assert document["schema"] == "redact/policy/1"
    assert document["rules"][3]["when"] == {
        "controls": [
            {"form": "any", "words": ["REL TO", "NF"]},
            {"form": "only", "words": ["REL TO", "OC", "NF"]},
        ],
        "captions": [{"form": "present", "words": []}],
        "doubts": [{"form": "none", "words": []}],
    }


def test_a_policy_is_shown_in_words() -> None:
    expected = (FIXTURES / "specimen.txt").read_text(encoding="utf-8")
    assert policy_text(load_policy(SPECIMEN)) == expected


def test_bounds_are_read_shown_and_kept() -> None:
    policy = parse_policy(
        "redact: 1\nname: old\nversion: 1.0.0\ntitle: Old text\nrules:\n"
        "  - id: old\n    release: Old text\n    when:\n"
        "      rests_on: instruction\n"
        "      effective_date: {not_before: 1990-01-01, not_after: 2006-12-31}\n"
        "      age: {at_least: 25}\n",
        "old.yaml",
    )
    (rule,) = policy.rules
    assert policy.asks_for_days
    assert [expression_in_words(condition) for condition in rule.when] == [
        "rests_on: instruction",
        "effective_date: not below 1990-01-01",
        "effective_date: not above 2006-12-31",
        "age: not below 25",
    ]
    assert not load_policy("public").asks_for_days


def test_the_example_in_the_reference_is_a_policy() -> None:
    page = Path(__file__).parent.parent / "docs" / "reference" / "policy-language.md"
    text = page.read_text(encoding="utf-8")
    example = text.split("```yaml\n")[1].split("```")[0]
    assert len(parse_policy(example, "example.yaml").rules) == 4


def test_the_policy_is_the_same_without_the_c_loader(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = load_policy("public")
    monkeypatch.delattr("yaml.CSafeLoader", raising=False)
    assert load_policy("public") == fast
