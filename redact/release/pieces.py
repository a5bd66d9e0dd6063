"""The one account that all forms of a release are made from: kept text and holes, by portion."""

from typing import TypeAlias

from redact.cable.model import Cable, Portion
from redact.errors import ReleaseError
from redact.policy.decision import Account, Decision, Effect
from redact.release.extent import with_line_feeds
from redact.release.holes import Hole, hole_of_portion, hole_of_span

Piece: TypeAlias = str | Hole
"""Released text, letter for letter, or what stands in the place of withheld text."""


def pieces_of(cable: Cable, account: Account, style: str) -> list[tuple[Piece, ...]]:
    """The pieces of each portion, in their order.

    Raises ReleaseError where the account was not made for this cable, or the portions do not
    partition its text: then nothing can be released.
    """
    text, release = cable.source.text, Effect.RELEASE
    lined = with_line_feeds(text)
    if len(cable.portions) != len(account.decisions):
        raise _other_cable(cable)
    made: list[tuple[Piece, ...]] = []
    at, cut = 0, False
    for portion, decision in zip(cable.portions, account.decisions, strict=True):
        if portion.kind != decision.kind:
            raise _other_cable(cable)
        start, end = portion.span
        if start != at or end < at:
            raise _broken(cable)
        at = end
        if decision.effect is not release:
            made.append((hole_of_portion(lined, portion, decision, style),))
        elif decision.excised:
            made.append(_cut(cable, portion, decision, style))
            cut = True
        else:
            made.append((text[start:end],))
    if at != len(text):
        raise _broken(cable)
    if cut:
        from redact.release.reflow import set_afresh  # most releases have no hole inside a portion

        made = set_afresh(cable, made)
    if account.repaired:
        from redact.release.mending import mended  # few releases are repaired

        return mended(cable, made)
    return made


def text_of(pieces: tuple[Piece, ...]) -> str:
    """The sanitised text of a portion."""
    if len(pieces) == 1:
        (only,) = pieces
        return only if isinstance(only, str) else only.text
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def _cut(cable: Cable, portion: Portion, decision: Decision, style: str) -> tuple[Piece, ...]:
    """A released portion with what is excised taken out of it."""
    text, (at, end) = cable.source.text, portion.span
    pieces: list[Piece] = []
    for excised in decision.excised:
        start, stop = excised.span
        if not at <= start < stop <= end:
            raise _other_cable(cable)
        pieces += [text[at:start], hole_of_span(excised, decision, style)]
        at = stop
    return tuple(piece for piece in (*pieces, text[at:end]) if piece)


def _other_cable(cable: Cable) -> ReleaseError:
    return ReleaseError(
        "release/account-of-another-cable",
        "the account does not decide the portions of this cable one by one",
        remedy="decide this cable and render that account",
        place=cable.source.name,
    )


def _broken(cable: Cable) -> ReleaseError:
    return ReleaseError(
        "release/broken-partition",
        "the portions do not add up to the text",
        remedy="read the cable again",
        place=cable.source.name,
    )
