"""The person before a place: the name, with what stands in brackets or behind a comma."""

import re

from redact.cable.registers.posts import post_of
from redact.detectors.folding import fold
from redact.detectors.name_words import OFFICES
from redact.detectors.personal_names import Named, is_real, person_before
from redact.detectors.sentences import Sentences, clause_start, paragraph

_REACH = 160
"""How far before a protect word the name or function may begin, in characters."""

_BRACKETS = 3
"""No more brackets, or letters behind a name (`Jr.`), stand between a name and its protect word."""

_SUFFIX = re.compile(
    r",?[ \n](?:Jr|Sr|Jnr|Snr|I{2,3}|IV|Ph\.?[ ]?D|M\.?D|Esq|LL\.?[DMB]|Ret|\d\d)\.?$",
    re.IGNORECASE,
)
_AND = re.compile(r"[ \n](?:&|and)[ \n]$|[ \n]?[/&][ \n]?$", re.IGNORECASE)
_OF = re.compile(r"[ \n](?:of|from|at|with|in)[ \n](?:the|an?|our|this|his|her|their)[ \n]$")
_ALIAS = re.compile(
    r"(?:aka|a\.k\.a\.|alias|(?:also[ \n])?known[ \n]as|n[eé]e|called)[ \n]", re.IGNORECASE
)
_FIRST = re.compile(r"[\w'-]+")
_COMMA = re.compile(r"(?:,|--)[ \n]?")
_APPOSITION = frozenset(
    "a an the our his her its their post's who whose one formerly now alias aka known "
    "called".split()
)
_PLACE_BEFORE = re.compile(
    r"\b(?i:in|at|from|to|of|near|on|for|outside|visiting)[ \n](?:[^\W\d_a-z][\w'-]*,?[ \n]){0,3}$"
)


def nearest(known: Sentences, end: int, brackets: int = _BRACKETS) -> list[Named]:
    """The person before a place, with what stands in brackets between."""
    text = known.text
    if end <= paragraph(known, end)[0] or not brackets:
        return []
    suffix = _SUFFIX.search(text, max(0, end - 12), end)
    if suffix:
        first, *others = nearest(known, suffix.start(), brackets - 1) or [Named(end, end, ())]
        return [first._replace(start=min(first.start, suffix.start()), end=end), *others]
    if text[end - 1 : end] not in (")", "]"):
        return _named_before(known, end)
    opening = max(text.rfind(bracket, max(0, end - 120), end) for bracket in "([")
    if opening < 0:
        return []
    inside = Named(opening + 1, end - 1, other_names(text, opening + 1, end - 1))
    return [inside, *nearest(known, before_blanks(text, opening), brackets - 1)]


def nearest_inverted(known: Sentences, end: int) -> list[Named]:
    """The same where the family name may stand first, behind which a comma (`Dupont, Jean`), or one
    family name for two (`Jean and Anne Dupont`).

    What may as well be another person is taken for it, a place or an adverb not.
    """
    text = known.text
    found = nearest(known, end)
    if not found or not found[-1].names:
        return found
    given = found[-1]
    floor = clause_start(known, end, _REACH)
    sharing = _AND.search(text, max(floor, given.start - 8), given.start)
    if sharing:
        other = person_before(text, floor, sharing.start())
        is_given = other and len(other.names) == 1 and not post_of(other.names[0])
        return [*found, other] if other and is_given else found
    comma = len(text[floor : given.start].rstrip(" \n")) + floor - 1
    if comma < floor or text[comma] != ",":
        return found
    family = person_before(text, floor, before_blanks(text, comma))
    if family is None or not family.names or _is_no_family_name(text, family, given):
        return found
    whole = Named(family.start, given.end, (*given.names, *family.names))
    return [*found[:-1], whole]


def _is_no_family_name(text: str, family: Named, given: Named) -> bool:
    said = text[family.start : family.end]
    if post_of(said) or _PLACE_BEFORE.search(text, max(0, family.start - 60), family.start):
        return True
    is_full = sum(map(is_real, given.names)) > 1
    return is_full and len(family.names) == 1 and said.endswith("ly")


def other_names(text: str, start: int, end: int) -> tuple[str, ...]:
    """The names that brackets hold, where they hold nothing else: `a.k.a. Chucho`."""
    alias = _ALIAS.match(text, start, end)
    start = alias.end() if alias else start
    inside = person_before(text, start, before_blanks(text, end))
    return inside.names if inside and inside.start == start and not post_of(text[start:end]) else ()


def _named_before(known: Sentences, end: int) -> list[Named]:
    """The person before a place: a function behind a comma takes the name before the comma too."""
    text = known.text
    floor = clause_start(known, end, _REACH)
    comma = next(reversed(list(_COMMA.finditer(text, floor, end))), None)
    one = person_before(text, comma.end() if comma else floor, end)
    if comma:
        start = comma.end()
        apposed = person_before(text, floor, before_blanks(text, comma.start()))
        if apposed and apposed.names and _is_function(text, start, one, apposed):
            return [Named(start, end, one.names if one else ()), apposed]
    if one is None:
        one = person_before(text, floor, end)
    whose = _OF.search(text, floor, one.start) if one and not one.names else None
    of = person_before(text, floor, whose.start()) if whose else None
    return [found for found in (one, of) if found]


def _is_function(text: str, start: int, one: Named | None, apposed: Named) -> bool:
    """Whether what stands from `start` on says what somebody is, and `one` found in it is no name
    that fills it."""
    if one is None or not one.names:
        return True
    first = _FIRST.match(text, start)
    if first is None or first.start() >= one.start:
        return False
    if _PLACE_BEFORE.search(text, max(0, apposed.start - 60), apposed.start):
        return False
    return fold(first.group()) in OFFICES or first.group().lower() in _APPOSITION


def before_blanks(text: str, end: int) -> int:
    """The end of what stands before blanks, commas, quotation marks and open brackets."""
    floor = max(0, end - 8)
    return floor + len(text[floor:end].rstrip(" \n,;\"'-/*([{<|"))
