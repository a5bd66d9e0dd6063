"""Names under a protect word, and all else of the person it protects (K4, K5)."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator

from redact.detectors.folding import HOLE
from redact.detectors.legible import BORDER
from redact.detectors.model import Thing
from redact.detectors.named_people import low_words, people_in, speakers
from redact.detectors.nearest_person import (
    before_blanks,
    nearest,
    nearest_inverted,
    other_names,
)
from redact.detectors.occurrences import Called, called, occurrences, together
from redact.detectors.personal_names import Named, person_behind
from redact.detectors.protect_words import ProtectWord, Whom, protect_words
from redact.detectors.register import Found
from redact.detectors.sentences import (
    Sentences,
    clause_start,
    paragraph,
    sentence,
    sentence_start,
    sentences_of,
)

_LIST = 400
"""How far before `(protect all)` its list may begin."""

_ITEM = 120
"""What is longer is no item of a list of names."""

_LIST_SIGN = re.compile(r"[-*\u2022]|\w[.)]")

_TORN = re.compile(
    r"(?<=[^\W\d_])\?(?=\??[^\W\d_]|[ \n][a-z]|[,;'])"
    r"|(?P<word>(?<!\w)[^\W\d_a-z]\w*)\?(?=[ \n][^\W\d_a-z])"
    r"|(?<=[a-z])Ã(?=[a-z])|\ufffd"
    r"|(?<=[^\W\d_])1(?=[^\W\d_])|(?<=[A-Z])l(?=[A-Z]{2})|(?<=[A-Z]{2})l(?=[A-Z])"
    r"|(?<=[A-Za-z][a-z]{2})I(?=[a-z])"
)
"""A letter that damage has taken, or made a question mark, within a word or perhaps at its end; one
of several that a scanner takes for each other."""


def find(text: str) -> Iterator[Found]:
    """The names before protect words, and their every occurrence; where none can be delimited the
    sentence, where none ends the paragraph. The protect word itself stays."""
    marks = list(protect_words(text))
    if not marks:
        return
    text = _TORN.sub(lambda torn: (torn["word"] or "") + HOLE, text)
    known = sentences_of(text)
    people: list[Called] = []
    wholes: dict[tuple[int, int], None] = {}
    for mark in marks:
        for first, last in mark.besides:
            yield from _trimmed(text, first, last, Thing.TEXT)
            people += [called(other_names(text, first, last)), people_in(known, first, last)]
        behind = person_behind(text, mark.end)
        if mark.whom is Whom.SPEAKERS:
            whole = paragraph(known, mark.start)
            if whole not in wholes:
                wholes[whole] = None
                people += [people_in(known, *whole), speakers(known, *whole)]
            people.append(called(behind.names if behind else ()))
            continue
        named, is_all = _named(known, mark)
        if behind and not any(len(one.names) > 1 for one in named):
            named.append(behind)
        for one in named:
            yield Found(one.start, one.end, Thing.NAME)
            is_named = bool(one.names)
            people.append(called(one.names) if is_named else low_words(text, one.start, one.end))
        if not is_all:
            for whole in _wholes(known, mark, wholes):
                wholes[whole] = None
                people.append(people_in(known, *whole))
            people.append(low_words(text, sentence(known, mark.start, mark.end)[0], mark.start))
    for whole in wholes:
        yield from _without_marks(text, whole, marks)
    yield from occurrences(text, together(people))


def _named(known: Sentences, mark: ProtectWord) -> tuple[list[Named], bool]:
    """Whom a mark protects: the name or function before it, two names, or a whole list; and whether
    that is surely everyone."""
    text = known.text
    end = before_blanks(text, mark.start)
    if mark.whom is Whom.NEAREST:
        found = nearest_inverted(known, end)
    else:
        found, ends_well = _listed(known, end, mark.whom)
        if not ends_well:
            return found, False
    inside = any(other_names(text, first, last) for first, last in mark.besides)
    is_said_of_another = (
        len(found) == 1
        and not found[0].names
        and _IS.search(text, max(0, found[0].start - 24), found[0].start)
    )
    return found, bool(found or inside) and not is_said_of_another and not _announces(text, mark)


_IS = re.compile(
    r"\b(?:is|was|as|are|were|remains|remained|been|being|became)[ \n](?:an?|the|our|one)?[ \n]?$"
)
_ANNOUNCES = re.compile(r"\bfollowing(?:[ \n]\w+)?[ \n]?$", re.IGNORECASE)


def _announces(text: str, mark: ProtectWord) -> bool:
    """Whether a mark speaks of those who are named behind it."""
    return text[mark.end : mark.end + 2].lstrip()[:1] == ":" or (
        _ANNOUNCES.search(text, max(0, mark.start - 40), mark.start) is not None
    )


def _listed(known: Sentences, end: int, whom: Whom) -> tuple[list[Named], bool]:
    """The names that end at a place, back to where the list begins; and whether that is sure."""
    text = known.text
    joint = _AND if whom is Whom.JOINED else _LISTED
    floor = (clause_start if whom is Whom.JOINED else sentence_start)(known, end, _LIST)
    found: list[Named] = []
    count = 0
    stopped = end
    inverted = whom is Whom.JOINED
    while end > floor:
        one = nearest(known, end)
        if inverted:
            plain, one = one, nearest_inverted(known, end)
            inverted = one != plain
        if not one:
            break
        found += one
        count += 1
        stopped = one[-1].start
        before = joint.search(text, max(floor, stopped - 8), stopped)
        if before is None or (count > 1 and _is_enough(whom, found)):
            break
        end = before_blanks(text, before.start())
    if whom is Whom.JOINED:
        return found, True
    is_list = count > 1 and not _GOES_ON.search(text, max(floor, stopped - 12), stopped)
    return found, is_list


def _is_enough(whom: Whom, found: list[Named]) -> bool:
    """Whether two names are two persons, none of them a family name before its given name."""
    return whom is not Whom.ALL and all(len(one.names) > 1 for one in found if one.names)


_LISTED = re.compile(r"(?:[ \n]?(?:,|/|&|\band\b|;)[ \n]?)+$", re.IGNORECASE)
_AND = re.compile(r",?[ \n](?:&|and)[ \n]$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:\b(?:of|in|at|for|near|the|an?)[ \n]|[\w)\]\"'],[ \n]?|[&/][ \n]?)$")
"""What stands before a name that is not the first of its list."""


def _wholes(
    known: Sentences, mark: ProtectWord, done: Container[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The sentence around a mark, or where that says nothing else, the paragraph; where it speaks
    of a list, the items before it or behind too; what is `done` is left out."""
    first, last = sentence(known, mark.start, mark.end)
    rest = known.text[first : mark.start] + known.text[mark.end : last]
    whole = (first, last) if re.search(r"\w", rest) else paragraph(known, mark.start)
    if whole not in done:
        yield whole
    here = bisect_left(known.begins, mark.start + 1) - 1
    if _announces(known.text, mark):
        yield from _items(known, range(here + 1, len(known.begins) - 1), done)
    elif mark.whom in (Whom.ALL, Whom.BOTH):
        yield from _items(known, range(here - 1, -1, -1), done)


def _items(
    known: Sentences, paragraphs: range, done: Container[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The paragraphs that are items of a list, up to the first that is none or is done."""
    for at in paragraphs:
        first, last = paragraph(known, known.begins[at + 1] - len(BORDER))
        is_short = first < last <= first + _ITEM and known.text[last - 1] not in ".:!?"
        if (first, last) in done or not (
            is_short and _LIST_SIGN.search(known.text, known.begins[at], first)
        ):
            return
        yield first, last


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
