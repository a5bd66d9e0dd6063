"""The arithmetic of days from 1900 to 2100: leap days, year ends, years added and counted."""

from calendar import isleap
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from redact.declassification import Kind, binding, read_instruction
from redact.declassification.automatic import RULE_25, RULE_50, RULE_75, Rule, automatic_day
from redact.declassification.model import Instruction
from redact.declassification.periods import (
    Unit,
    add_months,
    add_period,
    add_years,
    full_years,
    last_of_year,
)
from tests.property.instruction_strategies import document_dates, instructions

ONE = timedelta(1)
BEGINS, ENDS = date(1900, 1, 1), date(2100, 12, 31)
DAYS = [BEGINS + timedelta(days) for days in range((ENDS - BEGINS).days + 1)]
EDGES = [
    day
    for day in DAYS
    if (day.month, day.day) in {(1, 1), (2, 28), (2, 29), (3, 1), (12, 30), (12, 31)}
]
days = st.dates(BEGINS, ENDS)


@pytest.mark.parametrize("years", [1, 4, 5, 10, 25, 50, 75, 100])
def test_years_keep_the_day_or_take_the_first_of_march(years: int) -> None:
    """R14, on every day of two centuries."""
    for day in DAYS:
        lacking = (day.month, day.day) == (2, 29) and not isleap(day.year + years)
        expected = date(day.year + years, 3, 1) if lacking else day.replace(year=day.year + years)
        assert add_years(day, years) == expected


@pytest.mark.parametrize("months", [1, 2, 6, 11, 12, 18, 120, 300])
def test_a_later_day_never_comes_earlier_after_the_same_time(months: int) -> None:
    added = [add_months(day, months) or date.max for day in DAYS]
    assert all(one <= other for one, other in pairwise(added))


@given(days, st.integers(0, 1200), st.integers(0, 1200))
def test_more_months_never_come_earlier(day: date, one: int, more: int) -> None:
    first, second = add_months(day, one), add_months(day, one + more)
    assert first is not None
    assert second is not None
    assert day <= first <= second


@given(days, st.integers(0, 40_000))
def test_days_and_weeks_are_counted_one_by_one(day: date, count: int) -> None:
    assert add_period(day, count, Unit.DAY) == day + count * ONE
    assert add_period(day, count, Unit.WEEK) == day + 7 * count * ONE


def test_full_years_are_those_that_are_over() -> None:
    """On every edge of a year, against the days on which the next year would be full."""
    for start in EDGES[::7]:
        for until in EDGES[::5]:
            years = full_years(start, until)
            if until < start:
                assert years == 0
                continue
            full, not_yet = add_years(start, years), add_years(start, years + 1)
            assert full is not None
            assert not_yet is not None
            assert full <= until < not_yet


@pytest.mark.parametrize("rule", [RULE_25, RULE_50, RULE_75], ids=lambda rule: str(rule.basis))
def test_the_automatic_day_is_a_last_of_december_and_never_before_its_onset(rule: Rule) -> None:
    found = [automatic_day(rule, day) or date.max for day in DAYS]
    assert all((end.month, end.day) == (12, 31) and end >= rule.onset for end in found)
    assert all(one <= other for one, other in pairwise(found))
    assert all(
        end.year == max(day.year + rule.years, rule.onset.year)
        for day, end in zip(DAYS, found, strict=True)
    )


def test_the_calendar_ends_and_nothing_comes_behind_it() -> None:
    assert last_of_year(9999) == date.max
    assert last_of_year(10_000) is None
    assert add_years(date(9999, 1, 1), 1) is None
    assert add_months(date.max, 1) is None
    assert add_period(date.max, 1, Unit.DAY) is None
    assert automatic_day(RULE_25, date(9980, 1, 1)) is None


def _ends(found: Instruction) -> date:
    return found.effective.date or date.max


@given(document_dates, st.lists(instructions, min_size=1, max_size=4), instructions)
@example(date(2003, 3, 3), ["DECL: 01/01/2010"], "DECL: ??")
@example(date(2003, 3, 3), ["DECL: 01/01/2010"], "N/A")
def test_a_further_instruction_never_ends_a_telegram_earlier(
    dated: date, texts: list[str], further: str
) -> None:
    """R18, R33: what is stated elsewhere may only prolong what something states already."""
    stated = [read_instruction(text, dated) for text in texts]
    if all(found.kind in {Kind.MISSING, Kind.NOT_APPLICABLE} for found in stated):
        return
    assert _ends(binding([*stated, read_instruction(further, dated)])) >= _ends(binding(stated))
