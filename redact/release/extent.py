"""How much is withheld, in the words of the documentary editors.

Authority: 5 U.S.C. 552(b) (the amount deleted is indicated); FRUS, editorial method. Lines are
those of the source as received, without blank ones, and only whole lines, rounded up.
"""

import re
from functools import lru_cache

from redact.cable.model import Kind, Portion

_written_lines = re.compile(r"\S.*").findall
_LINE_ENDS = "\n\r"
_PARAGRAPH = Kind.PARAGRAPH


def extent_of(text: str, portion: Portion) -> str:
    """The extent of a portion of `text` that is withheld whole.

    `less than 1 line`, `1 line`, `7 lines`; `1 paragraph (7 lines)` where neither number nor mark
    is left to show that a paragraph stood here.
    """
    start, end = portion.span
    held = text[start:end]
    lines = len(_written_lines(held.replace("\r", "\n") if "\r" in held else held))
    within = lines <= 1 and bool(held) and _shares_its_line(text, start, end)
    return _in_words(lines, within, _is_bare(portion))


def _shares_its_line(text: str, start: int, end: int) -> bool:
    starts_inside = start > 0 and text[start - 1] not in _LINE_ENDS
    return starts_inside or (end < len(text) and text[end - 1] not in _LINE_ENDS)


def _is_bare(portion: Portion) -> bool:
    return (
        portion.kind is _PARAGRAPH
        and portion.number is None
        and portion.parent is None
        and (portion.mark is None or portion.mark.marking is None)
    )


@lru_cache(maxsize=1024)
def _in_words(lines: int, within: bool, bare: bool) -> str:  # noqa: FBT001
    if within:
        return "less than 1 line"
    amount = "1 line" if lines <= 1 else f"{lines} lines"
    return f"1 paragraph ({amount})" if bare else amount
