"""Instructions as scanners tear them: never a day earlier than the whole line says.

A torn figure is not repaired (R2) and not read as another; a word that holds back and lost a letter
holds back all the same. A figure that is lost without trace leaves a line that says something else:
that no reader can see.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redact.declassification import read_instruction

_CASES = Path(__file__).parent / "cases"
_SECOND = json.loads((_CASES / "declassification-second.json").read_text("utf-8"))
_TORN = json.loads((_CASES / "declassification-torn.json").read_text("utf-8"))

WHOLE = [
    ("2004-11-22", "E.O. 12958: DECL: 11/22/2024"),
    ("2004-11-22", "E.O. 12958: DECL: 11/22/24"),
    ("2004-11-22", "E.O. 12958: DECL: 12 NOV 2024"),
    ("2004-11-22", "E.O. 12958: DECL: NOV 12, 2024"),
    ("2004-11-22", "E.O. 12958: DECL: NOVEMBER 22, 24"),
    ("2004-11-22", "E.O. 12958: DECL: 20241122"),
    ("2004-11-22", "E.O. 12958: DECL: 2024-11-22"),
    ("2004-11-22", "E.O. 12958: DECL: 11/2024"),
    ("2004-11-22", "DECLASSIFY ON: 15 YEARS"),
    ("2004-11-22", "DECL: TWENTY-FIVE YEARS"),
    ("2004-11-22", "DECL: 18 MONTHS"),
    ("2004-11-22", "DECL: 10 YEARS FROM 11/22/2010"),
    ("2004-11-22", "DECL: 12/22/2020 OR UPON SIGNATURE OF 12 TREATIES"),
    ("2004-11-22", "DECL: 12/22/2020 AND UPON SIGNATURE"),
    ("2004-11-22", "DECL: UPON SIGNATURE 11/22/2040"),
    ("2004-11-22", "DECL: 12/22/2035, UPON SIGNATURE WHICHEVER IS LATER"),
    ("2004-11-22", "DECL: 40 YEARS AFTER SIGNATURE"),
    ("2004-11-22", "DECL: 01/01/2010, 12/12/2015"),
    ("2004-11-22", "DECL: X1; DECL: 11/22/2040"),
    ("2004-11-22", "DECL: 25X1, 20401231"),
    ("2004-11-22", "DECL: 25X1-HUMAN"),
    ("2004-11-22", "DECL: 25X1, EO 12951"),
    ("2004-11-22", "DECL: 50X1-HUM"),
    ("2004-11-22", "DECL: N/A TO RD PORTIONS"),
    ("2004-11-22", "DECL: 01/01/2015 (CONTAINS FRD)"),
    ("2004-11-22", "DECL: 01/01/2015; 25X1"),
    ("2004-11-22", "DECL: 01/01/2015 OR LATER"),
    ("2004-11-22", "DECL: 01/01/2015 (EXCEPT PARA 2)"),
    ("2004-11-22", "SOURCE MARKED OADR; DATE OF SOURCE 11/22/2001"),
    ("2004-11-22", "SOURCE MARKED 25X1, DATE OF SOURCE: 12 NOV 2001"),
    ("1979-10-31", "E.O. 12065: RDS-1 10/31/2012 (DOE, JANE) OR-O"),
    ("1979-10-31", "E.O. 12065: GDS 10/31/85 (DOE, JANE) OR-O"),
    ("1974-10-31", "E.O. 11652: GDS"),
    ("1974-10-31", "E.O. 11652: XGDS-2 DECLAS 12/31/04"),
    ("1974-10-31", "E.O. 11652: XGDS-2"),
    ("1966-10-31", "GROUP 3 DOWNGRADED AT 12 YEAR INTERVALS; NOT AUTOMATICALLY DECLASSIFIED"),
    ("1966-10-31", "GROUP 4 DOWNGRADED AT 3 YEAR INTERVALS; DECLASSIFIED AFTER 12 YEARS"),
    ("1966-10-31", "EXCLUDED FROM AUTOMATIC DOWNGRADING AND DECLASSIFICATION"),
    (
        "1975-11-22",
        "MARGARET P. GRAFELD DECLASSIFIED/RELEASED US DEPARTMENT OF STATE EO SYSTEMATIC REVIEW 22 MAY 2009",
    ),
    ("1975-11-22", "DECLASSIFIED BY NARA 11/22/2005"),
    ("1975-11-22", "DECLASSIFIED AUTHORITY NND 969000 BY SDT NARA DATE 12/12/05"),
    ("1975-11-22", "DECLASSIFIED BY ROE ON 12/12/2005 AND 12/14/2021"),
    ("1975-11-22", "DECLASSIFIED IN PART BY NARA 11/22/2005"),
    ("1975-11-22", "NOT DECLASSIFIED BY NARA 11/22/2005"),
    ("1975-11-22", "TO BE DECLASSIFIED ON 11/22/2025 BY NARA"),
    ("1990-11-22", "E.O. 12356: OADR"),
    ("1990-11-22", "E.O. 12356: DECL: N/A"),
    ("2004-11-22", "CLASSIFIED BY: ROE REASON: 1.4(B) DECL: 11/12/2024"),
    ("2004-11-22", "E.O. 12958: DECL: 11/12/2024 TAGS: PREL"),
    ("2004-11-22", "DNG: C 11/12/2010 DECL: 11/12/2024"),
    ("2004-11-22", "DNG: C 11/12/2010"),
]
"""A document's date and an instruction that is whole."""

MISREAD = {
    "0": "OQD",
    "1": "lI|/",
    "2": "Z",
    "4": "A",
    "5": "S",
    "6": "Gb",
    "7": "T",
    "8": "B",
    "9": "gq",
    "O": "0",
    "I": "1l",
    "S": "5",
    "B": "8",
    "Z": "2",
    "G": "6",
    "D": "0O",
    "E": "F",
    "X": "K",
    "A": "4",
    "N": "M",
    "R": "P",
    "/": "1lI-. ",
    "-": ". ",
    ".": " :",
    ",": ".; ",
    ":": ";. ",
    ";": ":, ",
}
"""What a scanner makes of a letter."""


@pytest.mark.parametrize("row", _SECOND + _TORN, ids=lambda row: str(row["input"]))
def test_line_is_read_as_the_rules_say(row: dict[str, Any]) -> None:
    found = read_instruction(row["input"], row["dated"] and date.fromisoformat(row["dated"]))
    ends = found.effective.date
    assert {
        "kind": found.kind.value,
        "date": found.date and found.date.isoformat(),
        "codes": list(found.codes),
        "effective": ends and ends.isoformat(),
        "basis": found.effective.basis.value,
    } == {key: row[key] for key in ("kind", "date", "codes", "effective", "basis")}


@pytest.mark.parametrize(("dated", "whole"), WHOLE, ids=[text for _, text in WHOLE])
def test_one_tear_never_ends_a_classification_earlier(dated: str, whole: str) -> None:
    document = date.fromisoformat(dated)
    ends = read_instruction(whole, document).effective.date or date.max
    early = [
        torn
        for torn in tears(whole)
        if (read_instruction(torn, document).effective.date or date.max) < ends
    ]
    assert early == []


def tears(text: str) -> Iterator[str]:
    """The text with one letter misread, one that is no figure lost, or one blank too many."""
    for at, letter in enumerate(text):
        front, behind = text[:at], text[at + 1 :]
        for other in MISREAD.get(letter, ""):
            yield front + other + behind
        if not letter.isdigit():
            yield front + behind
        for blank in (" ", "\n"):
            yield front + blank + letter + behind
