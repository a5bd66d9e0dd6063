"""Where the header is over: a line bears the number, sign, mark or heading of a body."""

import re

from redact.cable.body import signs
from redact.cable.drafts import Scan
from redact.cable.header.authority import KEYWORD as AUTHORITY
from redact.cable.marks import Found
from redact.cable.notices import is_stamp_line

_FIELD_BEHIND_MARK = re.compile(
    r"\([^()]{1,40}\) ?(?:SUBJ|CLASSIFIED|DERIVED|E ?\.? ?O|REF|TAGS)", re.IGNORECASE
)
_OF_FIELDS = frozenset("ACDEFGHIJKLMNORSUVWXYZ")
"""Letters that no number, sign, mark or quotation begins with."""

_RULES = "-=*_.~"
_DASHES = "-*•–—"
_OPENING = "([{（［｛〔【⟨«"


def begins_body(scan: Scan, at: int, *, blank: bool) -> bool:
    """Whether line `at` begins the body; `blank`: a blank line stands before it."""
    line = scan.lines[at]
    following = scan.lines[at + 1].text if at + 1 < len(scan.lines) else ""
    if line.text[0] in _OF_FIELDS and following[:1] not in _RULES and not line.anchored:
        return False
    number = signs.number_at(scan.text, line, line.stop)
    if number:
        return blank or number.found is not None or number.printed == "1" or number.anchored
    text = line.text
    if text[0] in _DASHES or signs.BEGIN.match(text):
        return True
    if AUTHORITY.match(text) or _FIELD_BEHIND_MARK.match(text):
        return False
    if is_stamp_line(text):
        return False
    if text[0] in _OPENING:
        return _mark_of(scan, at) is not None
    return signs.is_rule(following) and signs.is_heading(text, ruled=True, next_text="")


def _mark_of(scan: Scan, at: int) -> Found | None:
    return signs.mark_of_line(scan.text, scan.lines[at], scan.lines[at].stop)
