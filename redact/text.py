"""Places in a text: spans, positions, and what is needed to name a place to a person."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """Character offsets into a text, end-exclusive."""

    start: int
    end: int

    def shift(self, by: int) -> "Span":
        """The same span in a text that has `by` more characters in front."""
        return Span(self.start + by, self.end + by)


class Position(NamedTuple):
    """A place as an editor shows it: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a text begin; built once per text, by `lines_of`."""

    starts: tuple[int, ...]

    def position(self, offset: int) -> Position:
        """Line and column of a character offset (an offset behind the end is on the last line)."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)


@lru_cache(maxsize=4)
def lines_of(text: str) -> Lines:
    """Index the lines of `text`: a line ends with LF, CR LF or a lone CR."""
    starts = [0]
    at = 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        if line.endswith(("\n", "\r")):
            starts.append(at)
    return Lines(tuple(starts))
