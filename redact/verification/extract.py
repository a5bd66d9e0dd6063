"""What is taken out of a release to be read: channels of pieces, each with its place."""

from collections.abc import Iterable
from typing import NamedTuple

from redact.verification.model import Problem

OTHER_FORMS = (
    *(b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"GIF8", b"II*\0"),
    *(b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd"),
)
"""How archives, packed files and pictures begin."""


class Piece(NamedTuple):
    """A piece of text and where it stands; `column` is that of its first letter, from 1."""

    text: str
    place: str
    column: int | None = None

    def place_of(self, at: int) -> str:
        """The place of the letter at an offset."""
        return self.place if self.column is None else f"{self.place}, column {self.column + at}"


class Channel(NamedTuple):
    """Pieces that a reader or a tool gets one after the other, by one way.

    `noisy`: the bytes may be no text at all. `again`: what stands here was most likely read by
    another way before. `compared`: it is the same in two files that say the same. `rearranged`: the
    pieces stand in an order in which few readers read them.
    """

    name: str
    pieces: tuple[Piece, ...]
    noisy: bool = False
    again: bool = False
    compared: bool = True
    rearranged: bool = False


def rearranged(name: str, pieces: Iterable[Piece]) -> Channel:
    """A channel of pieces that were read before, in another order."""
    return Channel(name, tuple(pieces), again=True, compared=False, rearranged=True)


class Extract(NamedTuple):
    """Everything of a release that can be read, and what about it cannot be."""

    format: str
    channels: tuple[Channel, ...]
    problems: tuple[Problem, ...] = ()


def lines_as_pieces(text: str, place: str = "") -> tuple[Piece, ...]:
    """A text line by line."""
    head = f"{place}, " if place else ""
    return tuple(
        Piece(line, f"{head}line {number}", 1)
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)
    )
