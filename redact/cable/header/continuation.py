"""Lines that go on with the header field above them; each field says what can."""

import re

from redact.cable.body.page_lines import is_page_line, is_stamp
from redact.cable.header import authority, references, subject, tags
from redact.cable.header.captions import captions_in
from redact.cable.header.cursor import Cursor, Part
from redact.cable.header.order_line import ORDER, order_continues
from redact.cable.header.sentences import has_sentence_word

_SMALL_WORD = re.compile(r"\b[a-z]{2,}\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_ORDER = (ORDER, None)
_TAGS = (tags.KEYWORD, None)
_AUTHORITY = (authority.KEYWORD, None)
_SUBJECT = (subject.KEYWORD, Part.SUBJECT)
_REFERENCES = (references.KEYWORD, Part.REFERENCES)
_KEYWORDS: dict[str, tuple[tuple[re.Pattern[str], Part | None], ...]] = {
    **dict.fromkeys("Ee", (_ORDER,)),
    **dict.fromkeys("Dd", (_ORDER, _AUTHORITY)),
    **dict.fromkeys("TA", (_TAGS,)),
    **dict.fromkeys("Ss", (_SUBJECT,)),
    **dict.fromkeys("Rr", (_REFERENCES,)),
    **dict.fromkeys("Cc", (_AUTHORITY,)),
    "(": (_ORDER, _AUTHORITY, _SUBJECT),
}
"""The keywords of the fields by what they begin with, a mark before them too; some count once."""

_DECLASSIFY = re.compile(r"(?i:declassify on|declassify|declas{0,2}|decl) ?:? ?\S{4,20}$")
_UNCLASSIFIED = re.compile(r"\((?:U|UNCLAS|UNCLASSIFIED)\)")
_RESTRICTED_AT_END = re.compile(r"\((?!U(?:NCLAS\w*)?\))[A-Z][A-Z/, -]{0,40}\)$")
_NUMBER = re.compile(r"\d{1,3}[.)]")


def goes_on(cursor: Cursor) -> bool:
    """Take the line into the open field, if it belongs there."""
    if cursor.part is None or cursor.open is None:
        return False
    if cursor.part is Part.AUTHORITY and _DECLASSIFY.match(cursor.line.text):
        return _append(cursor)
    if cursor.begins_field or captions_in(cursor.line.text):
        return False
    takes = _TAKES.get(cursor.part)
    if takes is not None and takes(cursor):
        return True
    cursor.authority = cursor.open if cursor.part is Part.AUTHORITY else None
    cursor.close()
    return False


def begins_field(cursor: Cursor) -> bool:
    """Whether the line begins another field."""
    text, seen = cursor.line.text, cursor.seen
    return any(
        keyword.match(text) and once not in seen for keyword, once in _KEYWORDS.get(text[0], ())
    )


def goes_on_with_references(cursor: Cursor) -> bool:
    """Whether a line, even behind a blank one, is recognised as an item of the open references."""
    text = cursor.line.text
    if cursor.open is None or cursor.begins_field or is_page_line(text) or is_stamp(text):
        return False
    if _NUMBER.match(text):
        return False
    if references.has_label(text) or cursor.line.anchored:
        return references.begins_item(text) and not text[0].isdigit()
    if references.finishes_item(text, cursor.open.lines[-1]):
        return True
    return references.begins_item(text) if not cursor.blank else references.begins_telegram(text)


def goes_on_with_subject(cursor: Cursor) -> bool:
    """Whether a line goes on with the open subject; a repeated one only with its own words.

    One in capitals does not go on in small letters, unless a mark that restricts ends the line: it
    may be the mark of the whole subject.
    """
    text = cursor.line.text
    if cursor.open is None or is_page_line(text) or is_stamp(text):
        return False
    if not cursor.scan.layout.plain and cursor.scan.layout.head(text):
        return False
    if cursor.scan.subject is not cursor.open and text not in cursor.scan.subject_lines:
        return False
    first = cursor.open.lines[0]
    if _is_prose(text) and not _is_prose(first) and not _RESTRICTED_AT_END.search(text):
        return False
    if _UNCLASSIFIED.search(first) and has_sentence_word(text):
        return False
    return re.match(r"(?:¶ ?)?\d{1,2}[.)] ?\S", text) is None


def _more_subject(cursor: Cursor) -> bool:
    return goes_on_with_subject(cursor) and _append(cursor)


def _is_prose(text: str) -> bool:
    return len(_SMALL_WORD.findall(_BRACKETS.sub(" ", text))) > 1


def _more_references(cursor: Cursor) -> bool:
    return goes_on_with_references(cursor) and _append(cursor)


def _more_tags(cursor: Cursor) -> bool:
    before = cursor.open.lines[-1] if cursor.open else ""
    return tags.belongs(cursor.line.text, before) and _append(cursor)


def goes_on_with_authority(cursor: Cursor) -> bool:
    """Whether a line goes on with the open authority paragraph: `(d)` there is a reason."""
    text = cursor.line.text
    return bool(cursor.open and authority.continues(cursor.open.text, text))


def _more_authority(cursor: Cursor) -> bool:
    text = cursor.line.text
    reach = authority.continues(cursor.open.text, text) if cursor.open else None
    return reach is not None and take_up_to(cursor, reach)


def _more_order(cursor: Cursor) -> bool:
    if cursor.open is None or not order_continues(cursor.open.text, cursor.line.text):
        return False
    _append(cursor)
    cursor.close()
    return True


def _append(cursor: Cursor) -> bool:
    if cursor.open is not None:
        cursor.open.lines.append(cursor.line.text)
    return True


def take_up_to(cursor: Cursor, reach: int) -> bool:
    """Take the line into the open field up to `reach`; what stands behind is text of its own."""
    line = cursor.line
    rest = line.text[reach:].strip(" .,;:")
    if cursor.open is not None:
        cursor.open.lines.append(line.text[:reach] if rest else line.text)
    if rest:
        cursor.leave_text(offset_of(cursor, rest), rest)
    return True


def offset_of(cursor: Cursor, rest: str) -> int:
    """Where the end `rest` of the cleaned line begins in the source; in doubt the line's start."""
    line = cursor.line
    raw = cursor.scan.text[line.start : line.stop]
    at = raw.rfind(rest) if rest in raw else raw.rfind(rest.split()[0])
    return line.start + max(at, 0)


_TAKES = {
    Part.SUBJECT: _more_subject,
    Part.REFERENCES: _more_references,
    Part.TAGS: _more_tags,
    Part.AUTHORITY: _more_authority,
    Part.ORDER: _more_order,
}
