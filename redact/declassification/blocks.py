"""What may hide in an authority block: an instruction whose label a scanner tore (R3, R4).

A block says who classified, why, and from what; it is read to its next label. A day, a period or a
code in it that is none of these, the word NOT, or what is nearly a label makes the whole
unreadable: it may be the instruction that protects longest.
"""

import re
from collections.abc import Iterable
from typing import Final

from redact.declassification.days import FORMS
from redact.declassification.refusals import Unreadable
from redact.declassification.torn import holds_nearly
from redact.text import Span

_CODE = re.compile(
    r"(?<![A-Z0-9])(?:(?:25|50|75) *X|X-?[0-9]|1\.6|OADR|X?GDS|[RX]DS|INDEFINITE)"
    r"|(?<![A-Z0-9])(?:NOT|N0T|NEVER|UNLESS)(?![A-Z0-9])"
)
_PERIOD = re.compile(r"(?<![A-Z0-9])[0-9]+ *(?:YEAR|YR|MONTH|WEEK|DAY)")
_TORN_DAY = re.compile(
    r"[0-9OILSZ]{1,4} *[/|] *[0-9OILSZ]{1,2} *[/|] *[0-9OILSZ]|(?<![.0-9])[0-9]{1,2}/ *[0-9]"
)
_OF_A_SOURCE = re.compile(r"(?<![A-Z0-9])(?:DATED?|DTD|OF|ON|FROM)[ :.,-]*$")
_LABEL_WORDS: Final = frozenset({"DECLASSIFY", "DECLASSIFYON", "DECLASSIFIED"})
_LABEL_COLON: Final = frozenset({"DECL", "DECLAS", "DECLASS"})
_WORD = re.compile(r"[A-Z0-9]+")
_BEFORE_COLON = re.compile(r"[A-Z0-9]+(?= *:)")
_DERIVED = re.compile(r"DERIVED +FROM")


def refuse_hidden(text: str, blocks: Iterable[Span]) -> None:
    """Raise Unreadable where an authority block holds more than an authority block says."""
    for block in blocks:
        words = text[block.start : block.end]
        if (
            "DECL" in words
            or holds_nearly(_WORD.findall(words), _LABEL_WORDS)
            or any(holds_nearly([found], _LABEL_COLON) for found in _BEFORE_COLON.findall(words))
            or _CODE.search(words)
            or _PERIOD.search(words)
            or _TORN_DAY.search(_without_days(words))
        ):
            raise Unreadable(block)


def _without_days(words: str) -> str:
    """The block without the days of its own: those dated so, and any behind DERIVED FROM."""
    derived = _DERIVED.search(words)

    def blanked(match: re.Match[str]) -> str:
        front = words[: match.start()]
        own = _OF_A_SOURCE.search(front) or (
            derived
            and derived.end() < match.start()
            and not front.rstrip().endswith(":")
            and not holds_nearly(_WORD.findall(front)[-2:], _LABEL_COLON)
        )
        return (" " if own else "1/1/1").ljust(len(match[0]))

    for form in FORMS:
        words = form.sub(blanked, words)
    return words
