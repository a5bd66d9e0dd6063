"""Names under a protect word, and all else of the person it protects (K4, K5)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from redact.detectors.folding import fold
from redact.detectors.model import Thing
from redact.detectors.name_words import OFFICES, SPEECH
from redact.detectors.occurrences import Person, occurrences, person
from redact.detectors.personal_names import Named, person_before
from redact.detectors.protect_words import ProtectWord, Whom, protect_words
from redact.detectors.register import Found
from redact.detectors.sentences import Sentences, clause_start, paragraph, sentence, sentences_of

_REACH = 160
"""How far before a protect word the name or function may begin, in characters."""

_LIST = 400
"""How far before `(protect all)` its list may begin."""


def find(text: str) -> Iterator[Found]:
    """The names before protect words, and their every occurrence; where none can be delimited the
    sentence, where none ends the paragraph. The protect word itself stays."""
    marks = sorted(protect_words(text), key=lambda mark: (mark.start, mark.end))
    if not marks:
        return
    known = sentences_of(text)
    people: set[Person] = set()
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
        if mark.title and not named:
            first, last = mark.title
            inside = person_before(text, first, _before_blanks(text, last))
            named = [inside] if inside and inside.names else []
        if not named:
            wholes[sentence(known, mark.start, mark.end)] = None
        for one in named:
            yield Found(one.start, one.end, Thing.NAME)
            people.add(person(one.names))
    for whole in wholes:
        yield from _without_marks(text, whole, marks)
    for first, last in speak:
        people.update(_speakers(known, first, last))
    yield from occurrences(text, people)


def _named(known: Sentences, mark: ProtectWord) -> list[Named]:
    """Whom a mark protects: the name or function before it, two names, or a whole list."""
    text = known.text
    end = _before_blanks(text, mark.start)
    if mark.whom is Whom.NEAREST:
        return _nearest(known, end)
    joint = _AND if mark.whom is Whom.JOINED else _LISTED
    floor = clause_start(known, end, _LIST)
    found: list[Named] = []
    count = 0
    while end > floor and (mark.whom is Whom.ALL or count < 2):
        one = _nearest(known, end)
        if not one:
            break
        found += one
        count += 1
        before = joint.search(text, max(floor, one[-1].start - 8), one[-1].start)
        if before is None:
            break
        end = _before_blanks(text, before.start())
    return found if mark.whom is not Whom.BOTH or count == 2 else []


_LISTED = re.compile(r"(?:[ \n]?(?:,|/|&|\band\b|;)[ \n]?)+$", re.IGNORECASE)
_AND = re.compile(r",?[ \n](?:&|and)[ \n]$", re.IGNORECASE)
_SUFFIX = re.compile(
    r",?[ \n](?:Jr|Sr|Jnr|Snr|I{2,3}|IV|Ph\.?[ ]?D|M\.?D|Esq|LL\.?[DMB]|Ret)\.?$", re.IGNORECASE
)


def _nearest(known: Sentences, end: int) -> list[Named]:
    """The person before a place, with what stands in brackets between."""
    text = known.text
    if end <= paragraph(known, end)[0]:
        return []
    suffix = _SUFFIX.search(text, max(0, end - 12), end)
    if suffix:
        first, *others = _nearest(known, suffix.start()) or [Named(suffix.start(), end, ())]
        return [first._replace(end=end), *others]
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
    whose = _OF.search(text, floor, one.start) if one and not one.names else None
    of = person_before(text, floor, whose.start()) if whose else None
    return [found for found in (one, of) if found]


_OF = re.compile(r"[ \n](?:of|from|at|with|in)[ \n](?:the|an?|our|this|his|her|their)[ \n]$")


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


def _speakers(known: Sentences, first: int, last: int) -> list[Person]:
    """Who speaks in a paragraph, or else in the one before it."""
    found = list(_speaking(known, first, last))
    nearest = bisect_right(known.begins, first) - 1
    if not found and nearest > 0:
        found = list(_speaking(known, *paragraph(known, known.begins[nearest - 1])))
    return found


def _speaking(known: Sentences, start: int, end: int) -> Iterator[Person]:
    text = known.text
    for said in _SPEECH_WORD.finditer(text, start, end):
        for one in _nearest(known, said.start()):
            if one.names:
                yield person(one.names)
    for said in _NAMED_BY.finditer(text, start, end):
        stop = said.start("name") + len(said["name"].rstrip(" \n,."))
        one_named = person_before(text, said.start("name"), stop)
        if one_named and one_named.names:
            yield person(one_named.names)
