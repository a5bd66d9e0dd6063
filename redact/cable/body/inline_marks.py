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
_TEXT = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.HEADING, Kind.SUBJECT)


def note_inline_marks(scan: Scan) -> None:
    """A level with controls raises its portion; a level in words is a hint of doubt only."""
    if "(" not in scan.text:
        return
    starts = [draft.start for draft in scan.drafts]
    for found in _INLINE.finditer(scan.text):
        at = bisect_right(starts, found.start()) - 1
        draft = scan.drafts[at] if at >= 0 else None
        if draft is None or draft.kind not in _TEXT:
            continue
        if draft.found and draft.found.mark.span.start <= found.start() < draft.found.mark.span.end:
            continue
        marking = read_marking(found.group()).marking
        if marking is None:
            continue
        if found.group()[1:].startswith(("TOP", "SECRET", "CONF")):
            scan.hints.append(marking)
        else:
            draft.raised.append(marking)
