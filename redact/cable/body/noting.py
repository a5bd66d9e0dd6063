"""What a line of the text says of the whole or of its portion, beside being text of it."""

from redact.cable.body.cursor import Cursor
from redact.cable.body.flowing import SHORTEST
from redact.cable.header.authority import KEYWORD as AUTHORITY
from redact.cable.header.banner import read_banner, torn_level
from redact.cable.header.order_line import ORDER, may_prolong, note_further, states_duration
from redact.cable.header.statements import (
    LONGEST_HINT,
    ending_of_hint,
    hint_of,
    level_of_odd_letters,
)
from redact.declassification import read_reasons
from redact.markings.model import Marking

_CLAIMING = tuple("EeDdCc(")


def note_statement(cursor: Cursor) -> None:
    """A banner of another telegram in the text lowers nothing; a higher one is a hint of doubt."""
    text = cursor.line.text
    if not cursor.scan.banner_unread and _is_of_section(cursor, text):
        cursor.find("cable/unreadable-banner", "a line like a banner cannot be read as one")
        cursor.scan.banner_unread = True
    if not text[0].isupper() and len(text) >= SHORTEST:
        return
    level = level_of_odd_letters(text) if len(text) <= LONGEST_HINT else None
    cursor.scan.statements.extend([level] if level else [])
    banner = read_banner(text)
    torn = torn_level(text) if text[-1].isdigit() and banner is None else None
    hint = banner.marking if banner else Marking(torn) if torn else hint_of(text)
    cursor.scan.hints.extend([hint] if hint else [])
    ends = banner.ends if banner else ending_of_hint(text) if hint and "/" in text else None
    cursor.scan.further.extend([ends] if ends else [])


def _is_of_section(cursor: Cursor, text: str) -> bool:
    """Whether a line ends like the banner of a further section, and cannot be read as one."""
    mrn = cursor.scan.banners[0].mrn if cursor.scan.banners else None
    if mrn is None or not text.endswith(mrn) or text != text.upper() or read_banner(text):
        return False
    return "SECTION " in text or torn_level(text) is not None


def _note_claims(cursor: Cursor) -> None:
    """An E.O. line in the text binds the portion that quotes it; it, and an authority paragraph,
    say that something here is classified (R6, R33)."""
    text = cursor.line.text
    scan = cursor.scan
    if ORDER.match(text) and cursor.previous:
        cursor.previous.orders += (text,)
        scan.says_classified = scan.says_classified or states_duration(text)
    elif AUTHORITY.match(text) and read_reasons(text):
        scan.says_classified = True


def note_line(cursor: Cursor) -> None:
    """Note what the line says, and that it has been read."""
    line = cursor.line
    if may_prolong(line.text):
        note_further(cursor.scan, line.text)
    if line.text.startswith(_CLAIMING) and cursor.previous:
        _note_claims(cursor)
    cursor.before = line.text
    cursor.above = line
    cursor.gap = None
