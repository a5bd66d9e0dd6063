"""The days on which the outcome of a cable under a policy changes, computed, not tried."""

from dataclasses import dataclass
from datetime import date

from redact.cable.model import Cable
from redact.policy.assess import assess
from redact.policy.breakpoints import breakpoints, facts_on
from redact.policy.decide import effect_of
from redact.policy.decision import Effect
from redact.policy.facts import Facts
from redact.policy.matching import applied_rules
from redact.policy.model import Policy


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
    portions = assess(cable, date.min).portions
    days = sorted({day for facts in portions for day in breakpoints(facts, policy)})
    steps = [_step(None, portions, policy)]
    for day in days:
        step = _step(day, tuple(facts_on(facts, day) for facts in portions), policy)
        if step.released != steps[-1].released:
            steps.append(step)
    return tuple(steps)


def _step(begins: date | None, portions: tuple[Facts, ...], policy: Policy) -> Step:
    found = [(facts.index, _is_released(facts, policy)) for facts in portions]
    return Step(
        begins,
        tuple(index for index, released in found if released),
        tuple(index for index, released in found if not released),
    )


def _is_released(facts: Facts, policy: Policy) -> bool:
    applied = (account for _, account in applied_rules(facts, policy))
    return effect_of(facts, applied) is Effect.RELEASE
