"""Whether a text can hold a number at all: asked first, of every telegram, so it must cost little.

Says yes wherever a detector could find something, and sometimes where none does.
"""

from typing import Final

_LEAST: Final = b"0" * 5
"""No number that a detector takes has fewer digits in a row, blanks and dashes left out."""

_BETWEEN: Final = b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f-."
_DIGITS: Final = bytes.maketrans(b"123456789OoIl|?", b"0" * 15)
"""A character beyond ASCII arrives as a question mark, and may be a digit or stand for nothing."""

_WORDS: Final = (
    b"passport",
    b"laissez",
    b"travel doc",
    b"ppt",
    b"iban",
    b"ds-1",
    b"ds1",
    b"<<",
    b"&",
    b"ssn",
    b"swift",
    b"bic",
)
"""What stands beside the numbers that may have fewer digits in a row, or hides one."""


def may_hold_number(text: str) -> bool:
    """Whether a number of any detector may stand in `text`."""
    plain = text.encode("ascii", "replace")
    if _LEAST in plain.translate(_DIGITS, _BETWEEN):
        return True
    lowered = plain.lower()
    return any(word in lowered for word in _WORDS)
