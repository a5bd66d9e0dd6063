"""A hole: what stands in a release in the place of withheld text.

Authority: FRUS, editorial method (`[7 lines not declassified]`, `[name not declassified]`);
5 U.S.C. 552(b) (amount and exemption stand at the place of the deletion); 22 U.S.C. 4351 (no
deletion without indicating it).
"""

from functools import lru_cache
from typing import NamedTuple

from redact.cable.model import Kind, Portion
from redact.policy.decision import Decision, Excised
from redact.release.codes import ending_of
from redact.release.extent import extent_in_words, lines_of
from redact.release.lead import head_of, lead_of, mark_of
from redact.release.styles import STYLES

AFTER_NOTICE = "\n\n"
"""What follows a portion withheld whole, whatever followed it: widths and line ends stay inside."""


class Hole(NamedTuple):
    """What is shown of withheld text.

    `lead` is what stays of a portion withheld whole, with a blank behind it; `bar` a black bar or
    nothing; `words` the notice; `after` the line ends behind it. `text` is all four in a row.
    """

    lead: str
    bar: str
    words: str
    after: str
    text: str


def hole_of_portion(text: str, portion: Portion, decision: Decision, style: str) -> Hole:
    """The hole that a portion withheld whole leaves: its number, its mark, how much, and why.

    The lines of `text` end with LF, see `redact.release.extent.with_line_feeds`.
    """
    return _hole_of_portion(
        portion.kind,
        portion.number,
        portion.parent is None,
        head_of(text, portion),
        mark_of(portion),
        lines_of(text, portion) if decision.extent else None,
        decision.exemptions,
        decision.citations,
        style,
    )


def hole_of_span(excised: Excised, decision: Decision, style: str) -> Hole:
    """The hole inside a released portion: what kind of thing stood there, never how long it was."""
    amount = excised.thing.value if decision.extent else ""
    return _hole("", amount, ending_of(excised.exemptions, excised.citations), "", style)


@lru_cache(maxsize=8192)
def _hole_of_portion(
    kind: Kind,
    number: str | None,
    alone: bool,  # noqa: FBT001
    head: str,
    mark: str,
    lines: int | None,
    exemptions: tuple[str, ...],
    citations: tuple[str, ...],
    style: str,
) -> Hole:
    """The same few holes come back in every cable."""
    bare = alone and number is None and not mark and kind is Kind.PARAGRAPH
    amount = "" if lines is None else extent_in_words(lines, bare=bare)
    lead = lead_of(kind, number, head, mark)
    return _hole(lead, amount, ending_of(exemptions, citations), AFTER_NOTICE, style)


def _hole(lead: str, amount: str, codes: str, after: str, style: str) -> Hole:
    bar, words = STYLES[style](amount, codes, bool(after))
    shown = f"{bar} {words}" if bar else words
    return Hole(lead, bar, words, after, f"{lead}{shown}{after}")
