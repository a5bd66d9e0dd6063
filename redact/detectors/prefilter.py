"""Whether a text can hold a number at all: asked first, of every telegram, so it must cost little.

Says yes wherever a detector could find something, and sometimes where none does.
"""

from typing import Final

_LEAST: Final = b"0" * 5
"""No number that a detector takes has fewer digits in a row, blanks and dashes left out."""

_BETWEEN: Final = b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f-."
_DIGITS: Final = bytes.maketrans(b"123456789OoIl|?", b"0" * 15)
"""A character beyond ASCII arrives as a question mark, and may be a digit or stand for nothing."""

_WORDS: Final = (b"xx-", b"BIC", b"PAN", b"DS-1")
_SMALL_WORDS: Final = (b"passport", b"fiscale", b"swift")
"""What stands beside the numbers that may have fewer digits in a row; in capitals or in any."""


def may_hold_number(text: str) -> bool:
    """Whether a number of any detector may stand in `text`."""
    plain = text.encode("ascii", "replace")
    if _LEAST in plain.translate(_DIGITS, _BETWEEN) or b"&" in plain:
        return True
    if b"<" in plain and b"<<" in plain:
        return True
    lowered = plain.lower()
    return any(word in plain for word in _WORDS) or any(word in lowered for word in _SMALL_WORDS)
