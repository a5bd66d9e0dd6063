"""Text without a sign of its own: it goes on with what stands before it, or begins anew."""

from redact.cable.body.cursor import FLOWING, FRESH, Cursor
from redact.cable.body.signs import is_table_row, unread_lead_in
from redact.cable.drafts import Boundary, Draft
from redact.cable.model import Kind
from redact.cable.notices import is_notice


def cut_unsigned(cursor: Cursor) -> bool:
    """Text without a sign: it goes on with the line before, the portion before, or begins anew.

    A notice in an earlier release stands for a portion of its own.
    """
    textual = cursor.last_kind in FLOWING and not is_notice(cursor.line.text)
    if textual and (cursor.gap is None or (cursor.gap is Boundary.BLANK and _in_table(cursor))):
        return True
    previous, section, cursor.section = cursor.previous, cursor.section, False
    if previous is None or (cursor.last_kind in FRESH and not section):
        draft = Draft(
            Kind.PARAGRAPH, cursor.line.start, found=unread_lead_in(cursor.scan.text, cursor.line)
        )
        if cursor.last_kind is Kind.HEADING and cursor.over_name:
            draft.parent, draft.boundary = cursor.index_of(cursor.over_name), Boundary.DOUBTFUL
        cursor.begin(draft)
        return True
    if section:
        cursor.gap = Boundary.PAGE
    continued = _continued(cursor, previous)
    parent = cursor.index_of(continued)
    draft = Draft(
        continued.kind,
        cursor.line.start,
        found=unread_lead_in(cursor.scan.text, cursor.line),
        parent=parent,
    )
    draft.boundary = cursor.gap or Boundary.BLANK
    if continued.kind in (Kind.QUOTATION, Kind.HEADING):
        draft.kind = Kind.PARAGRAPH
    if continued.kind is Kind.HEADING:
        draft.boundary = Boundary.DOUBTFUL
    cursor.begin(draft)
    return True


def _continued(cursor: Cursor, previous: Draft) -> Draft:
    """What text behind a gap goes on with: behind a quotation, the portion around it."""
    if previous.kind is Kind.QUOTATION and previous.parent is not None:
        return cursor.scan.drafts[previous.parent]
    return previous


def _in_table(cursor: Cursor) -> bool:
    """Whether the line is a row of a table: it and a neighbour are cut into columns."""
    if not is_table_row(cursor.scan.text[cursor.line.start : cursor.line.stop]):
        return False
    below = cursor.scan.lines[cursor.at + 1 : cursor.at + 2]
    above = [cursor.above] if cursor.above else []
    rows = [cursor.scan.text[line.start : line.stop] for line in (*above, *below)]
    return any(is_table_row(row) for row in rows)
