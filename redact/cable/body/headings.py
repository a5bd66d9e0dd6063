"""Headings: a short line with or without rules, and the mark it may bear."""

import re

from redact.cable.body.cursor import Cursor
from redact.cable.body.signature import is_signer
from redact.cable.body.signs import (
    framed_heading,
    is_heading,
    is_rule,
    mark_of_line,
    number_at,
)
from redact.cable.drafts import Draft
from redact.cable.lines import clean
from redact.cable.marks import Found, mark_at
from redact.cable.model import Kind

_LEADING_MARK = re.compile(r"^\([^()]{1,60}\) *")
_BRACKETS = re.compile(r"\([^()]*\)")
_LONGEST = 70


def cut_heading(cursor: Cursor) -> bool:
    """A heading, or a rule that belongs to one."""
    text = cursor.line.text
    if is_rule(text):
        return _cut_rule(cursor)
    under_rule = cursor.gap is None and _is_bare_rule(cursor)
    framed = framed_heading(text)
    if not framed and cursor.gap is None and not under_rule and cursor.scan.drafts:
        return False
    bare = _LEADING_MARK.sub("", text)
    if "(" in text and not any(map(str.isalpha, _BRACKETS.sub("", text))):
        return False
    ruled = is_rule(cursor.next_text)
    if not framed and not is_heading(bare, ruled=ruled, next_text=cursor.next_text):
        return False
    found = _mark_of(cursor)
    if under_rule:
        heading = cursor.scan.drafts[-1]
        heading.found = heading.found or found
    else:
        cursor.over_name = cursor.previous if is_signer(text) and not ruled else None
        cursor.begin(Draft(Kind.HEADING, cursor.line.start, found=found))
    return True


def _is_bare_rule(cursor: Cursor) -> bool:
    """Whether the portion before is a heading of which only the rule has been seen."""
    if cursor.last_kind is not Kind.HEADING or not is_rule(cursor.before):
        return False
    start = cursor.scan.drafts[-1].start
    return is_rule(clean(cursor.scan.text[start : cursor.line.start]))


def _cut_rule(cursor: Cursor) -> bool:
    if cursor.last_kind is Kind.HEADING:
        return True
    text = cursor.next_text
    if cursor.gap is None or not text or len(text) > _LONGEST:
        return False
    following = cursor.scan.lines[cursor.at + 1]
    if number_at(cursor.scan.text, following, following.stop):
        return False
    cursor.begin(Draft(Kind.HEADING, cursor.line.start))
    return True


def _mark_of(cursor: Cursor) -> Found | None:
    """The mark of a heading stands before it, behind it, or in the rule."""
    text, line = cursor.scan.text, cursor.line
    found = mark_of_line(text, line, line.stop)
    if found:
        return found
    last = text.rfind("(", line.start, line.stop)
    return mark_at(text, last, line.stop, in_heading=True) if last > line.start else None
