"""The lines of a header, each recognised by its own evidence: envelope, fields, captions."""

import re

from redact.cable.body.page_lines import is_page_line, is_stamp
from redact.cable.drafts import Field, Scan
from redact.cable.header import authority, references, subject, tags
from redact.cable.header.banner import ends_like_banner, read_banner
from redact.cable.header.captions import (
    captions_in,
    captions_of_subject,
    captions_within,
    doubtful_captions,
)
from redact.cable.header.continuation import offset_of, take_up_to
from redact.cable.header.cursor import Cursor, Part
from redact.cable.header.envelope import (
    EnvelopeLine,
    Format,
    level_of_letters,
    precedence_of,
    prosign_of,
    read_envelope_line,
)
from redact.cable.header.order_line import ORDER, order_reach
from redact.cable.header.passing import is_passing_line, names_recipient
from redact.cable.header.sentences import has_sentence_word
from redact.cable.lines import clean
from redact.cable.model import Addressee, Kind
from redact.cable.notices import is_stamp_line

_RUN_TOGETHER = re.compile(
    r"(?<=[\s.;,])(?:TAGS?:|SUBJ(?:ECT)?:|REF(?:S|TELS?)?:|(?i:classified by):?|E\. ?O\. ?1\d{4}:)"
)
_RUN_TOGETHER_WORDS = ("TAG", "SUBJ", "REF", "CLASSIFIED BY", "E.O", "E. O")
_SHORTEST_KEYWORD = 4
_FIELDS = frozenset({Part.ORDER, Part.TAGS, Part.SUBJECT, Part.REFERENCES, Part.AUTHORITY})
_LONGEST = 4000
"""No header is longer than this, run together on one line."""

_ADDRESSES = (Format.FROM, Format.ACTION, Format.INFO, Format.EXEMPT)


def take_line(cursor: Cursor) -> bool:
    """Take the line as what it is of a header; false where it is nothing of it."""
    if len(cursor.line.text) > _LONGEST:
        return False
    if cursor.begins_field and any(take(cursor) for take in _FIELD_LINES):
        return True
    return any(take(cursor) for take in _OTHER_LINES)


def take_envelope_line(cursor: Cursor) -> bool:
    """Take a line of the envelope, which stands before every field."""
    if cursor.seen:
        return False
    if is_stamp_line(cursor.line.text):
        cursor.enter(Kind.ENVELOPE)
        return True
    found = read_envelope_line(cursor.line.text, after=cursor.format)
    if found is None:
        if cursor.scan.layout.copied:
            cursor.format = prosign_of(cursor.line.text) or cursor.format
        return False
    cursor.enter(Kind.ENVELOPE)
    cursor.archive = None
    _gather(cursor, found)
    return True


def _gather(cursor: Cursor, found: EnvelopeLine) -> None:
    scan = cursor.scan
    format_ = found.format
    if format_ is Format.ADDRESS:
        format_ = cursor.format or Format.ACTION
    if format_ in _ADDRESSES:
        cursor.format = format_
    if found.addressee and format_ is Format.FROM:
        scan.sender = scan.sender or found.addressee
    elif found.addressee and format_ in (Format.ACTION, Format.INFO):
        _address(scan, format_, found.addressee)
    elif format_ is Format.TIME:
        scan.moments.append(found.fields)
        scan.precedence = scan.precedence or precedence_of(found.fields["precedence"])
    elif format_ is Format.SECURITY:
        level = level_of_letters(found.fields["letter"])
        scan.statements.extend([level] if level else [])


def _address(scan: Scan, format_: Format, addressee: Addressee) -> None:
    """The addressees of the file are those of its first telegram, or section."""
    if not scan.banners:
        (scan.to if format_ is Format.ACTION else scan.info).append(addressee)


def next_keyword(raw: str, first_at: int = _SHORTEST_KEYWORD) -> int | None:
    """Where on a line behind its own keyword that of another field stands; None for nowhere."""
    behind = raw[first_at:].upper()
    if not any(map(behind.__contains__, _RUN_TOGETHER_WORDS)):
        return None
    found = _RUN_TOGETHER.search(raw, first_at)
    return found.start() if found else None


def _split(cursor: Cursor, keyword: str = "") -> None:
    """Cut a line on which several fields run together, so that each stands by itself.

    What belongs to the `keyword` that the line begins with is not cut.
    """
    line = cursor.line
    raw = cursor.scan.text[line.start : line.stop]
    first_at = max(_SHORTEST_KEYWORD, raw.find(keyword) + len(keyword))
    at = next_keyword(raw, first_at)
    if at is None:
        return
    middle = line.start + at
    first = line._replace(stop=middle, text=clean(raw[:at]))
    second = line._replace(start=middle, first=middle, text=clean(raw[at:]), anchored=False)
    cursor.scan.lines[cursor.at : cursor.at + 1] = [first, second]
    cursor.line = first


def _is_text_by_now(cursor: Cursor) -> bool:
    """Behind the subject and text that is no field, an E.O. or TAGS line is text (2.3)."""
    return cursor.strays > 0 and Part.SUBJECT in cursor.seen


