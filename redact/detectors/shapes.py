"""What numbers are made of in a damaged text: digits, blanks and dashes between, borders."""

import re
from typing import Final

SEPARATOR: Final = r"(?:[ \n]?[-.][ \n]?|[ \n])"
"""One thing between two groups of digits."""

BEGIN: Final = r"(?<!\w)(?<!\d[.,:])(?<![A-Za-z0-9]-)(?<![A-Za-z0-9]--)"
"""No word and no longer number goes on here."""

END: Final = r"(?!\w|[.,:]\d|--?\w)"
"""No word and no longer number goes on behind."""

DASH: Final = r"[ \n]?-[ \n]?"
"""A dash between two groups, which a line end may have driven off."""

MISREAD: Final = r"[\dOoIl|]"
"""A digit, or a letter that a scanner made of 0 or 1: only where a label says what stands here."""

_NEXT = rf"(?:{MISREAD}|{SEPARATOR}(?=[OoIl|]{{0,2}}\d){MISREAD})"
_DIGITS = str.maketrans("OoIl|", "00111")


def run(least: int, most: int) -> str:
    """A pattern for `least` to `most` digits, some of them misread, with what may stand between."""
    return rf"(?=[OoIl|]{{0,2}}\d){MISREAD}{_NEXT}{{{least - 1},{most - 1}}}"


def group(length: int) -> str:
    """A pattern for that many digits, which damage may have driven apart."""
    return rf"\d(?:[ \n]?\d){{{length - 1}}}"


def digits(text: str) -> str:
    """The digits of a run, the misread ones mended."""
    return re.sub(r"\D", "", text.translate(_DIGITS))


def misread(text: str) -> bool:
    """Whether a run has more letters in the place of digits than digits: then it is words."""
    return sum(map(text.count, "OoIl|")) > sum(map(str.isdigit, text))
