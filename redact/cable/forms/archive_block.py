"""Taking the lines of the archive's block into the envelope, with what they say of the whole."""

import re

from redact.cable.body.signature import is_foot
from redact.cable.drafts import Field
from redact.cable.forms.archive import Archive, archive_line, is_page, is_review, level_of
from redact.cable.header.cursor import Cursor
from redact.cable.header.envelope import prosign_of
from redact.cable.header.statements import state_level
from redact.cable.lines import Line
from redact.cable.model import Kind

_FIRST_PAGE = re.compile(r"PAGE 0?1\b")
_LONGEST = 60


def take_archive_line(cursor: Cursor) -> bool:
    """Take a line of the block, or of the turn of a page between the fields of the header."""
    if not cursor.seen:
        return _take_block_line(cursor)
    level = level_of(cursor.line.text)
    if level is None and not is_page(cursor.scan.lines, cursor.at):
        return False
    if level:
        state_level(cursor.scan, level)
    elif is_review(cursor.line.text):
        cursor.scan.stamps.append(Field(cursor.line.start, [cursor.line.text]))
    cursor.close()
    cursor.enter(Kind.PAGE_BREAK)
    return True


def _take_block_line(cursor: Cursor) -> bool:
    text = cursor.line.text
    found = None if cursor.line.mended else archive_line(text, cursor.archive)
    if found is None:
        return False
    if found is Archive.LEVEL and _is_of_stamp(cursor):
        found = Archive.STAMP
    cursor.archive = found
    if found is Archive.PAGE:
        cursor.format = prosign_of(text) or cursor.format
    cursor.enter(Kind.ENVELOPE)
    level = level_of(text) if found is Archive.LEVEL else None
    if level:
        state_level(cursor.scan, level)
    elif found is Archive.STAMP:
        cursor.scan.stamps.append(Field(cursor.line.start, [text]))
    return True


def _is_of_stamp(cursor: Cursor) -> bool:
    """Whether UNCLASSIFIED is the upper or the lower line of a release stamp: no page head."""
    if level_of(cursor.line.text) != "UNCLASSIFIED":
        return False
    below = cursor.scan.lines[cursor.at + 1 : cursor.at + 2]
    return cursor.archive is Archive.STAMP or any(is_review(line.text) for line in below)


def block_start(lines: list[Line], first: int, at: int) -> int:
    """Where the block begins that stands over line `at`, the time of a further section.

    It is the page line of the block, and the page head over it where the foot of the page before
    stands over that.
    """
    page = next(
        (n for n in range(at - 1, max(first, at - _LONGEST), -1) if _is_first(lines[n])), at
    )
    after: Archive | None = Archive.TITLE
    for number in range(page, at):
        after = archive_line(lines[number].text, after) if lines[number].text else after
        if after is None:
            return at
    above = [n for n in range(page - 1, max(first, page - 6), -1) if lines[n].text][:2]
    headed = len(above) == 2 and all(_is_edge(lines[n].text) for n in above)
    return above[0] if headed and level_of(lines[above[0]].text) else page


def _is_first(line: Line) -> bool:
    return _FIRST_PAGE.match(line.text) is not None


def _is_edge(text: str) -> bool:
    return level_of(text) is not None or is_foot(text) or set(text) == {"N"}
