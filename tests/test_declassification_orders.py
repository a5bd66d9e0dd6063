"""Orders as dated rows, and the arithmetic of days (sections 1 and 2, R13, R14)."""

from calendar import isleap, monthrange
from datetime import date, timedelta

import pytest

from redact.declassification import in_force
from redact.declassification.automatic import RULE_25, RULE_50, RULE_75, automatic_day
from redact.declassification.orders import MISSPELLINGS, ORDERS, named
from redact.declassification.periods import Unit, add_months, add_period, add_years


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(1940, 3, 22), "8381"),
        (date(1953, 12, 14), "10290"),
        (date(1953, 12, 15), "10501"),
        (date(1961, 9, 20), "10964"),
        (date(1972, 5, 31), "10964"),
        (date(1972, 6, 1), "11652"),
        (date(1978, 11, 30), "11652"),
        (date(1978, 12, 1), "12065"),
        (date(1982, 7, 31), "12065"),
        (date(1982, 8, 1), "12356"),
        (date(1995, 10, 13), "12356"),
        (date(1995, 10, 14), "12958"),
        (date(1999, 11, 19), "13142"),
        (date(2003, 3, 24), "13142"),
        (date(2003, 3, 25), "13292"),
        (date(2010, 6, 26), "13292"),
        (date(2010, 6, 27), "13526"),
        (date.max, "13526"),
    ],
)
def test_order_in_force_on_a_day(day: date, number: str) -> None:
    order = in_force(day)
    assert order is not None
    assert order.number == number


def test_no_order_was_in_force_before_the_first() -> None:
    assert in_force(date(1940, 3, 21)) is None


def test_every_day_since_the_first_order_has_one() -> None:
    ends = [order.until for order in ORDERS if order.until]
    assert all(in_force(end) and in_force(end + timedelta(days=1)) for end in ends)


def test_misspellings_stand_for_orders_and_are_none() -> None:
    numbers = {order.number for order in ORDERS}
    assert set(MISSPELLINGS.values()) <= numbers
    assert numbers.isdisjoint(MISSPELLINGS)
    assert named("12968") is None


@pytest.mark.parametrize("year", range(1900, 2101))
def test_months_and_years_are_exact(year: int) -> None:
    """R14: the day of the month stays; where it is lacking, the first day of the next month."""
    for month in range(1, 13):
        for day in {1, 15, 28, monthrange(year, month)[1]}:
            start = date(year, month, day)
            for months in (1, 2, 6, 12, 13, 120, 300):
                found = add_months(start, months)
                assert found is not None
                assert found == _by_counting(start, months)


def _by_counting(start: date, months: int) -> date:
    """The same, one month at a time."""
    year, month = start.year, start.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    if start.day <= monthrange(year, month)[1]:
        return date(year, month, start.day)
    return date(year, month, monthrange(year, month)[1]) + timedelta(days=1)


def test_leap_day_and_a_year_is_the_first_of_march() -> None:
    for year in range(1904, 2097, 4):
        if isleap(year):
            assert add_years(date(year, 2, 29), 1) == date(year + 1, 3, 1)
            assert add_years(date(year, 2, 29), 400) == date(year + 400, 2, 29)


def test_periods_behind_the_last_day_of_the_calendar_have_no_end() -> None:
    assert add_years(date(9990, 1, 1), 10) is None
    assert add_period(date(9999, 12, 31), 1, Unit.DAY) is None
    assert add_period(date(2000, 1, 1), 999_999, Unit.WEEK) is None


@pytest.mark.parametrize("rule", [RULE_25, RULE_50, RULE_75], ids=lambda rule: rule.basis.value)
def test_automatic_day_is_the_last_of_the_year_from_the_onset_on(rule: object) -> None:
    for row in (RULE_25, RULE_50, RULE_75):
        if row is rule:
            assert automatic_day(row, None) is None
            assert automatic_day(row, date(9999, 1, 1)) is None
            for year in range(1900, 2101):
                expected = max(date(year + row.years, 12, 31), row.onset)
                assert automatic_day(row, date(year, 1, 1)) == expected
                assert automatic_day(row, date(year, 12, 31)) == expected
