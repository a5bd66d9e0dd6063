"""One value's claim: what kind of instruction it is, and from which day it frees the text."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from redact.declassification.authorities import DERIVATIVE, INCOMPLETE
from redact.declassification.automatic import RULE_25, automatic_day
from redact.declassification.model import Basis, Kind
from redact.declassification.periods import add_years
from redact.declassification.refusals import Unreadable
from redact.text import Span


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a value: the document's date, the date it is counted from, order, level.

    `origin` is the source's date where one is named (R29), else the document's. `order` is None
    where the text names none or one that is no order on classification. `other_order`: it names an
    order besides or instead. `imagery`: it names E.O. 12951.
    """

    dated: date | None
    origin: date | None
    order: str | None = None
    other_order: bool = False
    level: str | None = None
    imagery: bool = False


class Remark(NamedTuple):
    """The name of a finding and its place."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one value comes to: `written` is the day it writes, `ends` the one that frees."""

    kind: Kind
    ends: date | None
    basis: Basis
    authority: str | None
    written: date | None = None
    event: str | None = None
    codes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def claim(
    kind: Kind,
    ends: date | None,
    basis: Basis,
    authority: str,
    *,
    written: date | None = None,
    event: str | None = None,
    codes: tuple[str, ...] = (),
    remarks: tuple[Remark, ...] = (),
) -> Claim:
    """A claim; without a day there is neither basis nor authority (section 3)."""
    if ends is None:
        return Claim(kind, None, Basis.NONE, None, written, event, codes, remarks)
    return Claim(kind, ends, basis, authority, written, event, codes, remarks)


def at_ceiling(
    kind: Kind,
    context: Context,
    *codes: str,
    authority: str = INCOMPLETE,
    event: str | None = None,
    remarks: tuple[Remark, ...] = (),
) -> Claim:
    """A claim that ends by the automatic rule alone."""
    day = automatic_day(RULE_25, context.origin)
    return claim(kind, day, RULE_25.basis, authority, event=event, codes=codes, remarks=remarks)


def checked(day: date, context: Context, span: Span, *, far: bool = False) -> date:
    """A day that lies after the document (R11) and within 75 years (R12; `far` lifts that).

    Raises Unreadable if it does not. Without a document date nothing is checked (R30).
    """
    if context.dated is None or context.origin is None:
        return day
    if day <= max(context.dated, context.origin):
        raise Unreadable(span, "date-not-after-document")
    last = add_years(context.origin, 75)
    if not far and last is not None and day > last:
        raise Unreadable(span, "date-out-of-reach")
    return day


def counted_from_source(found: Claim) -> Claim:
    """A claim of a source, which rests on the rule for derivative documents (R29)."""
    return replace(found, authority=DERIVATIVE if found.authority else None)
