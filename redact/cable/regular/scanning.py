"""The scan of a regular telegram; of one with a regular header, as far as that."""

import re

from redact.cable.drafts import Scan
from redact.cable.forms.recognition import layout_of
from redact.cable.header.subject import subject_mark
from redact.cable.markup import page_of
from redact.cable.model import Kind
from redact.cable.regular.body import begin_body, cut_body, is_odd_body
from redact.cable.regular.brackets import brackets_of, has_second, is_text
from redact.cable.regular.header import take_header
from redact.cable.regular.plain import cut_plain

_ANCHORS = ("[1](#)", "¶")
_PLAIN = bytes({*range(ord(" "), ord("~") + 1)}.difference(rb"{}<>|&~^\_*`")) + "\n¶".encode(
    "latin-1"
)
_PLAIN_SUBJECT = re.compile(r"SUBJ(?:ECT)?: +[A-Za-z0-9\"'][^()]*")


def scan_regular(text: str) -> tuple[Scan, int] | None:
    """The scan of a text with a regular header and the offset it has come to; else None.

    That is the end of the text where the body is regular too.
    """
    if _is_odd(text):
        return None
    scan = Scan(text, [], anchored=any(map(text.__contains__, _ANCHORS)))
    start = take_header(scan)
    if start is None or not layout_of(text).plain or (text[0] == "\n" and page_of(text)):
        return None
    whole = _take_subject_mark(scan, start) and not is_odd_body(text, start)
    if whole and cut_plain(scan, start):
        return scan, len(text)
    body = begin_body(scan, start, referring=scan.drafts[-1].kind is Kind.REFERENCE)
    if body is None:
        return None
    return scan, len(text) if whole and cut_body(body) else start


def _is_odd(text: str) -> bool:
    """Whether a text holds what no regular one does."""
    try:
        return bool(text.encode("latin-1").translate(None, _PLAIN))
    except UnicodeEncodeError:
        return True


def _take_subject_mark(scan: Scan, start: int) -> bool:
    """Find the mark of the subject; false where something might be one, or half of one."""
    number, draft = next(
        (number, draft) for number, draft in enumerate(scan.drafts) if draft.kind is Kind.SUBJECT
    )
    stop = scan.drafts[number + 1].start if number + 1 < len(scan.drafts) else start
    if _PLAIN_SUBJECT.fullmatch(scan.text, draft.start, stop):
        return is_text(scan.text, set(), draft.start, stop)
    said = scan.text[draft.start : stop]
    own = subject_mark(scan.text, draft.start, stop)
    if said.count("(") > said.count(")") or (own and own.unreadable):
        return False
    draft.found = scan.subject_found = own
    if own and has_second(scan.text, own):
        return False
    return is_text(scan.text, set(brackets_of(scan.text, own) if own else ()), draft.start, stop)
