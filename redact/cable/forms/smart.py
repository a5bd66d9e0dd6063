"""The cable of the SMART system, from 2009 on (SMT): labelled lines between level lines."""

import re

from redact.cable.drafts import Identity
from redact.cable.forms.label_lines import (
    in_envelope,
    take_captions,
    take_classification,
    take_declassify,
    take_head,
    take_sensitivity,
)
from redact.cable.forms.labels import day_of, labelled
from redact.cable.header.addressees import read_addressee
from redact.cable.header.cursor import Cursor, Part
from redact.cable.header.envelope import Format, read_envelope_line
from redact.cable.model import Addressee
from redact.cable.registers.posts import post_of

_MRN = re.compile(r"\d{2} (?P<post>[A-Z][A-Z .'-]{2,24}?) (?P<serial>\d{1,7})")
_PRECEDENCE = re.compile(r" (?:NIACT IMMEDIATE|IMMEDIATE|PRIORITY|FLASH|ROUTINE)$")
_LISTS = {
    "action": Format.ACTION,
    "to": Format.ACTION,
    "info": Format.INFO,
    "cc": Format.INFO,
    "xmt": Format.EXEMPT,
}
FIELD = re.compile(
    r"(?:MRN|Date(?:/DTG)?|From|Action|To|Info|XMT|E\.O\.|TAGS|Captions|References?|Ref|Subject"
    r"|Classified By|Declassify On|Reason|Classification|Sensitivity) *:"
)


def take_line(cursor: Cursor) -> bool:
    """Take a line that only this form has: level, reference, date, addressees, captions."""
    if cursor.line.mended:
        return False
    if not cursor.seen & _BEHIND and take_head(cursor):
        return True
    found = labelled(cursor.line.text)
    if found is None:
        return cursor.format is not None and _list(cursor, cursor.line.text)
    format_, cursor.format = cursor.format, _LISTS.get(found.label)
    take = _TAKES.get(found.label)
    if take is None:
        cursor.format = format_
    return take is not None and take(cursor, found.value)


_BEHIND = {Part.SUBJECT, Part.AUTHORITY}
"""A level line behind these is the head of a page, and the body may have begun."""


def _mrn(cursor: Cursor, value: str) -> bool:
    found = _MRN.fullmatch(" ".join(value.split()))
    if found is None or (post_of(found["post"]) is None and " " in found["post"]):
        return False
    identity = Identity(found["post"], found["serial"], found.group())
    cursor.scan.identity = cursor.scan.identity or identity
    return in_envelope(cursor)


def _date(cursor: Cursor, value: str) -> bool:
    words, _, group = value.partition("/")
    time = read_envelope_line(f"R {group.strip()}", after=None) if group.strip() else None
    day = day_of(words)
    if (time is None or time.format is not Format.TIME) and day is None:
        return False
    if time and time.format is Format.TIME:
        cursor.scan.moments.append(time.fields)
    cursor.scan.day = cursor.scan.day or day
    return in_envelope(cursor)


def _from(cursor: Cursor, value: str) -> bool:
    sender = read_addressee(value)
    if sender is None:
        return False
    cursor.scan.sender = cursor.scan.sender or sender
    return in_envelope(cursor)


def _list(cursor: Cursor, value: str) -> bool:
    """Addressees, each of a shape that is known: a sentence behind the label is none."""
    items = [" ".join(item.split()) for item in value.split(";") if item.strip()]
    read = [one for one in map(_addressee, items) if one is not None]
    if len(read) < len(items):
        return False
    if cursor.format is Format.ACTION:
        cursor.scan.to.extend(read)
    elif cursor.format is Format.INFO:
        cursor.scan.info.extend(read)
    return in_envelope(cursor)


def _addressee(item: str) -> Addressee | None:
    """`WASHDC, SECSTATE PRIORITY`: place and name are turned round."""
    found = _PRECEDENCE.search(item)
    bare = item[: found.start()] if found else item
    place, comma, name = (part.strip() for part in bare.partition(","))
    one = read_addressee(f"{name} {place}" if comma else bare)
    one = one or (read_addressee(f"{place} {name}") if comma else None)
    precedence = found.group().strip() if found else None
    return one._replace(precedence=precedence) if one else None


_TAKES = {
    "mrn": _mrn,
    "date/dtg": _date,
    "date": _date,
    "from": _from,
    **dict.fromkeys(_LISTS, _list),
    "captions": take_captions,
    "sensitivity": take_sensitivity,
    "classification": take_classification,
    "declassify on": take_declassify,
}
