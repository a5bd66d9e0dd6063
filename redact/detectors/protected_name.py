"""Names under a protect word, and all else of the person it protects (K4, K5)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from redact.detectors.folding import Word, fold, words
from redact.detectors.model import Thing
from redact.detectors.name_words import HONORIFICS, NO_NAMES, OFFICES, PARTICLES, SPEECH
from redact.detectors.personal_names import Named, family_names, person_before
from redact.detectors.protect_words import ProtectWord, Whom, protect_words
from redact.detectors.register import Found
from redact.detectors.sentences import Sentences, clause_start, paragraph, sentence, sentences_of
from redact.detectors.terms import find_terms, terms_of

_REACH = 160
"""How far before a protect word the name or function may begin, in characters."""

_MOST_WORDS = 6
"""Titles, initials and given names that stand beside a family name."""

_JOINT = 3
"""Characters between the words of one name, a comma and a line end at most."""

_LIST = 400
"""How far before `(protect all)` its list may begin."""


class _Person(NamedTuple):
    """What is known of a person: the words of the name, and the folded ones to look for."""

    words: frozenset[str]
    called: frozenset[str]


def find(text: str) -> Iterator[Found]:
    """The names before protect words, and their every occurrence; where none can be delimited the
    sentence, where none ends the paragraph. The protect word itself stays."""
    marks = sorted(protect_words(text), key=lambda mark: (mark.start, mark.end))
    if not marks:
        return
    known = sentences_of(text)
    people: set[_Person] = set()
    wholes: dict[tuple[int, int], None] = {}
    speak: dict[tuple[int, int], None] = {}
    for mark in marks:
        if mark.title:
            yield from _trimmed(text, *mark.title, Thing.TEXT)
        if mark.whom is Whom.SPEAKERS:
            wholes[paragraph(known, mark.start)] = None
            speak[paragraph(known, mark.start)] = None
            continue
        named = _named(known, mark)
        if not named:
            wholes[sentence(known, mark.start, mark.end)] = None
        for one in named:
            yield Found(one.start, one.end, Thing.NAME)
            people.add(_person(one.names))
    for whole in wholes:
        yield from _without_marks(text, whole, marks)
    for first, last in speak:
        people.update(_speakers(known, first, last))
    yield from _occurrences(text, people)


def _named(known: Sentences, mark: ProtectWord) -> list[Named]:
    """Whom a mark protects: the name or function before it, two names, or a whole list."""
    text = known.text
    end = _before_blanks(text, mark.start)
    if mark.whom is Whom.NEAREST:
        return _nearest(known, end)
    floor = clause_start(known, end, _LIST)
    found: list[Named] = []
    while end > floor and (mark.whom is Whom.ALL or len(found) < 2):
        one = _nearest(known, end)
        if not one:
            break
        found += one
        joint = re.compile(r"(?:[ \n]?(?:,|/|&|\band\b|;)[ \n]?)+$", re.IGNORECASE).search(
            text, max(floor, one[-1].start - 8), one[-1].start
        )
        if joint is None:
            break
        end = _before_blanks(text, joint.start())
    return found if mark.whom is Whom.ALL or len(found) >= 2 else []


def _nearest(known: Sentences, end: int) -> list[Named]:
    """The person before a place, with what stands in brackets between."""
    text = known.text
    if end <= paragraph(known, end)[0]:
        return []
    if text[end - 1 : end] not in (")", "]"):
        return _named_before(known, end)
    opening = max(text.rfind(bracket, max(0, end - 120), end) for bracket in "([")
    if opening < 0:
        return []
    inside = Named(opening + 1, end - 1, ())
    return [inside, *_named_before(known, _before_blanks(text, opening))]


def _named_before(known: Sentences, end: int) -> list[Named]:
    """The person before a place: a function behind a comma takes the name before the comma too."""
    text = known.text
    floor = clause_start(known, end, _REACH)
    comma = text.rfind(",", floor, end)
    one = person_before(text, max(floor, comma + 1), end)
    if comma >= floor:
        start = comma + 1 + len(text[comma + 1 : end]) - len(text[comma + 1 : end].lstrip())
        apposed = person_before(text, floor, _before_blanks(text, comma))
        if apposed and apposed.names and _is_function(text, start, one):
            return [Named(start, end, ()), apposed]
    if one is None:
        one = person_before(text, floor, end)
    return [one] if one else []


def _is_function(text: str, start: int, one: Named | None) -> bool:
    """Whether what stands from `start` on says what somebody is, and `one` found in it is no name
    that fills it."""
    if one is None or not one.names:
        return True
    first = re.compile(r"[\w'-]+").match(text, start)
    return first is not None and first.start() < one.start and fold(first.group()) in OFFICES


def _before_blanks(text: str, end: int) -> int:
    """The end of what stands before blanks, commas and quotation marks."""
    floor = max(0, end - 8)
    return floor + len(text[floor:end].rstrip(" \n,;\"'-/*"))


def _without_marks(text: str, whole: tuple[int, int], marks: list[ProtectWord]) -> Iterator[Found]:
    """A sentence or paragraph without the protect words in it."""
    start, end = whole
    at = bisect_left(marks, start, key=lambda mark: mark.end)
    while at < len(marks) and marks[at].start < end:
        yield from _trimmed(text, start, marks[at].start, Thing.TEXT)
        start = max(start, marks[at].end)
        at += 1
    yield from _trimmed(text, start, end, Thing.TEXT)


def _trimmed(text: str, start: int, end: int, thing: Thing) -> Iterator[Found]:
    part = text[start:end]
    if re.search(r"\w", part):
        begin = start + len(part) - len(part.lstrip(" \n,;:/"))
        yield Found(begin, start + len(part.rstrip(" \n,;:/")), thing)


_NAMED_BY = re.compile(
    r"\b(?:[Aa]ccording[ \n]to|(?:told|informed|briefed)[ \n]by)[ \n]"
    r"(?P<name>(?:[^\W\d_a-z][\w'.-]*[ \n]?){1,6})"
)
_SPEECH_WORD = re.compile(rf"(?:[ \n]\w+ly)?[ \n]{SPEECH}\b", re.IGNORECASE)


def _speakers(known: Sentences, first: int, last: int) -> list[_Person]:
    """Who speaks in a paragraph, or else in the one before it."""
    found = list(_speaking(known, first, last))
    nearest = bisect_right(known.begins, first) - 1
    if not found and nearest > 0:
        found = list(_speaking(known, *paragraph(known, known.begins[nearest - 1])))
    return found


def _speaking(known: Sentences, start: int, end: int) -> Iterator[_Person]:
    text = known.text
    for said in _SPEECH_WORD.finditer(text, start, end):
        for one in _nearest(known, said.start()):
            if one.names:
                yield _person(one.names)
    for said in _NAMED_BY.finditer(text, start, end):
        stop = said.start("name") + len(said["name"].rstrip(" \n,."))
        one_named = person_before(text, said.start("name"), stop)
        if one_named and one_named.names:
            yield _person(one_named.names)


def _person(names: tuple[str, ...]) -> _Person:
    return _Person(frozenset(map(fold, names)), family_names(names))


def _occurrences(text: str, people: set[_Person]) -> Iterator[Found]:
    """Wherever one of the people is named, with titles, initials and other names beside."""
    called = {name for person in people for name in person.called}
    if not called:
        return
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
