"""Events, alone and beside a day or period (R15 to R17)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from redact.declassification import authorities
from redact.declassification.automatic import RULE_25, automatic_day
from redact.declassification.claims import Claim, Context, claim
from redact.declassification.dated import of_day, of_period, period_day, written_day
from redact.declassification.model import Basis, Kind
from redact.declassification.values import Dated, Event, Joint, Period, Whichever


def of_event(value: Event, context: Context) -> Claim:
    """The claim of an event: no sooner than the ceiling, and no day among its words."""
    kind = Kind.DATE_OR_EVENT if value.days or value.periods else Kind.EVENT
    days = _days_of(value, context)
    return _at_the_later(kind, value, context, days, written=_written(value, context))


def of_pair(
    value: Dated | Period,
    event: Event,
    joint: Joint,
    whichever: Whichever | None,
    context: Context,
) -> Claim:
    """The claim of a day (or period) and an event (R17)."""
    alone = of_day(value, context) if isinstance(value, Dated) else of_period(value, context)
    if _bounds(value, event, joint, whichever):
        return replace(alone, kind=Kind.DATE_OR_EVENT, event=event.words)
    days = [alone.ends, *_days_of(event, context)]
    later = _at_the_later(Kind.DATE_OR_EVENT, event, context, days, written=alone.written)
    return replace(later, remarks=alone.remarks)


def _bounds(value: Dated | Period, event: Event, joint: Joint, whichever: Whichever | None) -> bool:
    """Whether the day decides: the event may only bring the end forward, never put it off."""
    if whichever is Whichever.LAST or event.doubtful or event.days or event.periods:
        return False
    if isinstance(value, Dated) and value.bounded:
        return False
    full = isinstance(value, Dated) and value.day.full
    return joint is Joint.OR or (joint is Joint.COMMA and full)


def _at_the_later(
    kind: Kind,
    event: Event,
    context: Context,
    days: Iterable[date | None],
    *,
    written: date | None,
) -> Claim:
    """The later of the ceiling and every day named, and none if one of them is unknown."""
    found = [automatic_day(RULE_25, context.origin), *days]
    known = [day for day in found if day is not None]
    return claim(
        kind,
        max(known) if len(known) == len(found) else None,
        Basis.AUTOMATIC_25,
        authorities.EVENT,
        written=written,
        event=event.words,
    )


def _days_of(event: Event, context: Context) -> list[date | None]:
    """The days that an event's words name, and those its periods reach from the document."""
    periods = (*event.periods, event.after) if event.after else event.periods
    days = [written_day(day, context) for day in event.days]
    return days + [period_day(period, context) for period in periods]


def _written(event: Event, context: Context) -> date | None:
    days = [written_day(day, context) for day in event.days]
    return max((day for day in days if day is not None), default=None)
