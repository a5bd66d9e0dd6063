"""Released text repaired where that is certain, on demand; what is withheld is never touched."""

from collections.abc import Sequence

from redact.cable.model import Cable, Kind
from redact.cable.repair import repaired
from redact.release.holes import Hole

_Pieces = tuple[str | Hole, ...]


def mended(cable: Cable, pieces: Sequence[_Pieces]) -> list[_Pieces]:
    """The pieces of each portion, the text in them repaired.

    The turn of a page inside a paragraph goes where all of the paragraph on both sides is kept.
    """
    made = [(*map(_before_a_hole, portion[:-1]), *map(_mended, portion[-1:])) for portion in pieces]
    for at in range(1, len(made) - 1):
        if _turns_inside(cable, at) and _is_kept(made[at - 1]) and _is_kept(made[at + 1]):
            made[at - 1] = (f"{made[at - 1][-1]}".rstrip() + "\n",)
            made[at] = ("",)
    return made


def _mended(piece: str | Hole) -> str | Hole:
    return repaired(piece) if isinstance(piece, str) else piece


def _before_a_hole(piece: str | Hole) -> str | Hole:
    """The blanks at its end are not those of the end of a line."""
    if isinstance(piece, Hole):
        return piece
    words = piece.rstrip(" \t")
    return repaired(words) + piece[len(words) :]


def _turns_inside(cable: Cable, at: int) -> bool:
    """Whether a portion is a page break behind which the paragraph before it goes on."""
    following = cable.portions[at + 1]
    return (
        cable.portions[at].kind is Kind.PAGE_BREAK
        and following.parent == at - 1
        and following.mark is None
        and following.number is None
    )


def _is_kept(pieces: _Pieces) -> bool:
    return len(pieces) == 1 and isinstance(pieces[0], str)
