"""Sentences and paragraphs of a legible text, found once, and asked for around a place."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from redact.detectors.legible import BORDER

_END = re.compile(
    r"(?<!\b[A-Za-z])(?<!\b(?i:mr|ms|dr|st|no|vs))(?<!\b(?i:mrs|gen|col|rep|sen|gov|amb|dep|min))"
    r"(?<!\b(?i:prof|capt))[.!?][\"')\]]?(?=[ \n][A-Z\"'(\[]|\n\n|$)"
)
_OPENING = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)][ \n]*)?(?:[-*\u2022][ \n]*)?"
    r"(?:\([A-Z][A-Z/ ,-]{0,60}\)[ \n]*)?(?:[-*\u2022][ \n]*)?"
)


class Sentences(NamedTuple):
    """Where paragraphs begin in a text (and where the last ends), and where sentences end."""

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]


def sentences_of(text: str) -> Sentences:
    """Look through a text once."""
    begins = (0, *(one.end() for one in re.finditer(BORDER, text)), len(text) + len(BORDER))
    return Sentences(text, begins, tuple(one.end() for one in _END.finditer(text)))


def paragraph(known: Sentences, at: int) -> tuple[int, int]:
    """The paragraph around a place, its number and mark left out."""
    nearest = bisect_right(known.begins, at) - 1
    start, end = known.begins[nearest], known.begins[nearest + 1] - len(BORDER)
    opening = _OPENING.match(known.text, start, end)
    return min(at, opening.end() if opening else start), max(at, end)


def sentence(known: Sentences, start: int, end: int) -> tuple[int, int]:
    """The sentence around `start` to `end`; the paragraph where no sentence ends behind it."""
    first, last = paragraph(known, start)
    after = bisect_left(known.ends, end)
    if after == len(known.ends) or known.ends[after] > last:
        return first, last
    before = bisect_right(known.ends, start) - 1
    return max(first, known.ends[before] if before >= 0 else 0), known.ends[after]


def sentence_start(known: Sentences, end: int, most: int) -> int:
    """Where the sentence or list item begins that goes on to `end`, at most `most` before."""
    first, _ = paragraph(known, end)
    before = bisect_right(known.ends, end) - 1
    return max(first, end - most, known.ends[before] if before >= 0 else 0)


def clause_start(known: Sentences, end: int, most: int) -> int:
    """The same for its last part, behind a semicolon, a colon or a bracket that is still open."""
    floor = sentence_start(known, end, most)
    cuts = [one.end() for one in _CUT.finditer(known.text, floor, end)]
    return cuts[-1] if cuts else floor


_CUT = re.compile(r"[;:]|[(\[{](?![^()\[\]{}]*[)\]}])")
