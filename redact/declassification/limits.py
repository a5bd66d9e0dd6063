"""How long an order allowed a day to lie ahead: dated rows, for findings and their authority (R12).

A day beyond its order's limit stands as written; nothing here changes a date.
"""

from datetime import date
from typing import NamedTuple

from redact.declassification.orders import in_force
from redact.declassification.periods import add_years


class Limit(NamedTuple):
    """`years` for a day written, `schedule_years` for one behind GDS or ADS."""

    order: str
    begins: date
    until: date | None
    years: int
    schedule_years: int
    citation: str


LIMITS = (
    Limit("12065", date(1978, 12, 1), date(1982, 7, 31), 20, 6, "E.O. 12065 §1-401, §1-402"),
    Limit("12958", date(1995, 10, 14), date(2010, 6, 26), 25, 25, "E.O. 12958 §1.6"),
    Limit("13142", date(1999, 11, 19), date(2010, 6, 26), 25, 25, "E.O. 12958 §1.6"),
    Limit("13292", date(2003, 3, 25), date(2010, 6, 26), 25, 25, "E.O. 13292 §1.5"),
    Limit("13526", date(2010, 6, 27), None, 25, 25, "E.O. 13526 §1.5"),
)

_BY_ORDER = {limit.order: limit for limit in LIMITS}


def limit_of(order: str | None, dated: date | None) -> Limit | None:
    """The limit of the order named, or of the one in force on the document's date; None if none."""
    if order is None and dated is not None:
        current = in_force(dated)
        order = current.number if current else None
    return _BY_ORDER.get(order) if order else None


def beyond_limit(day: date, order: str | None, dated: date | None, *, schedule: bool) -> bool:
    """Whether a day lies beyond what its order allowed, counted from the document."""
    limit = limit_of(order, dated)
    if limit is None or dated is None:
        return False
    last = add_years(dated, limit.schedule_years if schedule else limit.years)
    return last is not None and day > last
