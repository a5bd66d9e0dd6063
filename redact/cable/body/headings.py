"""Headings: a short line with or without rules, and the mark it may bear."""

import re

from redact.cable.body.cursor import Cursor
from redact.cable.body.page_lines import is_page_line
from redact.cable.body.signature import is_signer
from redact.cable.body.signs import (
    ends_sentence,
    framed_heading,
    is_heading,
    is_rule,
    last_mark,
    mark_of_line,
    number_at,
    sign_at,
    without_last_mark,
)
from redact.cable.drafts import Boundary, Draft
from redact.cable.lines import clean
from redact.cable.marks import Found
from redact.cable.model import Kind

_LEADING_MARK = re.compile(r"^\([^()]{1,60}\) *")
_BRACKETS = re.compile(r"\([^()]*\)")
_LONGEST = 70
_DASHES = "-–—=*_•"
_SIGNS = f" :{_DASHES}"
_CLOSED = tuple(".!?")
_QUOTES = " \"'’”)]"
_USUAL = frozenset(
    (
        "ACTION,ACTION REQUEST,ACTION REQUESTED,ANALYSIS,BACKGROUND,COMMENT,COMMENTS,CONCLUSION,"
        "CONCLUSIONS,DETAILS,DISCUSSION,EMBASSY COMMENT,END COMMENT,END SUMMARY,INTRODUCTION,"
        "NEXT STEPS,NOTE,OVERVIEW,RECOMMENDATION,RECOMMENDATIONS,SUMMARY,SUMMARY AND COMMENT"
    ).split(",")
)
"""Headings that every telegram may have: no name in a list reads so."""


def cut_heading(cursor: Cursor) -> bool:
    """A heading, or a rule that belongs to one."""
    text = cursor.line.text
    if is_rule(text):
        return _cut_rule(cursor)
    under_rule = cursor.gap is None and _is_bare_rule(cursor)
    framed = framed_heading(text)
    if not framed and cursor.gap is None and not under_rule and cursor.scan.drafts:
        return False
    bare = without_last_mark(_LEADING_MARK.sub("", text))
    if "(" in text and not any(map(str.isalpha, _BRACKETS.sub("", text))):
        return False
    ruled = is_rule(cursor.next_text)
    if not framed and not is_heading(bare, ruled=ruled, next_text=cursor.next_text):
        return False
    alone = not (framed or ruled or under_rule)
    if alone and _is_item(cursor):
        return False
    found = _mark_of(cursor)
    if found is None and not ruled and not framed and _goes_on_behind_page(cursor):
        return True
    if under_rule:
        heading = cursor.scan.drafts[-1]
        heading.found = heading.found or found
    else:
        _begin(cursor, found, alone=alone)
    return True


def _begin(cursor: Cursor, found: Found | None, *, alone: bool) -> None:
    """Begin the heading; one that is perhaps an item of a list is bound by the higher of the two.

    So is what stands under it, up to the next paragraph.
    """
    draft = Draft(Kind.HEADING, cursor.line.start, found=found)
    text, previous = cursor.line.text, cursor.previous
    unmarked = found is None and (alone or text[0] in _DASHES)
    listed = unmarked and may_be_listed(previous, cursor.before, text, _below(cursor))
    if listed:
        draft.boundary, draft.parent = Boundary.DOUBTFUL, cursor.index_of(previous)
    ruled = is_rule(cursor.next_text)
    cursor.over_name = previous if listed or (is_signer(text) and not ruled) else None
    cursor.begin(draft)


def may_be_listed(previous: Draft | None, before: str, text: str, below: str) -> bool:
    """Whether a short line alone may be an item of a list: names in capitals, one to a line.

    `previous` is the portion before, `before` its last line, `below` the next line with text.
    Behind the end of a sentence it is a heading, unless another such line follows it.
    """
    if previous is None or is_usual_heading(text):
        return False
    if previous.kind is Kind.HEADING or not before.rstrip(_QUOTES).endswith(_CLOSED):
        return True
    return is_heading(below, ruled=False, next_text="") and not is_usual_heading(below)


def is_usual_heading(text: str) -> bool:
    """Whether a line is one of the headings that every telegram may have; not so `- SUMMARY`."""
    begun = text[0] in _DASHES and text[-1] not in _DASHES
    return not begun and text.strip(_SIGNS).upper() in _USUAL


def _below(cursor: Cursor) -> str:
    """The next line with text; nothing where a rule makes a heading of it."""
    lines = cursor.scan.lines
    at = next((n for n in range(cursor.at + 1, cursor.stop) if lines[n].text), None)
    if at is None or (at + 1 < cursor.stop and is_rule(lines[at + 1].text)):
        return ""
    return lines[at].text


def _is_item(cursor: Cursor) -> bool:
    """Whether a line bears the sign of an item, and is none of the usual headings."""
    text = cursor.line.text
    if text[-1] in _DASHES or text.strip(_SIGNS).upper() in _USUAL:
        return False
    sign = sign_at(cursor.scan.text, cursor.line, cursor.mark_stop)
    return sign is not None and not sign.bracketed


def _goes_on_behind_page(cursor: Cursor) -> bool:
    """A short line behind a page that turned in a sentence, or before one, may be no heading.

    Then it goes on with the text before the page. Which of them cannot be told: the higher of the
    two binds, and the text below goes on with it.
    """
    previous = cursor.previous
    if cursor.gap is not Boundary.PAGE or previous is None:
        return False
    if ends_sentence(cursor.before) and not _page_follows(cursor):
        return False
    if previous.kind not in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH) or not cursor.before:
        return False
    draft = Draft(previous.kind, cursor.line.start, parent=cursor.index_of(previous))
    draft.boundary = Boundary.DOUBTFUL
    cursor.begin(draft)
    return True


def _page_follows(cursor: Cursor) -> bool:
    """Whether the next line with anything on it belongs to the turn of a page."""
    lines, layout = cursor.scan.lines, cursor.scan.layout
    following = (n for n in range(cursor.at + 1, cursor.stop) if lines[n].text)
    at = next(following, None)
    if at is None:
        return False
    text = lines[at].text
    furniture = layout.is_page is not None and layout.is_page(lines, at)
    return furniture or layout.head(text) is not None or is_page_line(text)


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
    cursor.over_name = None
    cursor.begin(Draft(Kind.HEADING, cursor.line.start))
    return True


def _mark_of(cursor: Cursor) -> Found | None:
    """The mark of a heading stands before it, behind it, or in the rule."""
    text, line = cursor.scan.text, cursor.line
    return mark_of_line(text, line, line.stop) or last_mark(text, line)
