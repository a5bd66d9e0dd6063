"""What one policy decides otherwise than another: over the facts, and over cables."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Any, NamedTuple, TypeAlias

from redact.cable.model import Cable
from redact.policy.assess import assess
from redact.policy.axes import CORE, Axes, Values, asked_together, axes_of, facts_of, first_alike
from redact.policy.compiled import applied_rules
from redact.policy.decide import decide, effect_of
from redact.policy.decision import Effect, Excised
from redact.policy.excision import excised
from redact.policy.facts import Facts
from redact.policy.model import Policy


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


_Group: TypeAlias = tuple[Values, ...]
"""Of each fact the values that are put together."""

_Outcome: TypeAlias = tuple[Effect, tuple[Excised, ...]]


def compare_facts(first: Policy, second: Policy) -> tuple[Row, ...]:
    """The facts on which the policies decide otherwise, put together into rows.

    All values that a rule of either names are tried; level, controls, declassified and basis in
    every combination, each other fact with all of these, and those that one rule asks for together
    as it names them. What another fact does not change is not repeated with it.
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
    """The values of all facts on which the policies decide otherwise, and in which way.

    Values that neither policy tells apart are tried once for all of them.
    """
    core_alike, others_alike = (first_alike(axes, first, second) for axes in (core, others))
    standing = tuple(words[0] for words in others.values())
    varied = [
        (*standing[:place], word, *standing[place + 1 :])
        for place, words in enumerate(others.values())
        for word in words[1:]
    ]
    together = (row for row in asked_together(others, first, second) if row != standing)
    rows = [(row, others_alike(row)) for row in dict.fromkeys((*varied, *together))]

    @cache
    def change_of(values: Values) -> Change | None:
        facts = facts_of(dict(zip((*core, *others), values, strict=True)))
        return _change(_outcome(facts, first), _outcome(facts, second))

    for combined in product(*core.values()):
        tried = core_alike(combined)
        plain = change_of(tried + others_alike(standing))
        if plain is not None:
            yield combined + standing, plain
        for row, alike in rows:
            change = change_of(tried + alike)
            if change is not None and change is not plain:
                yield combined + row, change


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


def _outcome(facts: Facts, policy: Policy) -> _Outcome:
    """The effect and what is taken out, without the reasons that nobody asks for here."""
    applied = applied_rules(facts, policy)
    effect = effect_of(facts, (account for _, account in applied))
    return effect, excised(facts, applied) if effect is Effect.RELEASE else ()


def _merged(rows: Iterable[_Group], whole: Axes) -> set[_Group]:
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
