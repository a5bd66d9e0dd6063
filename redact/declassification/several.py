"""Several values in one text: which pairs stand together, and which claim binds (R15, R17, R18).

Codes and events are imported by the first text that has one: most telegrams have a plain day.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from redact.declassification.authorities import DERIVATIVE
from redact.declassification.begun import could_stand
from redact.declassification.claims import Claim, Context, Remark, counted_from_source
from redact.declassification.dated import of_day, of_period
from redact.declassification.days import resolve_back
from redact.declassification.model import Basis
from redact.declassification.orders import ORDERS
from redact.declassification.refusals import Unreadable
from redact.declassification.values import (
    Code,
    Dated,
    Entry,
    Event,
    Joint,
    Period,
    Source,
)

_APART = frozenset({Joint.SEMICOLON, Joint.LABEL})
_SUMMING = frozenset({Joint.NOTHING, Joint.COMMA, Joint.AND})


def of_entries(entries: Sequence[Entry], context: Context) -> Claim:
    """The claim that binds a text of these entries: the latest, none before any (R18).

    Raises Unreadable if one of them is (R18), or if two periods may be a sum (R15).
    """
    kept = _without_downgrading(entries)
    _refuse_sums(kept)
    return _binding(_claims(kept, context), kept)


def _without_downgrading(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Downgrading beside another value is passed over (R32)."""
    others = [e for e in entries if not (isinstance(e.value, Code) and e.value.name == "DNG")]
    return others or entries[:1]


def _refuse_sums(entries: Sequence[Entry]) -> None:
    for entry, behind in pairwise(entries):
        both = isinstance(entry.value, Period) and isinstance(behind.value, Period)
        if both and behind.joint in _SUMMING:
            raise Unreadable(behind.value.span)


def _claims(entries: Sequence[Entry], context: Context) -> list[Claim]:
    claims: list[Claim] = []
    at = 0
    while at < len(entries):
        entry = entries[at]
        behind = entries[at + 1] if at + 1 < len(entries) else None
        pair = _pair(entry, behind)
        if pair is not None and behind is not None:
            claims.append(_of_pair(pair, behind, context))
        else:
            claims.append(_alone(entry, context))
        at += 1 if pair is None else 2
    return claims


def _pair(entry: Entry, behind: Entry | None) -> tuple[Dated | Period, Event] | None:
    """A day or period and an event that stand together, in whichever order."""
    if behind is None or behind.joint in _APART or entry.whichever is not None:
        return None
    match entry.value, behind.value:
        case (Dated() | Period()) as value, Event() as event:
            return value, event
        case Event() as event, (Dated() | Period()) as value:
            return value, event
    return None


def _of_pair(pair: tuple[Dated | Period, Event], behind: Entry, context: Context) -> Claim:
    from redact.declassification.events import of_pair

    return of_pair(*pair, behind.joint, behind.whichever, context)


def _alone(entry: Entry, context: Context) -> Claim:
    value = entry.value
    if entry.whichever is not None or (isinstance(value, Dated) and value.bounded):
        raise Unreadable(value.span)
    match value:
        case Dated():
            return of_day(value, context)
        case Period():
            return of_period(value, context)
        case Event():
            from redact.declassification.events import of_event

            return of_event(value, context)
        case Code():
            from redact.declassification.codes import of_code

            return of_code(value, context)
        case Source():
            return _of_source(value, context)


def _of_source(value: Source, context: Context) -> Claim:
    """As the source says, counted from its date, and not over before the document (R29)."""
    if value.day is None:
        return counted_from_source(of_entries(value.entries, context))
    origin = resolve_back(value.day, context.dated)
    if context.dated is None or origin is None:
        found = of_entries(value.entries, replace(context, origin=None))
        return replace(found, ends=None, basis=Basis.NONE, authority=None)
    if origin > context.dated or not _could_be(value, origin):
        raise Unreadable(value.day.span)  # younger than its copy, or older than its mark: /20 cut
    found = of_entries(value.entries, replace(context, origin=origin))
    if found.ends is not None and found.ends <= context.dated:
        raise Unreadable(value.span, "date-not-after-document")
    return counted_from_source(found)


def _could_be(value: Source, origin: date) -> bool:
    """Whether a source of that date can bear what it is said to."""
    codes = (entry.value.name for entry in value.entries if isinstance(entry.value, Code))
    return origin >= ORDERS[0].begins and all(could_stand(code, origin) for code in codes)


def _binding(claims: Sequence[Claim], entries: Sequence[Entry]) -> Claim:
    """The latest claim, on a tie the first; with the codes and remarks of all."""
    if len(claims) == 1:
        return claims[0]
    bound = max(claims, key=_protection)
    codes = tuple(dict.fromkeys(code for found in claims for code in found.codes))
    remarks = tuple(remark for found in claims for remark in found.remarks)
    differ = len({(found.kind, found.ends) for found in claims}) > 1
    if differ:
        remarks += (Remark("several-instructions", entries[1].value.span),)
    late = any(found.ends != bound.ends for found in claims) and bound.ends is not None
    authority = DERIVATIVE if late else bound.authority
    return replace(bound, codes=codes, remarks=remarks, authority=authority)


def _protection(found: Claim) -> tuple[bool, date]:
    """How long a claim protects; none protects longer than any day."""
    return found.ends is None, found.ends or date.min
