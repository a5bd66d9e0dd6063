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
_THIRD = json.loads((_CASES / "declassification-third.json").read_text("utf-8"))
_TORN = json.loads((_CASES / "declassification-torn.json").read_text("utf-8"))

WHOLE = json.loads((_CASES / "declassification-whole.json").read_text("utf-8"))
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


@pytest.mark.parametrize("row", _SECOND + _THIRD + _TORN, ids=lambda row: str(row["input"]))
def test_line_is_read_as_the_rules_say(row: dict[str, Any]) -> None:
    dated = row["dated"] and date.fromisoformat(row["dated"])
    found = read_instruction(row["input"], dated, level=row.get("level"))
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
