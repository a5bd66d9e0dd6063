"""Where in a cable a header field stands, for a finding that speaks of it."""

from redact.cable.model import Cable, Kind
from redact.text import Span

_TOP = Span(0, 0)


def instruction_place(cable: Cable) -> Span:
    """The instruction of the E.O. line; the top of the cable where there is none."""
    stated = cable.header.declassify
    return _place(cable, stated.text) if stated else _TOP


def authority_place(cable: Cable) -> Span:
    """The paragraph on the classification authority; the top where there is none."""
    stated = cable.header.classified_by
    return _place(cable, stated.text) if stated else _TOP


def _place(cable: Cable, text: str) -> Span:
    """Where the first line of a header field stands, as it is written in the source."""
    words = text.strip().split("\n")[0].strip()
    for portion in cable.portions:
        if portion.kind is Kind.HEADER and words:
            at = cable.source.text.find(words, *portion.span)
            if at >= 0:
                return Span(at, at + len(words))
    return _TOP
