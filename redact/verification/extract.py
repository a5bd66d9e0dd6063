"""What is taken out of a release to be read: channels of pieces, each with its place."""

from typing import NamedTuple

from redact.verification.model import Problem


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
    another way before. `compared`: it is the same in two files that say the same. `decoded`: it is
    looked at for what is hidden by some way of coding, too.
    """

    name: str
    pieces: tuple[Piece, ...]
    noisy: bool = False
    again: bool = False
    compared: bool = True
    decoded: bool = True


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
