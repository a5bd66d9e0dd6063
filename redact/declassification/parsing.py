"""What a text says, whatever document it stands on: the order of tests of R5 up to its values.

Telegrams are many, instructions few: what is found here is kept by text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from redact.declassification.blocks import refuse_hidden
from redact.declassification.characters import evened, refuse_foreign, refuse_front_cut
from redact.declassification.citing import Cited, cited_orders
from redact.declassification.claims import Claim, Remark
from redact.declassification.extents import Extent, extent_of
from redact.declassification.refusals import Unreadable
from redact.declassification.reserved import reserved_claim
from redact.declassification.shortcuts import shortcut
from redact.declassification.stamps import find_stamp
from redact.declassification.values import Code, Entry, Joint
from redact.text import Span

_KEPT = 16_384
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parts of a text. Of `refusal`, `reserved`, `stamp` and `entries` one settles it.

    `refusal`: why and where it cannot be read. `reserved`: it names what no date ends. `stamp`: the
    word of a stamp.
    """

    extent: Extent
    orders: tuple[Cited, ...]
    refusal: Remark | None = None
    reserved: Claim | None = None
    stamp: Span | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def whole(self) -> Span:
        """The place of the instruction as a whole."""
        return Span(0, max((value.end for value in self.extent.values), default=self.extent.end))


@lru_cache(maxsize=_KEPT)
def parsed(text: str) -> Parsed:
    """Take a text apart; total, for what cannot be read is a refusal."""
    plain = evened(text)
    extent = extent_of(plain)
    orders = cited_orders(plain[: extent.end])
    try:
        refuse_foreign(plain)
        return _settled(Parsed(extent, orders), plain)
    except Unreadable as error:
        return Parsed(extent, orders, refusal=Remark(error.name, error.span))


def _settled(found: Parsed, plain: str) -> Parsed:
    kept = found.extent.kept
    length = len(plain)
    if sum(end - start for start, end in found.extent.values) > _LONGEST:
        raise Unreadable(Span(0, length))
    reserved = reserved_claim(kept)
    if reserved is not None:
        return replace(found, reserved=reserved)
    stamp = find_stamp(kept)
    if stamp is not None:
        return replace(found, stamp=stamp)
    refuse_hidden(plain, found.extent.blocks)
    refuse_front_cut(kept)
    missing = Entry(Code(Span(0, length), "MISSING"))
    return replace(found, entries=tuple(_entries(found.extent)) or (missing,))


def _entries(extent: Extent) -> Iterator[Entry]:
    """The entries of all values; one behind an authority block is a further value (R3)."""
    for at, value in enumerate(extent.values):
        blank = " " * value.start
        first, *rest = _read(blank + extent.kept[value.start : value.end])
        yield replace(first, joint=Joint.LABEL) if at else first
        yield from rest


def _read(text: str) -> tuple[Entry, ...]:
    entries = shortcut(text)
    if entries is not None:
        return entries
    from redact.declassification.grammar import parse_entries  # Lark is slow to import

    return parse_entries(text)
