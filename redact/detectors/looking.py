"""Looking through a telegram: which text each detector sees, and what it found by portion."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from redact.cable.model import Cable, Kind, Portion
from redact.detectors.legible import BORDER, Legible, Piece, legible
from redact.detectors.model import Detection, Thing, Wanted
from redact.detectors.prefilter import may_hold_number
from redact.detectors.register import DETECTORS, Found, Reads
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
    """What stands in the portions that are text, those around a page break read together."""
    text = cable.source.text
    if numbers and may_hold_number(_text_of(cable)):
        pieces = list(_that_may_hold_numbers(text, _pieces(text, _read_for_text(cable))))
        yield from _found(numbers, legible(text, pieces))
    if others:
        yield from _found(others, legible(text, _pieces(text, _read_for_text(cable))))


def _found(detectors: _Names, read: Legible) -> Iterator[Detection]:
    for detector in detectors:
        yield from _placed(detector, DETECTORS[detector].find(read.text), read)


def _read_for_text(cable: Cable) -> Iterator[Portion]:
    return (portion for portion in cable.portions if portion.kind not in _UNREAD)


def _text_of(cable: Cable) -> str:
    """The text in which numbers are looked for, portions that follow each other taken at once."""
    text = cable.source.text
    parts = []
    start = end = 0
    for portion in cable.portions:
        if portion.kind not in _UNREAD:
            first, last = portion.span
            if first != end:
                parts.append(text[start:end])
                start = first
            end = last
    return "".join([*parts, text[start:end]])


def _that_may_hold_numbers(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces that may hold one, together with those in which it may go on."""
    together: list[Piece] = []
    for piece in (*pieces, (0, 0, BORDER)):
        if piece[2] == BORDER:
            if may_hold_number("".join([text[start:end] for start, end, _ in together])):
                yield from together
            together = []
        together.append(piece)


def _found_anywhere(cable: Cable, detectors: _Names, wanted: Wanted) -> Iterator[Detection]:
    """What stands in any portion, of whatever kind; page lines for themselves, for what they
    interrupt goes on behind."""
    if not detectors and not wanted.terms:
        return
    page_lines = [portion for portion in cable.portions if portion.kind is Kind.PAGE_BREAK]
    others = [portion for portion in cable.portions if portion.kind is not Kind.PAGE_BREAK]
    text = cable.source.text
    read = legible(text, (*_pieces(text, others), *_pieces(text, page_lines)))
    yield from _found(detectors, read)
    for name, terms in wanted.terms:
        places = (
            Found(*place, Thing.TEXT) for place in find_terms(read.text, terms_of_list(terms))
        )
        yield from _placed(f"term:{name}", places, read)


def _placed(detector: str, found: Iterable[Found], read: Legible) -> Iterator[Detection]:
    for one in found:
        yield Detection(detector, read.span(one.start, one.end), one.thing, one.sure)


def _pieces(text: str, portions: Iterable[Portion]) -> Iterator[Piece]:
    """The portions as stretches of text: one with a number or mark of its own begins anew."""
    end, kind = 0, None
    for portion in portions:
        begins = portion.number is not None or portion.mark is not None or portion.kind is not kind
        goes_on = portion.span.start == end or text[end - 1 : end].isspace()
        yield portion.span.start, portion.span.end, BORDER if begins else "" if goes_on else "\n"
        end, kind = portion.span.end, portion.kind


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
