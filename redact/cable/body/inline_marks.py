"""Marks in running text: they are none, but one above its portion or the banner is a warning."""

import re
from bisect import bisect_right

from redact.cable.drafts import Draft, Scan
from redact.cable.model import Kind
from redact.markings import read_marking

_BRACKETED = re.compile(r"\([A-Z][^()]{0,90}\)")
_WITH_CONTROLS = re.compile(r"\((?:TS|S|C)\s?(?://?|-|\s)\s?[A-Z][A-Z/ ,\n\r-]{1,80}\)")
_IN_WORDS = re.compile(r"\((?:TOP SECRET|SECRET|CONFIDENTIAL)[A-Z/ ,\n\r-]{0,80}\)")
_NUMBER_BEFORE = re.compile(r"[\s.!?:;]\d{1,3}[.)]\s{0,3}$")
_TEXT = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.HEADING, Kind.SUBJECT)


def note_inline_marks(scan: Scan) -> None:
    """A level with controls raises its portion; a level in words is a hint of doubt only.

    A number and a mark in the middle of a line raise too: two paragraphs may have run together.
    """
    if "(" not in scan.text:
        return
    starts = [draft.start for draft in scan.drafts]
    for found in _BRACKETED.finditer(scan.text):
        words, at = found.group(), found.start()
        raising = _WITH_CONTROLS.fullmatch(words) or _NUMBER_BEFORE.search(
            scan.text, max(0, at - 8), at
        )
        if not raising and not _IN_WORDS.fullmatch(words):
            continue
        draft = _draft_at(scan, starts, at)
        marking = read_marking(words).marking if draft else None
        if draft and marking:
            (draft.raised if raising else scan.hints).append(marking)


def _draft_at(scan: Scan, starts: list[int], at: int) -> Draft | None:
    """The portion of text around an offset, unless its own mark stands there."""
    index = bisect_right(starts, at) - 1
    draft = scan.drafts[index] if index >= 0 else None
    if draft is None or draft.kind not in _TEXT:
        return None
    own = draft.found.mark.span if draft.found else None
    return None if own and own.start <= at < own.end else draft
