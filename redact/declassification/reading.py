"""From the text of an instruction to what it means for a document: the one way through."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from redact.declassification.citing import Cited, cited, is_imagery
from redact.declassification.claims import Claim, Context, Remark
from redact.declassification.extents import highest
from redact.declassification.findings import finding
from redact.declassification.model import Basis, Effective, Instruction, Kind
from redact.declassification.orders import Order, named
from redact.declassification.parsing import Parsed, parsed
from redact.declassification.refusals import InstructionError, Unreadable
from redact.declassification.several import of_entries
from redact.declassification.stamps import stamp_claim
from redact.text import Span

_KEPT = 16_384
_UNREADABLE = "instruction-unreadable"


@lru_cache(maxsize=_KEPT)
def read_instruction(
    text: str,
    dated: date | None = None,
    *,
    order: str | None = None,
    level: str | None = None,
) -> Instruction:
    """Read an instruction for a document of a date; total: doubt is a kind with findings.

    `order` is the number of an order that the caller has already split off; it counts where the
    text names none itself. `level` (TS, S, C) is the document's, for the schedule of E.O. 11652; of
    it and a level word in front of the text the higher counts. Without `dated` nothing is counted
    or held against the document (R30). Authority: E.O. 13526 §§1.5, 3.3 and its forerunners.
    """
    found = parsed(text)
    orders = found.orders or _given(order)
    context = _context(found, orders, dated, level)
    claim = _claim(found, context)
    remarks = [*claim.remarks, *_on_kind(claim, found, level), *_on_order(claim, orders, dated)]
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
        first, *_ = sorted(instruction.findings, key=lambda found: found.code.endswith(_UNREADABLE))
        raise InstructionError(first.code, first.message, remedy=first.remedy or "")
    return instruction


def is_declassified(instruction: Instruction, as_of: date | None) -> bool | None:
    """Whether the instruction has taken effect on a day, its first moment counting (R9).

    False wherever no date can be given; None only without a day to ask for.
    """
    if as_of is None:
        return None
    ends = instruction.effective.date
    return ends is not None and as_of >= ends


def _claim(found: Parsed, context: Context) -> Claim:
    """The claim of a text on a document, by the order of tests of R5."""
    if found.refusal is not None:
        return _unreadable(found.refusal)
    if found.reserved is not None:
        return found.reserved
    try:
        if found.stamp is not None:
            return stamp_claim(found.extent.kept, found.stamp, context)
        return of_entries(found.entries, context)
    except Unreadable as error:
        return _unreadable(Remark(error.name, error.span))


def _unreadable(refusal: Remark) -> Claim:
    remarks = {Remark(_UNREADABLE, refusal.span), refusal}
    return Claim(Kind.UNREADABLE, None, Basis.NONE, None, remarks=tuple(remarks))


def _given(order: str | None) -> tuple[Cited, ...]:
    """An order the caller has split off, with no place in the text."""
    return () if order is None else (cited(order, Span(0, 0)),)


def _context(
    found: Parsed, orders: tuple[Cited, ...], dated: date | None, level: str | None
) -> Context:
    order = orders[0].order if orders else None
    return Context(
        dated,
        dated,
        order,
        any(other.order is None or other.order != order for other in orders),
        highest(found.extent.level, level),
        any(is_imagery(other) for other in orders),
    )


def _on_kind(claim: Claim, found: Parsed, level: str | None) -> Iterator[Remark]:
    """What is to be said of an instruction that is missing, or not applicable to a secret."""
    if claim.kind is Kind.MISSING:
        yield Remark("instruction-missing", found.whole)
    if claim.kind is Kind.NOT_APPLICABLE and (found.extent.marked or highest(level, None)):
        yield Remark("classified-but-not-applicable", found.whole)


def _on_order(claim: Claim, orders: tuple[Cited, ...], dated: date | None) -> Iterator[Remark]:
    """What is to be said of the first order named; a stamp names that of its own day."""
    if not orders or is_imagery(orders[0]):
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
