"""Turns of a page inside the text, the signature, and what stands under it."""

from redact.cable.body.cursor import Cursor
from redact.cable.body.page_lines import is_page_line, is_stamp
from redact.cable.drafts import Boundary, Field
from redact.cable.forms.archive import is_review
from redact.cable.header.banner import level_words
from redact.cable.header.order_line import note_further
from redact.cable.header.statements import state_level
from redact.cable.model import Kind


def cut_page_break(cursor: Cursor) -> bool:
    """A page line, a running head, a stamp: the text goes on behind it."""
    text = cursor.line.text
    if not text[0].isupper() or cursor.line.mended:
        return False
    level = level_words(text)
    if level is None and not is_page_line(text) and not is_stamp(text):
        return False
    cut_furniture(cursor)
    return True


def cut_furniture(cursor: Cursor) -> None:
    """A line that belongs to the turn of a page, and what it says of the whole or of a review."""
    text = cursor.line.text
    level = cursor.scan.layout.head(text)
    if level:
        state_level(cursor.scan, level)
    elif is_review(text):
        cursor.scan.stamps.append(Field(cursor.line.start, [text]))
    cursor.scan.extend(Kind.PAGE_BREAK, cursor.line.start)
    cursor.gap = Boundary.PAGE


def cut_signature(cursor: Cursor) -> None:
    """A line of the signature: the signer's name, or what is typed over and under it."""
    cursor.scan.extend(Kind.SIGNATURE, cursor.line.start)
    if cursor.at == cursor.ending.signer:
        signer = cursor.scan.layout.signer(cursor.line.text)
        cursor.scan.signer = cursor.scan.signer or signer


def cut_trailer(cursor: Cursor) -> None:
    """What stands under the signature, or ends the transmission."""
    level = cursor.scan.layout.head(cursor.line.text)
    if level:
        state_level(cursor.scan, level)
    note_further(cursor.scan, cursor.line.text)
    cursor.scan.extend(Kind.TRAILER, cursor.line.start)
    cursor.ended = cursor.ended or cursor.line.text == "NNNN"
    cursor.gap = Boundary.BLANK
