"""What is drawn on a page: text at its place, bars, and the foot with outcome and page number."""

from collections.abc import Sequence
from typing import NamedTuple

from redact.release.pdf.characters import Characters
from redact.release.pdf.layout import COLUMNS, LINES
from redact.release.pdf.structure import Marked, Placed
from redact.release.pdf.typeface import ADVANCE

WIDTH, HEIGHT = 612, 792
"""Letter, in points."""
LEFT, TOP = 59, 734
SIZE, LEADING = 10, 12
_CELL = SIZE * ADVANCE / 1000
_FOOT = TOP - LEADING * (LINES + 2)
_SLANT = ".2"
"""A notice leans: the italic face of the editors."""


class Stroke(NamedTuple):
    """A line through characters of a line of the page."""

    line: int
    column: int
    width: int


def content_of(
    listed: Sequence[Marked],
    tags: Sequence[str],
    foot: tuple[str, str],
    codes: Characters,
    strokes: Sequence[Stroke] = (),
) -> bytes:
    """The content of a page.

    `foot` is what stands below, on the left and on the right; `strokes` go through what they name.
    """
    parts = [_marked(place, one, tags, codes) for place, one in enumerate(listed)]
    bars = "".join(_bar(placed) for one in listed for placed in one.runs if placed[1].bar)
    lines = "".join(map(_stroke, strokes))
    drawn = f"/Artifact BMC\n{bars}{lines}EMC\n" if bars or lines else ""
    left, right = foot
    below = _shown(left, 0, _FOOT, codes) + _shown(right, COLUMNS - len(right), _FOOT, codes)
    artifact = "/Artifact << /Type /Pagination /Subtype /Footer >> BDC"
    return f"{drawn}{''.join(parts)}{artifact}\nBT\n/F {SIZE} Tf\n{below}ET\nEMC\n".encode("ascii")


def top_of(line: int) -> int:
    """How high the top of a line stands, for whoever leads to it."""
    return TOP - LEADING * line + SIZE


def _marked(place: int, one: Marked, tags: Sequence[str], codes: Characters) -> str:
    tag = "Span" if one.hole else tags[one.block]
    shown = "".join(
        _shown(run.text, run.column, TOP - LEADING * line, codes, leaning=one.hole)
        for line, run in one.runs
    )
    return f"/{tag} << /MCID {place} >> BDC\nBT\n/F {SIZE} Tf\n{shown}ET\nEMC\n"


def _shown(text: str, column: int, height: int, codes: Characters, *, leaning: bool = False) -> str:
    digits = "".join(map(codes.codes.__getitem__, text))
    slant = _SLANT if leaning else "0"
    return f"1 0 {slant} 1 {LEFT + column * _CELL:.2f} {height} Tm\n<{digits}> Tj\n"


def _stroke(stroke: Stroke) -> str:
    left, low = LEFT + stroke.column * _CELL, TOP - LEADING * stroke.line + 3
    return f"{left:.2f} {low} {stroke.width * _CELL:.2f} .8 re f\n"


def _bar(placed: Placed) -> str:
    line, run = placed
    left, low = LEFT + run.column * _CELL, TOP - LEADING * line - 2
    return f"{left:.2f} {low} {len(run.text) * _CELL:.2f} {SIZE} re f\n"
