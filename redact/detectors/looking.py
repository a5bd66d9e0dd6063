"""Looking through a telegram: which text each detector sees, and what it found by portion."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from redact.cable.model import Cable, Kind, Portion
from redact.detectors.legible import BORDER, Legible, legible
from redact.detectors.model import Detection, Wanted
from redact.detectors.prefilter import may_hold_number
from redact.detectors.register import DETECTORS, Found
from redact.text import Span

_UNREAD: Final = frozenset({Kind.ENVELOPE, Kind.HEADER, Kind.REFERENCE, Kind.PAGE_BREAK})
"""Kinds in which numbers are those of messages: no detector of numbers looks at them."""

_EVERYWHERE: Final = frozenset({"e-mail", "protected-name"})
"""Detectors that look at every kind of portion: what is withheld once is withheld everywhere."""

_Named: TypeAlias = tuple[str, Found]


def look(cable: Cable, wanted: Wanted) -> tuple[tuple[Detection, ...], ...]:
    """As `redact.detectors.detect`."""
    unknown = wanted.detectors - DETECTORS.keys()
    if unknown:
        raise KeyError(min(unknown))
    found = [
        *_found_in_text(cable, sorted(wanted.detectors - _EVERYWHERE)),
    ]
    return _by_portion(cable, found)


def _found_in_text(cable: Cable, detectors: list[str]) -> Iterator[Detection]:
    """What stands in the portions that are text, those around a page break read together."""
    portions = [portion for portion in cable.portions if portion.kind not in _UNREAD]
    if not detectors or not may_hold_number("".join(map(cable.text_of, portions))):
        return
    read = legible(cable.source.text, _pieces(portions))
    for detector in detectors:
        yield from _placed(detector, DETECTORS[detector].find(read.text), read)


def _placed(detector: str, found: Iterable[Found], read: Legible) -> Iterator[Detection]:
    for one in found:
        yield Detection(detector, read.span(one.start, one.end), one.thing, one.sure)


def _pieces(portions: Iterable[Portion]) -> Iterator[tuple[int, int, str]]:
    """The portions as stretches of text: one with a number or mark of its own begins anew."""
    end = 0
    for portion in portions:
        begins = portion.number is not None or portion.mark is not None
        joint = BORDER if begins else ("" if portion.span.start == end else "\n")
        yield portion.span.start, portion.span.end, joint
        end = portion.span.end


def _by_portion(cable: Cable, found: list[Detection]) -> tuple[tuple[Detection, ...], ...]:
    """What was found, cut at the borders of the portions."""
    if not found:
        return ((),) * len(cable.portions)
    found.sort(key=lambda one: (one.span, one.detector))
    rows: list[set[Detection]] = [set() for _ in cable.portions]
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
                rows[at].add(one._replace(span=cut))
            at += 1
    return tuple(tuple(sorted(row, key=lambda one: (one.span, one.detector))) for row in rows)
