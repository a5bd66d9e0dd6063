"""The values of facts on which policies are compared, and those that they cannot tell apart."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import combinations
from typing import Any, TypeAlias

from redact.cable.model import STRUCTURAL
from redact.detectors.model import Detection, Thing
from redact.policy.conditions import Condition, Form, leaves, outcome
from redact.policy.fact_register import FACTS, Type
from redact.policy.facts import FURTHER, UNKNOWN, Facts, Further, path_of
from redact.policy.model import Policy
from redact.text import Span

Values: TypeAlias = tuple[str, ...]
Axes: TypeAlias = Mapping[str, Values]
"""Values to try, by fact."""

TOGETHER = " + "
"""Parts the words of a value that has several."""

CORE: Axes = {
    "level": ("U", "R", "C", "S", "TS", "unknown"),
    "controls": ("none", "NF", "SBU", "RD", "FGI", "OC", "UNKNOWN", "unknown"),
    "declassified": ("false", "true"),
    "basis": ("instruction", "automatic-25-year", "none"),
}
"""The facts that are combined with each other, with the values that are always tried."""

_APART = 10
"""So many words of a fact, told apart by the policies, are put together two by two."""

_OTHERS: Axes = {
    "kind": ("paragraph", "subject", "header"),
    "captions": ("none", "NODIS", "UNKNOWN"),
}
"""The facts that are varied one after the other, the first value standing for all the others."""


def axes_of(*policies: Policy) -> tuple[Axes, Axes]:
    """All values that a rule of a policy names: of the facts to combine, and of the others."""
    named = _named(*policies)
    core = {fact: _values(fact, known, named) for fact, known in CORE.items()}
    others = {fact: _values(fact, known, named) for fact, known in _OTHERS.items()}
    more = (fact for fact in named if fact not in core and fact not in others)
    return core, others | {fact: _values(fact, _first(fact), named) for fact in more}


def asked_together(axes: Axes, *policies: Policy) -> Axes:
    """For each fact that is a set of words all words that a condition asks for at once."""
    rules = (rule for policy in policies for rule in policy.rules)
    groups: dict[str, dict[str, None]] = {fact: {} for fact in axes}
    for leaf in (leaf for rule in rules for leaf in leaves(rule.conditions)):
        if leaf.form is Form.ALL and len(leaf.words) > 1 and leaf.fact in groups:
            groups[leaf.fact][TOGETHER.join(sorted(leaf.words))] = None
    return {fact: tuple(sorted(found)) for fact, found in groups.items()}


def told_apart(axes: Axes, *policies: Policy) -> Axes:
    """For each fact that is a set of words any two of them that a condition tells apart."""
    rules = (rule for policy in policies for rule in policy.rules)
    asked = tuple({leaf for rule in rules for leaf in leaves(rule.conditions)})
    found: dict[str, Values] = {}
    for fact, words in axes.items():
        own = tuple(leaf for leaf in asked if leaf.fact == fact)
        first = dict.fromkeys(_firsts(fact, words, own).values()) if own else {}
        apart = [word for word in first if word not in ("none", "unknown")]
        pairs = combinations(apart[:_APART], 2) if FACTS[fact].type is Type.WORDS else ()
        found[fact] = tuple(TOGETHER.join(sorted(pair)) for pair in pairs)
    return found


def first_alike(axes: Axes, *policies: Policy) -> Callable[[Values], Values]:
    """From one value of each fact to the first ones that the policies cannot tell from them."""
    rules = (rule for policy in policies for rule in policy.rules)
    asked = {leaf for rule in rules for leaf in leaves(rule.conditions)}
    firsts = [_firsts(fact, words, tuple(asked)) for fact, words in axes.items()]

    def alike(values: Values) -> Values:
        return tuple([first.get(word, word) for first, word in zip(firsts, values, strict=True)])

    return alike


def _firsts(fact: str, words: Values, asked: tuple[Condition, ...]) -> dict[str, str]:
    """Each value of a fact with the first that no condition and no doubt tells from it."""
    first: dict[tuple[object, ...], str] = {}
    found = {}
    for word in words:
        facts = facts_of({fact: word})
        answers = tuple(outcome(condition, facts) for condition in asked)
        told = (facts.kind in STRUCTURAL, facts.doubts, *answers)
        found[word] = first.setdefault(told, word)
    return found


def _named(*policies: Policy) -> dict[str, list[str]]:
    """The words that rules of the policies name, by fact, in the order of the register."""
    found: dict[str, set[str]] = {}
    for rule in (rule for policy in policies for rule in policy.rules):
        for leaf in leaves(rule.conditions):
            found.setdefault(leaf.fact, set()).update(leaf.words)
    return {fact: sorted(found[fact]) for fact in FACTS if fact in found and fact != "rests_on"}


def _first(fact: str) -> tuple[str, ...]:
    """The value that stands for a fact while others are varied."""
    type_ = FACTS[fact].type
    return ("none",) if type_ is Type.WORDS else ("false",) if type_ is Type.TRUTH else ("unknown",)


def _values(fact: str, known: tuple[str, ...], named: Mapping[str, list[str]]) -> tuple[str, ...]:
    words = named.get(fact, ())
    if FACTS[fact].type is Type.NUMBER:
        words = [str(year) for word in words for year in (int(word), int(word) + 1)]
    return tuple(dict.fromkeys((*known, *words)))


def facts_of(values: Mapping[str, str]) -> Facts:
    """Facts that have these values; all others are unknown or empty."""
    read = {fact: _value(fact, word) for fact, word in values.items()}
    spans = read.pop("spans", frozenset())
    found = tuple(
        Detection(name, Span(3 * place, 3 * place + 2), Thing.TEXT)
        for place, name in enumerate(sorted(spans))
    )
    further = {
        path_of(fact).removeprefix("further."): read.pop(fact) for fact in values if fact in FURTHER
    }
    return _BARE._replace(**read, detections=found, further=Further(**further))


_NONE = frozenset[str]()
_BARE = Facts("paragraph", "U", _NONE, UNKNOWN, UNKNOWN, None, _NONE, _NONE, ("1.4(b)",))


def _value(fact: str, word: str) -> Any:
    if word == "unknown" and "unknown" not in FACTS[fact].words():
        return UNKNOWN
    match FACTS[fact].type:
        case Type.TRUTH:
            return word == "true"
        case Type.NUMBER:
            return int(word)
        case Type.DAY:
            return date.fromisoformat(word)
        case Type.WORD:
            return word
    return _NONE if word == "none" else frozenset(word.split(TOGETHER))
