"""Turns of a page inside the text, the signature, and what stands under it."""

import re

from redact.cable.body.cursor import OTHER_MESSAGE, Cursor
from redact.cable.body.page_lines import is_page_line, is_stamp
from redact.cable.body.signature import is_foot
from redact.cable.drafts import Boundary, Field
from redact.cable.forms.archive import is_review
from redact.cable.header.banner import level_words
from redact.cable.header.order_line import note_further
from redact.cable.header.statements import state_level
from redact.cable.model import Kind

_ATTRIBUTE = re.compile(
    r"Message Attributes|[A-Z][A-Za-z/()#-]*(?: [A-Za-z/()#-]+){0,4}:|N{3,8}(?:MAFVVZCZ)?$"
    r"|NOTE BY OC/T: |<< ?END OF|[\W\d_]*$|UNCLASSIFIED$"
)
"""What a line of the attributes begins with, and the ends of a copy."""


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
    draft = cursor.scan.extend(Kind.TRAILER, cursor.line.start)
    if cursor.scan.layout.copied and not _is_attribute(cursor.line.text, level):
        draft.doubts = (OTHER_MESSAGE,)
    cursor.ended = cursor.ended or cursor.line.text == "NNNN"
    cursor.gap = Boundary.BLANK


def _is_attribute(text: str, level: str | None) -> bool:
    """Whether a line under the text of an archive's copy is furniture: no text hides in it."""
    known = level or not text or is_foot(text) or is_review(text) or is_page_line(text)
    return bool(known) or _ATTRIBUTE.match(text) is not None
