"""What `redact policy check` says of a policy that is valid and odd, and a policy as a page."""

from pathlib import Path

import pytest

from redact.cli.main import run
from redact.policy import load_policy
from redact.policy.advice import advice
from redact.policy.loading import parse_policy
from redact.policy.page import policy_html, policy_markdown
from redact.policy.prebuilding import readable

HEAD = "redact: 1\nname: a\nversion: 1.0.0\ntitle: A <b> & *c*\n"
CASES = [
    ("release: A\n    when: {controls: none, all: [{controls: {any: [NF]}}]}", "never-applies"),
    ("release: A\n    when: {level: U, any: [{level: S}, {all: [{level: C}]}]}", "never-applies"),
    ("withhold: A\n    when: {age: {at_least: 30}, all: [{age: {at_most: 9}}]}", "never-applies"),
    ("release: A\n    when: {level: U, controls: {only: [NF, UNKNOWN]}}", "releases-unknown"),
    ("release: A\n    when: {level: U, doubts: any}", "releases-doubt"),
    ("release: A\n    when: {age: {at_least: 50}}", "ignores-marking"),
]
SOUND = [
    "release: A\n    when: {level: U, any: [{captions: none}, {age: {at_least: 50}}]}",
    "release: A\n    when: {level: U, not: {controls: {any: [UNKNOWN, RD]}}}",
    "withhold: A\n    when: {controls: {any: [UNKNOWN]}}",
    "excise: A\n    spans: [us-ssn]",
]


def codes(*rules: str) -> list[tuple[str, str]]:
    text = "".join(f"  - id: r{number}\n    {rule}\n" for number, rule in enumerate(rules))
    return [
        (one.rule, one.code) for one in advice(parse_policy(HEAD + "rules:\n" + text, "a.yaml"))
    ]


@pytest.mark.parametrize(("rule", "code"), CASES)
def test_an_odd_rule_is_found(rule: str, code: str) -> None:
    assert codes(rule) == [("r0", code)]


def test_sound_rules_are_not() -> None:
    assert codes(*SOUND) == []
    for policy in readable():
        assert advice(policy) == (), policy.identity.name


@pytest.mark.parametrize(
    ("narrow", "wide", "found"),
    [
        ("withhold: A\n    when: {level: S}", "withhold: B\n    when: {level: [S, TS]}", True),
        ("withhold: A\n    when: {level: S}", "withhold: B", True),
        (
            "withhold: A\n    when: {level: S, captions: any}",
            "withhold: B\n    when: {level: S}",
            True,
        ),
        (
            "withhold: A\n    when: {level: S}",
            "withhold: B\n    when: {level: S, captions: any}",
            False,
        ),
        ("withhold: A\n    exemptions: 25X6", "withhold: B", False),
        ("withhold: A\n    extent: none", "withhold: B", False),
        ("withhold: A\n    when: {kind: header}", "withhold: B", False),
        ("release: A\n    when: {level: U}", "withhold: B", False),
        ("excise: A\n    spans: [visa]", "excise: B\n    spans: [visa, card]", True),
        ("excise: A\n    spans: [visa, card]", "excise: B\n    spans: [visa]", False),
    ],
)
def test_a_rule_that_another_makes_needless_is_found(narrow: str, wide: str, found: bool) -> None:
    superfluous = ("r0", "superfluous")
    assert (superfluous in codes(narrow, wide)) is found


def test_of_two_equal_rules_one_is_needless() -> None:
    same = "withhold: A\n    when: {level: S}"
    assert codes(same, same) == [("r1", "superfluous")]


def test_the_command_names_place_and_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    rules = "extends: public\nrules:\n  - {withhold: A, id: more, when: {level: S}}\n"
    Path("a.yaml").write_text(
        HEAD + rules + "  - id: more-so\n    withhold: B\n    when: {level: S}\n"
    )
    assert run(["policy", "check", "a.yaml"]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line == (
        'a.yaml:8:9: rule "more-so": whatever it does, rule more does too; '
        "delete it, or narrow the other"
    )


def test_a_policy_is_a_page_for_people(capfd: pytest.CaptureFixture[str]) -> None:
    policy = parse_policy(
        HEAD + "style: bars\nextent: none\nsets: {n: [x]}\nrules:\n"
        "  - {id: o, release: Open, when: {level: U, declassified: false}}\n"
        "  - {id: s, withhold: Shut, extent: none, exemptions: [reasons], refer: DOE, cite: law}\n"
        "  - {id: c, excise: Cut, terms: [n], when: {not: {level: S}}}\n",
        "a.yaml",
    )
    text = policy_markdown(policy)
    assert text.startswith("# A \\<b\\> & \\*c\\*\n")
    for part in (
        "## What is released\n",
        "### o: Open",
        "- When: text; and level: U; and declassified: false",
        "- Takes out: term:n",
        "not (level: S)",
        "- Claims: reasons",
        "- To be asked: DOE",
        "- Does not tell how much it withholds",
        "may be withheld later, by o.",
    ):
        assert part in text
    html = policy_html(policy)
    assert "<h1>A &lt;b&gt; &amp; *c*</h1>" in html
    assert "<script" not in html
    for format_ in ("markdown", "html"):
        assert run(["policy", "show", "public", "--format", format_]) == 0
        page = capfd.readouterr().out
        assert all(rule.text in page for rule in load_policy("public").rules)
