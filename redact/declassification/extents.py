"""Where the values of an instruction begin and end (R1 in front, R2, R3).

A text here is evened out; positions count its characters.
"""

import re
from typing import NamedTuple

from redact.text import Span

_MARKS = re.compile(
    r"(?:[ *_\"'\\]|\((?:U|C|S|TS)\)|(?:TOP +SECRET|SECRET|CONFIDENTIAL)(?![A-Z0-9/-]))*"
)
_LEVEL = re.compile(r"\((?:U|C|S|TS)\)|TOP +SECRET|SECRET|CONFIDENTIAL")
_NEXT_FIELD = re.compile(r"(?<![A-Z0-9])(?:TAGS(?![A-Z0-9])|(?:SUBJECT|SUBJ|REFS?) *:)")
_BLOCK = re.compile(r"(?<![A-Z0-9])(?:(?:CLASSIFIED +BY|DERIVED +FROM)(?![A-Z0-9])|REASONS? *:)")
_LABEL = re.compile(
    r"(?<![A-Z0-9])(?:AUTOMATICALLY +DECLASSIFIED +ON|TO +BE +DECLASSIFIED +ON"
    r"|(?:DECL|DECLAS|DECLASS|DECLASSIFY|DCL)(?![A-Z]))"
)
_LEVELS = {"TOP": "TS", "SECRET": "S", "CONFIDENTIAL": "C"}
_RANKS = ("C", "S", "TS")


class Extent(NamedTuple):
    """What of a text is instruction.

    `values` are the places of its values, `blocks` those of authority blocks up to their labels,
    `kept` is the text with everything but values blanked out, `end` is where the next field begins.
    `level` is the highest level word in front; `marked` tells
    whether a classified mark or level word stands there.
    """

    kept: str
    values: tuple[Span, ...]
    blocks: tuple[Span, ...]
    level: str | None
    marked: bool
    end: int


def extent_of(text: str) -> Extent:
    """Find the values of an evened text; none where it is an authority block without label."""
    front = _MARKS.match(text)
    start = front.end() if front else 0
    level, marked = _level_in(text[:start])
    following = _NEXT_FIELD.search(text, start)
    end = following.start() if following else len(text)
    values, blocks = _values_and_blocks(text, start, end)
    kept = "".join(_blanked_between(text, values))
    return Extent(kept, values, blocks, level, marked, end)


def highest(one: str | None, other: str | None) -> str | None:
    """The higher of two levels, either of which may be unknown."""
    known = [level for level in (one, other) if level in _RANKS]
    return max(known, key=_RANKS.index, default=None)


def _level_in(front: str) -> tuple[str | None, bool]:
    level = None
    marked = False
    for mark in _LEVEL.findall(front):
        marked |= mark != "(U)"
        level = highest(level, _LEVELS.get(mark.split()[0]))
    return level, marked


def _values_and_blocks(
    text: str, start: int, end: int
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches between authority blocks; a block ends at its next declassification label."""
    values: list[Span] = []
    blocks: list[Span] = []
    at: int | None = start
    while at is not None:
        block = _BLOCK.search(text, at, end)
        until = block.start() if block else end
        if block is None or text[start:until].strip(" :.,-"):
            values.append(Span(at, _stripped(text, at, until)))
        label = _LABEL.search(text, until, end) if block else None
        if block:
            blocks.append(Span(until, label.start() if label else end))
        at = label.start() if label else None
    return tuple(values), tuple(blocks)


def _stripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" *_\"'\\"))


def _blanked_between(text: str, values: tuple[Span, ...]) -> list[str]:
    parts: list[str] = []
    at = 0
    for value in values:
        parts += [" " * (value.start - at), text[value.start : value.end]]
        at = value.end
    return parts
