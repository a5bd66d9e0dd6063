"""What a form has of its own in its text: its end, its page furniture, a mail quoted in a chain."""

from redact.cable.body.cursor import Cursor
from redact.cable.body.pages import cut_furniture, cut_signature, cut_trailer
from redact.cable.body.quotations import cut_quotation
from redact.cable.drafts import Boundary, Draft, Field
from redact.cable.forms.archive_ending import GROUP
from redact.cable.model import Kind
from redact.markings import read_marking


def cut_of_form(cursor: Cursor) -> bool:
    """Take the line as what the form of the telegram says of it; false where it says nothing."""
    layout, ending, lines = cursor.scan.layout, cursor.ending, cursor.scan.lines
    if ending.first <= cursor.at <= ending.last:
        cut_trailer(cursor)
    elif ending.signed <= cursor.at <= ending.signed_to:
        cut_signature(cursor)
    elif layout.is_page and layout.is_page(lines, cursor.at):
        cut_furniture(cursor)
    elif layout.is_chain and layout.is_chain(lines, cursor.at):
        _cut_chain(cursor)
    else:
        if layout.copied and GROUP.fullmatch(cursor.line.text):
            cursor.scan.orders.append(Field(cursor.line.start, [cursor.line.text]))
        return False
    return True


def _cut_chain(cursor: Cursor) -> None:
    """A mail quoted in a chain, to the next one or the end; it has no enclosing portion (R4)."""
    layout, lines = cursor.scan.layout, cursor.scan.lines
    stop = min(cursor.stop, max(cursor.ending.first, cursor.at + 1))
    chained = layout.is_chain
    following = (n for n in range(cursor.at + 1, stop) if chained and chained(lines, n))
    last = next(following, stop) - 1
    draft = Draft(Kind.QUOTATION, cursor.line.start)
    cut_quotation(cursor.scan, draft, cursor.at, last, announced=False)
    draft.boundary = Boundary.SIGN
    for line in lines[cursor.at : last + 1]:
        stated = read_marking(layout.head(line.text) or "") if line.text else None
        if stated and stated.marking:
            draft.raise_by(stated.marking, stated.ends)
    cursor.begin(draft)
    cursor.at = last
    cursor.line = cursor.above = lines[last]
    cursor.before, cursor.gap = cursor.line.text, None
