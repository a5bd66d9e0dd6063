"""The words that protect a person: where they stand, and whom they speak of (K5)."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

_HOW = r"(?:(?:please|pls|plse|kindly|also|str[il1]ct[l1i]?y?|must)[ \n,-]{1,3})"
_PROTECT = r"pr[o0]tect(?:[ ]ed|ed)?"
_NOUNS = r"(?:sources?|contacts?|interlocutors?|identit(?:y|ies)|names?|individuals?|informants?)"
_TAIL = (
    r"(?:[ \n,;:/-]{0,3}(?:throughout|strictly|please|both|all|fully|always|at[ \n]all[ \n]times"
    r"|his|her|"
    rf"their|the|of|our|these|this|two|three|four|five|six|{_NOUNS})){{0,8}}[ \n.;,!]{{0,3}}"
)
_BRACKETS = re.compile(
    rf"[(\[{{<][ \n\"'“”‘’]{{0,4}}(?P<title>[^()\[\]{{}}<>]{{1,120}}?[ \n]?(?:[,;:/]"
    rf"|--?)[ \n]?)?(?P<word>{_HOW}*{_PROTECT})\b"
    r"(?P<tail>[^()\[\]{}<>]{0,100})(?P<close>[)\]}>])?",
    re.IGNORECASE,
)
_TAIL_ONLY = re.compile(rf"{_TAIL}|[ \n]?[,;:/-].*", re.IGNORECASE | re.DOTALL)
_CLOSING = " \n\"'“”‘’"
_WEAK = re.compile(r"[ \n]as[ \n]appropriate", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"(?:[,;/*]|--?)[ \n]?(?P<word>{_HOW}+{_PROTECT}\b{_TAIL})[ \n]?(?=[,;./*)-]|\n|$|and\b|who\b"
    rf"|said\b|told\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    rf"(?:(?<=[.!?:)\]\"'][ \n])|(?<=\n\n)|(?<=^)|(?<=- )|(?<=-))(?P<word>{_HOW}*{_PROTECT}"
    rf"(?:[ \n](?:the|our|this|these|his|her|their|all|both|post|embassy|sensitive|of|as|a"
    rf"|{_NOUNS})){{0,6}}"
    rf"[ \n]?{_TAIL})(?=[.;!)\]]|\n\n|$|[ \n]|(?<=[.;!]))",
    re.IGNORECASE,
)


class Whom(Enum):
    """Whom a protect word speaks of."""

    NEAREST = "the name directly before"
    JOINED = "the name directly before, and one that `and` joins to it"
    BOTH = "the last two names before"
    ALL = "every name in the list before"
    SPEAKERS = "everyone who speaks in the paragraph"


class ProtectWord(NamedTuple):
    """`start` to `end` is what stays, brackets included; `title` what a bracket says besides."""

    start: int
    end: int
    whom: Whom
    title: tuple[int, int] | None = None


def protect_words(text: str) -> Iterator[ProtectWord]:
    """The protect words of a legible text; `to protect` and the like are none."""
    if not _ANY.search(text):
        return
    done = set()
    for found in _BRACKETS.finditer(text):
        if _speaks_of_a_person(found):
            done.add(found.start("word"))
            title = found.span("title") if found["title"] else None
            end = found.end() if found["close"] else found.end("word")
            yield ProtectWord(found.start(), end, _whom(found["word"] + found["tail"]), title)
    for found in _BETWEEN.finditer(text):
        if found.start("word") not in done:
            done.add(found.start("word"))
            whom = _whom(found["word"])
            joined = Whom.JOINED if whom is Whom.NEAREST else whom
            yield ProtectWord(found.start(), found.end("word"), joined)
    for found in _SENTENCE.finditer(text):
        if found.start("word") not in done and _is_order(found, text):
            yield ProtectWord(*found.span("word"), Whom.SPEAKERS)


_ANY = re.compile(_PROTECT, re.IGNORECASE)
_POLITE = re.compile(rf"{_HOW}+{_PROTECT}\b", re.IGNORECASE)
_NAMES_SOURCE = re.compile(rf"\b{_NOUNS}\b", re.IGNORECASE)


def _speaks_of_a_person(found: re.Match[str]) -> bool:
    """Whether brackets hold an order to protect someone, not a sentence with the verb."""
    if _WEAK.match(found["tail"]):
        return False
    return (
        _TAIL_ONLY.fullmatch(found["tail"].rstrip(_CLOSING)) is not None
        and (found["close"] is not None or _POLITE.match(found["word"]) is not None)
    ) or _POLITE.match(found["word"]) is not None


def _is_order(found: re.Match[str], text: str) -> bool:
    """Whether a sentence orders protection: politely, or of a source and nothing behind."""
    if _WEAK.match(text, found.end()):
        return False
    if _POLITE.match(found["word"]):
        return True
    ends = text[found.end() : found.end() + 1]
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
