"""The days on which the outcome of a cable under a policy changes, computed, not tried."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from redact.cable.model import Cable
from redact.policy.assess import assess
from redact.policy.breakpoints import breakpoints, facts_on
from redact.policy.compiled import applied_rules
from redact.policy.decide import effect_of
from redact.policy.decision import Effect
from redact.policy.facts import Facts
from redact.policy.meaning import meaning_of
from redact.policy.model import Policy
from redact.policy.telling import told

_Group: TypeAlias = tuple[Facts, list[int]]
"""Facts, and the indices of all portions that differ from them in nothing a policy asks for."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is released and what is withheld, by index of portion, from a day on.

    `begins` is None for the first step: it holds on every day before the second.
    """

    begins: date | None
    released: tuple[int, ...]
    withheld: tuple[int, ...]


def timeline(cable: Cable, policy: Policy) -> tuple[Step, ...]:
    """The steps of a cable under a policy, in the order of time; no two neighbours are alike.

    Between the steps nothing changes: on every day `decide` gives what the step of that day says.
    """
    meaning = meaning_of(policy)
    alike: dict[tuple[Any, ...], _Group] = {}
    for index, facts in enumerate(told(assess(cable, date.min), policy)):
        alike.setdefault(meaning(facts), (facts, []))[1].append(index)
    groups = tuple(alike.values())
    days = sorted({day for facts, _ in groups for day in breakpoints(facts, policy)})
    steps = [_step(None, groups, policy)]
    for day in days:
        step = _step(day, [(facts_on(facts, day), indices) for facts, indices in groups], policy)
        if step.released != steps[-1].released:
            steps.append(step)
    return tuple(steps)


def _step(begins: date | None, groups: Iterable[_Group], policy: Policy) -> Step:
    released: list[int] = []
    withheld: list[int] = []
    for facts, indices in groups:
        applied = (account for _, account in applied_rules(facts, policy))
        opens = effect_of(facts, applied) is Effect.RELEASE
        (released if opens else withheld).extend(indices)
    return Step(begins, tuple(sorted(released)), tuple(sorted(withheld)))
