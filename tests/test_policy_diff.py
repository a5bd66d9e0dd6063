"""`redact policy diff`: what is decided otherwise, over facts and over cables."""

import json
from datetime import date
from pathlib import Path

import pytest

from redact.cable.reading import read
from redact.cli.main import run
from redact.policy.comparison import Change, compare_cable, compare_facts, shown_rows
from redact.policy.loading import parse_policy
from redact.policy.model import Policy

HEAD = "redact: 1\nname: a\nversion: 1.0.0\ntitle: A\n"
OPEN = "  - {id: open, release: Open, when: {level: U, controls: none}}\n"
FIRST = HEAD + "rules:\n" + OPEN
CABLE = """UNCLAS PARIS 001292

E.O. 12958: N/A
TAGS: PREL, FR
SUBJECT: TEST

1. (U) SSN 219-09-9361.

2. (SBU) The pear.
"""


def policy(rules: str) -> Policy:
    return parse_policy(HEAD + "rules:\n" + rules, "a.yaml")


def rows(second: str) -> list[str]:
    return list(shown_rows(compare_facts(policy(OPEN), policy(second))))


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (OPEN, []),
        (OPEN.replace("open", "other"), []),
        ("  - {id: r, release: R, when: {kind: header}}\n" + OPEN, ["releases more: kind header"]),
        (
            OPEN.replace("controls: none", "controls: {only: [NF]}"),
            ["releases more: level U; controls NF"],
        ),
        (
            OPEN
            + "  - {id: s, withhold: S, when: {tags: {any: [PREL, FR]}, declassified: true}}\n",
            ["releases less: level U; controls none; declassified true; tags FR, PREL"],
        ),
        (
            OPEN + "  - {id: s, withhold: S, when: {age: {at_most: 9}}}\n",
            ["releases less: level U; controls none"],
        ),
        (
            OPEN + "  - {id: x, excise: X, spans: visa}\n",
            ["takes out more: level U; controls none; spans visa"],
        ),
        (
            OPEN
            + "  - {id: s, release: S, when: {level: C, kind: [subject], captions: {any: [NODIS]},"
            " declassified: true}}\n",
            ["releases more: level C; declassified true; kind subject; captions NODIS"],
        ),
        (
            OPEN
            + "  - {id: s, release: S, when: {level: C, kind: [subject], captions: {any: [NODIS]},"
            " tags: {any: [PREL]}}}\n",
            ["releases more: level C; kind subject; captions NODIS; tags PREL"],
        ),
        (
            OPEN + "  - {id: s, withhold: S, when: {tags: {all: [PREL, FR]}}}\n",
            ["releases less: level U; controls none; tags FR + PREL"],
        ),
        (
            OPEN + "  - {id: s, withhold: S, when: {fgi: {all: [VUT, GBR, FRA]}}}\n",
            ["releases less: level U; controls none; fgi FRA + GBR + VUT"],
        ),
        (
            OPEN + "  - {id: s, withhold: S, when: {spans: {all: [visa, iban]}}}\n",
            ["releases less: level U; controls none; spans iban + visa"],
        ),
        (
            OPEN + "  - {id: s, withhold: S, when: {tags: {all: [PREL, FR]}, kind: [subject]}}\n",
            ["releases less: level U; controls none; kind subject; tags FR + PREL"],
        ),
        (
            OPEN.replace("controls: none", "controls: {only: [NF, SBU]}")
            + "  - {id: s, withhold: S, when: {controls: {all: [NF, SBU]}}}\n",
            ["releases more: level U; controls NF, SBU"],
        ),
    ],
)
def test_a_change_is_a_row_over_the_facts(second: str, expected: list[str]) -> None:
    found = rows(second)
    assert all(any(line.startswith(start) for line in found) for start in expected)
    assert bool(found) is bool(expected)


def test_what_is_taken_out_of_one_kind_alone_is_a_row() -> None:
    first = "  - {id: open, release: Open, when: {kind: [reference], level: U}}\n"
    second = first + "  - {id: x, excise: X, spans: visa, when: {kind: [reference]}}\n"
    (row,) = shown_rows(compare_facts(policy(first), policy(second)))
    assert row == "takes out more: level U; kind reference; spans visa"


