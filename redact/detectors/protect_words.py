"""The words that protect a person: where they stand, and whom they speak of (K5)."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from redact.detectors.protect_spelling import HOW, NEARLY_PROTECT, PROTECT, may_protect

_NOUNS = r"(?:sources?|contacts?|interlocutors?|identit(?:y|ies)|names?|individuals?|informants?)"
_WHOSE = r"(?:the|our|this|these|his|her|their)"
_TAIL = (
    r"(?:[ \n,;:/-]{0,3}(?:throughout|strictly|please|both|all|fully|always|at[ \n]all[ \n]times"
    rf"|of|him|them|two|three|four|five|six|{_WHOSE}|{_NOUNS})){{0,8}}[ \n.;,!]{{0,3}}"
)
_BRACKETS = re.compile(
    rf"[(\[{{<][ \n\"'“”‘’]{{0,4}}(?P<title>[^()\[\]{{}}<>]{{1,120}}?[ \n]?(?:[,;:/]|--?"
    rf"|(?=[ \n]{HOW}))[ \n]?)??(?P<word>{HOW}*{NEARLY_PROTECT})\b"
    r"(?P<tail>[^()\[\]{}<>]{0,100})(?P<close>[)\]}>])?",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"[(\[{{<][ \n\"'\u201c\u201d]{{0,4}}(?:please[ \n])?(?:{_WHOSE}[ \n])?(?:{_NOUNS}"
    rf"(?:[ \n](?:(?:is|are)[ \n]to|must|should|shall|to))?[ \n]be[ \n]{PROTECT}"
    rf"|(?:{_NOUNS}[ \n])?protection[ \n](?:(?:is|was)[ \n])?(?:requested|required|needed|asked"
    rf"|please|essential|necessary))[^()\[\]{{}}<>]{{0,40}}[)\]}}>]",
    re.IGNORECASE,
)
_TAIL_ONLY = re.compile(rf"{_TAIL}|[ \n]?[,;:/-].*", re.IGNORECASE | re.DOTALL)
_TAIL_WORDS = re.compile(_TAIL, re.IGNORECASE)
_CLOSING = " \n\"'“”‘’"
_WEAK = re.compile(r"[ \n]as[ \n]appropriate", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"(?:[,;/*]|--?)[ \n]?(?P<word>{HOW}+{PROTECT}\b{_TAIL})[ \n]?(?=[,;./*)-]|\n|$|and\b|who\b"
    rf"|said\b|told\b)",
    re.IGNORECASE,
)
_PAIRED = re.compile(
    rf"(?<!\w)(?P<sign>[/*|~_=]|--?)[ \n]?(?P<word>{PROTECT}\b{_TAIL})(?P=sign)(?!\w)"
    rf"|(?<=[^\W_]),[ \n](?P<comma>{PROTECT})(?=,)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    rf"(?:(?<=[.!?:)\]\"'][ \n])|(?<=\n\n)|(?<=^)|(?<=- )|(?<=-))(?P<word>{HOW}*{PROTECT}"
    rf"(?:[ \n](?:both|all|post|embassy|sensitive|of|as|a|{_WHOSE}|{_NOUNS})){{0,6}}"
    rf"[ \n]?{_TAIL})(?=[.;:!)\]]|\n\n|$|[ \n]|(?<=[.;!]))",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\b(?P<word>(?:please|pls|kindly|strictly)[ \n]{PROTECT})\b"
    rf"(?P<source>(?:[ \n]{_WHOSE})?[ \n]{_NOUNS}\b)?",
    re.IGNORECASE,
)
_LOUD = re.compile(r"(?<=[ \n])PROTECT(?:ED)?\b(?![ \n](?i:act|bill|law|program|project)\b)")
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w'.-]*[ \n]?$")
_VERB_BEFORE = re.compile(
    r"\b(?:to|must|will|shall|should|would|can|could|may|we|they|you|and|not|who|that|which)[ \n]$",
    re.IGNORECASE,
)


class Whom(Enum):
    """Whom a protect word speaks of."""

    NEAREST = "the name directly before"
    JOINED = "the name directly before, and one that `and` joins to it"
    BOTH = "the last two names before"
    ALL = "every name in the list before"
    SPEAKERS = "everyone who speaks or is named in the paragraph"


class ProtectWord(NamedTuple):
    """`start` to `end` is what stays, brackets included; `besides`: what a bracket says in front of
    it and behind."""

    start: int
    end: int
    whom: Whom
    besides: tuple[tuple[int, int], ...] = ()


def protect_words(text: str) -> Iterator[ProtectWord]:
    """The protect words of a legible text in order; `to protect` and the like are none."""
    if not may_protect(text):
        return
    found = [*_in_brackets(text), *_between(text), *_as_sentences(text), *_in_passing(text)]
    end = 0
    for one in sorted(found, key=lambda one: one.start):
        if one.start >= end:
            end = one.end
            yield one


def _in_brackets(text: str) -> Iterator[ProtectWord]:
    for found in _BRACKETS.finditer(text):
        if _speaks_of_a_person(found):
            end = found.end() if found["close"] else found.end("word")
            whom = _whom(found["word"] + found["tail"])
            yield ProtectWord(found.start(), end, whom, tuple(_besides(found)))
    for found in _PASSIVE.finditer(text):
        yield ProtectWord(*found.span(), _whom(found.group()))


def _besides(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    if found["title"]:
        yield found.span("title")
    known = _TAIL_WORDS.match(found.string, found.start("tail"), found.end("tail"))
    start = known.end() if known else found.start("tail")
    if found["close"] and any(map(str.isalpha, found.string[start : found.end("tail")])):
        yield start, found.end("tail")


def _between(text: str) -> Iterator[ProtectWord]:
    """Between commas, dashes, slashes."""
    for found in _BETWEEN.finditer(text):
        whom = _whom(found["word"])
        joined = Whom.JOINED if whom is Whom.NEAREST else whom
        yield ProtectWord(found.start(), found.end("word"), joined)
    for found in _PAIRED.finditer(text):
        if not found["comma"]:
            yield ProtectWord(*found.span(), _whom(found["word"]))
        elif _follows_a_name(text, found.start()):
            yield ProtectWord(found.start(), found.end(), Whom.JOINED)


def _as_sentences(text: str) -> Iterator[ProtectWord]:
    for found in _SENTENCE.finditer(text):
        if _is_order(found, text):
            yield ProtectWord(*found.span("word"), Whom.SPEAKERS)


def _in_passing(text: str) -> Iterator[ProtectWord]:
    """In the middle of a sentence: asked for, or in capitals behind a name."""
    for found in _ASKED.finditer(text):
        if found["source"]:
            yield ProtectWord(*found.span(), Whom.SPEAKERS)
        elif not _VERB_BEFORE.search(text, max(0, found.start() - 9), found.start()):
            yield ProtectWord(*found.span(), Whom.NEAREST)
    for found in _LOUD.finditer(text):
        around = text[max(0, found.start() - 60) : found.end() + 60]
        if _follows_a_name(text, found.start()) and sum(map(str.islower, around)) > 10:
            yield ProtectWord(*found.span(), Whom.NEAREST)


def _follows_a_name(text: str, at: int) -> bool:
    return _NAME_WORD.search(text, max(0, at - 40), at) is not None


_POLITE = re.compile(rf"{HOW}+{PROTECT}\b", re.IGNORECASE)
_NAMES_SOURCE = re.compile(rf"\b{_NOUNS}\b", re.IGNORECASE)


def _speaks_of_a_person(found: re.Match[str]) -> bool:
    """Whether brackets hold an order to protect someone, not a sentence with the verb."""
    if _WEAK.match(found["tail"]):
        return False
    if not found["title"] or _POLITE.match(found["word"]):
        return True
    tail_is_known = _TAIL_ONLY.fullmatch(found["tail"].rstrip(_CLOSING)) is not None
    return tail_is_known and found["close"] is not None


def _is_order(found: re.Match[str], text: str) -> bool:
    """Whether a sentence orders protection: politely, of a source and nothing behind, of a name."""
    if _WEAK.match(text, found.end()):
        return False
    if _POLITE.match(found["word"]):
        return True
    ends = text[found.end() : found.end() + 1]
    if ends == ":":
        return True
    return _NAMES_SOURCE.search(found["word"]) is not None and (
        ends in ("", ".", ";", "!", ")", "]")
        or found["word"].rstrip()[-1:] in ".;!"
        or ends == "\n"
    )


def _whom(words: str) -> Whom:
    lowered = words.lower()
    if re.search(r"\bboth\b|\btwo\b", lowered):
        return Whom.BOTH
    if re.search(r"\ball\b(?! times)|\bthree\b|\bfour\b|\bfive\b|\bsix\b", lowered):
        return Whom.ALL
    return Whom.NEAREST
