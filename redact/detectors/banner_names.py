"""Names of programs and compartments in a banner: taken out of any release, whoever decides.

The header goes out on any date, but such names are classified themselves (E.O. 13526 §4.3).
"""

import re
from collections.abc import Iterator
from typing import Final

from redact.cable.header.banner import read_banner
from redact.cable.lines import Line, cut_lines
from redact.cable.model import STRUCTURAL, Cable, Portion
from redact.detectors.model import Detection, Thing
from redact.markings.shown import names_in
from redact.text import Span

BANNER_NAME: Final = "banner-name"
"""What takes these names for a detector; no policy can ask for it, or leave it out."""

_WORD = re.compile(r"[A-Za-z0-9]+")


def banner_names(cable: Cable) -> tuple[tuple[Detection, ...], ...]:
    """Where such names stand in the structural portions, one tuple a portion; empty if nowhere."""
    found = tuple(tuple(_of_portion(cable, portion)) for portion in cable.portions)
    return found if any(found) else ()


def _of_portion(cable: Cable, portion: Portion) -> Iterator[Detection]:
    if portion.kind not in STRUCTURAL:
        return
    for line in cut_lines(cable.source.text, *portion.span):
        banner = read_banner(line.text)
        names = names_in(banner.marking) if banner and banner.marking else ()
        if names:
            for span in _places(cable.source.text, line, set(_WORD.findall(" ".join(names)))):
                yield Detection(BANNER_NAME, span, Thing.NAME)


def _places(text: str, line: Line, words: set[str]) -> Iterator[Span]:
    """Where the words stand, those in a row together; all of the line where one is not found."""
    found = list(_WORD.finditer(text, line.start, line.stop))
    if not words <= {one.group() for one in found}:
        yield Span(line.first, line.first + len(text[line.first : line.stop].rstrip()))
        return
    start = end = None
    for one in found:
        if one.group() in words:
            start, end = one.start() if start is None else start, one.end()
        elif start is not None and end is not None:
            yield Span(start, end)
            start = None
    if start is not None and end is not None:
        yield Span(start, end)
