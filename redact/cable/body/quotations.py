"""Quotations: how far one reaches, and what stands inside that may raise it."""

import re

from redact.cable.body import signs
from redact.cable.body.signature import signature_of
from redact.cable.drafts import Boundary, Draft, Scan
from redact.cable.header.banner import read_banner, torn_level
from redact.cable.header.order_line import ORDER
from redact.cable.header.subject import KEYWORD as SUBJECT
from redact.cable.header.subject import subject_mark
from redact.cable.marks import Found, mark_at
from redact.markings import read_marking
from redact.markings.model import Marking

_BRACKET = re.compile(r"[(\[{<]")
_REACH = 5000
"""A quotation that is not closed within so many lines runs to the end: nothing in it is trusted."""

UNREADABLE = "cable/unreadable-mark"


def opens_quotation(text: str) -> bool:
    """Whether a line begins a quotation: `BEGIN TEXT:`, `(BEGIN UNOFFICIAL TRANSLATION)`, `QTE`."""
    return signs.BEGIN.match(text) is not None


def announces_quotation(text: str) -> bool:
    """Whether a line of text ends with the words that begin a quotation on the next line."""
    begins = text[-40:].upper()
    return (
        "BEGIN" in begins and not opens_quotation(text) and signs.ANNOUNCED.search(text) is not None
    )


def is_closed(text: str) -> int | None:
    """Where the END of a quotation ends on a line, or None where there is none."""
    ends = [found.end() for found in signs.END.finditer(text)]
    return ends[-1] if ends else None


def close_of_quotation(
    scan: Scan, first: int, stop: int, count: int | None, *, announced: bool
) -> int:
    """The last line of the quotation that begins on line `first`.

    `announced`: the words that begin it stand at the end of the line before.
    Without an END it runs to the next paragraph that goes on with the outer count, else to the
    signature. Paragraphs that go on with a count of its own stay inside.
    """
    depth = 0
    for number in range(first, min(stop, first + _REACH)):
        text = scan.lines[number].text
        depth += announced and number == first
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


def cut_quotation(scan: Scan, draft: Draft, first: int, last: int, *, announced: bool) -> None:
    """Fill a quotation's draft with what its lines say: marks, banners, instructions.

    Where it is not closed, text behind it may have fallen into it: the higher neighbour binds.
    """
    opening = scan.lines[first]
    brackets = () if announced else _BRACKET.finditer(scan.text, opening.first + 1, opening.stop)
    for found in brackets:
        mark = mark_at(scan.text, found.start(), opening.stop, in_heading=True)
        if mark and draft.found is None:
            draft.found = mark
        elif mark and mark.mark.marking:
            draft.raise_by(mark.mark.marking, read_marking(mark.mark.text).ends)
    if is_closed(scan.lines[last].text) is None:
        draft.boundary = Boundary.DOUBTFUL
    for number in range(first + (not announced), last + 1):
        line = scan.lines[number]
        if line.text:
            _inner_line(scan, draft, number)
        if ORDER.match(line.text):
            draft.orders += (line.text,)


def _inner_line(scan: Scan, draft: Draft, number: int) -> None:
    line = scan.lines[number]
    banner = read_banner(line.text)
    torn = torn_level(line.text) if banner is None else None
    stated = banner.marking if banner else Marking(torn) if torn else None
    if stated:
        draft.raise_by(stated, banner.ends if banner else None)
        return
    found = _inner_mark(scan, number)
    if found is None:
        return
    if found.mark.marking is None:
        draft.doubts += (UNREADABLE,)
    else:
        draft.raise_by(found.mark.marking, read_marking(found.mark.text).ends)


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
