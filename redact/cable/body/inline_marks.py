"""Marks in running text: they are none, but one above its portion or the banner is a warning."""

import re
from bisect import bisect_right

from redact.cable.drafts import Scan
from redact.cable.model import Kind
from redact.markings import read_marking

_INLINE = re.compile(
    r"\((?:(?:TS|S|C)\s?(?://?|-|\s)\s?[A-Z][A-Z/ ,\n\r-]{1,80}"
    r"|(?:TOP SECRET|SECRET|CONFIDENTIAL)[A-Z/ ,\n\r-]{0,80})\)"
)
_NUMBERED = re.compile(r"(?<=[\s.!?:;])\d{1,3}[.)]\s{0,3}(\([A-Z][^()]{0,60}\))")
_TEXT = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.HEADING, Kind.SUBJECT)


def note_inline_marks(scan: Scan) -> None:
    """A level with controls raises its portion; a level in words is a hint of doubt only.

    A number and a mark in the middle of a line raise too: two paragraphs may have run together.
    """
    if "(" not in scan.text:
        return
    starts = [draft.start for draft in scan.drafts]
    for found in _INLINE.finditer(scan.text):
        _note(scan, starts, found.start(), found.group())
    for found in _NUMBERED.finditer(scan.text):
        _note(scan, starts, found.start(1), found[1])


def _note(scan: Scan, starts: list[int], at: int, words: str) -> None:
    index = bisect_right(starts, at) - 1
    draft = scan.drafts[index] if index >= 0 else None
    if draft is None or draft.kind not in _TEXT:
        return
    if draft.found and draft.found.mark.span.start <= at < draft.found.mark.span.end:
        return
    marking = read_marking(words).marking
    if marking is None:
        return
    if words[1:].startswith(("TOP", "SECRET", "CONF")):
        scan.hints.append(marking)
    else:
        draft.raised.append(marking)
