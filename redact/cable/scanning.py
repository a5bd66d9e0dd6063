"""The scan of a text: its form, header and body, and what can only be told of the whole."""

import re
from collections.abc import Callable

from redact.cable.body.inline_marks import BRACKETED, note_inline_marks
from redact.cable.body.quotations import UNREADABLE
from redact.cable.body.run_on import note_run_on
from redact.cable.body.scanning import cut_body
from redact.cable.drafts import Draft, Scan
from redact.cable.forms.recognition import is_transmitted, layout_of
from redact.cable.header.heads import note_heads
from redact.cable.header.scanning import scan_header
from redact.cable.header.subject import subject_mark, subject_words
from redact.cable.lines import cut_lines
from redact.cable.markup import Page, as_shown, page_of
from redact.cable.model import STRUCTURAL, Kind, Source
from redact.cable.regular.scanning import scan_regular
from redact.findings import Finding, Severity
from redact.markings import read_marking
from redact.text import Span

AROUND = "cable/page-around"
ATTACHMENT = "cable/attachment"
_MARKUP = ("<", " ", "\n", "\r", "\t", "\ufeff")
_NO_BREAK = re.compile(r"[^\n\r]")
_ANCHORED = re.compile(r"\[1\]\(#\)|¶|&para;|&#182;")


def scan_source(source: Source, scan_text: Callable[[str], Scan]) -> Scan:
    """The drafts of a source; what a mail has attached is withheld, and no part of its text."""
    if source.unread is None:
        mailed = source.head and not source.doubts and is_transmitted(source.text[source.head :])
        return _scan_mailed(source) if mailed else scan_text(source.text)
    names = source.text[source.unread :]
    scan = scan_text(source.text[: source.unread] + "\n" * len(names))
    scan.draft_plain()
    scan.text = source.text
    scan.drafts.append(Draft(Kind.TRAILER, source.unread, doubts=(ATTACHMENT,)))
    message = "the mail has parts that are not read; they are no part of the release"
    remedy = "let a person review what is attached"
    span = Span(source.unread, len(source.text))
    scan.findings.append(Finding(ATTACHMENT, Severity.WARNING, message, span, remedy=remedy))
    return scan


def _scan_mailed(source: Source) -> Scan:
    """The telegram that a mail brings whole; what the head of the mail states may raise it."""
    head = source.text[: source.head]
    blanked = _NO_BREAK.sub(" ", head) + source.text[source.head :]
    scan = _scan_telegram(blanked)
    said = [found.group() for found in BRACKETED.finditer(head)]
    said += [line.partition(":")[2].strip() for line in head.splitlines()]
    scan.hints.extend(marking for words in said if (marking := read_marking(words).marking))
    message = "a mail brings this telegram; the head of the mail is withheld"
    _put_around(scan, Page(blanked, source.head, len(blanked)), message)
    return scan


def scan_text(text: str) -> Scan:
    """The drafts of a text; of a page of the web, of the telegram in it and what is around."""
    regular = scan_regular(text)
    if regular is None:
        return scan_generally(text)
    scan, offset = regular
    return scan if offset == len(text) else _go_on(scan, offset)


def _go_on(scan: Scan, offset: int) -> Scan:
    """Go on with the general way behind a regular header."""
    scan.lines = cut_lines(scan.text)
    at = cut_body(scan, scan.text.count("\n", 0, offset))
    return _finish(scan, at)


def scan_generally(text: str) -> Scan:
    """The same, by the general way alone."""
    page = page_of(text) if text[:1] in _MARKUP else None
    if page is None:
        return _scan_telegram(text)
    scan = _scan_telegram(page.text)
    message = "the text is a page of the web; what stands around the telegram is withheld"
    _put_around(scan, page, message)
    return scan


def _put_around(scan: Scan, page: Page, message: str) -> None:
    """What stands around the telegram is of a page or a mail: nobody has said how it is marked."""
    for draft in scan.drafts:
        draft.start = max(draft.start, page.start)
        draft.parent = None if draft.parent is None else draft.parent + 1
        draft.beside = None if draft.beside is None else draft.beside + 1
    scan.drafts.insert(0, Draft(Kind.PARAGRAPH, 0, doubts=(AROUND,)))
    if page.stop < len(scan.text):
        scan.drafts.append(Draft(Kind.TRAILER, page.stop, doubts=(AROUND,)))
    scan.findings.append(Finding(AROUND, Severity.WARNING, message, Span(0, page.start)))


def _scan_telegram(text: str) -> Scan:
    """Header and body, and again for each further transmission in the file."""
    text = as_shown(text)
    scan = Scan(text, cut_lines(text), anchored=_ANCHORED.search(text) is not None)
    scan.layout = layout_of(text)
    return _finish(scan, 0)


def _finish(scan: Scan, at: int) -> Scan:
    """Cut from line `at` to the end, and note what can only be told of the whole."""
    while at < len(scan.lines):
        before = at
        at = cut_body(scan, scan_header(scan, at))
        if at == before:
            at = cut_body(scan, at + 1)
    if not scan.layout.plain:
        note_heads(scan)
    _find_subject_marks(scan)
    note_inline_marks(scan)
    note_run_on(scan)
    return scan


def _find_subject_marks(scan: Scan) -> None:
    for number, draft in enumerate(scan.drafts):
        if draft.kind is Kind.SUBJECT:
            draft.found = subject_mark(scan.text, draft.start, scan.stop_of(number))
            if scan.subject and draft.start == scan.subject.start:
                scan.subject_found = draft.found
    _doubt_behind_open_brackets(scan)
    _share_subject_marks(scan)


def _doubt_behind_open_brackets(scan: Scan) -> None:
    """What stands behind a subject whose bracket is closed only there may be the rest of a mark."""
    for number, draft in enumerate(scan.drafts[:-1]):
        following = scan.drafts[number + 1]
        said = scan.text[draft.start : following.start] if draft.kind is Kind.SUBJECT else ""
        if said.count("(") > said.count(")") and following.kind not in STRUCTURAL:
            following.doubts += (UNREADABLE,)


def _share_subject_marks(scan: Scan) -> None:
    """Sections repeat the subject: what one copy bears binds every copy of the same words.

    Where one bears an unreadable mark, no copy is trusted.
    """
    numbers = [n for n, draft in enumerate(scan.drafts) if draft.kind is Kind.SUBJECT]
    subjects = [scan.drafts[number] for number in numbers]
    if any(draft.found and draft.found.unreadable for draft in subjects):
        for draft in subjects:
            draft.doubts += (UNREADABLE,)
    elif len(subjects) > 1:
        _raise_copies(scan, numbers)


def _raise_copies(scan: Scan, numbers: list[int]) -> None:
    copies: dict[str, list[Draft]] = {}
    for number in numbers:
        copies.setdefault(_subject_said(scan, number), []).append(scan.drafts[number])
    for drafts in copies.values():
        marks = {draft.found.mark.text: draft.found.mark.marking for draft in drafts if draft.found}
        if len(marks) == 1 and all(draft.found for draft in drafts):
            continue
        for text, marking in marks.items():
            for draft in drafts:
                if marking:
                    draft.raise_by(marking, read_marking(text).ends)


def _subject_said(scan: Scan, number: int) -> str:
    draft = scan.drafts[number]
    return subject_words(scan.text, draft.start, scan.stop_of(number), draft.found).casefold()
