"""Lines read otherwise than one after the other: by columns, and without labels at their ends."""

import re
from collections.abc import Hashable, Iterable, Iterator

from redact.verification.extract import Channel, Piece, rearranged

_CELL = re.compile(r"[^\s|,;](?:[^\t|,;\n\r]*?[^\s|,;])??(?=\s{2}|\s*(?:[\t|,;]|$))")
_LABEL = re.compile(r"\W*(?:\d+|[A-Za-z]{1,3}(?=\W*[).:\]]))\W*|\s*\S+\s+")
_LAST_WORD = re.compile(r"\s+\S+\s*$")


def arranged(name: str, lines: tuple[Piece, ...]) -> tuple[Channel, ...]:
    """The same lines by their columns and without their first or last words."""
    cells = [cell for line in lines for cell in _cells(line)]
    columns = by_key((cell, number) for number, cell in cells)
    places = by_key((cell, cell.column) for _, cell in cells)
    return (
        rearranged(f"{name} by columns", columns),
        rearranged(f"{name} by indents", places),
        rearranged(f"{name} behind labels", map(_behind_label, lines)),
        rearranged(f"{name} before last words", map(_before_last_word, lines)),
    )


def by_key(pieces: Iterable[tuple[Piece, Hashable]]) -> tuple[Piece, ...]:
    """Pieces with the same key together, in their order; keys in the order in which they occur."""
    groups: dict[Hashable, list[Piece]] = {}
    for piece, key in pieces:
        groups.setdefault(key, []).append(piece)
    return tuple(piece for group in groups.values() for piece in group)


def _cells(line: Piece) -> Iterator[tuple[int, Piece]]:
    """What stands between wide gaps, bars, commas and semicolons, counted from the left."""
    for number, found in enumerate(_CELL.finditer(line.text)):
        yield number, _part(line, found.start(), found.end())


def _behind_label(line: Piece) -> Piece:
    label = _LABEL.match(line.text)
    return _part(line, label.end() if label else 0, len(line.text))


def _before_last_word(line: Piece) -> Piece:
    last = _LAST_WORD.search(line.text)
    return _part(line, 0, last.start() if last else len(line.text))


def _part(line: Piece, start: int, end: int) -> Piece:
    column = line.column and line.column + start
    return Piece(line.text[start:end], line.place, column)
