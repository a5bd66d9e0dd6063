"""The scan of the header, from the first line to the body: what is recognised, and nothing else.

The edge of the header is the most dangerous line in the house: envelope, header and references go
out on any date. A line that fits no field is a paragraph of its own; fields behind it are still
read, each on its own evidence.
"""

from redact.cable.body.beginning import begins_body
from redact.cable.body.signs import unread_mark
from redact.cable.drafts import Draft, Scan
from redact.cable.header.banner import read_banner, torn_level
from redact.cable.header.captions import captions_in, captions_within
from redact.cable.header.continuation import (
    begins_field,
    goes_on,
    goes_on_with_authority,
    goes_on_with_references,
    goes_on_with_subject,
)
from redact.cable.header.cursor import Cursor, Part
from redact.cable.header.lines import is_in_place_of_banner, take_envelope_line, take_line
from redact.cable.header.order_line import note_further
from redact.cable.header.qualifiers import qualify
from redact.cable.header.statements import ending_of_hint, hint_of, level_of_odd_letters
from redact.cable.model import Kind
from redact.markings.model import Level, Marking

_TEXT = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.QUOTATION)
_STRAYS = 2
"""Behind so many stretches of text that fit no field, what follows is the body."""

_REACH = 40
"""Within so many lines the labels of a header follow one another."""

_LONGEST_HEAD = 4
"""A level in words has no more of them, letter by letter apart."""

_BLOCK_STRAYS = 12
"""The same while the banner of an archive's copy has still to come: damaged lines do not end it."""


def scan_header(scan: Scan, at: int) -> int:
    """Cut the header that begins on line `at`; returns the line on which the body begins."""
    if at >= len(scan.lines):
        return at
    cursor = Cursor(scan, at, scan.lines[at])
    further = any(draft.kind in _TEXT for draft in scan.drafts)
    while cursor.at < len(scan.lines):
        cursor.line = scan.lines[cursor.at]
        if not _take(cursor, further=further):
            break
        cursor.at += 1
    scan.banner_unread = scan.banner_unread or _lacks_banner(cursor)
    scan.headless = further and Part.BANNER not in cursor.seen and cursor.enveloped
    own = scan.banners[0].mrn if scan.banners else None
    if Part.BANNER in cursor.seen and Part.ORDER not in cursor.seen:
        scan.lacking = scan.lacking or (further and scan.banners[-1].mrn != own)
        scan.orderless = scan.orderless or not further
    elif further and scan.orderless and Part.ORDER in cursor.seen:
        scan.lacking = True
    return cursor.at


def _lacks_banner(cursor: Cursor) -> bool:
    """Whether the banner cannot be read, and no other is left, or only one of level U (2.1)."""
    banner = cursor.scan.banners[-1] if Part.BANNER in cursor.seen and cursor.scan.banners else None
    if banner is None:
        return bool(cursor.unread) and Part.BANNER not in cursor.seen
    numbered = any(text[-1].isdigit() for text in cursor.unread)
    return numbered and banner.marking is not None and banner.marking.level is Level.U


def _take(cursor: Cursor, *, further: bool) -> bool:
    """Take a line into the header; false where the header is over."""
    if not cursor.line.text:
        _pass_blank(cursor)
        return True
    cursor.begins_field = False
    if not cursor.scan.layout.plain:
        if _begins_chain(cursor):
            return False
        if _take_of_form(cursor):
            return True
    if not cursor.seen and not cursor.strays and take_envelope_line(cursor):
        cursor.blank, cursor.enveloped = False, True
        return True
    cursor.begins_field = begins_field(cursor)
    if not _is_over(cursor):
        return _cut_line(cursor, further=further)
    if Part.SUBJECT not in cursor.seen:
        cursor.scan.captions.extend(captions_within(cursor.line.text))
    qualify(cursor, ended=True)
    return False


def _pass_blank(cursor: Cursor) -> None:
    if not cursor.scan.drafts:
        cursor.scan.add(Draft(Kind.ENVELOPE, cursor.line.start))
    if cursor.part is not Part.REFERENCES:
        cursor.close()
    cursor.blank = True
    cursor.in_stray = False
    cursor.authority, cursor.below_authority, cursor.residue = None, "", ""


