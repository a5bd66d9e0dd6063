"""The values of facts on which policies are compared, and those that they cannot tell apart."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice, product
from typing import Any, TypeAlias

from redact.cable.model import STRUCTURAL
from redact.detectors.model import Detection, Thing
from redact.policy.conditions import Condition, Form, leaves, outcome
from redact.policy.fact_register import FACTS, Type
from redact.policy.facts import FURTHER, UNKNOWN, Facts, Further, path_of
from redact.policy.model import Policy, Rule
from redact.text import Span

Values: TypeAlias = tuple[str, ...]
Axes: TypeAlias = Mapping[str, Values]
"""Values to try, by fact."""

CORE: Axes = {
    "level": ("U", "R", "C", "S", "TS", "unknown"),
    "controls": ("none", "NF", "SBU", "RD", "FGI", "OC", "UNKNOWN", "unknown"),
    "declassified": ("false", "true"),
    "basis": ("instruction", "automatic-25-year", "none"),
}
"""The facts that are combined with each other, with the values that are always tried."""

_OTHERS: Axes = {
    "kind": ("paragraph", "subject", "header"),
    "captions": ("none", "NODIS", "UNKNOWN"),
}
"""The facts that are varied one after the other, the first value standing for all the others."""

_AND = " + "
"""Between the words of a fact that has several."""
_MOST_TOGETHER = 256


def axes_of(*policies: Policy) -> tuple[Axes, Axes]:
    """All values that a rule of a policy names: of the facts to combine, and of the others."""
    named = _named(*policies)
    core = {fact: _values(fact, known, named) for fact, known in CORE.items()}
    others = {fact: _values(fact, known, named) for fact, known in _OTHERS.items()}
    more = (fact for fact in named if fact not in core and fact not in others)
    return core, others | {fact: _values(fact, _first(fact), named) for fact in more}


def first_alike(axes: Axes, *policies: Policy) -> Callable[[Values], Values]:
    """From one value of each fact to the first ones that the policies cannot tell from them."""
    rules = (rule for policy in policies for rule in policy.rules)
    asked = {leaf for rule in rules for leaf in leaves(rule.conditions)}
    firsts = [_firsts(fact, words, tuple(asked)) for fact, words in axes.items()]

    def alike(values: Values) -> Values:
        return tuple([first[word] for first, word in zip(firsts, values, strict=True)])

    return alike


def asked_together(others: Axes, *policies: Policy) -> Iterator[Values]:
    """For each rule that asks for several of these facts, the values that it names put together.

    A fact that it does not ask for has its first value; of very many, only the first are given.
    """
    for rule in (rule for policy in policies for rule in policy.rules):
        named = _named_by((rule,))
        if len(named.keys() & others.keys()) > 1:
            choices = (
                tuple(dict.fromkeys((words[0], *sorted(named.get(fact, ())))))
                for fact, words in others.items()
            )
            yield from islice(product(*choices), _MOST_TOGETHER)


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
    found = _named_by(rule for policy in policies for rule in policy.rules)
    return {fact: sorted(found[fact]) for fact in FACTS if fact in found and fact != "rests_on"}


def _named_by(rules: Iterable[Rule]) -> dict[str, set[str]]:
    """The words that rules name, by fact; those that must all be there also as one."""
    found: dict[str, set[str]] = {}
    for leaf in leaves(asked for rule in rules for asked in rule.conditions):
        words = found.setdefault(leaf.fact, set())
        words.update(leaf.words)
        if leaf.form is Form.ALL and len(leaf.words) > 1:
            words.add(_AND.join(sorted(leaf.words)))
    return found


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
_BARE = Facts("paragraph", "U", _NONE, UNKNOWN, UNKNOWN, None, _NONE, _NONE)


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
    return _NONE if word == "none" else frozenset(word.split(_AND))
