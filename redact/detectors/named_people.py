"""Who is named in a stretch of text where no protect word says whom it means."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from redact.cable.registers.posts import post_of
from redact.detectors.folding import fold
from redact.detectors.name_words import HONORIFICS, NO_PEOPLE, SPEECH
from redact.detectors.nearest_person import nearest
from redact.detectors.occurrences import Called, called, together
from redact.detectors.personal_names import (
    RUN,
    is_all_capitals,
    is_real,
    person_before,
    without_beginning,
)
from redact.detectors.sentences import Sentences, paragraph

_NAMED_BY = re.compile(
    r"\b(?:[Aa]ccording[ \n]to|(?:told|informed|briefed)[ \n]by)[ \n]"
    r"(?P<name>(?:[^\W\d_a-z][\w'.-]*[ \n]?){1,6})"
)
_SPEECH_WORD = re.compile(rf"(?:[ \n]\w+ly)?[ \n]{SPEECH}\b", re.IGNORECASE)
_RUN = re.compile(RUN)
_WORD = re.compile(r"[^\W\d_]{3,}")
_MET = re.compile(
    r"\b(?:met|saw|visited|called|contacted|protect|protected|asked|heard|thanked|(?:with|from|of|"
    r"by|to|on)[ \n](?=\w+[ \n]?[.,;)]))(?:[ \n]with)?[ \n]?:?[ \n]?$",
    re.IGNORECASE,
)


_ITEM = re.compile(r"[:;,/-][ \n]?$|\band[ \n]$")


def people_in(known: Sentences, start: int, end: int) -> Called:
    """Those who speak, and who are named in full, by title, in a list, or as whom somebody met;
    only the first where all stands in capitals."""
    text = known.text
    people = [_speaking(known, start, end)]
    if is_all_capitals(text[start:end]):
        return people[0]
    for run in _RUN.finditer(text, start, end):
        first, names = without_beginning(text, *run.span())
        real = [name for name in names if is_real(name) and fold(name) not in NO_PEOPLE]
        titled = len(real) == 1 and (
            fold(text[first : run.end()].split()[0]) in HONORIFICS
            or _MET.search(text, max(start, first - 24), first)
            or (_ITEM.search(text, max(start, first - 3), first) and not post_of(real[0]))
        )
        if len(real) > 1 or titled:
            people.append(called(real))
    return together(people)


def speakers(known: Sentences, first: int, last: int) -> Called:
    """Who speaks in a paragraph, or else in the one before it."""
    found = _speaking(known, first, last)
    before = bisect_right(known.begins, first) - 1
    if not any(found) and before > 0:
        found = _speaking(known, *paragraph(known, known.begins[before - 1]))
    return found


def _speaking(known: Sentences, start: int, end: int) -> Called:
    return together(map(called, _named_as_speaking(known, start, end)))


def _named_as_speaking(known: Sentences, start: int, end: int) -> Iterator[tuple[str, ...]]:
    text = known.text
    for said in _SPEECH_WORD.finditer(text, start, end):
        for one in nearest(known, said.start()):
            yield one.names
    for said in _NAMED_BY.finditer(text, start, end):
        stop = said.start("name") + len(said["name"].rstrip(" \n,."))
        one_named = person_before(text, said.start("name"), stop)
        if one_named:
            yield one_named.names


def low_words(text: str, start: int, end: int) -> Called:
    """The last two words of a stretch, where damage may have made small letters of their capitals:
    a name where neither is a common word. With no capital left they are looked for with one."""
    found = [one.group() for one in _WORD.finditer(text, max(start, end - 60), end)][-2:]
    if len(found) < 2 or not found[1].islower() or not all(map(is_real, found)):
        return Called()
    return Called(capital=called(found).always) if found[0].islower() else called(found)
