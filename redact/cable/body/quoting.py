"""The lines at which a quotation begins, is taken whole, and at which text goes on behind it."""

from redact.cable.body.cursor import Cursor
from redact.cable.body.quotations import (
    close_of_quotation,
    cut_quotation,
    is_closed,
    opens_quotation,
)
from redact.cable.body.transmissions import is_numbered_banner
from redact.cable.drafts import Boundary, Draft
from redact.cable.model import Kind


def begin_quotation(cursor: Cursor) -> bool:
    """Take a quotation that begins on this line, up to its end."""
    announced, cursor.announced = cursor.announced, False
    inner = is_numbered_banner(cursor.line.text)
    if not announced and not inner and not opens_quotation(cursor.line.text):
        return False
    announced = announced or inner
    last = close_of_quotation(
        cursor.scan, cursor.at, cursor.stop, cursor.count, announced=announced
    )
    draft = Draft(Kind.QUOTATION, cursor.line.start, parent=cursor.index_of(cursor.previous))
    draft.beside = cursor.paragraph
    cut_quotation(cursor.scan, draft, cursor.at, last, announced=announced)
    cursor.begin(draft)
    cursor.at = last
    cursor.line = cursor.scan.lines[last]
    _cut_behind_end(cursor, draft)
    return True


def _cut_behind_end(cursor: Cursor, quotation: Draft) -> None:
    """Text behind END on its line belongs to the portion around, or to the quotation."""
    line = cursor.line
    raw = cursor.scan.text[line.start : line.stop]
    end = is_closed(raw)
    if end is None or not raw[end:].strip():
        return
    draft = Draft(Kind.PARAGRAPH, line.start + end, parent=quotation.parent)
    draft.boundary, draft.beside = Boundary.PAGE, cursor.index_of(quotation)
    cursor.begin(draft)
