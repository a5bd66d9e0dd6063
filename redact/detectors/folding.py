"""Words of a text as a reader hears them: without case, accents, hyphens, apostrophes, blanks."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"}
)


_SCANNED = str.maketrans("015", "ols")
"""Digits that a scanner puts for letters."""


class Word(NamedTuple):
    """A word of a legible text: where it stands, and what it is folded to."""

    start: int
    end: int
    folded: str


def words(text: str) -> list[Word]:
    """The words of a text in order."""
    return [Word(*found.span(), fold(found.group())) for found in _WORD.finditer(text)]


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Letters and digits of a word or name, small and without accents: `Núñez-Ø` is `nunezo`.

    A digit that a scanner puts for a letter, among letters, is that letter.
    """
    if any(map(str.isdigit, word)) and sum(map(str.isalpha, word)) > 2:
        word = word.translate(_SCANNED)
    if word.isascii():
        return word.lower() if word.isalnum() else "".join(filter(str.isalnum, word.lower()))
    apart = unicodedata.normalize("NFKD", word.casefold()).translate(_LETTERS)
    return "".join(filter(str.isalnum, apart))
