"""Whether a text can hold a number at all: asked first, of every telegram, so it must cost little.

Says yes wherever a detector could find something, and sometimes where none does.
"""

import re
from typing import Final

_LEAST: Final = b"0" * 5
"""No number that a detector takes has fewer digits in a row, blanks and dashes left out."""

_WORDS: Final = (b"BIC", b"PAN", b"DS1")
_SMALL_WORDS: Final = (b"passport", b"fiscale", b"swift", b"xx")
"""What stands beside the numbers that may have fewer digits in a row; in capitals or in any."""

_TELLING: Final = b"PSTFCLWXpstfclwx"
"""Letters of the small words that are enough to tell them from most others."""

_CAPITALS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ1"
_BETWEEN: Final = b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f-."
_NOTHING: Final = _BETWEEN + b"?"
_ALL: Final = bytes(range(256))
_DIGITS: Final = bytes.maketrans(b"123456789OoIl|?", b"0" * 15)
"""A character beyond ASCII arrives as a question mark, and may be a digit or stand for nothing."""

_SMALL: Final = bytes.maketrans(_TELLING[:8], _TELLING[8:])
_NOT_SMALL: Final = _ALL.translate(None, _TELLING)
_NOT_CAPITAL: Final = _ALL.translate(None, _CAPITALS)
_TELLING_WORDS: Final = tuple(word.translate(None, _NOT_SMALL) for word in _SMALL_WORDS)
_TORN: Final = re.compile(rb"<<|\w</?\w|&")
"""Fillers, and what may hide a word or number: a tag within it, an entity."""


def may_hold_number(text: str) -> bool:
    """Whether a number of any detector may stand in `text`."""
    plain = text.encode("ascii", "replace")
    if (b"<" in plain or b"&" in plain) and _TORN.search(plain):
        return True
    return _LEAST in plain.translate(_DIGITS, _BETWEEN) or (
        _may_hold_word(plain) and _holds_word(plain.translate(None, _NOTHING))
    )


def _may_hold_word(plain: bytes) -> bool:
    """The same as `_holds_word`, asked of few letters only: most texts need no more."""
    small = plain.translate(_SMALL, _NOT_SMALL)
    for word in _TELLING_WORDS:
        if word in small:
            return True
    capitals = plain.translate(None, _NOT_CAPITAL)
    for word in _WORDS:  # noqa: SIM110 - a generator costs as much as the search
        if word in capitals:
            return True
    return False


def _holds_word(joined: bytes) -> bool:
    lowered = joined.lower()
    return any(word in joined for word in _WORDS) or any(word in lowered for word in _SMALL_WORDS)
