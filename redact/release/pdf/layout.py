"""From pieces to pages: lines of one width, broken by the page and never by what is withheld.

Portions go on where the one before ended, line ends are those of the released text, and a line
that is too long is broken at a blank.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from redact.release.holes import Hole
from redact.release.pieces import Piece

COLUMNS = 82
LINES = 52

_ENDS = re.compile(r"(\r\n?|\n|\f)")


class Run(NamedTuple):
    """Characters on one line: `block` says of which block, `hole` whether they are a notice.

    `bar` is True where a black bar stands in the place of the characters, which are blanks.
    """

    column: int
    text: str
    block: int
    hole: bool = False
    bar: bool = False


@dataclass(slots=True)
class Pages:
    """Pages of lines of runs, while they are being set."""

    pages: list[list[list[Run]]] = field(default_factory=lambda: [[[]]])
    column: int = 0

    def text(self, text: str, block: int, *, hole: bool = False) -> None:
        """Set a text with line ends and page breaks of its own."""
        for number, part in enumerate(_ENDS.split(text)):
            if number % 2 == 0:
                self._words(part.expandtabs(8), block, hole=hole)
            elif part == "\f":
                self._page()
            else:
                self.line()

    def hole(self, hole: Hole, block: int) -> None:
        """Set what stays of a withheld text, a bar if there is one, and the notice."""
        self.text(hole.lead, block)
        if hole.bar:
            width = len(hole.bar)
            if self.column + width > COLUMNS:
                self.line()
            self._run(Run(self.column, " " * width, block, hole=True, bar=True))
            self._run(Run(self.column, " ", block, hole=True))
        self.text(hole.words, block, hole=True)
        self.text(hole.after, block)

    def line(self) -> None:
        """Begin a line, on a new page where this one is full."""
        if len(self.pages[-1]) == LINES:
            self._page()
        else:
            self.pages[-1].append([])
        self.column = 0

    def _page(self) -> None:
        self.pages.append([[]])
        self.column = 0

    def _words(self, text: str, block: int, *, hole: bool) -> None:
        while text:
            room = COLUMNS - self.column
            cut = len(text) if len(text) <= room else _break(text, room, self.column)
            if cut:
                self._run(Run(self.column, text[:cut], block, hole))
            text = text[cut:]
            if text:
                self.line()
                text = text.lstrip(" ")

    def _run(self, run: Run) -> None:
        self.pages[-1][-1].append(run)
        self.column += len(run.text)


def set_pages(blocks: Iterable[Iterable[Piece]]) -> list[list[list[Run]]]:
    """Pages of lines of runs."""
    setting = Pages()
    for number, pieces in enumerate(blocks):
        for piece in pieces:
            if isinstance(piece, str):
                setting.text(piece, number)
            else:
                setting.hole(piece, number)
    return setting.pages


def _break(text: str, room: int, column: int) -> int:
    """How many characters go on a line with so much room: up to a blank, if there is one."""
    cut = text.rfind(" ", 0, room + 1)
    if cut > 0:
        return cut
    first_word = text.find(" ") if " " in text else len(text)
    return 0 if column and first_word <= COLUMNS else max(room, 0)
