"""The schedules of 1961 to 1982, as dated rows: General Declassification Schedule, Group 4."""

from datetime import date
from typing import NamedTuple

from redact.declassification.periods import add_years, last_of_year


class Schedule(NamedTuple):
    """Full calendar years to declassification for documents of an order's days, by level (R20)."""

    order: str
    begins: date
    until: date
    level: str
    years: int
    citation: str


_BEGINS, _UNTIL = date(1972, 6, 1), date(1978, 11, 30)

GENERAL = (
    Schedule("11652", _BEGINS, _UNTIL, "TS", 10, "E.O. 11652 §5(A)"),
    Schedule("11652", _BEGINS, _UNTIL, "S", 8, "E.O. 11652 §5(A)"),
    Schedule("11652", _BEGINS, _UNTIL, "C", 6, "E.O. 11652 §5(A)"),
)
"""The General Declassification Schedule."""


class Group(NamedTuple):
    """A downgrading group: years to declassification, None where it never ends by itself (R22)."""

    code: str
    until: date
    years: int | None
    citation: str


GROUPS = (
    Group("GROUP-1", date(1972, 5, 31), None, "E.O. 10964"),
    Group("GROUP-2", date(1972, 5, 31), None, "E.O. 10964"),
    Group("GROUP-3", date(1972, 5, 31), None, "E.O. 10964"),
    Group("GROUP-4", date(1972, 5, 31), 12, "E.O. 10964"),
)


def general_schedule_day(origin: date | None, order: str | None, level: str | None) -> date | None:
    """The day on which the General Declassification Schedule frees a document, None if it does not.

    `order` is the number of the only order in question, or None where the text names none; an
    unknown `level` is counted as Top Secret, the longest.
    """
    if origin is None or order not in {None, "11652"}:
        return None
    for row in GENERAL:
        if row.level == (level or "TS") and row.begins <= origin <= row.until:
            return last_of_year(origin.year + row.years)
    return None


def group_row(code: str, origin: date) -> Group | None:
    """The row of a group on a document's date; None once the groups were abolished."""
    return next((row for row in GROUPS if row.code == code and origin <= row.until), None)


def group_day(row: Group, origin: date) -> date | None:
    """The day on which a group frees a document, None if it never does."""
    return None if row.years is None else add_years(origin, row.years)