def test_what_one_releases_more_the_other_releases_less() -> None:
    wide = policy(OPEN.replace("controls: none", "controls: {only: [NF]}"))
    forth, back = compare_facts(policy(OPEN), wide), compare_facts(wide, policy(OPEN))
    assert [row.values for row in forth] == [row.values for row in back]
    assert {row.change for row in forth} == {Change.MORE}
    assert {row.change for row in back} == {Change.LESS}


def test_a_cable_is_compared_portion_by_portion() -> None:
    cable = read(CABLE.encode(), name="cable.txt")
    second = policy(
        OPEN.replace("none", "{only: [SBU]}") + "  - {id: x, excise: X, spans: us-ssn}\n"
    )
    found = compare_cable(cable, policy(OPEN), second, date(2020, 1, 1))
    assert [(item.number, item.change) for item in found if item.number] == [
        ("1", Change.CUTS_MORE),
        ("2", Change.MORE),
    ]


def test_the_command_takes_cables_and_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("one.yaml").write_text(FIRST)
    Path("two.yaml").write_text(
        HEAD + "parameters: {p: {type: word, about: A, default: U}}\nrules:\n"
        "  - {id: open, release: Open, when: {level: $p, controls: {only: [SBU]}}}\n"
    )
    Path("cables/below").mkdir(parents=True)
    Path("cables/below/cable.txt").write_text(CABLE)
    day = ("--as-of", "2020-01-01", "--set", "p=U")
    assert run(["policy", "diff", "one.yaml", "two.yaml", "cables", *day]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert "releases more: level U; controls SBU" in lines
    assert lines[-2].startswith("cables/below/cable.txt: [")
    assert lines[-2].endswith("paragraph 2: releases more")
    assert lines[-1] == "1 cables, 1 of them decided otherwise"
    assert run(["policy", "diff", "one.yaml", "two.yaml", "--format", "json"]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["schema"] == "redact/policy-diff/1"
    assert document["facts"][0]["change"] == "releases more"
    assert run(["policy", "diff", "one.yaml", "two.yaml", "nothing.txt", *day]) == 2
    assert run(["policy", "diff", "one.yaml", "three.yaml"]) == 2


HEADER = "  - {id: h, release: H, when: {kind: [reference, header]}}\n"
CLOSED = "  - {id: c, withhold: C, when: {level: C}, exemptions: ['(b)(1)']}\n"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            HEADER,
            HEADER + "  - {id: x, excise: X, spans: visa, when: {kind: [reference]}}\n",
            ["takes out more: kind reference; spans visa"],
        ),
        (
            OPEN + "  - {id: a, release: A, when: {tags: {any: [PREL]}}}\n",
            OPEN
            + "  - {id: a, release: A, when: {tags: {any: [PREL]}}}\n"
            + "  - {id: b, withhold: B, when: {level: C, tags: {any: [FR]}}}\n",
            ["releases less: level C, unknown; tags FR + PREL"],
        ),
        (
            CLOSED,
            CLOSED.replace("C, when", "C, extent: none, when"),
            ["does not tell: level C, unknown"],
        ),
        (CLOSED.replace("C, when", "C, extent: none, when"), CLOSED, ["tells: level C, unknown"]),
        (CLOSED, CLOSED.replace("(b)(1)", "(b)(3)"), ["claims other exemptions: level C"]),
        (CLOSED, CLOSED.replace("(b)(1)", "reasons"), ["claims other exemptions: level C"]),
        (
            OPEN + "  - {id: x, excise: X, spans: visa, exemptions: ['(b)(6)']}\n",
            OPEN + "  - {id: x, excise: X, spans: visa, exemptions: ['(b)(3)']}\n",
            ["claims other exemptions: level U; controls none; spans visa"],
        ),
    ],
)
def test_what_only_two_facts_or_words_together_change_is_found(
    first: str, second: str, expected: list[str]
) -> None:
    shown = list(shown_rows(compare_facts(policy(first), policy(second))))
    longer = [
        row.replace("does not tell:", "does not tell how much is withheld:").replace(
            "tells:", "tells how much is withheld:"
        )
        for row in expected
    ]
    assert shown == longer


def test_the_extent_of_a_whole_policy_is_compared() -> None:
    hides = parse_policy(HEAD + "extent: none\nrules:\n" + CLOSED, "a.yaml")
    assert [row.change for row in compare_facts(policy(CLOSED), hides)] == [Change.HIDES]
