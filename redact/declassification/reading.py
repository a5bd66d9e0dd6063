"""From the text of an instruction to what it means for a document: the one way through (R5)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from redact.declassification.characters import evened, refuse_foreign
from redact.declassification.citing import IMAGERY, Cited, cited, cited_orders
from redact.declassification.claims import Claim, Context, Remark
from redact.declassification.codes import of_code
from redact.declassification.extents import Extent, extent_of, highest
from redact.declassification.findings import finding
from redact.declassification.model import Basis, Effective, Instruction, Kind
from redact.declassification.orders import Order, named
from redact.declassification.refusals import InstructionError, Unreadable
from redact.declassification.reserved import reserved_claim
from redact.declassification.several import of_entries
from redact.declassification.shortcuts import shortcut
from redact.declassification.stamps import find_stamp, stamp_claim
from redact.declassification.values import Code, Entry, Joint
from redact.text import Span

_CACHED = 16_384
_LONGEST = 4_000


@lru_cache(maxsize=_CACHED)
def read_instruction(
    text: str,
    dated: date | None = None,
    *,
    order: str | None = None,
    level: str | None = None,
) -> Instruction:
    """Read an instruction for a document of a date; total: doubt is a kind with findings.

    `order` is the number of an order that the caller has already split off, in force where the text
    names none itself. `level` (TS, S, C) is the document's, for the schedule of E.O. 11652; of it
    and a level word in front of the text the higher counts. Without `dated` nothing is counted or
    held against the document (R30). Authority: E.O. 13526 §§1.5, 3.3 and its forerunners.
    """
    plain = evened(text)
    extent = extent_of(plain)
    orders = cited_orders(plain[: extent.end]) or _given(order)
    context = _context(extent, orders, dated, level)
    try:
        claim = _claim(text, extent, context)
    except Unreadable as refusal:
        claim = _unreadable(refusal)
    remarks = [*claim.remarks, *_on_kind(claim, extent, level), *_on_order(claim, orders, dated)]
    return Instruction(
        text,
        context.order,
        claim.kind,
        claim.written,
        claim.event,
        claim.codes,
        Effective(claim.ends, claim.basis, claim.authority),
        tuple(finding(remark.name, remark.span) for remark in _sorted(remarks)),
    )


def parse_instruction(text: str, dated: date | None = None) -> Instruction:
    """Read an instruction that must be readable.

    Raises InstructionError, with the code of the finding and without the text, if it is not.
    """
    instruction = read_instruction(text, dated)
    if instruction.kind is Kind.UNREADABLE:
        first, *_ = sorted(instruction.findings, key=lambda found: found.code == _UNREADABLE)
        raise InstructionError(first.code, first.message, remedy=first.remedy or "")
    return instruction


_UNREADABLE = "declassification/instruction-unreadable"


def is_declassified(instruction: Instruction, as_of: date | None) -> bool | None:
    """Whether the instruction has taken effect on a day, its first moment counting (R9).

    False wherever no date can be given; None only without a day to ask for.
    """
    if as_of is None:
        return None
    ends = instruction.effective.date
    return ends is not None and as_of >= ends


def _claim(text: str, extent: Extent, context: Context) -> Claim:
    """The claim of a text, by the order of tests of R5."""
    refuse_foreign(evened(text))
    if len(extent.kept) > _LONGEST:
        raise Unreadable(Span(0, len(text)))
    reserved = reserved_claim(extent.kept)
    if reserved is not None:
        return reserved
    stamp = find_stamp(extent.kept)
    if stamp is not None:
        return stamp_claim(extent.kept, stamp, context)
    if not extent.values:
        return of_code(Code(Span(0, len(text)), "MISSING"), context)
    return of_entries(list(_entries(extent)), context)


def _entries(extent: Extent) -> Iterator[Entry]:
    """The entries of all values; one behind an authority block is a further value (R3)."""
    for at, value in enumerate(extent.values):
        blank = " " * value.start
        first, *rest = _parsed(blank + extent.kept[value.start : value.end])
        yield replace(first, joint=Joint.LABEL) if at else first
        yield from rest


def _parsed(text: str) -> tuple[Entry, ...]:
    entries = shortcut(text)
    if entries is not None:
        return entries
    from redact.declassification.grammar import parse_entries  # Lark is slow to import

    return parse_entries(text)


def _given(order: str | None) -> tuple[Cited, ...]:
    """An order the caller has split off, with no place in the text."""
    return () if order is None else (cited(order, Span(0, 0)),)


def _context(
    extent: Extent, orders: tuple[Cited, ...], dated: date | None, level: str | None
) -> Context:
    order = orders[0].order if orders else None
    return Context(
        dated,
        dated,
        order,
        any(other.order is None or other.order != order for other in orders),
        highest(extent.level, level),
        any(other.number == IMAGERY for other in orders),
    )


def _unreadable(refusal: Unreadable) -> Claim:
    remarks = [Remark("instruction-unreadable", refusal.span)]
    if refusal.name != "instruction-unreadable":
        remarks.append(Remark(refusal.name, refusal.span))
    return Claim(Kind.UNREADABLE, None, Basis.NONE, None, remarks=tuple(remarks))


def _on_kind(claim: Claim, extent: Extent, level: str | None) -> Iterator[Remark]:
    """What is to be said of an instruction that is missing, or not applicable to a secret."""
    whole = Span(0, max((value.end for value in extent.values), default=extent.end))
    if claim.kind is Kind.MISSING:
        yield Remark("instruction-missing", whole)
    if claim.kind is Kind.NOT_APPLICABLE and (extent.marked or highest(level, None)):
        yield Remark("classified-but-not-applicable", whole)


def _on_order(claim: Claim, orders: tuple[Cited, ...], dated: date | None) -> Iterator[Remark]:
    """What is to be said of the first order named; a stamp names that of its own day."""
    if not orders or orders[0].number == IMAGERY:
        return
    first = orders[0]
    if first.order is None:
        yield Remark("unknown-order", first.span)
        return
    if first.misspelt:
        yield Remark("misspelt-order", first.span)
    order = named(first.order)
    if order is None or dated is None or claim.kind is Kind.DECLASSIFIED:
        return
    if not _rightly_named(order, dated):
        yield Remark("order-not-in-force", first.span)


def _rightly_named(order: Order, dated: date) -> bool:
    return order.begins <= dated and (order.named_until is None or dated <= order.named_until)


def _sorted(remarks: Iterable[Remark]) -> list[Remark]:
    return sorted(set(remarks), key=lambda remark: (remark.span, remark.name))
