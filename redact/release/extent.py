"""How much is withheld, in the words of the documentary editors.

Authority: 5 U.S.C. 552(b) (the amount deleted is indicated); FRUS, editorial method. Lines are
those of the source as received, without blank ones, and only whole lines, rounded up.
"""

import re

from redact.cable.model import Kind, Portion

_written_lines = re.compile(r"\S.*").findall


def extent_of(text: str, portion: Portion) -> str:
    """The extent of a portion of `text` that is withheld whole."""
    bare = (
        portion.kind is Kind.PARAGRAPH
        and portion.number is None
        and portion.parent is None
        and (portion.mark is None or portion.mark.marking is None)
    )
    return extent_in_words(lines_of(with_line_feeds(text), portion), bare=bare)


def with_line_feeds(text: str) -> str:
    """The same text, as long as it was, with LF for CR: that of CR LF makes a blank line."""
    return text.replace("\r", "\n")


def lines_of(text: str, portion: Portion) -> int:
    """How many lines a portion of `text` has; 0 where it has one and shares it with others.

    The lines of `text` end with LF, see `with_line_feeds`.
    """
    start, end = portion.span
    lines = len(_written_lines(text, start, end))
    if lines > 1 or start == end:
        return lines or 1
    starts_inside = start > 0 and text[start - 1] != "\n"
    ends_inside = end < len(text) and text[end - 1] != "\n"
    return 0 if starts_inside or ends_inside else 1


def extent_in_words(lines: int, *, bare: bool) -> str:
    """`less than 1 line`, `1 line`, `7 lines`; `1 paragraph (7 lines)` where it is bare.

    A portion is bare where neither number nor mark is left to show that a paragraph stood here.
    """
    if lines == 0:
        return "less than 1 line"
    amount = "1 line" if lines == 1 else f"{lines} lines"
    return f"1 paragraph ({amount})" if bare else amount
