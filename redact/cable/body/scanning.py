"""The scan of the body: each line is a sign of a portion, or goes on with the one before.

A portion begins only at a number, a sign, a mark, a heading, a quotation, a page break, the
signature; and at text behind a blank line or a page break.
"""

import re
from itertools import accumulate

from redact.cable.body.cursor import FLOWING, FRESH, OTHER_MESSAGE, TEXTUAL, Cursor
from redact.cable.body.flowing import flow_on, flows_on, is_suspect
from redact.cable.body.form_lines import cut_of_form
from redact.cable.body.headings import cut_heading
from redact.cable.body.items import cut_item, cut_plain_dash
from redact.cable.body.noting import note_line, note_statement
from redact.cable.body.pages import cut_page_break, cut_signature, cut_trailer
from redact.cable.body.paragraphs import cut_numbered, cut_plain_number, is_mark_alone
from redact.cable.body.quotations import (
    announces_quotation,
    is_closed,
)
from redact.cable.body.quoting import begin_quotation
from redact.cable.body.signature import is_foot
from redact.cable.body.signs import mark_of_line
from redact.cable.body.transmissions import next_transmission
from redact.cable.body.unsigned import cut_unsigned
from redact.cable.drafts import Boundary, Draft, Scan
from redact.cable.header.order_line import may_prolong
from redact.cable.header.statements import LONGEST_HINT
from redact.cable.model import Kind
from redact.markings import read_marking

_LEVEL_WORD = re.compile(r"(?:top secret|secret|confidential|restricted|sbu|lou|fouo)\b")
_BLANK = frozenset({"", "-"})
_BEHIND_BLANK = Boundary.BLANK


def cut_body(scan: Scan, at: int) -> int:
    """Cut the body from line `at` to the end, or to the next transmission; returns that line."""
    stop = next_transmission(scan, at)
    if at == stop:
        return stop
    ending = scan.layout.ending(scan.lines, at, stop)
    if scan.layout.copied and stop < len(scan.lines) and _goes_on_in_section(scan):
        ending = ending._replace(signer=None, signed=stop, signed_to=-1)
    texts = [line.text for line in scan.lines[at:stop]]
    said = "\n" + "\n".join(texts)
    cursor = Cursor(
        *(scan, at, scan.lines[at], stop, ending, _last_text(scan.drafts)),
        ended=scan.headless,
        first=at,
        said=said,
        suspect=is_suspect(said),
        offsets=[*accumulate((len(text) + 1 for text in texts), initial=1)],
    )
    _begin(cursor)
    if scan.layout.note_end:
        scan.layout.note_end(scan, ending)
    plain = scan.layout.plain
    while cursor.at < stop:
        cursor.line = scan.lines[cursor.at]
        if cursor.line.text in _BLANK:
            _cut_blank(cursor)
        elif plain or not cut_of_form(cursor):
            _cut_line(cursor)
            if (
                plain
                and cursor.gap is None
                and not cursor.announced
                and cursor.last_kind in FLOWING
            ):
                flow_on(cursor)
        cursor.at += 1
    return stop


def _goes_on_in_section(scan: Scan) -> bool:
    """Whether the last banner is that of a section that is not the last: nobody signs it."""
    sections = scan.banners[-1].sections if scan.banners else ()
    return any(section.number < section.total for section in sections)


def _begin(cursor: Cursor) -> None:
    """Text right under a header goes on with a stray line, or with an earlier section."""
    drafts, above = cursor.scan.drafts, cursor.scan.lines[cursor.at - 1] if cursor.at else None
    if above and above.text and drafts and drafts[-1].kind is Kind.PARAGRAPH:
        cursor.gap, cursor.before = None, above.text
    cursor.section = cursor.previous is not None and cursor.last_kind in FRESH


def _last_text(drafts: list[Draft]) -> Draft | None:
    """The last portion of text: what a later section of the telegram goes on with."""
    textual = (*TEXTUAL, Kind.HEADING)
    return next((draft for draft in reversed(drafts) if draft.kind in textual), None)


