"""Whether released text stands in a release in its order, and what stands between.

Between stand the stamp and the notices. Where something was taken out of a portion its lines are
set afresh (release 2.4): there nothing but blanks, line ends and the length of a rule may differ.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from redact.cable.model import Cable
from redact.policy.decision import Account
from redact.release.pieces import Piece
from redact.verification.spans import released_spans, set_afresh

_NO_LETTERS = re.compile(r"[\W_]+")
_PARTING = re.compile(r"<br\s*/?>|&nbsp;|&#(?:0*(?:10|13|160)|x0*(?:a|d|a0));", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_REPEATED = re.compile(r"([^\w\s])\1+")


class Segment(NamedTuple):
    """Released text of one portion up to a hole or its end; `afresh`: its lines end elsewhere."""

    text: str
    afresh: bool


def segments_of(cable: Cable, account: Account) -> list[Segment]:
    """The released text of a cable, in its order."""
    text, afresh = cable.source.text, set_afresh(cable, account)
    kept: list[tuple[Piece, ...]] = [
        tuple(text[start:end] for start, end in released_spans(portion, decision))
        for portion, decision in zip(cable.portions, account.decisions, strict=True)
    ]
    if account.repaired:
        from redact.release.mending import mended  # few releases are repaired

        kept = mended(cable, kept)
    return [
        Segment(str(piece), index in afresh)
        for index, pieces in enumerate(kept)
        for piece in pieces
    ]


def between(segments: Iterable[Segment], text: str) -> str | None:
    """What stands between segments that follow one another letter for letter in a text.

    None where they do not. All of the text is between where lines are set afresh.
    """
    listed = list(segments)
    gaps = _gaps((segment.text for segment in listed if not segment.afresh), text)
    if gaps is None or not any(segment.afresh for segment in listed):
        return None if gaps is None else " ".join(gaps)
    return text if _in_order(listed, text, _squeezed) else None


def stand_by_letters(segments: Iterable[Segment], text: str) -> bool:
    """Whether segments stand in a text by their letters and digits, for forms that escape signs."""
    return _in_order(list(segments), text, _letters)


def _in_order(segments: list[Segment], text: str, reduced: Callable[[str], str]) -> bool:
    """Segment by segment, else letter by letter: a page of a PDF ends anywhere."""
    whole = reduced(text)
    listed = [reduced(_plain(segment)) for segment in segments]
    return _gaps(listed, whole) is not None or _gaps("".join(listed), whole) is not None


def _plain(segment: Segment) -> str:
    """Where lines are set afresh, without what a page of the web parts words and lines by."""
    return _PARTING.sub(" ", segment.text) if segment.afresh else segment.text


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _squeezed(text: str) -> str:
    return _REPEATED.sub(r"\1", _BLANKS.sub("", text))


def _gaps(segments: Iterable[str], text: str) -> list[str] | None:
    """What stands between segments that follow one another in a text; None where they do not.

    Each is taken where it first can stand: if there is a way to find all of them, that is one.
    """
    gaps, at = [], 0
    for segment in segments:
        found = text.find(segment, at)
        if found < 0:
            return None
        gaps.append(text[at:found])
        at = found + len(segment)
    gaps.append(text[at:])
    return gaps
