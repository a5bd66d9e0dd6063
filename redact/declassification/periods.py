"""Lengths of time and the calendar: years, months, weeks and days from a day (R13, R14).

Every function is exact from year 1 to 9999; a day behind the calendar's last is None.
"""

from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """What a period counts."""

    YEAR = "YEAR"
    MONTH = "MONTH"
    WEEK = "WEEK"
    DAY = "DAY"


NUMBERS = {
    "ONE": 1,
    "TWO": 2,
    "THREE": 3,
    "FOUR": 4,
    "FIVE": 5,
    "SIX": 6,
    "SEVEN": 7,
    "EIGHT": 8,
    "NINE": 9,
    "TEN": 10,
    "TWELVE": 12,
    "FIFTEEN": 15,
    "TWENTY": 20,
    "TWENTY-FIVE": 25,
    "THIRTY": 30,
}
"""The numbers that may be written out (R13)."""

_UNITS = {
    "YEAR": Unit.YEAR,
    "YR": Unit.YEAR,
    "MONTH": Unit.MONTH,
    "MO": Unit.MONTH,
    "WEEK": Unit.WEEK,
    "WK": Unit.WEEK,
    "DAY": Unit.DAY,
}


def count_and_unit(text: str) -> tuple[int, Unit]:
    """Read `10 YEARS`, `TEN YRS`: a text the grammar has taken as a period."""
    number, unit = text.split()
    return NUMBERS[number] if number in NUMBERS else int(number), _UNITS[unit.removesuffix("S")]


def add_years(start: date, years: int) -> date | None:
    """The same day of the month so many years on; where it is lacking, the next month's first."""
    return add_months(start, 12 * years)


def add_months(start: date, months: int) -> date | None:
    """The same day of the month so many months on; where it is lacking, the next month's first."""
    year, month = divmod(12 * start.year + start.month - 1 + months, 12)
    if year > date.max.year:
        return None
    try:
        return date(year, month + 1, start.day)
    except ValueError:
        return date(year, month + 2, 1)  # December has every day, so month + 2 is at most 12


def full_years(start: date, until: date) -> int:
    """The years that are over on a day, counted as `add_years` does; 0 before `start`."""
    years = max(0, until.year - start.year)
    over = add_years(start, years)
    return years if years == 0 or (over is not None and over <= until) else years - 1


def add_period(start: date, count: int, unit: Unit) -> date | None:
    """The day on which a period from `start` is over (R14)."""
    if unit is Unit.YEAR:
        return add_years(start, count)
    if unit is Unit.MONTH:
        return add_months(start, count)
    try:
        return start + timedelta(days=count * (7 if unit is Unit.WEEK else 1))
    except OverflowError:
        return None


def last_of_year(year: int) -> date | None:
    """31 December of a year, the day on which every schedule ends."""
    return date(year, 12, 31) if year <= date.max.year else None
