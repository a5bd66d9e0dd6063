"""The letters of a text and nothing between them: case, accents, blanks, hyphens do not count.

Two texts that a reader takes for the same have the same letters, however they are spaced,
hyphenated, broken into lines or spelled with letters that only look alike.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, name, normalize

_WORD = re.compile(r"[^\W\d_]+|\d+")
_WORD_ASCII = re.compile(r"[a-z]+|[0-9]+")
_SAME = str.maketrans("01l", "oii")
"""Digits and letters that are one in many a typeface."""

_LOOKING_LIKE = {
    "a": "аɑα",
    "b": "ьвβ",
    "c": "сϲⅽ",
    "d": "ԁժɗđ",
    "e": "еєεҽ",
    "f": "ƒғ",
    "g": "ɡց",
    "h": "һнհħ",
    "i": "іıιɩł",
    "j": "јʝ",
    "k": "кκ",
    "m": "мⅿ",
    "n": "пηռո",
    "o": "оοօσø",
    "p": "рρ",
    "q": "ԛզ",
    "r": "гɾ",
    "s": "ѕʂ",
    "t": "тτ",
    "u": "υսц",
    "v": "ѵνⅴ",
    "w": "ԝшωա",
    "x": "хχⅹ",
    "y": "уγү",
    "z": "ʐᴢ",
    "ss": "ß",
    "ae": "æ",
    "oe": "œ",
    "th": "þ",
}
_NAMED_LATIN = re.compile(
    r"(?:LATIN|(?:NEGATIVE |CROSSED NEGATIVE )?(?:SQUARED|CIRCLED) LATIN|REGIONAL INDICATOR SYMBOL)"
    r"(?: CAPITAL| SMALL)?(?: LETTER)?(?: SMALL CAPITAL| TURNED| REVERSED| INVERTED)* ([A-Z])"
    r"(?: WITH .+)?"
)
"""Small capitals, upside-down letters, letters with strokes and hooks, letters of flags."""

_ALIKE = {alike: latin for latin, letters in _LOOKING_LIKE.items() for alike in letters}
"""Cyrillic, Greek, Armenian and other small letters that look like Latin ones (UTS 39)."""


class Letters(NamedTuple):
    """`text` holds the letters; word by word, `starts` says where in it, `origins` where in the
    text they came from."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, at: int) -> int:
        """Where in the text the word stands that holds the letter `at`."""
        return self.origins[bisect_right(self.starts, at) - 1]

    def next_origin(self, at: int) -> int | None:
        """Where in the text the word behind that one stands, None where it is the last."""
        behind = bisect_right(self.starts, at)
        return self.origins[behind] if behind < len(self.origins) else None


def only_letters(text: str) -> str:
    """The letters alone, without where they came from: many times quicker."""
    return text.translate(_FOLDING)


def letters_of(text: str) -> Letters:
    """The letters of a text, folded. Total."""
    if text.isascii():
        return _collected(text.lower(), _WORD_ASCII, None)
    folded, origins = [], []
    for at, letter in enumerate(text):
        for part in _folded(letter):
            folded.append(part)
            origins.append(at)
    return _collected("".join(folded), _WORD, origins)


def _collected(folded: str, pattern: re.Pattern[str], origins: list[int] | None) -> Letters:
    words, starts, places, at = [], [], [], 0
    for found in pattern.finditer(folded):
        word = found.group()
        words.append(word)
        starts.append(at)
        places.append(found.start() if origins is None else origins[found.start()])
        at += len(word)
    return Letters("".join(words).translate(_SAME), tuple(starts), tuple(places))


@lru_cache(maxsize=1 << 14)
def _folded(letter: str) -> str:
    """One letter without case, accent and compatibility form; nothing for what is not seen."""
    plain = normalize("NFKD", normalize("NFKD", letter).casefold())
    return "".join(_latin(part) for part in plain if category(part) not in ("Mn", "Me", "Cf"))


def _latin(letter: str) -> str:
    """The Latin letter that one looks like: by the table, or because its name says so."""
    if letter.isascii():
        return letter
    named = _NAMED_LATIN.fullmatch(name(letter, ""))
    return named[1].lower() if named else _ALIKE.get(letter, letter)


class _Folding(dict[int, str]):
    """What `str.translate` puts in the place of each letter, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = "".join(filter(str.isalnum, _folded(chr(code)))).translate(_SAME)
        self[code] = plain
        return plain


_FOLDING = _Folding()
