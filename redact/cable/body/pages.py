"""Turns of a page inside the text, the signature, and what stands under it."""

import re

from redact.cable.body.cursor import Cursor
from redact.cable.body.page_lines import is_page_line, is_stamp
from redact.cable.drafts import Boundary, Draft, Field
from redact.cable.header.banner import level_words
from redact.cable.header.order_line import note_further
from redact.cable.model import Kind
from redact.markings import read_marking


def cut_page_break(cursor: Cursor) -> bool:
    """A page line, a running head, a stamp: the text goes on behind it."""
    text = cursor.line.text
    if not text[0].isupper() or cursor.line.mended:
        return False
    level = level_words(text)
    if level is None and not is_page_line(text) and not is_stamp(text):
        return False
    if level:
        _state_level(cursor, level)
    elif is_stamp(text):
        cursor.scan.stamps.append(Field(cursor.line.start, [text]))
    cursor.scan.extend(Kind.PAGE_BREAK, cursor.line.start)
    cursor.gap = Boundary.PAGE
    return True


def cut_signature(cursor: Cursor) -> None:
    """The signer's line."""
    cursor.scan.add(Draft(Kind.SIGNATURE, cursor.line.start))
    signer = re.sub(r" *- *ACTING$", "", cursor.line.text)
    cursor.scan.signer = cursor.scan.signer or signer


def cut_trailer(cursor: Cursor) -> None:
    """What stands under the signature, or ends the transmission."""
    level = level_words(cursor.line.text)
    if level:
        _state_level(cursor, level)
    note_further(cursor.scan, cursor.line.text)
    cursor.scan.extend(Kind.TRAILER, cursor.line.start)
    cursor.ended = cursor.ended or cursor.line.text == "NNNN"
    cursor.gap = Boundary.BLANK


def _state_level(cursor: Cursor, words: str) -> None:
    """A page head is a statement of the whole: it may raise doubt, it lowers nothing."""
    marking = read_marking(words).marking
    if marking is None:
        cursor.scan.unknown_statement = True
    else:
        cursor.scan.statements.append(marking.level)
        cursor.scan.page_heads.append(marking)
