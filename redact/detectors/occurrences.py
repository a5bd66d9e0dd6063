"""The people of a text, and wherever they are named: with titles, initials, given names beside."""

from collections.abc import Iterator
from typing import NamedTuple

from redact.detectors.folding import Word, fold, words
from redact.detectors.model import Thing
from redact.detectors.name_words import HONORIFICS, NO_NAMES, OFFICES, PARTICLES
from redact.detectors.personal_names import family_names
from redact.detectors.register import Found
from redact.detectors.terms import find_terms, terms_of

_MOST_WORDS = 6
"""Titles, initials and given names that stand beside a family name."""

_JOINT = 3
"""Characters between the words of one name, a comma and a line end at most."""


class Person(NamedTuple):
    """What is known of a person: the words of the name, and the folded ones to look for."""

    words: frozenset[str]
    called: frozenset[str]


def person(names: tuple[str, ...]) -> Person:
    """The person whose name has these words."""
    return Person(frozenset(map(fold, names)), family_names(names))


def occurrences(text: str, people: set[Person]) -> Iterator[Found]:
    """Wherever one of the people is named, with titles, initials and other names beside."""
    called = {name for person in people for name in person.called}
    if not called:
        return
    called.update([f"{name}{plural}" for name in called for plural in ("s", "es")])
    stretch = words(text)
    given = {word for person in people for word in person.words}
    beside = given | HONORIFICS | OFFICES
    place = {word.start: at for at, word in enumerate(stretch)}
    for start, end in find_terms(text, terms_of(called)):
        name = text[start:end]
        if len(fold(name)) <= 3 and not name[0].isupper():
            continue
        first = place[start]
        floor = max(0, first - _MOST_WORDS)
        while first > floor and _beside(text, stretch[first - 1], stretch[first], beside):
            first -= 1
        yield Found(stretch[first].start, end, Thing.NAME)
        yield from _given_behind(text, stretch, place[start], end, given)


def _beside(text: str, word: Word, following: Word, beside: set[str] | frozenset[str]) -> bool:
    """Whether a word belongs to the name that follows: a title, another name, an initial."""
    between = text[word.end : following.start]
    if between.strip(" \n.-'") or len(between) > 3 or not text[word.start].isupper():
        return word.folded in PARTICLES and len(between) == 1
    return (word.folded in beside and word.folded not in NO_NAMES) or (
        len(word.folded) == 1 and word.end - word.start == 1 and between[:1] == "."
    )


def _given_behind(
    text: str, stretch: list[Word], at: int, end: int, given: set[str]
) -> Iterator[Found]:
    """`Dupont, Jean`: the other names of the same person behind a comma."""
    at += 1
    while at < len(stretch) and stretch[at].start < end:
        at += 1
    for word in stretch[at : at + _MOST_WORDS]:
        if word.folded not in given or word.start - end > _JOINT:
            break
        yield Found(word.start, word.end, Thing.NAME)
        end = word.end
