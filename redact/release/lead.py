"""What stays of a withheld portion: its number and its readable mark, in a fixed spelling.

The spelling is built from closed sets, never cut out of the text: an odd blank, a sign of its own
or a letter that only looks Latin could carry something out. A mark that cannot be read goes with
its text.
"""

import re
from functools import lru_cache

from redact.cable.model import Kind, Portion
from redact.markings.shown import shown_mark

_CLEAN_NUMBER = re.compile(r"[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,5}")
_ANCHOR = "[1](#)"
_SIGN = re.compile(r"(---|--|-|–|—|\*|•|>>|o )")
_SIGN_LENGTH = 3
_NUMBER_LENGTH = 12
"""No more of a withheld portion is looked at: an anchor and a number, or a sign."""
_SIGNS = {"---": "---", "--": "--", "*": "*"}
_FIELDS = {Kind.SUBJECT: "SUBJECT:", Kind.REFERENCE: "REF:"}
_NUMBERED = frozenset({Kind.PARAGRAPH, Kind.SUBPARAGRAPH})


def head_of(text: str, portion: Portion) -> str:
    """The first characters of a portion of `text`: no more of it decides what stays."""
    start, end = portion.span
    length = _SIGN_LENGTH if portion.number is None else _NUMBER_LENGTH
    stop = start + length
    head = text[start : stop if stop < end else end]
    return text[start : min(end, start + 200)].lstrip()[:length] if head[:1].isspace() else head


def mark_of(portion: Portion) -> str:
    """The mark of a portion in parentheses, empty where it has none that can be read."""
    mark = portion.mark
    if mark is None or mark.marking is None:
        return ""
    return f"({shown_mark(mark.text, mark.marking)})"


def lead_of(kind: Kind, number: str | None, head: str, mark: str) -> str:
    """What is printed in front of the notice, with a blank behind it; empty where nothing stays."""
    front = _field_or_number(kind, number, head)
    return "".join(f"{part} " for part in (front, mark) if part)


@lru_cache(maxsize=4096)
def shown_number(number: str | None) -> str | None:
    """The number of a withheld portion if it is nothing but a number or a letter, else None."""
    return number if number is not None and _CLEAN_NUMBER.fullmatch(number) else None


def _field_or_number(kind: Kind, number: str | None, head: str) -> str:
    if kind in _FIELDS:
        return _FIELDS[kind]
    if kind not in _NUMBERED:
        return ""
    shown = shown_number(number)
    if shown is not None:
        return _printed_number(head, shown)
    return _sign(head) if kind is Kind.SUBPARAGRAPH else ""


def _printed_number(head: str, number: str) -> str:
    anchor = _ANCHOR if head.startswith(_ANCHOR) else ""
    for shape in (f"({number})", f"{number})"):
        if head.startswith(shape, len(anchor)):
            return anchor + shape
    return f"{anchor}{number}."


def _sign(head: str) -> str:
    """The sign of an item of a list; none where the portion continues one."""
    found = _SIGN.match(head)
    return _SIGNS.get(found[1], "-") if found else ""
