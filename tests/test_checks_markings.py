"""What `redact check` says of the marks of a cable, by line and code."""

from datetime import date
from typing import Any

import pytest

import redact
from redact.checks import check
from redact.findings import Severity
from tests.test_markings_cases import table

ROWS = table("check-markings")
AS_OF = date(2010, 1, 1)


def cable_of(row: dict[str, Any]) -> bytes:
    """The cable of a row: the banner stands on line 4, the subject on 6, paragraphs from 8 on."""
    lines = [
        f"R 011422Z {row.get('dated', 'MAR 04')}",
        "FM AMEMBASSY REYKJAVIK",
        "TO SECSTATE WASHDC",
        f"{row['banner']} REYKJAVIK 000044",
        row.get("order", "E.O. 12958: DECL: 02/28/2014"),
        f"SUBJECT: {row.get('subject', '(U) CAPELIN')}",
        "",
        "\n\n".join(row["paragraphs"]),
        "",
    ]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["name"]))
def test_a_cable_has_these_findings_on_its_marks(row: dict[str, Any]) -> None:
    cable = redact.read(cable_of(row))
    lines = cable.source.lines
    found = [
        [lines.position(finding.span.start).line, finding.code]
        for finding in check(cable, AS_OF)
        if finding.code.startswith("marking/") or finding.code == "cable/unreadable-mark"
    ]
    assert sorted(found) == row["findings"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["name"]))
def test_a_finding_on_a_mark_says_what_to_do(row: dict[str, Any]) -> None:
    for finding in check(redact.read(cable_of(row)), AS_OF):
        if finding.code.startswith("marking/"):
            assert finding.remedy
            assert finding.span.start < finding.span.end
            assert (
                finding.authority
                or finding.severity is not Severity.ERROR
                or ("unknown" in finding.code)
            )


def test_findings_are_in_the_order_of_place_and_code() -> None:
    for row in ROWS:
        findings = check(redact.read(cable_of(row)), AS_OF)
        assert [(one.span, one.code) for one in findings] == sorted(
            (one.span, one.code) for one in findings
        )


def test_what_outranks_the_banner_is_said_in_words_of_the_registers() -> None:
    row = {"banner": "SECRET", "paragraphs": ["1. (TS//SI-QXZV//SAR-GLASS PEAR//RD//NF) Text."]}
    (finding,) = (
        one for one in check(redact.read(cable_of(row)), AS_OF) if one.code.endswith("above-banner")
    )
    assert finding.message == "the mark is above the banner: TOP SECRET over SECRET"
    row = {"banner": "TOP SECRET", "paragraphs": row["paragraphs"]}
    said = [one.message for one in check(redact.read(cable_of(row)), AS_OF)]
    assert "the mark is above the banner: NF, RD, SCI, SAR, which the banner lacks" in said
    assert not any("QXZV" in message or "GLASS" in message for message in said)
