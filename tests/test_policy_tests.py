"""`redact policy test`: tests pass, fail, and leave rules unmet; broken ones are refused."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from redact.cli.main import run

POLICY = """redact: 1
name: mine
version: 1.0.0
title: Mine
rules:
  - id: head
    release: Head
    when: {kind: [envelope, header, reference, page-break, signature]}
  - id: open
    release: Unclassified
    when: {level: U, controls: none}
  - id: shut
    withhold: Classified
    when: {level: {at_least: C}, declassified: false}
    exemptions: [reasons, "(b)(1)"]
    refer: the desk
  - id: ids
    excise: Numbers
    spans: [us-ssn]
    exemptions: ["(b)(6)"]
"""
TESTS = """cables:
  short: |
    C O N F I D E N T I A L PARIS 001292

    E.O. 12958: DECL: 09/22/2019
    SUBJECT: (U) TEST

    Classified By: Someone, reasons 1.4(b) and (d).

    1. (C) The pear.

    2. (U) The number SSN 219-09-9361.
tests:
  - id: before
    cable: short
    as_of: 2019-09-21
    expect:
      1: {withhold: [shut], exemptions: [1.4(b), 1.4(d), "(b)(1)"], refer: the desk}
      2: {release: [open], excise: [ids], cut: 219-09-9361}
      header: {release: [head]}
  - id: facts
    as_of: 2020-01-01
    facts: {level: C, effective_date: 2019-09-22, reasons: [1.4(b)]}
    expect: {withhold: [], decision: withhold}
  - id: found
    as_of: 2020-01-01
    facts: {level: U, controls: none, spans: [us-ssn]}
    expect: {decision: release}
"""


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tests").mkdir()
    Path("mine.yaml").write_text(POLICY)
    Path("tests/mine.yaml").write_text(TESTS)


def printed(capfd: pytest.CaptureFixture[str], status: int, *more: str) -> str:
    assert run(["policy", "test", "mine.yaml", *more]) == status
    return capfd.readouterr().out


def test_tests_that_pass_say_what_they_leave_unmet(capfd: pytest.CaptureFixture[str]) -> None:
    assert printed(capfd, 0).splitlines()[-1] == (
        "mine.yaml: 3 tests, 3 passed, 0 failed; 4 of 4 rules met"
    )
    Path("tests/mine.yaml").write_text(
        TESTS.split("  - id: found")[0].replace("2: {rel", "3: {rel")
    )
    text = printed(capfd, 1)
    line = TESTS[: TESTS.index("- id: before")].count("\n") + 1
    assert f"tests/mine.yaml:{line}: before: 3: the cable has no such portion" in text
    Path("mine.yaml").write_text(POLICY + "  - {id: more, withhold: More, when: {level: TS}}\n")
    assert "no test meets rule more" in printed(capfd, 1)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("withhold: [shut]", "withhold: [ids]", "before: 1: withhold: shut, not ids"),
        ("withhold: [shut]", "release: [open]", "before: 1: withhold: shut, not not withheld"),
        ("cut: 219-09-9361", "cut: SSN 219", "before: 2: cut: 1 texts"),
        ("decision: release", "decision: withhold", "found: decision: release, not withhold"),
        ("refer: the desk", "refer: []", "before: 1: refer: the desk, not none"),
        ("2019-09-21", "2019-09-22", "before: 1: withhold: none, not shut"),
    ],
)
def test_tests_that_fail_say_what_came_out(
    old: str, new: str, says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("tests/mine.yaml").write_text(TESTS.replace(old, new))
    assert says in printed(capfd, 1)


def test_results_for_programs(capfd: pytest.CaptureFixture[str]) -> None:
    Path("tests/mine.yaml").write_text(TESTS.replace("[shut]", "[<&>]"))
    found = json.loads(printed(capfd, 1, "--format", "json"))
    assert (found["schema"], found["holds"], found["rules"]) == ("redact/policy-tests/1", False, 4)
    assert [bool(test["differences"]) for test in found["tests"]] == [True, False, False]
    suite = ElementTree.fromstring(printed(capfd, 1, "--format", "junit"))
    assert suite.attrib == {"tests": "3", "failures": "1", "errors": "0"}
    (failure,) = suite.iter("failure")
    assert "not <&>" in failure.attrib["message"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("cable: short", "cable: long", "names a cable that is not in the file"),
        ("    cable: short\n", "", "a cable or facts"),
        ("id: facts", "id: before", "is there already"),
        ("level: U,", "level: X,", 'knows no "X"'),
        ("level: U,", "lever: U,", 'did you mean "level"?'),
        ("as_of: 2020-01-01", "as_of: 2020-02-30", "must be a day"),
        ("expect: {decision: release}", "expekt: {}", 'did you mean "expect"?'),
        ("decision: release", "decisions: release", "has no key"),
        ("tests:", "test:", 'did you mean "tests"?'),
        ("cables:", "cables: &a", "anchors"),
    ],
)
def test_error_of_a_test_is_a_line_with_its_place(
    old: str, new: str, says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("tests/mine.yaml").write_text(TESTS.replace(old, new))
    assert run(["policy", "test", "mine.yaml"]) == 2
    lines = capfd.readouterr().err.splitlines()
    assert any(line.startswith("tests/mine.yaml:") and says in line for line in lines)


def test_error_of_tests_that_are_not_there(capfd: pytest.CaptureFixture[str]) -> None:
    Path("tests/mine.yaml").rename("other.yaml")
    assert run(["policy", "test", "mine.yaml"]) == 2
    assert "--tests" in capfd.readouterr().err
    assert run(["policy", "test", "mine.yaml", "--tests", "other.yaml"]) == 0