def _order(cursor: Cursor) -> bool:
    """The E.O. line, or a further one: of several the one that protects longest binds."""
    if _is_text_by_now(cursor) or not ORDER.match(cursor.line.text):
        return False
    _split(cursor)
    text = cursor.line.text
    reach = order_reach(text)
    cursor.scan.captions.extend(captions_within(text))
    cursor.scan.orders.append(cursor.begin(Part.ORDER, Kind.HEADER, [text]))
    _leave(cursor, text[reach:])
    return True


def _tags(cursor: Cursor) -> bool:
    keyword = tags.KEYWORD.match(cursor.line.text)
    if Part.TAGS in cursor.seen or keyword is None or _is_text_by_now(cursor):
        return False
    _split(cursor)
    text = cursor.line.text
    reach = keyword.end() + tags.reach(text[keyword.end() :])
    reach = len(text) if not text[reach:].strip(" ,;/.") else reach
    field = cursor.begin(Part.TAGS, Kind.HEADER, [text[:reach]])
    cursor.scan.captions.extend(captions_within(text[:reach]))
    cursor.scan.tags = cursor.scan.tags or field
    _leave(cursor, text[reach:])
    return True


def _leave(cursor: Cursor, rest: str) -> None:
    rest = rest.strip()
    if rest.strip(" .,;:"):
        cursor.leave_text(offset_of(cursor, rest), rest)


def _subject(cursor: Cursor) -> bool:
    keyword = subject.KEYWORD.match(cursor.line.text)
    if Part.SUBJECT in cursor.seen or keyword is None:
        return False
    _split(cursor, keyword.group())
    field = cursor.begin(Part.SUBJECT, Kind.SUBJECT, [cursor.line.text])
    cursor.scan.captions.extend(captions_of_subject(cursor.line.text))
    cursor.scan.subject = cursor.scan.subject or field
    return True


def _references(cursor: Cursor) -> bool:
    if Part.REFERENCES in cursor.seen or not references.KEYWORD.match(cursor.line.text):
        return False
    _split(cursor)
    text = cursor.line.text
    if not text.rstrip(" :.").isalpha() and not references.begins_item(text):
        return False
    field = cursor.begin(Part.REFERENCES, Kind.REFERENCE, [text])
    cursor.scan.references = cursor.scan.references or field
    return True


def _authority(cursor: Cursor) -> bool:
    text = cursor.line.text
    reach = authority.line_reach(text) if authority.KEYWORD.match(text) else None
    if reach is None:
        return False
    cursor.scan.authorities.append(cursor.begin(Part.AUTHORITY, Kind.HEADER, []))
    return take_up_to(cursor, reach)


def is_in_place_of_banner(cursor: Cursor) -> bool:
    """Whether a line that is no banner ends like one, with a known post and a serial, over it."""
    return not cursor.seen & {Part.BANNER, *_FIELDS} and ends_like_banner(cursor.line.text)


def _banner(cursor: Cursor) -> bool:
    banner = None if cursor.line.mended else read_banner(cursor.line.text)
    if banner is None:
        return False
    cursor.begin(Part.BANNER, Kind.HEADER, [cursor.line.text])
    cursor.close()
    cursor.scan.banners.append(banner)
    cursor.scan.captions.extend(banner.captions)
    return True


def _page(cursor: Cursor) -> bool:
    text = cursor.line.text
    stamp = is_stamp(text)
    if not stamp and not is_page_line(text):
        return False
    cursor.enter(Kind.PAGE_BREAK if cursor.seen else Kind.ENVELOPE)
    if stamp:
        cursor.scan.stamps.append(Field(cursor.line.start, [text]))
    return True


def _caption(cursor: Cursor) -> bool:
    """Captions anywhere in the header, passing lines up to the E.O. line.

    What stands in their place and is neither binds as far as it may be one, but is text. A line
    that names a recipient is no caption, even where not all of it is known.
    """
    text = cursor.line.text
    captions = captions_in(text)
    if captions is None and cursor.seen & _FIELDS:
        cursor.scan.captions.extend(captions_within(text))
        return False
    if captions is not None or is_passing_line(text):
        cursor.enter(Kind.HEADER)
        cursor.seen.add(Part.CAPTIONS)
        cursor.scan.captions.extend(captions or captions_within(text))
        return True
    caption_place = Part.BANNER in cursor.seen and not names_recipient(text)
    if cursor.scan.layout.copied and (text.endswith(".") or has_sentence_word(text)):
        caption_place = False
    doubtful = doubtful_captions(text) if caption_place else captions_within(text)
    if doubtful:
        cursor.scan.captions.extend(doubtful)
        cursor.find("cable/unknown-caption", "a word in the place of a caption is no known one")
    return False


def _further_level(cursor: Cursor) -> bool:
    """A level word alone under a banner: SENSITIVE BUT UNCLASSIFIED there is a caption."""
    if Part.BANNER not in cursor.seen or captions_in(cursor.line.text) is None:
        return False
    return _caption(cursor)


_OTHER_LINES = (take_envelope_line, _further_level, _banner, _page, _caption)
_FIELD_LINES = (_order, _tags, _subject, _references, _authority)
