"""Which portions of a telegram read on as one text: those that a page line or the header of a
further section has torn apart go together, and what stands between is read apart."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from redact.cable.model import Kind, Portion
from redact.detectors.legible import BORDER, Piece
from redact.text import Span

_BODY = frozenset({Kind.HEADING, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.QUOTATION})
_ENDED = re.compile(r"[.!?:;\"')\]\u201d\u2019=_*-]\s*\Z")


class Stretches(NamedTuple):
    """`pieces` are of `text`: the source, blank in the `gaps`. With gaps, the source itself stands
    once more behind it, from `again` on: there the pieces lie that are in a gap."""

    text: str
    pieces: list[Piece]
    gaps: list[Span]
    again: int

    def in_source(self, found: Span) -> Iterator[Span]:
        """Where in the source a span of `text` stands: in parts, if it goes over a gap."""
        start, end = found
        if start >= self.again:
            yield Span(start - self.again, end - self.again)
            return
        for gap in self.gaps:
            if start < gap.end and gap.start < end:
                yield Span(start, start + len(self.text[start : gap.start].rstrip()))
                start = end - len(self.text[gap.end : end].lstrip())
        yield Span(start, end)


def stretches(text: str, portions: Iterable[Portion], unread: frozenset[Kind]) -> Stretches:
    """The portions of the kinds that are read.

    A portion with a number or mark of its own begins anew, and so does one of another kind.
    """
    pieces: list[Piece] = []
    gaps: list[Span] = []
    again = len(text)
    before = last = None
    written = 0
    for portion in portions:
        kind, (start, end) = portion.kind, portion.span
        if last is not None and before is not last and _is_torn(text, portion, before, last):
            first, _, joint = pieces[written - 1]
            aside = [(one + again, other + again, gap) for one, other, gap in pieces[written:]]
            pieces[written - 1 :] = [*aside, (first, end, joint)]
            gaps.append(Span(last.span.end, start))
        elif kind not in unread:
            begins = portion.number is not None or portion.mark is not None
            goes_on = before is not None and before.kind is kind and not begins
            pieces.append((start, end, "" if goes_on else BORDER))
        if kind in _BODY or (kind is Kind.SUBJECT and (last is None or last.kind is kind)):
            last, written = portion, len(pieces)
        before = portion
    return Stretches(_with_gaps(text, gaps) if gaps else text, pieces, gaps, again)


def _is_torn(text: str, portion: Portion, before: Portion | None, last: Portion) -> bool:
    """Whether a portion goes on with the last one of text, which does not stand directly before.

    Behind a page line a number may be one of the sentence that it tears, and a mark that nobody can
    read may be words in brackets.
    """
    kind, mark = portion.kind, portion.mark
    if before and before.kind is Kind.PAGE_BREAK and not (mark and mark.marking):
        if portion.number is not None and _ENDED.search(text, *last.span):
            return False
        return kind is last.kind or (kind in _BODY and last.kind in _BODY)
    is_signed = portion.number is not None or mark is not None
    return not is_signed and kind in _BODY and kind is last.kind and portion.parent is not None


def _with_gaps(text: str, gaps: list[Span]) -> str:
    """The text with line ends for all that stands in the gaps, and the text once more behind it."""
    parts: list[str] = []
    done = 0
    for start, end in gaps:
        parts += text[done:start], "\n" * (end - start)
        done = end
    return "".join([*parts, text[done:], text])
