"""Where the header is over: a line bears the number, sign, mark or heading of a body."""

import re

from redact.cable.body import signs
from redact.cable.drafts import Scan
from redact.cable.marks import Found, mark_at
from redact.cable.notices import is_stamp_line

_OF_FIELDS = frozenset("ACDEFGHIJKLMNORSUVWXYZ")
"""Letters that no number, sign, mark or quotation begins with."""

_LETTER_SPACED = re.compile("[A-Z] [A-Z] [A-Z] [A-Z]")
_RULES = frozenset("-=*_.~")
_DASHES = frozenset("-*•–—")
_CLOSING = frozenset(")]}")
_LONGEST_HEADING = 70


def begins_body(scan: Scan, at: int, *, blank: bool) -> bool:
    """Whether line `at`, which begins no header field, begins the body.

    `blank`: a blank line stands before it.
    """
    line = scan.lines[at]
    following = scan.lines[at + 1].text if at + 1 < len(scan.lines) else ""
    if _is_plain(line.text) and following[:1] not in _RULES and not line.anchored:
        return False
    number = signs.number_at(scan.text, line, line.stop)
    if number:
        return blank or number.found is not None or number.printed == "1" or number.anchored
    text = line.text
    if text[0] in _DASHES or signs.BEGIN.match(text):
        return True
    if is_stamp_line(text):
        return False
    if _mark_of(scan, at, blank=blank) is not None:
        return True
    return signs.is_rule(following) and signs.is_heading(text, ruled=True, next_text="")


def _is_plain(text: str) -> bool:
    """Whether a line begins with a word and bears no mark, at either end."""
    if text[0] not in _OF_FIELDS or not (text[1:2].isalpha() or _LETTER_SPACED.match(text)):
        return False
    return text[-1] not in _CLOSING and "ENTIRE " not in text


def _mark_of(scan: Scan, at: int, *, blank: bool) -> Found | None:
    """The mark at the head of a line, behind its sign, or at the end of a heading."""
    text, line = scan.text, scan.lines[at]
    sign = signs.sign_at(text, line, line.stop)
    if sign and not sign.bracketed and not (sign.closed and sign.found is None):
        return sign.found
    found = signs.mark_of_line(text, line, line.stop)
    if found or not blank or line.text[-1] not in _CLOSING or len(line.text) > _LONGEST_HEADING:
        return found
    last = text.rfind("(", line.start, line.stop)
    return mark_at(text, last, line.stop, in_heading=True) if last >= line.start else None
