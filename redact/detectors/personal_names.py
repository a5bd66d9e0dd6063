"""Personal names and functions as they stand directly before a place in a text."""

import re
from typing import NamedTuple

from redact.detectors.folding import HOLE, fold
from redact.detectors.name_words import (
    HONORIFICS,
    MONTHS,
    NAMES_TOO,
    NO_NAMES,
    OFFICES,
    PARTICLES,
)

_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES, key=len, reverse=True))})"
_CAPITAL = r"(?:[dDlL]'|[Mm]a?c|[Oo]')?[^\W\d_a-z][\w'.]*"
_NICKNAME = (
    r"[\"'“”(\[](?:(?i:aka|a\.k\.a\.|alias|also[ ]known[ ]as|n[eé]e|called)[ \n])?"
    rf"{_CAPITAL}(?:[ \n]{_CAPITAL}){{0,2}}[\"'“”)\]]"
)
_JOINT = r"(?:[ \n]|-\n?)"
RUN = (
    rf"(?<![\w'])(?:{_PARTICLE}{_JOINT})?{_CAPITAL}"
    rf"(?:{_JOINT}(?:(?:{_PARTICLE}{_JOINT}){{0,2}}{_CAPITAL}|{_NICKNAME})){{0,19}}"
)
"""A run of capitals with the particles between them."""

_RUN = re.compile(rf"{RUN}$")
_BEHIND = re.compile(rf"[ \n]?:?[ \n]?(?P<name>{RUN})")
_WORDS = re.compile(r"[\w'.]+")
_LAST_WORDS = re.compile(r"(?:[^\W\d_][\w'.]*(?:[ \n]|-\n?)){0,7}[^\W\d_][\w'.]*$")
_FUNCTION = re.compile(
    r"(?:(?<=[ \n])|^)(?:the|an?|our|this|another|one|his|her|their|post's)[ \n]"
    r"(?P<role>(?:[^\W_][\w'-]*[ \n]){0,9}[^\W_][\w'-]*)$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:that|who|which|and|but|when|from|with|by|said|told|met|meets|heard|asked|as|if|because|"
    r"according[ \n]to|is|was|were|has|had|have|briefed|contacted|called|saw|visited)[ \n]",
    re.IGNORECASE,
)
_SURE_NAMES = 4
"""Where everything stands in capitals, no more of the words before a place are surely names."""


class Named(NamedTuple):
    """`start` to `end` of what is said of a person; `names`: the words of the name, titles left
    out, empty where only a function is said."""

    start: int
    end: int
    names: tuple[str, ...]


def person_before(text: str, floor: int, end: int) -> Named | None:
    """The name, or else the function, that ends at `end`; None where neither can be delimited."""
    if is_all_capitals(text[floor:end]):
        return _capital_name(text, floor, end)
    run = _RUN.search(text, floor, end)
    if run:
        start, names = without_beginning(text, *run.span())
        if names:
            return Named(start, end, names)
        if start < end:
            return Named(start, end, ())
    return _function_before(text, floor, end)


def is_all_capitals(text: str) -> bool:
    """Whether a text of more than a few letters stands in capitals."""
    letters = [letter for letter in text if letter.isalpha() and letter != HOLE]
    small = sum(map(str.islower, letters))
    return len(letters) > 12 and small * 10 < len(letters)


def without_beginning(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Where a run of capitals begins once words that begin sentences are left out, and the names
    in it."""
    words = [(one.start(), one.group()) for one in _WORDS.finditer(text, start, end)]
    follows = ""
    while words and fold(words[0][1]) in NO_NAMES:
        word = fold(words[0][1])
        if len(words) > 1 and word in NAMES_TOO and not (word in MONTHS and follows):
            break
        follows = word
        words.pop(0)
    if not words:
        return end, ()
    return words[0][0], _names_of([word for _, word in words])


def _names_of(words: list[str]) -> tuple[str, ...]:
    """The words of a name: without titles and functions at its beginning, with its particles."""
    names = [word.strip(".'") for word in words]
    while names and fold(names[0]) in HONORIFICS | OFFICES and not _is_given(names):
        names.pop(0)
    left = tuple(name for name in names if name)
    real = [name for name in left if is_real(name) or fold(name) in NAMES_TOO]
    return left if any(len(name) > 1 for name in real) else ()


def is_real(word: str) -> bool:
    """Whether a word can only be a name: no title, function, particle or common word."""
    return fold(word) not in HONORIFICS | OFFICES | NO_NAMES | PARTICLES


def _is_given(names: list[str]) -> bool:
    """Whether a title may be a given name: `Amir Hassan`."""
    return fold(names[0]) in NAMES_TOO and len(names) > 1 and is_real(names[1])


def _capital_name(text: str, floor: int, end: int) -> Named | None:
    """Where everything stands in capitals: the last words, up to one that is in no name."""
    last = _LAST_WORDS.search(text, floor, end)
    if last is None:
        return None
    words = [(one.start(), one.group()) for one in _WORDS.finditer(text, last.start(), end)]
    taken: list[tuple[int, str]] = []
    for at, word in reversed(words):
        if fold(word) in NO_NAMES and not (taken and fold(word) in NAMES_TOO):
            break
        taken.insert(0, (at, word))
        if fold(word) in NO_NAMES:
            break
    if not taken:
        return None
    return Named(taken[0][0], end, _names_of([word for _, word in taken])[-_SURE_NAMES:])


def person_behind(text: str, start: int) -> Named | None:
    """The name that begins at `start`, or behind a blank or colon there."""
    run = _BEHIND.match(text, start)
    if run is None:
        return None
    words: list[str] = []
    end = start
    for one in _WORDS.finditer(text, run.start("name"), run.end()):
        if fold(one.group()) in NO_NAMES and not (words and fold(one.group()) in PARTICLES):
            break
        words.append(one.group())
        end = one.end()
        if one.group().endswith(".") and len(one.group()) > 4:
            break
    names = _names_of(words)
    return Named(run.start("name"), end, names[:_SURE_NAMES]) if names else None


def _function_before(text: str, floor: int, end: int) -> Named | None:
    cuts = [one.end() for one in _VERB.finditer(text, max(floor, end - 100), end)]
    floor = max([floor, *cuts])
    comma = text.rfind(",", floor, end)
    role = _FUNCTION.search(text, max(floor, comma + 1), end) or _FUNCTION.search(text, floor, end)
    return Named(role.start("role"), end, ()) if role else None
