"""Instructions and stamps as scanners damage them: one or two letters of a whole line.

A figure that is lost, doubled or changed leaves a line that says another day in full, and so does a
sign that makes two days of one or one joiner of another. No reader can see those, so they are not
among the damages here.
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from redact.declassification import Kind, read_instruction
from tests.test_declassification_torn import MISREAD, WHOLE

_PAGE = json.loads(
    (Path(__file__).parent.parent / "cases" / "declassification.json").read_text("utf-8")
)
_SIGNS = "|!*'\"()"
_LETTERS = "ABEHKMNPSTVXZ"


def _whole() -> list[tuple[date, str]]:
    rows = [(row["doc_date"], row["input"]) for row in _PAGE if row["doc_date"]]
    lines = [(date.fromisoformat(dated), text) for dated, text in [*WHOLE, *rows]]
    return [
        (dated, text)
        for dated, text in dict.fromkeys(lines)
        if text and read_instruction(text, dated).kind is not Kind.UNREADABLE
    ]


WHOLE_LINES = _whole()
"""The document's date and a line that is whole."""


@st.composite
def damaged_lines(draw: st.DrawFn) -> tuple[date, str, str]:
    """A document's date, a whole line, and the same with one or two letters damaged."""
    dated, whole = draw(st.sampled_from(WHOLE_LINES))
    torn = whole
    for _ in range(draw(st.integers(1, 2))):
        torn = _damaged(draw, torn)
    return dated, whole, torn


def _damaged(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text) - 1))
    front, letter, behind = text[:at], text[at], text[at + 1 :]
    put = {"split": " ", "broken": "\n", "signed": draw(st.sampled_from(_SIGNS))}
    damage = draw(st.sampled_from(_DAMAGES))
    if damage in put:
        return front + put[damage] + letter + behind
    if damage == "misread":
        return front + draw(st.sampled_from(_misread(letter))) + behind
    if letter.isdigit() or not letter.isalnum():
        return front + " " + letter + behind
    if damage == "swapped" and behind[:1].isalpha():
        return front + behind[0] + letter + behind[1:]
    return front + {"lost": "", "doubled": letter * 2}.get(damage, draw(_letters)) + behind


def says_other_in_full(whole: str, torn: str) -> bool:
    """Whether the damage leaves another whole line: a figure lost, or the X of XGDS."""
    fewer = _count(torn, str.isalnum) < _count(whole, str.isalnum)
    return fewer and (
        _count(torn, str.isdigit) < _count(whole, str.isdigit)
        or ("XGDS" in whole and "XGDS" not in torn)
    )


def _count(text: str, kind: Callable[[str], bool]) -> int:
    return sum(map(kind, text))


_DAMAGES = ("lost", "doubled", "swapped", "split", "broken", "misread", "signed", "changed")
_letters = st.sampled_from(_LETTERS)


def _misread(letter: str) -> list[str]:
    """What a scanner makes of a letter or a figure; separators stay what they are."""
    return [*MISREAD.get(letter, ""), letter] if letter.isalnum() else [letter]
