"""The timeline of a cable agrees with the decisions of every day, and names no day too many."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from redact.cable.model import Cable, Kind
from redact.cable.reading import read
from redact.errors import ReadError
from redact.policy import assess, decide, load_policy
from redact.policy.breakpoints import breakpoints, facts_on
from redact.policy.decision import Effect
from redact.policy.model import Policy
from redact.policy.monotony import bounded_rules
from redact.policy.timeline import Step, timeline
from tests.policy_cables import cable_of, instruction_of, marking_of, portion_of
from tests.property.choose import drawn
from tests.property.policy_strategies import DATED, DAYS, EPOCH, policies
from tests.property.strategies import specimen

PUBLIC = load_policy("public")
ONE = timedelta(1)
BASES = ("instruction", "automatic-25-year", "never-by-date")
MARKINGS = (
    {"level": "U"},
    {"level": "C"},
    {"level": "S", "dissem": ["NF"]},
    {"level": "S", "aea": ["RD"]},
    None,
)

quick = settings(max_examples=60, deadline=None)


@st.composite
def instructions(draw: st.DrawFn) -> dict[str, str]:
    basis = draw(st.sampled_from(BASES))
    return {"basis": basis} if basis == BASES[2] else {"basis": basis, "date": str(draw(DAYS))}


@st.composite
def cables(draw: st.DrawFn) -> Cable:
    """A few portions, some with an instruction of their own or a doubt, some structural."""
    found = [
        portion_of(
            marking_of(marking) if marking else None,
            kind=draw(st.sampled_from((Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.SUBJECT, Kind.HEADER))),
            doubts=draw(st.sampled_from(((), (), (), ("marking/unknown-word",)))),
            instruction=draw(st.none() | instructions().map(instruction_of)),
        )
        for marking in draw(st.lists(st.sampled_from(MARKINGS), min_size=1, max_size=4))
    ]
    dated = draw(st.one_of(st.none(), DATED))
    captions = draw(st.sampled_from(((), (), (("NODIS", True),))))
    return cable_of(found, instruction_of(draw(instructions())), captions, dated=dated)


def released_on(cable: Cable, policy: Policy, day: date) -> tuple[int, ...]:
    """What is decided for that day by the specification."""
    decisions = decide(assess(cable, day), policy).decisions
    return tuple(at for at, found in enumerate(decisions) if found.effect is Effect.RELEASE)


def step_on(steps: tuple[Step, ...], day: date) -> Step:
    """The step that holds on a day."""
    return steps[bisect_right([step.begins or date.min for step in steps[1:]], day)]


def agree(cable: Cable, policy: Policy, days: Iterable[date]) -> None:
    steps = timeline(cable, policy)
    for day in days:
        step = step_on(steps, day)
        assert step.released == released_on(cable, policy, day), day
        assert sorted(step.released + step.withheld) == list(range(len(cable.portions)))


@given(
    cables(),
    policies(joined=False, least=1),
    st.lists(DAYS, max_size=12),
    st.lists(st.dates(), max_size=12),
)
@quick
def test_it_agrees_with_the_decisions_of_any_day(
    cable: Cable, policy: Policy, near: list[date], far: list[date]
) -> None:
    agree(cable, policy, [*near, *far, date.min, date.max])


@given(cables(), policies(joined=False, least=1))
@settings(max_examples=12, deadline=None)
def test_it_agrees_on_every_day_of_three_years(cable: Cable, policy: Policy) -> None:
    agree(cable, policy, (EPOCH + timedelta(days) for days in range(-550, 550)))


@given(cables(), policies(joined=False, least=1))
@quick
def test_it_agrees_around_every_breakpoint(cable: Cable, policy: Policy) -> None:
    days = {day for facts in assess(cable, EPOCH).portions for day in breakpoints(facts, policy)}
    agree(cable, policy, (day + timedelta(shift) for day in days for shift in (-2, -1, 0, 1, 2)))


@given(cables(), policies(joined=False, least=1))
@quick
def test_no_step_is_missing_or_superfluous(cable: Cable, policy: Policy) -> None:
    steps = timeline(cable, policy)
    assert steps[0].begins is None
    days = [step.begins for step in steps[1:]]
    assert days == sorted({day for day in days if day is not None})
    for before, after in pairwise(steps):
        assert after.begins is not None
        assert before.released != after.released
        assert released_on(cable, policy, after.begins - ONE) == before.released
        assert released_on(cable, policy, after.begins) == after.released


@given(cables(), policies(joined=False, least=1))
@quick
def test_nothing_is_taken_back_without_an_upper_bound(cable: Cable, policy: Policy) -> None:
    assume(not bounded_rules(policy))
    for before, after in pairwise(timeline(cable, policy)):
        assert set(before.released) < set(after.released)


@given(cables(), policies(joined=False, least=1), DAYS)
@quick
def test_a_decision_names_the_next_step_that_changes_it(
    cable: Cable, policy: Policy, day: date
) -> None:
    steps = timeline(cable, policy)
    for index, decision in enumerate(decide(assess(cable, day), policy).decisions):
        later = (
            step.begins
            for step in steps[1:]
            if step.begins
            and step.begins > day
            and (index in step.released) != (decision.effect is Effect.RELEASE)
        )
        assert decision.changes_on == next(later, None)


@given(cables(), st.dates(), st.dates())
@example(cable_of([portion_of(None)], instruction_of(None), dated=date.max), date.min, date.max)
@quick
def test_facts_moved_to_a_day_are_the_facts_of_that_day(
    cable: Cable, one: date, other: date
) -> None:
    moved = tuple(facts_on(facts, other) for facts in assess(cable, one).portions)
    assert moved == assess(cable, other).portions


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_telegram_under_public_only_opens(data: st.DataObject) -> None:
    """Real forms, whole or damaged: every step releases more, and agrees with the decisions."""
    try:
        cable = read(specimen(drawn(data)).data)
    except ReadError:
        return
    steps = timeline(cable, PUBLIC)
    for before, after in pairwise(steps):
        assert set(before.released) < set(after.released)
    days = [step.begins for step in steps[1:] if step.begins]
    agree(cable, PUBLIC, [day + shift for day in days for shift in (-ONE, 0 * ONE, ONE)])


@pytest.mark.parametrize("policy", [PUBLIC], ids=["public"])
def test_a_cable_of_one_day_has_two_steps(policy: Policy) -> None:
    portions = [portion_of(marking_of({"level": level})) for level in "UCS"]
    ends = instruction_of({"basis": "instruction", "date": "2019-09-22"})
    assert timeline(cable_of(portions, ends), policy) == (
        Step(None, (0,), (1, 2)),
        Step(date(2019, 9, 22), (0, 1, 2), ()),
    )
