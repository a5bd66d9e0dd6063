"""What one policy decides otherwise than another: over the facts, and over cables."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Any, NamedTuple, TypeAlias

from redact.cable.model import Cable
from redact.detectors.model import Detection, Thing
from redact.policy.assess import assess
from redact.policy.compiled import applied_rules
from redact.policy.conditions import leaves
from redact.policy.decide import decide, effect_of
from redact.policy.decision import Effect, Excised
from redact.policy.excision import excised
from redact.policy.fact_register import FACTS, Type
from redact.policy.facts import FURTHER, UNKNOWN, Facts, Further, path_of
from redact.policy.model import Policy
from redact.text import Span


class Change(StrEnum):
    """What the second policy does with what the first decided otherwise."""

    MORE = "releases more"
    LESS = "releases less"
    CUTS_MORE = "takes out more"
    CUTS_LESS = "takes out less"
    CUTS_ELSE = "takes out something else"


class Row(NamedTuple):
    """A change, and the values of facts for which it holds, in every combination."""

    change: Change
    values: tuple[tuple[str, tuple[str, ...]], ...]


class PortionChange(NamedTuple):
    """A change of one portion of a cable."""

    index: int  # type: ignore[assignment]  # hides a method that all tuples have
    kind: str
    number: str | None
    change: Change


_CORE: Mapping[str, tuple[str, ...]] = {
    "level": ("U", "R", "C", "S", "TS", "unknown"),
    "controls": ("none", "NF", "SBU", "RD", "FGI", "OC", "UNKNOWN", "unknown"),
    "declassified": ("false", "true"),
    "basis": ("instruction", "automatic-25-year", "none"),
}
"""The facts that are combined with each other, with the values that are always tried."""

_OTHERS: Mapping[str, tuple[str, ...]] = {
    "kind": ("paragraph", "subject", "header"),
    "captions": ("none", "NODIS", "UNKNOWN"),
}
"""The facts that are varied one after the other, the first value standing for all the others."""

_Outcome: TypeAlias = tuple[Effect, tuple[Excised, ...]]


def compare_facts(first: Policy, second: Policy) -> tuple[Row, ...]:
    """The facts on which the policies decide otherwise, put together into rows.

    All values that a rule of either names are tried; level, controls, declassified and basis in
    every combination, each other fact with all of these. What another fact does not change is not
    repeated with it.
    """
    changes: dict[Change, set[tuple[tuple[str, ...], ...]]] = {}
    named = _named(first, second)
    core = {fact: _values(fact, known, named) for fact, known in _CORE.items()}
    others = {fact: _values(fact, known, named) for fact, known in _OTHERS.items()}
    more = (fact for fact in named if fact not in core and fact not in others)
    others |= {fact: _values(fact, _first(fact), named) for fact in more}
    varied = [(None, "")] + [(fact, word) for fact in others for word in others[fact][1:]]
    axes = (*core, *others)
    for combination in product(*core.values()):
        plain = None
        for fact, word in varied:
            values = dict(zip(core, combination, strict=True))
            values |= {name: word if name == fact else words[0] for name, words in others.items()}
            facts = _facts(values)
            change = _change(_outcome(facts, first), _outcome(facts, second))
            plain = change if fact is None else plain
            if change is not None and (fact is None or change is not plain):
                changes.setdefault(change, set()).add(tuple((values[axis],) for axis in axes))
    whole = {**core, **others}
    return tuple(
        Row(change, _telling(axes, row, whole))
        for change in Change
        for row in sorted(_merged(changes.get(change, set()), whole))
    )


def compare_cable(
    cable: Cable, first: Policy, second: Policy, as_of: date
) -> tuple[PortionChange, ...]:
    """The portions of a cable that the policies decide otherwise on a day, in their order."""
    assessment = assess(cable, as_of)
    accounts = (decide(assessment, policy).decisions for policy in (first, second))
    return tuple(
        PortionChange(portion.index, portion.kind.value, portion.number, change)
        for portion, one, other in zip(cable.portions, *accounts, strict=True)
        if (change := _change((one.effect, one.excised), (other.effect, other.excised)))
    )


def _change(one: _Outcome, other: _Outcome) -> Change | None:
    if one[0] is not other[0]:
        return Change.MORE if other[0] is Effect.RELEASE else Change.LESS
    if one[1] == other[1]:
        return None
    before, after = (
        {place for cut in cuts for place in range(cut.span.start, cut.span.end)}
        for _, cuts in (one, other)
    )
    if before == after:
        return None
    if before < after:
        return Change.CUTS_MORE
    return Change.CUTS_LESS if after < before else Change.CUTS_ELSE


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


def _facts(values: Mapping[str, str]) -> Facts:
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
    return _NONE if word == "none" else frozenset({word})


def _outcome(facts: Facts, policy: Policy) -> _Outcome:
    """The effect and what is taken out, without the reasons that nobody asks for here."""
    applied = applied_rules(facts, policy)
    effect = effect_of(facts, (account for _, account in applied))
    return effect, excised(facts, applied) if effect is Effect.RELEASE else ()


def _merged(
    rows: Iterable[tuple[tuple[str, ...], ...]], whole: Mapping[str, tuple[str, ...]]
) -> set[tuple[tuple[str, ...], ...]]:
    """Rows that differ in one fact alone put together, fact by fact."""
    merged = set(rows)
    for place, words in enumerate(whole.values()):
        alike: dict[tuple[Any, ...], set[str]] = {}
        for row in merged:
            alike.setdefault((row[:place], row[place + 1 :]), set()).update(row[place])
        merged = {
            (*before, tuple(word for word in words if word in found), *behind)
            for (before, behind), found in alike.items()
        }
    return merged


def _telling(
    axes: tuple[str, ...], row: tuple[tuple[str, ...], ...], whole: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The facts of a row that tell something: not all values, nor the one that stands for all."""
    return tuple(
        (fact, words)
        for fact, words in zip(axes, row, strict=True)
        if words != whole[fact] and (fact in _CORE or words != whole[fact][:1])
    )


def shown_rows(rows: Iterable[Row]) -> Iterator[str]:
    """`releases more: level C, S; declassified true`, one line a row."""
    for row in rows:
        facts = "; ".join(f"{fact} {', '.join(words)}" for fact, words in row.values)
        yield f"{row.change}: {facts or 'whatever the facts'}"
