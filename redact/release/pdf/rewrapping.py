"""Where a hole stands in running text, the pages forget where the drafter's lines ended.

A drafter ends a line where the next word does not fit: how much of a line is left beside a hole,
and which word begins the next, would tell how long a name was. Hence text is set afresh, with line
breaks of its own (Bland and others, PoPETs 2023(3) 69).
"""

import re

from redact.release.pieces import Piece

_WRAP = r"(?<![\r\n])[ \t]*(?:\r\n?|\n)(?!\s|[-*•>]|\(?\w{1,3}[.)]\s"
_within = re.compile(rf"{_WRAP})").sub
_at_the_end = re.compile(rf"{_WRAP}|\Z)").sub


def rewrapped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of a portion with a blank for each line end that only ends a full line.

    Blank lines, indented lines and those that begin with a number or a sign stay lines of their
    own; a portion without a hole stays as it is.
    """
    if len(pieces) == 1:
        return pieces
    *inner, last = pieces
    joined = [piece if not isinstance(piece, str) else _within(" ", piece) for piece in inner]
    return (*joined, _at_the_end(" ", last) if isinstance(last, str) else last)
