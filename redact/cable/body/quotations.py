"""Quotations: how far one reaches, and what stands inside that may raise it."""

import re

from redact.cable.body import signs
from redact.cable.body.signature import signature_of
from redact.cable.drafts import Draft, Scan
from redact.cable.header.banner import read_banner
from redact.cable.header.order_line import ORDER
from redact.cable.header.subject import KEYWORD as SUBJECT
from redact.cable.header.subject import subject_mark
from redact.cable.marks import Found, mark_at

_REACH = 5000
"""A quotation that is not closed within so many lines runs to the end: nothing in it is trusted."""

UNREADABLE = "cable/unreadable-mark"


def opens_quotation(text: str) -> bool:
    """Whether a line begins a quotation: `BEGIN TEXT:`, `(BEGIN UNOFFICIAL TRANSLATION)`, `QTE`."""
    return signs.BEGIN.match(text) is not None


def close_of_quotation(scan: Scan, first: int, stop: int, count: int | None) -> int:
    """The last line of the quotation that begins on line `first`.

    Without an END it runs to the next paragraph that goes on with the outer count, else to the
    signature. Paragraphs that go on with a count of its own stay inside.
    """
    depth = 0
    for number in range(first, min(stop, first + _REACH)):
        text = scan.lines[number].text
        if signs.BEGIN.match(text):
            depth += 1
        if signs.END.search(text):
            depth -= 1
            if depth <= 0:
                return number
    if stop > first + _REACH:
        return stop - 1
    return _open_end(scan, first, stop, count)


def _open_end(scan: Scan, first: int, stop: int, count: int | None) -> int:
    inner = 0
    for number in range(first + 1, stop):
        line = scan.lines[number]
        found = signs.number_at(scan.text, line, line.stop)
        if found is None:
            continue
        value = int(found.printed)
        if value == inner + 1:
            inner = value
        elif count is not None and value == count + 1:
            return number - 1
    signed, _ = signature_of(scan.lines, first, stop)
    return (signed if signed is not None else stop) - 1


def cut_quotation(scan: Scan, draft: Draft, first: int, last: int) -> None:
    """Fill a quotation's draft with what its lines say: marks, banners, instructions."""
    opening = scan.lines[first]
    at = scan.text.find("(", opening.start + 1, opening.stop)
    draft.found = mark_at(scan.text, at, opening.stop) if at >= 0 else None
    for number in range(first + 1, last + 1):
        line = scan.lines[number]
        if line.text:
            _inner_line(scan, draft, number)
        if ORDER.match(line.text):
            draft.orders.append(line.text)


def _inner_line(scan: Scan, draft: Draft, number: int) -> None:
    line = scan.lines[number]
    banner = read_banner(line.text)
    if banner and banner.marking:
        draft.raised.append(banner.marking)
        return
    found = _inner_mark(scan, number)
    if found is None:
        return
    if found.mark.marking is None:
        draft.doubts.append(UNREADABLE)
    else:
        draft.raised.append(found.mark.marking)


def _inner_mark(scan: Scan, number: int) -> Found | None:
    line = scan.lines[number]
    following = scan.lines[number + 1] if number + 1 < len(scan.lines) else line
    stop = following.stop if following.text else line.stop
    if SUBJECT.match(line.text):
        return subject_mark(scan.text, line.start, line.stop)
    counted = signs.number_at(scan.text, line, stop)
    if counted:
        return counted.found
    item = signs.sign_at(scan.text, line, stop)
    if item and not (item.closed and item.label in ("U", "C", "S", "R")):
        return item.found
    if re.match(r"\W", line.text) is None:
        return None
    return signs.mark_of_line(scan.text, line, stop)