def _is_over(cursor: Cursor) -> bool:
    if cursor.part is Part.REFERENCES and goes_on_with_references(cursor):
        return False
    if cursor.part is Part.AUTHORITY and goes_on_with_authority(cursor):
        return False
    if cursor.part is Part.SUBJECT and not cursor.blank and _wraps_subject(cursor):
        return False
    in_block = cursor.scan.layout.copied and not cursor.seen
    if cursor.strays > (_BLOCK_STRAYS if in_block else _STRAYS):
        return True
    if cursor.begins_field or in_block:
        return False
    if not cursor.scan.layout.plain and _ends(cursor) and not _states(cursor.line.text):
        return True
    return begins_body(cursor.scan, cursor.at, blank=cursor.blank)


def _wraps_subject(cursor: Cursor) -> bool:
    """Whether a form with labels goes on with its subject, which may be the last of them."""
    return not cursor.scan.layout.plain and goes_on_with_subject(cursor)


def _take_of_form(cursor: Cursor) -> bool:
    """Take a line of the header that only this form has; no other field goes on behind it."""
    take = cursor.scan.layout.take
    if take is None or not take(cursor):
        return False
    cursor.close()
    cursor.blank, cursor.in_stray = False, False
    return True


def _cut_line(cursor: Cursor, *, further: bool) -> bool:
    """Take the line; under the header of a further section, what is no field is the body's."""
    taken = goes_on(cursor) or take_line(cursor)
    if not taken and further:
        _note_unread(cursor)
        qualify(cursor, ended=True)
        return False
    if not taken:
        _cut_stray(cursor)
    cursor.blank = False
    return True


def _ends(cursor: Cursor) -> bool:
    """Whether unknown text begins the body of a form with labels: no label follows any more."""
    label = cursor.scan.layout.field
    if label is None or not cursor.seen:
        return False
    lines, chained = cursor.scan.lines, cursor.scan.layout.is_chain
    for number in range(cursor.at + 1, min(len(lines), cursor.at + _REACH)):
        if chained and chained(lines, number):
            return True
        if label.match(lines[number].text):
            return False
    return True


def _states(text: str) -> bool:
    """Whether a line states the level or the distribution of the whole."""
    return read_banner(text) is not None or captions_in(text) is not None


def _begins_chain(cursor: Cursor) -> bool:
    """Whether a mail that is quoted begins here, behind the header of its own."""
    chained = cursor.scan.layout.is_chain
    return bool(chained and cursor.scan.day and chained(cursor.scan.lines, cursor.at))


def _note_statement(cursor: Cursor) -> None:
    """What a line that fits no field says of the whole: it may raise doubt, it lowers nothing."""
    text, scan = cursor.line.text, cursor.scan
    torn = _note_unread(cursor)
    hint = hint_of(text) or (Marking(torn) if torn and text[-1].isdigit() else None)
    scan.hints.extend([hint] if hint else [])
    ends = ending_of_hint(text) or ending_of_hint(f"CONFIDENTIAL//{text.strip(' /')}")
    scan.further.extend([ends] if ends else [])
    level = level_of_odd_letters(text)
    scan.statements.extend([level] if level else [])


def _note_unread(cursor: Cursor) -> Level | None:
    """Note a line like a banner, or in its place, that cannot be read; the level it seems to state.

    Not a banner of another telegram, which is one.
    """
    text = cursor.line.text
    torn = torn_level(text) if read_banner(text) is None else None
    if torn or is_in_place_of_banner(cursor) or _is_in_place_of_head(cursor):
        cursor.find("cable/unreadable-banner", "a line like a banner cannot be read as one")
        cursor.unread.append(text)
    return torn


def _is_in_place_of_head(cursor: Cursor) -> bool:
    """Whether a line in capitals stands over all labels of a form that bears its level there."""
    text = cursor.line.text
    over = cursor.scan.layout.headed and not cursor.seen and text == text.upper()
    return over and any(map(str.isalpha, text)) and len(text.split()) <= _LONGEST_HEAD


def _cut_stray(cursor: Cursor) -> None:
    _note_statement(cursor)
    unread = unread_mark(cursor.scan.text, cursor.line)
    if unread or not cursor.in_stray:
        cursor.scan.add(Draft(Kind.PARAGRAPH, cursor.line.start, found=unread))
        cursor.strays += 1
        cursor.find("cable/stray-text", "text stands in the header that is no field of it")
    note_further(cursor.scan, cursor.line.text)
    qualify(cursor)
    cursor.close()
    cursor.in_stray = True
