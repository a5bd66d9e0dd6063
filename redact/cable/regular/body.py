"""The body of a regular telegram: the common blocks at once, the others by the general way."""

import re
from collections.abc import Callable
from functools import partial

from redact.cable.body.cursor import FLOWING, Cursor
from redact.cable.body.flowing import SHORTEST, is_suspect
from redact.cable.body.items import enclose
from redact.cable.body.run_on import FIELD_LINE
from redact.cable.body.signs import LONGEST_HEADING, PLAIN_DASH, is_heading
from redact.cable.drafts import Boundary, Draft, Scan
from redact.cable.forms.layout import ending_of
from redact.cable.lines import Line
from redact.cable.marks import Found
from redact.cable.model import Kind, Mark
from redact.cable.regular.blocks import (
    BLOCK,
    RULE_SIGNS,
    begins_heading,
    begins_heading_behind,
    begins_number,
)
from redact.cable.regular.brackets import binds_nothing
from redact.cable.regular.flowing import states_level
from redact.cable.regular.other_blocks import (
    cut_end,
    cut_heading,
    cut_item,
    cut_number,
    cut_page,
    cut_unmarked,
    cut_words,
    is_short,
    may_number,
)
from redact.markings import read_marking
from redact.text import Span

_GAP = re.compile(r"\n(?: *\n)*")
_span = partial(tuple.__new__, Span)
_mark = partial(tuple.__new__, Mark)
_found = partial(tuple.__new__, Found)
"""From the fields in a row: a third of the time of the call, for the commonest objects."""

_BLANK, _PAGE = Boundary.BLANK, Boundary.PAGE
_PARAGRAPH, _SUBPARAGRAPH = Kind.PARAGRAPH, Kind.SUBPARAGRAPH
_NUMBERED = ("marked", "said")


def begin_body(scan: Scan, start: int, *, referring: bool) -> Cursor | None:
    """The cursor of a body whose first block leaves no doubt that it is one; `at` is its offset.

    A number or a dash, or a heading with a rule: all else may be a field of the header, behind
    references (`referring`) also what is no number.
    """
    text = scan.text
    line = Line(start, start, start, "", anchored=False, mended=False)
    cursor = Cursor(scan, start, line, start, ending_of(None, 0, 0), None)
    found = BLOCK.match(text, start)
    if found and found.lastgroup != "words":
        if found.lastgroup == "plain":
            return None if referring or not _is_plain_dash(found) else cursor
        return cursor if found.lastgroup in _NUMBERED else None
    if referring:
        behind = scan.references and begins_heading_behind(scan.references, text, start)
        return cursor if behind else None
    return cursor if begins_number(text, start) or begins_heading(text, start) else None


def cut_body(cursor: Cursor) -> bool:
    """Cut a body that is not odd; false, and nothing changed, where it is irregular."""
    scan, start = cursor.scan, cursor.at
    before = len(scan.drafts)
    if _cut_all(cursor) and binds_nothing(scan, start):
        return True
    del scan.drafts[before:]
    scan.signer = None
    return False


def is_odd_body(text: str, start: int) -> bool:
    """Whether a body holds what no regular one does, wherever it stands."""
    body = text[start:]
    if "   " in body or is_suspect(body) or FIELD_LINE.search(text, start):
        return True
    links = text.count("\n[1](#)", start - 1)
    pilcrows = text.count("\n¶", start - 1)
    return (body.count("["), body.count("]"), body.count("¶")) != (links, links, pilcrows)


def _cut_all(cursor: Cursor) -> bool:
    text, start = cursor.scan.text, cursor.at
    at, stop = start, len(text)
    match = BLOCK.match
    while at < stop:
        found = match(text, at)
        if found and _CUTS[found.lastgroup](cursor, found):
            behind = found.end()
            if text.startswith("\n\n", behind) and text[behind + 2 : behind + 3] > " ":
                cursor.gap, at = _BLANK, behind + 2
                continue
        else:
            other = _cut_other(cursor, start, at)
            if other is None:
                return False
            behind = other
        at = _next_line(cursor, text, behind)
    return cursor.count is not None and cursor.last_kind is not Kind.HEADING


def _next_line(cursor: Cursor, text: str, behind: int) -> int:
    """The offset of the next line with anything on it, and whether a gap stands before it."""
    found = _GAP.match(text, behind)
    at = found.end() if found else behind
    if cursor.scan.drafts[-1].kind is Kind.PAGE_BREAK:
        cursor.gap = _PAGE
    else:
        cursor.gap = _BLANK if at > behind + 1 else None
    return at


def _cut_other(cursor: Cursor, start: int, at: int) -> int | None:
    """Cut what is no block of the commonest: the offset behind it, None where it is irregular."""
    if at == start:
        return cut_number(cursor, at) or cut_heading(cursor, at)
    return (
        cut_end(cursor, start, at)
        or cut_number(cursor, at)
        or cut_heading(cursor, at)
        or cut_page(cursor, at)
        or cut_words(cursor, at)
    )


def _cut_marked(cursor: Cursor, found: re.Match[str]) -> bool:
    """The next numbered paragraph, with its mark."""
    printed, mark = found.group("number", "mark")
    start, span = found.start(), _span(found.span("mark"))
    reading = read_marking(mark)
    following = str((cursor.count or 0) + 1)
    if printed != following:
        text = found.string
        if not _is_glued(cursor, text[start], printed, following) or is_short(text, start):
            return False
        printed = following
    if reading.marking is None:
        return False
    if cursor.gap is not _BLANK and not may_number(cursor, printed):
        return False
    own = _found((_mark((mark, span, reading.marking)), reading.entire_text, span.end))
    cursor.begin(Draft(_PARAGRAPH, start, printed, own))
    cursor.count = int(printed)
    return True


def _is_glued(cursor: Cursor, first: str, printed: str, following: str) -> bool:
    """Whether `13` is paragraph 3, to which the anchor 1 was glued."""
    return cursor.scan.anchored and first not in "[¶" and printed == f"1{following}"


def _is_plain_dash(found: re.Match[str]) -> bool:
    """Whether a dashed item has no bracket, or a first one in a sentence."""
    said = found["plain"]
    bracketed = "(" in said or ")" in said
    return not bracketed or PLAIN_DASH.match(found.string, found.start()) is not None


def _cut_dash(cursor: Cursor, found: re.Match[str]) -> bool:
    """A dashed item without a mark, that is no heading."""
    if not _is_plain_dash(found):
        return cut_item(cursor, found)
    said = found["plain"].rstrip()
    if said[-1] in RULE_SIGNS or (cursor.gap is None and cursor.last_kind not in FLOWING):
        return False
    if len(said) < SHORTEST and states_level(said):
        return False
    if cursor.gap is not None and len(said) <= LONGEST_HEADING:
        alone = found.end() <= found.end("plain")
        if alone and is_heading(said, ruled=True, next_text=""):
            return False
    draft = Draft(_SUBPARAGRAPH, found.start(), depth=len(found["dash"]))
    enclose(cursor, draft)
    cursor.begin(draft)
    return True


def _cut_none(cursor: Cursor, found: re.Match[str]) -> bool:
    return False


_CUTS: dict[str | None, Callable[[Cursor, re.Match[str]], bool]] = {
    "marked": _cut_marked,
    "plain": _cut_dash,
    "said": cut_unmarked,
    "item": cut_item,
    "words": _cut_none,
}
"""What cuts a block, by what it begins with; words without a sign are looked at by themselves."""
