"""Findings on instructions: each is made where section 10 says, at its place, without the text."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redact.declassification import read_instruction
from redact.declassification.authorities import AUTHORITIES
from redact.declassification.automatic import RULE_25, RULE_50, RULE_75
from redact.declassification.findings import NOTICES
from redact.declassification.limits import LIMITS
from redact.declassification.orders import ORDERS
from redact.declassification.retired import RETIREMENTS
from redact.declassification.schedules import GENERAL, GROUPS

_CASES = Path(__file__).parent / "cases"
_ROWS: list[dict[str, Any]] = json.loads((_CASES / "declassification-findings.json").read_text())


def _named(text: str, dated: date | None, **known: str) -> list[str]:
    found = read_instruction(text, dated, **known)
    return [finding.code.removeprefix("declassification/") for finding in found.findings]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row['finding']}: {row['input']}")
def test_finding_is_made_at_its_place(row: dict[str, Any]) -> None:
    found = read_instruction(row["input"], date.fromisoformat(row["dated"]))
    assert (f"declassification/{row['finding']}", row["severity"], tuple(row["span"])) in [
        (finding.code, finding.severity.value, tuple(finding.span)) for finding in found.findings
    ]


def test_every_finding_has_a_row() -> None:
    assert {row["finding"] for row in _ROWS} == set(NOTICES)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("E.O. 12958: DECL: 09/22/2019", date(2009, 9, 22)),
        ("E.O. 12958, AS AMENDED: DECL: 03/25/2028", date(2003, 3, 25)),
        ("E.O. 12356: DECL: OADR", date(1987, 4, 7)),
        ("E.O. 12065: RDS-1 10/31/99 (DOE, JANE) OR-O", date(1979, 10, 31)),
        ("E.O. 12958: DECL: X1, X6", date(2000, 2, 2)),
        ("25X1, EO 12951", date(2013, 2, 1)),
        ("DECLASSIFIED UNDER E.O. 13526, MAY 2014", date(1978, 11, 22)),
        ("E.O. 12958: N/A", date(2003, 3, 3)),
    ],
)
def test_nothing_is_found_where_nothing_is_wrong(text: str, dated: date) -> None:
    assert _named(text, dated) == []


def test_not_applicable_on_a_classified_document_is_an_error() -> None:
    assert _named("E.O. 12958: N/A", date(2003, 3, 3), level="S") == [
        "classified-but-not-applicable"
    ]


def test_messages_do_not_quote_the_text() -> None:
    secret = "ZEPHYRINE"
    for text in (f"DECL: {secret}", f"UPON SIGNATURE BY {secret}", f"X9 {secret}", f"({secret})"):
        found = read_instruction(text, date(2003, 3, 3))
        assert all(secret not in f"{f.message} {f.remedy} {f.authority}" for f in found.findings)


def test_every_citation_stands_in_the_register() -> None:
    """Of a row, of a notice: what is printed or kept as authority was read in the rule book."""
    register = json.loads((_CASES / "declassification-authorities.json").read_text("utf-8"))
    known = {text for text in register["letters"].values() if text} | set(register["other"])
    citations = [row.citation for row in ORDERS]
    citations += [row.citation for row in LIMITS]
    citations += [row.citation for row in RETIREMENTS]
    citations += [row.citation for row in (*GENERAL, *GROUPS)]
    citations += [rule.citation for rule in (RULE_25, RULE_50, RULE_75)]
    cited = {part for citation in citations for part in _split(citation)}
    cited |= {notice.authority for notice in NOTICES.values() if notice.authority}
    assert cited <= known
    assert known >= AUTHORITIES
    assert set(register["letters"].values()) - {None} == AUTHORITIES


def _split(citation: str) -> list[str]:
    head, *tail = citation.split(", §")
    order = head.split(" §")[0]
    return [head, *(f"{order} §{part}" for part in tail)]