def _cut_line(cursor: Cursor) -> None:
    text = cursor.line.text
    if cursor.gap is None and _goes_on(cursor):
        note_statement(cursor)
        cursor.before, cursor.above = text, cursor.line
    elif cursor.gap is _BEHIND_BLANK and _cut_common(cursor):
        pass
    elif cursor.at == cursor.ending.signer:
        cut_signature(cursor)
    elif is_foot(text) or cursor.ending.first <= cursor.at <= cursor.ending.last:
        cut_trailer(cursor)
    elif not cut_page_break(cursor):
        _cut_text(cursor)
        _doubt_other_message(cursor)


def _cut_common(cursor: Cursor) -> bool:
    """The commonest lines behind a blank one, in a text that goes on as it should."""
    text = cursor.line.text
    if cursor.announced or cursor.section or cursor.ended:
        return False
    if cursor.suspect and may_prolong(text):
        return False
    if text[0].isdigit():
        taken = cut_plain_number(cursor)
    elif text[0] == "-":
        taken = cut_plain_dash(cursor)
    else:
        taken = _cut_plain_words(cursor)
    if taken:
        cursor.before, cursor.above, cursor.gap = text, cursor.line, None
        if cursor.suspect:
            cursor.announced = announces_quotation(text) and is_closed(text) is None
    return taken


def _goes_on(cursor: Cursor) -> bool:
    return (
        not cursor.announced and cursor.last_kind in FLOWING and flows_on(cursor, cursor.line.text)
    )


def _cut_plain_words(cursor: Cursor) -> bool:
    """Words of a sentence that go on on the next line: no heading, no hint of a level."""
    text = cursor.line.text
    is_sentence = len(text) > LONGEST_HINT and not text[-1].isdigit() and flows_on(cursor, text)
    return is_sentence and flows_on(cursor, cursor.next_text) and cut_unsigned(cursor)


def _doubt_other_message(cursor: Cursor) -> None:
    """What follows the end of a message belongs to another, of which nothing is known."""
    draft = cursor.scan.drafts[-1]
    if cursor.ended and OTHER_MESSAGE not in draft.doubts:
        draft.doubts += (OTHER_MESSAGE,)
        cursor.find(OTHER_MESSAGE, "text stands behind the end of the message")


def _cut_blank(cursor: Cursor) -> None:
    if not cursor.scan.drafts:
        cursor.scan.add(Draft(Kind.PARAGRAPH, cursor.line.start))
    if cursor.gap is None:
        cursor.gap = _BEHIND_BLANK


def _cut_text(cursor: Cursor) -> None:
    note_statement(cursor)
    before = len(cursor.scan.drafts)
    for cut in _QUOTED if cursor.announced else _DASHED if cursor.line.text[0] in _DASHES else _ALL:
        if cut(cursor):
            break
    cursor.section = cursor.section and len(cursor.scan.drafts) == before
    note_line(cursor)
    cursor.announced = announces_quotation(cursor.line.text) and is_closed(cursor.line.text) is None


def _cut_marked(cursor: Cursor) -> bool:
    """A mark that a line begins with; in the middle of a sentence it is text, but may raise."""
    text = cursor.line.text
    if text[0].isalnum() and not (text[0].isupper() or _LEVEL_WORD.match(text)):
        return False
    found = mark_of_line(cursor.scan.text, cursor.line, cursor.mark_stop)
    if found is None:
        return False
    if cursor.is_clear():
        draft = Draft(Kind.PARAGRAPH, cursor.line.start, found=found)
        if cursor.gap is None and is_mark_alone(cursor):
            draft.parent, draft.boundary = cursor.index_of(cursor.previous), Boundary.DOUBTFUL
        cursor.begin(draft)
        return True
    begins = cursor.scan.text[found.after : found.after + 8].lstrip()[:1]
    if cursor.previous and found.mark.marking and (begins.isupper() or not begins):
        cursor.previous.raise_by(found.mark.marking, read_marking(found.mark.text).ends)
    return False


_ALL = (cut_numbered, begin_quotation, cut_heading, cut_item, _cut_marked, cut_unsigned)
_QUOTED = (begin_quotation,)
_DASHED = (begin_quotation, cut_heading, cut_item, cut_unsigned)
_DASHES = "-–—•"
"""A line that begins with one is a rule, a heading between rules, an item, or only text."""
