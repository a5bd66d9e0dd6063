"""Days and periods: the day they come to, and the authority it stands on (R6 to R15)."""

from datetime import date
from itertools import takewhile

from redact.declassification import authorities
from redact.declassification.claims import Claim, Context, Remark, checked, claim
from redact.declassification.days import Day, resolve
from redact.declassification.limits import beyond_limit
from redact.declassification.model import Basis, Kind
from redact.declassification.orders import ORDERS, in_force
from redact.declassification.periods import add_period
from redact.declassification.refusals import Unreadable
from redact.declassification.values import Dated, Period

_BEFORE_12958 = frozenset(takewhile(lambda number: number != "12958", (o.number for o in ORDERS)))


def written_day(day: Day, context: Context, *, far: bool = False) -> date | None:
    """The day written, checked; None where its century hangs on an unknown document date."""
    found = resolve(day, context.origin)
    return None if found is None else checked(found, context, day.span, far=far)


def period_day(period: Period, context: Context) -> date | None:
    """The day on which a period is over, checked; None without a document date (R30)."""
    start = context.origin
    if start is not None and period.start is not None:
        start = resolve(period.start, start)
    if start is None:
        return None
    day = add_period(start, period.count, period.unit)
    if day is None:
        raise Unreadable(period.span, "date-out-of-reach")
    return checked(day, context, period.span)


def of_day(value: Dated, context: Context) -> Claim:
    """The claim of a day (R6 to R12)."""
    day = written_day(value.day, context)
    remarks = day_remarks(value.day, day, context)
    authority = day_authority(value.day, day, context)
    return claim(Kind.DATE, day, Basis.INSTRUCTION, authority, written=day, remarks=remarks)


def of_period(value: Period, context: Context) -> Claim:
    """The claim of a period (R13 to R15)."""
    day = period_day(value, context)
    beyond = _beyond(day, context)
    authority = authorities.BEYOND_LIMIT if beyond else authorities.PERIOD
    remarks = (Remark("beyond-order-limit", value.span),) if beyond else ()
    return claim(Kind.PERIOD, day, Basis.PERIOD, authority, remarks=remarks)


def day_remarks(
    written: Day, day: date | None, context: Context, *, schedule: bool = False
) -> tuple[Remark, ...]:
    """What is to be said of a day: only a month or year (R7), beyond its order's limit (R12)."""
    partial = () if written.full else (Remark("partial-date", written.span),)
    beyond = _beyond(day, context, schedule=schedule)
    return partial + ((Remark("beyond-order-limit", written.span),) if beyond else ())


def day_authority(written: Day, day: date | None, context: Context) -> str:
    """The authority of a day written: by its order, else by the order of the document's date."""
    if _beyond(day, context):
        return authorities.BEYOND_LIMIT
    order = governing_order(context)
    if order == "12065":
        return authorities.ORDER_12065
    if not written.full or order not in _BEFORE_12958:
        return authorities.WRITTEN_DAY
    return authorities.EARLIER_ORDER


def governing_order(context: Context) -> str | None:
    """The order the text names, else the one in force on the document's date."""
    if context.order or context.dated is None:
        return context.order
    current = in_force(context.dated)
    return current.number if current else None


def _beyond(day: date | None, context: Context, *, schedule: bool = False) -> bool:
    return day is not None and beyond_limit(day, context.order, context.dated, schedule=schedule)
