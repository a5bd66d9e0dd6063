"""Words of a text as a reader hears them: without case, accents, hyphens, apostrophes, blanks."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

HOLE: Final = "\u0294"
"""Stands in a word for letters that damage has taken: a glottal stop, which no telegram holds."""

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {
        **dict(zip("øłđðıæœþ", ("o", "l", "d", "d", "i", "ae", "oe", "th"), strict=True)),
        **dict(zip("авеѕіјкмнорстухьһԁԛԝѵգցոսօզ", "abesijkmhopctyxbhdqwvqgnuoq", strict=True)),
        **dict(zip("αβεηικνορτυχωϲγ", "abenikvoptuxwcy", strict=True)),
    }
)
"""Letters that have no accent to take away, and those of other scripts that look like Latin."""

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

    `Mueller` is folded as `Müller` and `Muller` are. A digit that a scanner puts for a letter,
    among letters, is that letter.
    """
    if any(map(str.isdigit, word)) and sum(map(str.isalpha, word)) > 2:
        word = word.translate(_SCANNED)
    plain = word.lower() if word.isascii() else _without_accents(word)
    letters = plain if plain.isalnum() else "".join(filter(str.isalnum, plain))
    return letters.replace("aa", "a").replace("ae", "a").replace("oe", "o").replace("ue", "u")


def folded_words(said: str) -> frozenset[str]:
    """The words of a list, folded, to compare with."""
    return frozenset(map(fold, said.split()))


def _without_accents(word: str) -> str:
    return unicodedata.normalize("NFKD", word.casefold()).translate(_LETTERS)
