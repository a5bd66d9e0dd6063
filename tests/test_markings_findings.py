"""What is said about a mark beside its meaning: repairs, contradictions, eras (A4.4, C, F)."""

from datetime import date
from typing import Any

import pytest

from redact.findings import Severity
from redact.markings import era_findings, parse_marking, read_marking
from tests.test_markings_cases import table


def rules_broken(text: str) -> set[str]:
    """The rules of part C that a text breaks."""
    return {
        finding.message.split(":")[0]
        for finding in read_marking(text).findings
        if finding.code == "marking/contradiction"
    }


@pytest.mark.parametrize(
    "case", table("marking-contradictions"), ids=lambda case: str(case["input"])
)
def test_contradictions_name_their_rules_and_keep_the_marking(case: dict[str, Any]) -> None:
    assert rules_broken(case["input"]) == set(case["contradicts"])
    assert read_marking(case["input"]).marking is not None


@pytest.mark.parametrize("case", table("marking-findings"), ids=lambda case: ascii(case["input"]))
def test_a_text_has_the_finding(case: dict[str, Any]) -> None:
    assert case["code"] in {finding.code for finding in read_marking(case["input"]).findings}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("S//REL TO USA, GBR, GBR", "marking/order"),
        ("S//FGI GBR GBR", "marking/order"),
        ("S//REL TO USA, GBR", "marking/order"),
        ("//GBR R", "marking/legacy"),
        ("//NR", "marking/legacy"),
        ("//JOINT R GBR USA//REL TO USA, GBR", "marking/legacy"),
    ],
)
def test_a_text_has_not_the_finding(text: str, code: str) -> None:
    assert code not in {finding.code for finding in read_marking(text).findings}


@pytest.mark.parametrize("case", table("marking-contradictions"), ids=lambda c: str(c["input"]))
def test_contradictions_cite_their_authority(case: dict[str, Any]) -> None:
    for finding in read_marking(case["input"]).findings:
        if finding.code == "marking/contradiction":
            assert finding.authority
            assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("(S//NF//OC)", 8, 10),
        ("S//XYZZY", 3, 8),
        ("S//NF/NF", 6, 8),
        ("  (S//REL TO GBR)", 6, 16),
        ("S//S", 3, 4),
    ],
)
def test_a_finding_has_its_place_in_the_text(text: str, start: int, end: int) -> None:
    assert (start, end) in {tuple(finding.span) for finding in read_marking(text).findings}


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("S//WN", date(1995, 4, 12), date(1995, 4, 13)),
        ("S//NC", date(1995, 4, 12), date(1995, 4, 13)),
        ("LOU", date(1995, 9, 30), date(1995, 10, 1)),
        ("R", date(1953, 12, 15), date(1953, 12, 16)),
        ("TS//SI//EYES", date(2017, 10, 1), date(2017, 10, 2)),
    ],
)
def test_a_mark_ends_with_its_era(text: str, before: date, after: date) -> None:
    marking = parse_marking(text)
    assert era_findings(marking, before) == ()
    (finding,) = era_findings(marking, after)
    assert (finding.code, finding.severity) == ("marking/out-of-era", Severity.WARNING)
    assert finding.message.startswith("C15")


@pytest.mark.parametrize("text", ["SBU", "SBU/NF", "CUI"])
def test_a_mark_is_unknown_before_its_era(text: str) -> None:
    assert era_findings(parse_marking(text), date(1990, 1, 1))
    assert not era_findings(parse_marking(text), date(2020, 1, 1))


def test_a_foreign_restricted_has_no_end() -> None:
    assert not era_findings(parse_marking("//GBR R"), date(2000, 1, 1))


@pytest.mark.parametrize("text", ["C//XD", "S//ND", "C//DS"])
def test_state_captions_are_judged_by_their_era(text: str) -> None:
    marking = parse_marking(text)
    assert not era_findings(marking, date(1975, 1, 1))
    assert {f.severity for f in era_findings(marking, date(2011, 1, 1))} == {Severity.ERROR}
    assert {f.severity for f in read_marking(text).findings} == {Severity.INFO}
