"""Personal names and functions as they stand directly before a place in a text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from redact.detectors.folding import fold
from redact.detectors.name_words import FAMILY_FIRST, HONORIFICS, NO_NAMES, OFFICES, PARTICLES

_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES, key=len, reverse=True))})"
_CAPITAL = r"(?:[dDlL]'|[Mm]a?c|[Oo]')?[^\W\d_a-z][\w'.]*"
_NICKNAME = r"[\"'(][^\W\d_a-z]\w{1,20}[\"')]"
_JOINT = r"(?:[ \n]|-\n?)"
_RUN = re.compile(
    rf"(?<![\w'])(?:{_PARTICLE}{_JOINT})?{_CAPITAL}"
    rf"(?:{_JOINT}(?:(?:{_PARTICLE}{_JOINT}){{0,2}}{_CAPITAL}|{_NICKNAME})){{0,9}}$"
)
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


class Named(NamedTuple):
    """`start` to `end` of what is said of a person; `names`: the words of the name, titles left
    out, empty where only a function is said."""

    start: int
    end: int
    names: tuple[str, ...]


def person_before(text: str, floor: int, end: int) -> Named | None:
    """The name, or else the function, that ends at `end`; None where neither can be delimited."""
    if _is_all_capitals(text[floor:end]):
        return _capital_name(text, floor, end)
    run = _RUN.search(text, floor, end)
    if run:
        start, names = _without_beginning(text, *run.span())
        if names:
            return Named(start, end, names)
        if start < end:
            return Named(start, end, ())
    return _function_before(text, floor, end)


def _is_all_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    small = sum(map(str.islower, letters))
    return len(letters) > 12 and small * 10 < len(letters)


def _without_beginning(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Where a run of capitals begins once words that begin sentences are left out, and the names
    in it."""
    words = [(one.start(), one.group()) for one in re.finditer(r"[\w'.]+", text[start:end])]
    while len(words) > 1 and fold(words[0][1]) in NO_NAMES:
        words.pop(0)
    if not words or (len(words) == 1 and fold(words[0][1]) in NO_NAMES):
        return end, ()
    return start + words[0][0], _names_of(word for _, word in words)


def _names_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a name: without titles and functions at its beginning, with its particles."""
    names = [word.strip(".'") for word in words]
    while names and fold(names[0]) in HONORIFICS | OFFICES:
        names.pop(0)
    left = tuple(name for name in names if name)
    real = [name for name in left if fold(name) not in HONORIFICS | OFFICES | NO_NAMES | PARTICLES]
    return left if any(len(name) > 1 for name in real) else ()


def _capital_name(text: str, floor: int, end: int) -> Named | None:
    """Where everything stands in capitals: the last words, up to one that is in no name."""
    last = _LAST_WORDS.search(text, floor, end)
    if last is None:
        return None
    words = [(one.start(), one.group()) for one in re.finditer(r"[\w'.]+", last.group())]
    taken: list[tuple[int, str]] = []
    names = 0
    for at, word in reversed(words):
        folded = fold(word)
        if folded in NO_NAMES or (names >= 3 and folded not in HONORIFICS | OFFICES):
            break
        names += folded not in HONORIFICS | OFFICES | PARTICLES
        taken.insert(0, (at, word))
    if not taken:
        return None
    return Named(last.start() + taken[0][0], end, _names_of(word for _, word in taken))


def _function_before(text: str, floor: int, end: int) -> Named | None:
    cuts = [one.end() for one in _VERB.finditer(text, max(floor, end - 100), end)]
    floor = max([floor, *cuts])
    comma = text.rfind(",", floor, end)
    role = _FUNCTION.search(text, max(floor, comma + 1), end) or _FUNCTION.search(text, floor, end)
    return Named(role.start("role"), end, ()) if role else None


def family_names(names: tuple[str, ...]) -> frozenset[str]:
    """Folded: the words of a name by which its bearer is called later.

    The last; one in capitals beside others that are not; the first of a Chinese, Korean or
    Vietnamese name; the middle ones of three or more, for a Spanish or Arabic name has its family
    name there.
    """
    words = [name for name in names if fold(name) not in PARTICLES and len(fold(name)) > 1]
    if not words:
        return frozenset()
    found = {words[-1], *words[1:-1]}
    if fold(words[0]) in FAMILY_FIRST:
        found.add(words[0])
    if any(not word.isupper() for word in words):
        found.update(word for word in words if word.isupper())
    return frozenset(map(fold, found))
