"""Wherever protected people are named: any word of a name, with titles and initials beside."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from redact.cable.registers.posts import post_of
from redact.detectors.folding import Word, fold, words
from redact.detectors.hearing import Heard
from redact.detectors.model import Thing
from redact.detectors.name_words import (
    HONORIFICS,
    MONTHS,
    NAMES_TOO,
    NO_NAMES,
    OFFICES,
    PARTICLES,
)
from redact.detectors.personal_names import is_real
from redact.detectors.register import Found
from redact.detectors.terms import POSSESSIVE

_MOST_WORDS = 6
"""Titles, initials and given names that stand beside a name."""

_PIECE = re.compile(r"[^\W_]+")
_ORIGIN = re.compile(r"(?:EMBASSY|CONSUL|CONSULATE|USMISSION|USINT|USLO|RUE[A-Z]{2}/?)[ \n]$")
_SERIAL = re.compile(r"[ \n-]\d{2,}")
_DIGIT_BEFORE = re.compile(r"[\dZ][ \n]?$")
_DIGIT_BEHIND = re.compile(r",?[ \n]?\d")


class Called(NamedTuple):
    """Folded words by which protected people may be called, `capital` only with a capital; `beside`
    all words of their names, which go out where they stand beside one of those."""

    always: frozenset[str] = frozenset()
    capital: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


def together(people: Iterable[Called]) -> Called:
    """All of them at once."""
    listed = list(people)
    return Called(
        frozenset().union(*(one.always for one in listed)),
        frozenset().union(*(one.capital for one in listed)),
        frozenset().union(*(one.beside for one in listed)),
    )


def called(names: Iterable[str]) -> Called:
    """Each word of a name, whole and in its parts; a particle or title only where it is one too.

    What is a particle in one name, a title in another and a given name in a third (`Ben`, `Amir`)
    is looked for with a capital.
    """
    names = tuple(names)
    always, capital = set(), set()
    for name in names:
        for part in {name, *_PIECE.findall(name)}:
            word = fold(part)
            if len(word) < 2:
                continue
            if is_real(part) or name is names[-1]:
                always.add(word)
            elif word in NAMES_TOO or (word in PARTICLES and len(word) > 2 and part.istitle()):
                capital.add(word)
    return Called(frozenset(always), frozenset(capital), frozenset(map(fold, names)))


def occurrences(text: str, people: Called) -> Iterator[Found]:
    """Wherever one of the people is named, with titles, initials and other names beside."""
    names = people.always | people.capital
    if not names:
        return
    stretch = words(text)
    heard = Heard(names)
    beside = people.beside | HONORIFICS | OFFICES
    done = 0
    for at, word in enumerate(stretch):
        last = at if heard.is_name(word.folded) else heard.last_part(text, stretch, at)
        if last is None or word.start < done or not _is_meant(text, word, stretch[last], people):
            continue
        first = at
        floor = max(0, first - _MOST_WORDS)
        while first > floor and _beside(text, stretch[first - 1], stretch[first], beside):
            first -= 1
        end = stretch[last].end
        possessive = POSSESSIVE.match(text, end)
        done = possessive.end() if possessive else end
        yield Found(stretch[first].start, done, Thing.NAME)


def _is_meant(text: str, word: Word, last: Word, people: Called) -> bool:
    """Whether a word that sounds like a name may be one, here and as it is written."""
    said = text[word.start : last.end]
    if said.islower() and (
        len(word.folded) <= 3
        or (word.folded in people.capital and word.folded not in people.always)
        or not is_real(said)
    ):
        return False
    if word.folded in MONTHS:
        return not (
            _DIGIT_BEFORE.search(text, max(0, word.start - 2), word.start)
            or _DIGIT_BEHIND.match(text, last.end)
        )
    if said.isupper() and post_of(said):
        return not (
            _ORIGIN.search(text, max(0, word.start - 16), word.start)
            or _SERIAL.match(text, last.end)
        )
    return True


def _beside(text: str, word: Word, following: Word, beside: frozenset[str]) -> bool:
    """Whether a word belongs to the name that follows: a title, another name, an initial."""
    between = text[word.end : following.start]
    if between.strip(" \n.-'\"") or len(between) > 3:
        return word.folded in PARTICLES and len(between) == 1
    if not text[word.start].isupper():
        return word.folded in PARTICLES and len(between) == 1
    return (word.folded in beside and word.folded not in NO_NAMES) or (
        len(word.folded) == 1 and word.end - word.start == 1 and between[:1] == "."
    )
