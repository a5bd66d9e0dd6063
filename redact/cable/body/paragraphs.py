"""Numbered paragraphs: where one begins, and what its number is."""

import re

from redact.cable.body.cursor import FRESH, Cursor
from redact.cable.body.signs import (
    Number,
    ends_sentence,
    is_rule,
    number_at,
    plain_number_at,
)
from redact.cable.drafts import Boundary, Draft, Field
from redact.cable.header.authority import KEYWORD as AUTHORITY
from redact.cable.lines import clean
from redact.cable.model import Kind

_CLOSED = re.compile(r"\W*\d{1,3}\)")
_PRINTED = re.compile(r"^\W*\d{1,3}[.)]\s*")
_AUTHORITY_WORDS = ("lassified", "LASSIFIED", "erived", "ERIVED")
_AUTHORITY_LINES = 4
_LOST = 3
_BEFORE_A_FIGURE = re.compile(
    r"\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?$"
    r"|\b(?:PARAS?|PARAGRAPHS?|ARTICLES?|SECTIONS?|PAGES?|NO\.?|NUMBERS?|CHAPTERS?|ANNEX)$",
    re.IGNORECASE,
)
"""At the end of a line: the number on the next one is a day, or counts something in a sentence."""


def cut_plain_number(cursor: Cursor) -> bool:
    """The next paragraph of the count with its mark, behind a blank line."""
    line = cursor.line
    number = plain_number_at(cursor.scan.text, line)
    if number is None or int(number.printed) != (cursor.count or 0) + 1:
        return False
    if any(map(line.text.__contains__, _AUTHORITY_WORDS)):
        return False
    value = int(number.printed)
    cursor.begin(Draft(Kind.PARAGRAPH, line.start, str(value), number.found))
    cursor.count, cursor.letters = value, []
    return True


def cut_numbered(cursor: Cursor) -> bool:
    """A paragraph number; one without a mark, in the middle of a sentence, is only text.

    With a mark it begins a portion even there, and without one behind a page that turned in the
    middle of a sentence. Whose text it is cannot be told then: the higher of the two binds.
    """
    number = number_at(cursor.scan.text, cursor.line, cursor.mark_stop)
    if number is None:
        return False
    value, printed = _counted(cursor, number)
    follows = cursor.count is None or value == cursor.count + 1
    ended = ends_sentence(cursor.before) or cursor.last_kind in FRESH or not cursor.before
    clear = ended or is_rule(cursor.before) or cursor.gap is Boundary.BLANK or number.anchored
    spaced = cursor.gap is not None or number.anchored
    begins = (follows and (clear or spaced)) or (spaced and ended)
    if number.found is None and not (begins or _may_begin(cursor, value, ended=ended)):
        _suspect_run_on(cursor, follows=follows)
        return False
    if not follows:
        cursor.find(
            "cable/number-out-of-sequence", "a paragraph number does not follow the one before"
        )
    draft = Draft(Kind.PARAGRAPH, cursor.line.start, printed, number.found)
    if not clear or not (number.found or begins):
        draft.boundary, draft.parent = Boundary.DOUBTFUL, cursor.index_of(cursor.previous)
    mark_above = cursor.gap is None and is_mark_alone(cursor)
    if number.found is None and (mark_above or _may_be_item(cursor, follows=follows)):
        draft.beside = cursor.index_of(cursor.previous)
    cursor.begin(draft)
    if follows or number.found or number.anchored:
        cursor.count = value
    cursor.letters = []
    _note_authority(cursor)
    return True


def _may_begin(cursor: Cursor, value: int, *, ended: bool) -> bool:
    """Whether a number without a mark may begin a paragraph all the same: whose text, is in doubt.

    The next number right under a line that does not end a sentence, or one of the next few under
    one that does: the paragraphs between were lost, or ran together (page 3: a jump is a finding).
    """
    if cursor.count is None or cursor.gap is not None:
        return False
    ahead = value - cursor.count
    if _BEFORE_A_FIGURE.search(cursor.before):
        return False
    return 1 < ahead <= _LOST if ended else ahead == 1


def _may_be_item(cursor: Cursor, *, follows: bool) -> bool:
    """Whether a number may be that of a list: out of sequence behind a colon, or with a bracket
    where the paragraphs have a full stop."""
    if not follows and cursor.before.endswith(":"):
        return True
    if _CLOSED.match(cursor.line.text) is None:
        return False
    text, numbered = cursor.scan.text, (d for d in cursor.scan.drafts if d.number)
    first = next((d for d in numbered if d.kind is Kind.PARAGRAPH), None)
    return first is not None and _CLOSED.match(clean(text[first.start : first.start + 40])) is None


def _suspect_run_on(cursor: Cursor, *, follows: bool) -> None:
    """Copies have no blank lines: the next number behind a lost full stop may be a paragraph's."""
    if follows and cursor.count is not None and cursor.previous and not cursor.scan.layout.plain:
        cursor.previous.run_on = True


def is_mark_alone(cursor: Cursor) -> bool:
    """Whether the line before is a mark and nothing else: it may be meant for this paragraph."""
    previous = cursor.previous
    found = previous.found if previous else None
    behind = cursor.scan.text[found.after : cursor.line.start] if found else "x"
    return not behind.strip()


def _counted(cursor: Cursor, number: Number) -> tuple[int, str]:
    """The number; `13` is paragraph 3 where the anchor `1` was glued to it."""
    value = int(number.printed)
    expected = (cursor.count or 0) + 1
    glued = number.printed == f"1{expected}" and value != expected
    if glued and cursor.scan.anchored and not number.anchored:
        return expected, str(expected)
    return value, str(value)


def _note_authority(cursor: Cursor) -> None:
    """`1. (U) CLASSIFIED BY …`: paragraph 1, and the header field."""
    text = cursor.line.text
    if not any(map(text.__contains__, _AUTHORITY_WORDS)):
        return
    words = re.sub(r"^\([^()]{1,60}\) *", "", _PRINTED.sub("", text))
    if not AUTHORITY.match(words):
        return
    field = Field(cursor.line.start, [words])
    for line in cursor.scan.lines[cursor.at + 1 : cursor.at + _AUTHORITY_LINES]:
        if not line.text:
            break
        field.lines.append(line.text)
    cursor.scan.authorities.append(field)
