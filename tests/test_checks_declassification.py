"""The declassification-date checks: a cable, a day, and the findings a records manager acts on."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from redact.cable.model import Cable
from redact.cable.reading import read
from redact.checks import check
from redact.checks.declassification import declassification_findings
from redact.checks.document import Checked
from redact.checks.sarif import sarif_document
from redact.cli.main import run
from redact.errors import ReadError
from redact.findings import Severity
from tests.property.choose import drawn
from tests.property.strategies import specimen

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-schema-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft7Validator(SCHEMA)
SECRETS = ("Aydalot", "zebra", "QUAYSIDE", "Roe")


def cable(
    dated: str = "22 SEP 09",
    order: str = "E.O. 12958: DECL: 09/22/2019\n",
    by: str = "Classified By: DCM John Roe, Reasons 1.4(b), (d).\n\n",
    banner: str = "C O N F I D E N T I A L",
    mark: str = "C",
) -> str:
    day, month, year = dated.split()
    return (
        f"R {day}1517Z {month} {year}\nFM AMEMBASSY PARIS\nTO SECSTATE WASHDC\n"
        f"{banner} PARIS 001292\n\n{order}TAGS: PREL, FR\nSUBJECT: ({mark}) QUAYSIDE\n\n{by}"
        f"1. (U) Open zebra.\n\n2. ({mark}) Florent Aydalot said so.\n\nRIVKIN\n"
    )


CLEAN = cable()
CASES: list[tuple[str, str, str, int | None, list[str]]] = [
    ("in-order", CLEAN, "2019-09-21", None, []),
    ("overdue-on-the-day", CLEAN, "2019-09-22", None, ["overdue"]),
    ("overdue-later", CLEAN, "2030-01-01", 30, ["overdue"]),
    ("due-on-the-last-day", CLEAN, "2019-08-23", 30, ["due"]),
    ("due-a-day-too-far", CLEAN, "2019-08-22", 30, []),
    ("due-tomorrow", CLEAN, "2019-09-21", 1, ["due"]),
    ("due-within-nothing", CLEAN, "2019-09-21", 0, []),
    ("due-within-for-ever", CLEAN, "2009-09-23", 10**12, ["due"]),
    ("missing", cable(order=""), "2010-01-01", None, ["instruction-missing"]),
    ("missing-and-overdue", cable(order=""), "2034-12-31", None,
     ["instruction-missing", "overdue"]),
    ("impossible-date", cable(order="E.O. 12958: DECL: 02/29/2019\n"), "2030-01-01", None,
     ["impossible-date", "instruction-unreadable"]),
    ("date-before-document", cable(order="E.O. 12958: DECL: 09/22/2008\n"), "2030-01-01", None,
     ["date-not-after-document", "instruction-unreadable"]),
    ("beyond-order-limit", cable(order="E.O. 12958: DECL: 09/22/2039\n"), "2030-01-01", None,
     ["beyond-order-limit"]),
    ("order-not-in-force", cable(order="E.O. 12356: DECL: 09/22/2019\n"), "2010-01-01", None,
     ["order-not-in-force"]),
    ("x-code-after-2003", cable(order="E.O. 12958: DECL: X1\n"), "2010-01-01", None,
     ["retired-instruction"]),
    ("oadr-after-1995", cable(order="E.O. 12958: DECL: OADR\n"), "2010-01-01", None,
     ["retired-instruction"]),
    ("oadr-in-1990", cable("22 SEP 90", "E.O. 12356: DECL: OADR\n", ""), "2010-01-01", None, []),
    ("no-authority", cable(by=""), "2010-01-01", None, ["no-classification-authority"]),
    ("no-authority-in-1990", cable("22 SEP 90", "E.O. 12356: DECL: 09/22/99\n", ""), "1990-12-01",
     None, []),
    ("old-reasons", cable(by="Classified By: DCM John Roe, Reasons 1.5(b), (d).\n\n"),
     "2010-01-01", None, ["reason-of-another-order"]),
    ("reasons-of-2003", cable("22 MAY 03", "E.O. 12958: DECL: 05/22/2013\n",
     "Classified By: DCM John Roe, Reasons 1.5(b).\n\n"), "2010-01-01", None, []),
    ("new-reasons-in-1999", cable("22 MAY 99", "E.O. 12958: DECL: 05/22/2009\n"), "2000-01-01",
     None, ["reason-of-another-order"]),
    ("no-such-reason", cable("22 MAY 99", "E.O. 12958: DECL: 05/22/2009\n",
     "Classified By: DCM John Roe, Reasons 1.5(h).\n\n"), "2000-01-01", None, ["unknown-reason"]),
    ("two-instructions", cable(by="Classified By: DCM John Roe, Reasons 1.4(b). "
     "Declassify on: 09/22/2024.\n\n"), "2010-01-01", None, ["several-instructions"]),
    ("unclassified", cable(order="E.O. 12958: N/A\n", by="", banner="UNCLAS", mark="U"),
     "2040-01-01", 30, []),
]  # fmt: skip


def codes(text: str, as_of: str, due_within: int | None) -> list[str]:
    found = declassification_findings(read(text.encode()), date.fromisoformat(as_of), due_within)
    return sorted({finding.code.removeprefix("declassification/") for finding in found})


@pytest.mark.parametrize(
    ("text", "as_of", "due_within", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_cable_on_a_day_has_these_findings(
    text: str, as_of: str, due_within: int | None, expected: list[str]
) -> None:
    assert codes(text, as_of, due_within) == expected


def findings_of(text: str, as_of: str = "2030-01-01") -> Checked:
    telegram = read(text.encode(), name="cables/one.txt")
    return Checked(telegram, check(telegram, date.fromisoformat(as_of)))


def test_findings_stand_where_the_field_stands() -> None:
    checked = findings_of(cable(by="Classified By: DCM John Roe, Reasons 1.5(b).\n\n"))
    text = checked.cable.source.text
    places = {one.code.split("/")[1]: text[slice(*one.span)] for one in checked.findings}
    assert places["overdue"] == "DECL: 09/22/2019"
    assert places["reason-of-another-order"].startswith("Classified By")


def test_every_finding_has_a_law_or_a_remedy_and_quotes_nothing() -> None:
    for _, text, as_of, due_within, _ in CASES:
        telegram = read(text.encode())
        for found in check(telegram, date.fromisoformat(as_of), due_within=due_within):
            said = f"{found.message} {found.remedy} {found.authority}"
            assert found.code.startswith("declassification/")
            assert found.remedy
            assert [word for word in SECRETS if word in said] == []


def test_an_end_by_rule_says_that_it_is_one() -> None:
    (found,) = (
        one
        for one in findings_of(cable(order=""), "2040-01-01").findings
        if one.code.endswith("/overdue")
    )
    assert "2034-12-31 by the 25-year rule, with no exemption known" in found.message
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_sarif_is_valid_by_the_schema_of_the_standard(case: Any) -> None:
    document = sarif_document([findings_of(case[1], case[2])])
    assert list(VALIDATOR.iter_errors(document)) == []


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_sarif_of_any_cable_is_valid_and_its_regions_lie_in_the_text(data: st.DataObject) -> None:
    try:
        telegram = read(specimen(drawn(data)).data, name="a b/ü#%.txt")
    except ReadError:
        return
    checked = Checked(telegram, check(telegram, date(2030, 1, 1), due_within=3650))
    document = sarif_document([checked, checked])
    assert list(VALIDATOR.iter_errors(document)) == []
    run_ = document["runs"][0]
    for result in run_["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        assert place["artifactLocation"]["uri"] == "a%20b/%C3%BC%23%25.txt"
        assert run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert region["charOffset"] + region["charLength"] <= len(telegram.source.text)
        assert (
            offset_of(telegram, region["startLine"], region["startColumn"])
            == (region["charOffset"])
        )


def offset_of(telegram: Cable, line: int, column: int) -> int:
    """A line and a column counted back into a character offset, by hand."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", telegram.source.text)
    return sum(map(len, lines[: line - 1])) + column - 1


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("cables/one.txt", "cables/one.txt"),
        ("/srv/cables/one.txt", "srv/cables/one.txt"),
        ("../one.txt", "one.txt"),
        ("-", "stdin"),
        ("a\udcff.txt", "a%FF.txt"),
    ],
)
def test_sarif_names_files_relatively(name: str, uri: str) -> None:
    telegram = read(cable(order="").encode(), name=name)
    document = sarif_document([Checked(telegram, check(telegram, date(2010, 1, 1)))])
    (place,) = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in document["runs"][0]["results"]
    }
    assert place == uri
    assert list(VALIDATOR.iter_errors(document)) == []


def test_sarif_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(cable(order="E.O. 12958: DECL: 02/29/2019\n"))
    assert run(["check", "one.txt", "--as-of", "2010-01-01", "--format", "sarif"]) == 1
    document = json.loads(capfdbinary.readouterr().out)
    assert list(VALIDATOR.iter_errors(document)) == []
    levels = {result["level"] for result in document["runs"][0]["results"]}
    assert levels == {"error"}


def test_the_schema_refuses_what_is_no_sarif() -> None:
    """A validator that accepts everything proves nothing."""
    assert list(VALIDATOR.iter_errors({"version": "2.1.0"}))
    broken = sarif_document([findings_of(CLEAN)])
    broken["runs"][0]["results"][0]["level"] = "info"
    assert list(VALIDATOR.iter_errors(broken))
