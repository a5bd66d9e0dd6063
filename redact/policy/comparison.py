"""What one policy decides otherwise than another: over the facts, and over cables."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import combinations, islice, product
from typing import Any, NamedTuple, TypeAlias

from redact.cable.model import Cable
from redact.policy.assess import assess
from redact.policy.axes import (
    CORE,
    TOGETHER,
    Axes,
    Values,
    asked_together,
    axes_of,
    facts_of,
    first_alike,
    told_apart,
)
from redact.policy.compiled import applied_rules
from redact.policy.conditions import leaves
from redact.policy.decide import decide, deciding_rules, effect_of
from redact.policy.decision import Decision, Effect, Excised
from redact.policy.excision import excised
from redact.policy.facts import Facts
from redact.policy.model import Policy

_MOST = 2000
"""So many combinations of what one rule names are tried, or of two facts."""


class Change(StrEnum):
    """What the second policy does with what the first decided otherwise."""

    MORE = "releases more"
    LESS = "releases less"
    CUTS_MORE = "takes out more"
    CUTS_LESS = "takes out less"
    CUTS_ELSE = "takes out something else"
    CLAIMS = "claims other exemptions"
    TELLS = "tells how much is withheld"
    HIDES = "does not tell how much is withheld"


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


_Group: TypeAlias = tuple[Values, ...]
"""Of each fact the values that are put together."""


class _Outcome(NamedTuple):
    """What is decided of facts: the effect, what is taken out, and what is said of it."""

    effect: Effect
    excised: tuple[Excised, ...]
    exemptions: frozenset[str]
    extent: bool


def compare_facts(first: Policy, second: Policy) -> tuple[Row, ...]:
    """The facts on which the policies decide otherwise, put together into rows.

    All values that a rule of either names are tried; level, controls, declassified and basis in
    every combination, and with all of these each other fact, any two others, and all that one rule
    asks for at once; words of one fact also together. What another fact or word does not change is
    not repeated with it.
    """
    core, others = axes_of(first, second)
    whole = {**core, **others}
    found: dict[Change, set[_Group]] = {}
    for words, change in _changes(core, others, first, second):
        found.setdefault(change, set()).add(tuple((word,) for word in words))
    return tuple(
        Row(change, _telling(tuple(whole), row, whole))
        for change in Change
        for row in sorted(_merged(found.get(change, set()), whole))
    )


def _changes(
    core: Axes, others: Axes, first: Policy, second: Policy
) -> Iterator[tuple[Values, Change]]:
    """The values of all facts on which the policies decide otherwise, and in which way, if they do
    not so without one of the values that are varied.

    Values that neither policy tells apart are tried once for all of them.
    """
    axes = {**core, **others}
    wanted, pairs = (find(axes, first, second) for find in (asked_together, told_apart))
    whole = {fact: (*words, *wanted[fact], *pairs[fact]) for fact, words in axes.items()}
    alike = first_alike(whole, first, second)
    standing = tuple(words[0] for words in others.values())
    rows = _varied(whole, others, first, second)

    @cache
    def change_of(values: Values) -> Change | None:
        facts = facts_of(dict(zip(whole, values, strict=True)))
        return _change(_outcome(facts, first), _outcome(facts, second))

    def change_by(values: Values) -> Change | None:
        change = change_of(values)
        less = (change_of(alike(fewer)) for fewer in _less(values, standing))
        return change if change and change not in less else None

    tried: dict[Values, list[Values]] = {}
    for values in product(*(whole[fact] for fact in core)):
        tried.setdefault(alike(values + standing)[: len(core)], []).append(values)
    varied: dict[Values, list[Values]] = {standing: [standing]}
    for row in rows:
        like = alike((*next(iter(tried)), *row))[len(core) :]
        if like != standing:
            varied.setdefault(like, []).append(row)
    of_pairs = {pair for fact in core for pair in pairs[fact]}
    for combined, row in product(tried, varied):
        if row != standing and not of_pairs.isdisjoint(combined):
            continue
        change = change_by(combined + row)
        if change:
            for pair in product(tried[combined], varied[row]):
                yield pair[0] + pair[1], change


def _less(values: Values, standing: Values) -> Iterator[Values]:
    """The values with one that is varied put back, or with one word of several left out."""
    core = len(values) - len(standing)
    for place, value in enumerate(values):
        if TOGETHER in value:
            for word in value.split(TOGETHER):
                fewer = [other for other in value.split(TOGETHER) if other != word]
                yield (*values[:place], TOGETHER.join(fewer), *values[place + 1 :])
        if place >= core and value != standing[place - core]:
            yield (*values[:place], standing[place - core], *values[place + 1 :])


def _varied(whole: Axes, others: Axes, first: Policy, second: Policy) -> list[Values]:
    """The other facts with one of them varied; with two, or all that a rule names, by one value of
    those that the policies cannot tell apart."""
    facts = tuple(others)
    standing = {fact: words[0] for fact, words in others.items()}
    alike = first_alike(whole, first, second)
    apart = {}
    for fact in facts:
        place = tuple(whole).index(fact)
        plain = tuple(words[0] for words in whole.values())
        found = (alike((*plain[:place], word, *plain[place + 1 :]))[place] for word in whole[fact])
        apart[fact] = [word for word in dict.fromkeys(found) if word != standing[fact]]
    named = {
        frozenset(leaf.fact for leaf in leaves(rule.conditions)).intersection(facts)
        for policy in (first, second)
        for rule in policy.rules
    }
    groups = {
        *map(frozenset, combinations(facts, 2)),
        *(group for group in named if len(group) > 2),
    }
    rows = [{fact: word} for fact in facts for word in whole[fact] if word != standing[fact]]
    for group in sorted(map(sorted, groups)):
        listed = islice(product(*(apart[fact] for fact in group)), _MOST)
        rows += [dict(zip(group, words, strict=True)) for words in listed]
    return [tuple({**standing, **row}.values()) for row in rows]


def compare_cable(
    cable: Cable, first: Policy, second: Policy, as_of: date
) -> tuple[PortionChange, ...]:
    """The portions of a cable that the policies decide otherwise on a day, in their order."""
    assessment = assess(cable, as_of)
    accounts = (map(_decided, decide(assessment, policy).decisions) for policy in (first, second))
    return tuple(
        PortionChange(portion.index, portion.kind.value, portion.number, change)
        for portion, one, other in zip(cable.portions, *accounts, strict=True)
        if (change := _change(one, other))
    )


def _decided(decision: Decision) -> _Outcome:
    withheld = decision.effect is Effect.WITHHOLD
    claimed = frozenset(decision.exemptions) if withheld else frozenset[str]()
    return _Outcome(decision.effect, decision.excised, claimed, decision.extent)


def _change(one: _Outcome, other: _Outcome) -> Change | None:
    if one.effect is not other.effect:
        return Change.MORE if other.effect is Effect.RELEASE else Change.LESS
    before, after = (
        {place for cut in outcome.excised for place in range(cut.span.start, cut.span.end)}
        for outcome in (one, other)
    )
    if before != after:
        if before < after:
            return Change.CUTS_MORE
        return Change.CUTS_LESS if after < before else Change.CUTS_ELSE
    return _said_otherwise(one, other)


def _said_otherwise(one: _Outcome, other: _Outcome) -> Change | None:
    """What is said otherwise of the same that is withheld or taken out."""
    claims = [[cut.exemptions for cut in outcome.excised] for outcome in (one, other)]
    if one.exemptions != other.exemptions or claims[0] != claims[1]:
        return Change.CLAIMS
    if one.extent is other.extent or (one.effect is Effect.RELEASE and not one.excised):
        return None
    return Change.TELLS if other.extent else Change.HIDES


def _outcome(facts: Facts, policy: Policy) -> _Outcome:
    """What is decided, without the reasons that nobody asks for here."""
    applied = applied_rules(facts, policy)
    accounts = tuple(account for _, account in applied)
    effect = effect_of(facts, accounts)
    extent = policy.extent and all(rule.extent for rule, _ in applied)
    if effect is Effect.RELEASE:
        return _Outcome(effect, excised(facts, applied), frozenset(), extent)
    certain = (rule for rule in deciding_rules(accounts, effect) if not rule.unknown)
    claimed = frozenset(code for rule in certain for code in rule.exemptions)
    return _Outcome(effect, (), claimed, extent)


def _merged(rows: Iterable[_Group], whole: Axes) -> set[_Group]:
    """Rows that differ in one fact alone put together, fact by fact."""
    merged = set(rows)
    for place, words in enumerate(whole.values()):
        alike: dict[tuple[Any, ...], set[str]] = {}
        for row in merged:
            alike.setdefault((row[:place], row[place + 1 :]), set()).update(row[place])
        merged = {
            (*before, _in_order(words, found), *behind) for (before, behind), found in alike.items()
        }
    return merged


def _in_order(words: Values, found: set[str]) -> Values:
    """As the axis has them, those of several words behind."""
    return (*filter(found.__contains__, words), *sorted(found.difference(words)))


def _telling(axes: Values, row: _Group, whole: Axes) -> tuple[tuple[str, Values], ...]:
    """The facts of a row that tell something: not all values, nor the one that stands for all."""
    return tuple(
        (fact, words)
        for fact, words in zip(axes, row, strict=True)
        if words != whole[fact] and (fact in CORE or words != whole[fact][:1])
    )


def shown_rows(rows: Iterable[Row]) -> Iterator[str]:
    """`releases more: level C, S; declassified true`, one line a row."""
    for row in rows:
        facts = "; ".join(f"{fact} {', '.join(words)}" for fact, words in row.values)
        yield f"{row.change}: {facts or 'whatever the facts'}"
