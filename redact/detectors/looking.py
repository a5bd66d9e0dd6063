"""Looking through a telegram: which text each detector sees, and what it found by portion."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from redact.cable.model import Cable, Kind
from redact.detectors.announced import may_announce
from redact.detectors.legible import BORDER, Legible, Piece, legible
from redact.detectors.model import Detection, Thing, Wanted
from redact.detectors.prefilter import may_hold_number
from redact.detectors.register import DETECTORS, Found, Reads
from redact.detectors.stretches import Stretches, stretches
from redact.detectors.terms import find_terms, terms_of_list
from redact.text import Span

_UNREAD: Final = frozenset({Kind.ENVELOPE, Kind.HEADER, Kind.REFERENCE, Kind.PAGE_BREAK})
"""Kinds in which numbers are those of messages: no detector of numbers looks at them."""


_Names: TypeAlias = tuple[str, ...]


def look(cable: Cable, wanted: Wanted) -> tuple[tuple[Detection, ...], ...]:
    """As `redact.detectors.detect`."""
    numbers, others, everywhere = _by_reach(wanted.detectors)
    found = [
        *_found_in_text(cable, numbers, others),
        *_found_anywhere(cable, everywhere, wanted),
    ]
    return _by_portion(cable, found)


@lru_cache(maxsize=64)
def _by_reach(detectors: frozenset[str]) -> tuple[_Names, ...]:
    """The detectors by what they look at, in order. Raises KeyError for one that is not there."""
    unknown = detectors - DETECTORS.keys()
    if unknown:
        raise KeyError(min(unknown))
    return tuple(
        tuple(sorted(name for name in detectors if DETECTORS[name].reads is reads))
        for reads in Reads
    )


def _found_in_text(cable: Cable, numbers: _Names, others: _Names) -> Iterator[Detection]:
    """What stands in the portions that are text."""
    has_numbers = bool(numbers) and may_hold_number(_text_of(cable))
    if not has_numbers and not others:
        return
    torn = stretches(cable.source.text, cable.portions, _UNREAD)
    if has_numbers:
        yield from _found(numbers, torn, legible(torn.text, _that_may_hold_numbers(torn)))
    if others:
        yield from _found(others, torn, legible(torn.text, torn.pieces))


def _found(detectors: _Names, torn: Stretches, read: Legible) -> Iterator[Detection]:
    for detector in detectors:
        yield from _placed(detector, DETECTORS[detector].find(read.text), torn, read)


def _text_of(cable: Cable) -> str:
    """The text in which numbers are looked for: all but that of the kinds which are not read."""
    text, unread = cable.source.text, _UNREAD
    parts, at = [], 0
    for portion in cable.portions:
        if portion.kind in unread:
            start, end = portion.span
            parts.append(text[at:start])
            at = end
    return "".join([*parts, text[at:]])


def _that_may_hold_numbers(torn: Stretches) -> list[Piece]:
    """The pieces that may hold one, together with those in which it may go on, and with the leads
    and headings above them."""
    together: list[list[Piece]] = []
    for piece in torn.pieces:
        if piece[2] == BORDER:
            together.append([])
        together[-1].append(piece)
    kept: list[list[Piece]] = []
    is_kept = False
    for pieces in reversed(together):
        said = "".join([torn.text[start:end] for start, end, _ in pieces])
        is_kept = may_hold_number(said) or (is_kept and may_announce(said))
        if is_kept:
            kept.append(pieces)
    return [piece for pieces in reversed(kept) for piece in pieces]


def _found_anywhere(cable: Cable, detectors: _Names, wanted: Wanted) -> Iterator[Detection]:
    """What stands in any portion, of whatever kind."""
    if not detectors and not wanted.terms:
        return
    torn = stretches(cable.source.text, cable.portions, frozenset())
    read = legible(torn.text, torn.pieces)
    yield from _found(detectors, torn, read)
    for name, terms in wanted.terms:
        places = (
            Found(*place, Thing.TEXT) for place in find_terms(read.text, terms_of_list(terms))
        )
        yield from _placed(f"term:{name}", places, torn, read)


def _placed(
    detector: str, found: Iterable[Found], torn: Stretches, read: Legible
) -> Iterator[Detection]:
    for one in found:
        for span in torn.in_source(read.span(one.start, one.end)):
            yield Detection(detector, span, one.thing, one.sure)


def _by_portion(cable: Cable, found: list[Detection]) -> tuple[tuple[Detection, ...], ...]:
    """What was found, cut at the borders of the portions."""
    if not found:
        return ((),) * len(cable.portions)
    found.sort(key=lambda one: (one.span, one.detector))
    rows: list[list[Detection]] = [[] for _ in cable.portions]
    portions = cable.portions
    first = 0
    for one in found:
        while portions[first].span.end <= one.span.start:
            first += 1
        at = first
        while at < len(portions) and portions[at].span.start < one.span.end:
            within = portions[at].span
            if within.start < within.end:
                cut = Span(max(one.span.start, within.start), min(one.span.end, within.end))
                rows[at].append(one._replace(span=cut))
            at += 1
    return tuple(map(_distinct, rows))


def _distinct(row: list[Detection]) -> tuple[Detection, ...]:
    """What was found in a portion, without what lies within a span of the same detector."""
    left: list[Detection] = []
    ends: dict[str, int] = {}
    for one in sorted(row, key=lambda one: (one.span.start, -one.span.end, not one.sure)):
        if one.span.end > ends.get(one.detector, -1):
            ends[one.detector] = one.span.end
            left.append(one)
    return tuple(sorted(left, key=lambda one: (one.span, one.detector)))
