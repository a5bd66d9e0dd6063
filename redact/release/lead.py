"""What stays of a withheld portion: its number and its readable mark, in a fixed spelling.

The spelling is built from closed sets, never cut out of the text: an odd blank, a sign of its own
or a letter that only looks Latin could carry something out. A mark that cannot be read goes with
its text.
"""

import re

from redact.cable.model import Cable, Kind, Mark, Portion

_CLEAN_NUMBER = re.compile(r"[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,5}")
_CLEAN_MARK = re.compile(r"[A-Z][A-Z0-9 /,&.-]*")
_ANCHOR = "[1](#)"
_SIGN = re.compile(r"\s*(---|--|-|–|—|\*|•|>>|o )")
_SIGNS = {"---": "---", "--": "--", "*": "*"}
_FIELDS = {Kind.SUBJECT: "SUBJECT:", Kind.REFERENCE: "REF:"}
_NUMBERED = frozenset({Kind.PARAGRAPH, Kind.SUBPARAGRAPH})


def lead_of(cable: Cable, portion: Portion) -> str:
    """What is printed in front of the notice, with a blank behind it; empty where nothing stays."""
    sign, mark = _field_or_number(cable, portion), _mark_text(portion.mark)
    return f"{sign} {mark} " if sign and mark else f"{sign or mark} " if sign or mark else ""


def shown_number(portion: Portion) -> str | None:
    """The number of a withheld portion if it is nothing but a number or a letter, else None."""
    number = portion.number
    return number if number is not None and _CLEAN_NUMBER.fullmatch(number) else None


def _field_or_number(cable: Cable, portion: Portion) -> str:
    if portion.kind in _FIELDS:
        return _FIELDS[portion.kind]
    if portion.kind not in _NUMBERED:
        return ""
    number = shown_number(portion)
    if number is not None:
        return _printed_number(cable, portion, number)
    return _sign(cable, portion) if portion.kind is Kind.SUBPARAGRAPH else ""


def _printed_number(cable: Cable, portion: Portion, number: str) -> str:
    head = _head(cable, portion).lstrip()
    anchor = _ANCHOR if head.startswith(_ANCHOR) else ""
    for shape in (f"({number})", f"{number})"):
        if head.startswith(shape, len(anchor)):
            return anchor + shape
    return f"{anchor}{number}."


def _sign(cable: Cable, portion: Portion) -> str:
    """The sign of an item of a list; none where the portion continues one."""
    found = _SIGN.match(_head(cable, portion))
    return _SIGNS.get(found[1], "-") if found else ""


def _head(cable: Cable, portion: Portion) -> str:
    start, end = portion.span
    return cable.source.text[start : min(end, start + 200)]


def _mark_text(mark: Mark | None) -> str:
    if mark is None or mark.marking is None:
        return ""
    words = " ".join(mark.text.strip().removeprefix("(").removesuffix(")").split())
    return f"({words if _CLEAN_MARK.fullmatch(words) else mark.marking})"
