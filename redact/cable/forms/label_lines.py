"""Taking the labelled lines that several forms share: levels, captions, dates."""

import re
from collections.abc import Callable

from redact.cable.drafts import Field, Scan
from redact.cable.forms.labels import head_words, is_page_number
from redact.cable.header import references
from redact.cable.header.banner import read_banner
from redact.cable.header.captions import captions_in, captions_within
from redact.cable.header.cursor import Cursor, Part
from redact.cable.header.order_line import states_duration, value_of
from redact.cable.header.sentences import has_sentence_word
from redact.cable.header.statements import state_level
from redact.cable.model import Caption, Kind

_SENSITIVE = frozenset({"sensitive", "sbu", "sensitive but unclassified"})
_NOT_SENSITIVE = frozenset({"", "normal", "none"})
_LONGEST_CAPTION = 6
_LONGEST_DURATION = 60


def take_head(cursor: Cursor) -> bool:
    """Take a level line or a page number over or between the labels; the first states the whole."""
    text = cursor.line.text
    words = head_words(text)
    if words is None and not is_page_number(text):
        return False
    over = not cursor.seen - {Part.BANNER}
    cursor.close()
    cursor.enter(Kind.ENVELOPE if over else Kind.PAGE_BREAK)
    if words:
        state_whole(cursor.scan, words)
        cursor.seen.add(Part.BANNER)
    return True


def state_whole(scan: Scan, words: str) -> None:
    """What a form without banner line states of the whole: the first is its banner (R4).

    Each further one may raise doubt.
    """
    banner = read_banner(" ".join(words.split()))
    if banner is None or scan.banners:
        state_level(scan, words)
        return
    scan.banners.append(banner)
    scan.captions.extend(banner.captions)


def take_captions(cursor: Cursor, value: str) -> bool:
    """`Captions: SIPDIS`; an unknown word restricts, a sentence is none."""
    captions = captions_in(value)
    if captions is None:
        cursor.scan.captions.extend(captions_within(value))
        if value != value.upper() or has_sentence_word(value):
            return False
        words = value.split()
        if not 0 < len(words) <= _LONGEST_CAPTION:
            return False
        captions = (Caption(" ".join(words), restricts=True),)
        cursor.find("cable/unknown-caption", "a word in the place of a caption is no known one")
    cursor.scan.captions.extend(captions)
    return in_header(cursor)


def take_sensitivity(cursor: Cursor, value: str) -> bool:
    """`Sensitivity: Sensitive` with UNCLASSIFIED is SBU (section 4)."""
    if value.lower() in _SENSITIVE:
        cursor.scan.captions.append(Caption("SENSITIVE", restricts=False))
    elif value.lower() not in _NOT_SENSITIVE:
        return False
    return in_header(cursor)


def take_classification(cursor: Cursor, value: str) -> bool:
    """`Classification: CONFIDENTIAL//NOFORN`: a statement of the whole, even if unreadable."""
    words = head_words(value.upper())
    if words is None:
        cursor.scan.unknown_statement |= bool(value) and not has_sentence_word(value)
        return False
    state_whole(cursor.scan, words)
    cursor.seen.add(Part.BANNER)
    return in_header(cursor)


def take_declassify(cursor: Cursor, value: str) -> bool:
    """`Declassify On: 06/14/2022`: the value of an E.O. line without one, or one of its own."""
    if len(value) > _LONGEST_DURATION or not states_duration(value) or has_sentence_word(value):
        return False
    orders = cursor.scan.orders
    if orders and not value_of(orders[0].text):
        orders[0].lines.append(f"DECL: {value}")
    else:
        orders.append(Field(cursor.line.start, [value]))
    return in_header(cursor)


def in_header(cursor: Cursor) -> bool:
    """Be in a portion of header fields, behind the envelope."""
    cursor.enter(Kind.HEADER)
    cursor.seen.add(Part.CAPTIONS)
    return True


def in_envelope(cursor: Cursor) -> bool:
    """Be in the envelope, or in a further stretch of it."""
    cursor.enter(Kind.ENVELOPE)
    return True


def take_references(
    cursor: Cursor,
    found: re.Match[str] | None,
    in_capitals: Callable[[str], str] = str,
) -> bool:
    """Take the only line of references, its `items` found; `in_capitals` makes them comparable."""
    if found is None or Part.REFERENCES in cursor.seen:
        return False
    items = found["items"]
    if not references.begins_item(f"REF: {in_capitals(items)}"):
        return False
    cursor.scan.references = cursor.begin(Part.REFERENCES, Kind.REFERENCE, [f"REF: {items}"])
    return True
