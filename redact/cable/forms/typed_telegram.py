"""The typed telegram of 1950 to 1966, as a scanner read it (T50): a form with boxes, then text."""

import re
from datetime import date

from redact.cable.body.signature import ends_before, is_signer
from redact.cable.drafts import Identity
from redact.cable.forms.boxes import address_of, is_box_office, pieces, post_in
from redact.cable.forms.label_lines import in_envelope, in_header, state_whole, take_references
from redact.cable.forms.labels import day_of, head_words, is_number_line
from redact.cable.forms.layout import Ending
from redact.cable.header.banner import level_words
from redact.cable.header.captions import captions_in
from redact.cable.header.cursor import Cursor, Part
from redact.cable.lines import Line
from redact.cable.model import Addressee
from redact.cable.registers.posts import post_of

_FURNITURE = re.compile(
    r"(?:INCOMING|OUTGOING) TELEGRAM|(?i:department of state)|TELEGRAM|\d{1,3}"
    r"|(?i:action|info|origin):?|(?i:control|rec'd|received) ?:?|Control ?: ?\d{1,5}"
    r"|\d{1,2}(?::\d\d)? [ap]\.m\.?|(?:NIACT|PRIORITY|ROUTINE|IMMEDIATE|OPERATIONAL IMMEDIATE|RUSH)"
)
_LABEL = re.compile(r"(?P<label>(?i:from|to|no|action|info|rec'd|received)) ?: ?(?P<value>.+)")
_RECEIVED = re.compile(r"(?:Rec'd|Received) ?: ?(?P<value>.+)")
_NUMBER = re.compile(
    r"(?P<serial>\d{1,5}), (?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})(?:, (?P<year>\d{4}))?"
    r"(?:, (?:\d{1,2}(?::\d\d)? [ap]\.m\.?|noon|midnight))?"
    r"(?: ?\((?:SECTION|Section) [\w ]{3,16}\))?"
)
_POST = r"[A-Z][A-Z .'-]{2,20}?"
_SENT = re.compile(
    rf"(?:SENT (?:TO )?(?P<to>{_POST})(?: \d{{1,5}})?[,;.]? )?"
    rf"(?:RPTD|REPEATED) (?:INFO|INFORMATION)(?: TO)?:? (?P<info>{_POST}(?: \d{{1,5}})?"
    rf"(?:,? (?:AND )?{_POST}(?: \d{{1,5}})?){{0,5}})\.?"
)
_REFERENCE = re.compile(
    r"(?:REF(?:ERENCE|TEL)?S? ?[:.]|RE:?) ?(?P<items>(?:EMBTEL|DEPTEL|CIRTEL|CONTEL|TOUSUN)S? .+)"
)
_PAGE = re.compile(
    r"-?\d{1,2}-(?: \d{1,5}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, [^,]{1,14}[ap]\.m\.?)?,? "
    r"[Ff]rom (?P<post>[A-Z][A-Za-z .'-]{2,24}))?"
)
_DRAFTER = re.compile(r"[A-Z]{2,4}(?::[A-Z]{1,4})?/\d{1,3}")
FIELD = re.compile(r"\s*(?:.* {2,})?(?:FROM|TO|NO|Control|Rec'd) ?:|REFERENCE ?:")
_INDENT = 10
_FAR = 25
"""A name so far at the right is a signature even where nothing stands under it."""


def take_line(cursor: Cursor) -> bool:
    """Take a line of the form: all its pieces must be known; and the references under it."""
    if cursor.line.mended:
        return False
    text = " ".join(cursor.line.text.split())
    if take_references(cursor, _REFERENCE.fullmatch(text)):
        return True
    if _take_sent(text) or all(_take_piece(cursor, piece) for piece in _joined(cursor.line.text)):
        return in_envelope(cursor)
    captions = captions_in(text)
    if captions is None:
        return False
    cursor.scan.captions.extend(captions)
    return in_header(cursor)


def _joined(text: str) -> list[str]:
    """The pieces of a line, a label joined with its value."""
    found: list[str] = []
    for piece in pieces(text):
        if found and found[-1].endswith(":") and found[-1].lower() not in ("action:", "info:"):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def _take_piece(cursor: Cursor, piece: str) -> bool:
    if level_words(piece):
        if Part.REFERENCES not in cursor.seen:
            state_whole(cursor.scan, piece)
            cursor.seen.add(Part.BANNER)
        return Part.REFERENCES not in cursor.seen
    received = _RECEIVED.fullmatch(piece)
    if received:
        return _take_received(cursor, received["value"])
    found = _LABEL.fullmatch(piece)
    if found and found["label"].lower() in _TAKES:
        return _TAKES[found["label"].lower()](cursor, found["value"])
    known = _FURNITURE.fullmatch(piece) or is_box_office(piece) or day_of(piece)
    return bool(known) and (day_of(piece) is None or len(piece.split()) == 3)


def _take_received(cursor: Cursor, value: str) -> bool:
    """The day it was received gives the year of the telegram."""
    day = day_of(value)
    if day is None or len(value.split()) > 5:
        return False
    cursor.scan.day = cursor.scan.day or day
    return True


def _from(cursor: Cursor, value: str) -> bool:
    name = address_of(value)
    if name is None:
        return False
    cursor.scan.sender = cursor.scan.sender or Addressee(None, name, None, None)
    return True


def _to(cursor: Cursor, value: str) -> bool:
    name = address_of(value)
    if name is None:
        return False
    cursor.scan.to.append(Addressee(None, name, None, None))
    return True


def _number(cursor: Cursor, value: str) -> bool:
    found = _NUMBER.fullmatch(value)
    scan = cursor.scan
    if found is None:
        return False
    scan.day = _sent_on(found, scan.day)
    if scan.sender:
        post = post_in(scan.sender.name)
        scan.identity = Identity(post, found["serial"], f"{post} {found['serial']}")
    cursor.seen.add(Part.CAPTIONS)
    return True


def _sent_on(found: re.Match[str], received: date | None) -> date | None:
    """The day of the number's line, in the year in which it was received, or the one before."""
    year = int(found["year"]) if found["year"] else received.year if received else None
    day = day_of(f"{found['month']} {found['day']}, {year}") if year else None
    if day and received and day > received and not found["year"]:
        return day_of(f"{found['month']} {found['day']}, {received.year - 1}")
    return day


def _offices(cursor: Cursor, value: str) -> bool:
    del cursor
    return all(is_box_office(word.strip(",")) for word in value.split())


_TAKES = {"from": _from, "to": _to, "no": _number, "action": _offices, "info": _offices}


def _take_sent(text: str) -> bool:
    """`SENT DEPARTMENT 412, REPEATED INFORMATION LIMA 77.`, of known posts."""
    found = _SENT.fullmatch(text)
    if found is None:
        return False
    names = re.split(r",? AND |, ?|(?<=\d) ", re.sub(r" \d{1,5}", ",", found["info"]))
    posts = [name.strip(" ,.") for name in names if name.strip(" ,.")]
    return all(address_of(name) for name in (*posts, *([found["to"]] if found["to"] else [])))


def is_page(lines: list[Line], at: int) -> bool:
    """Whether a line is the head of a further page: `-2- 412, May 4, 6 p.m., from Santiago`."""
    text = lines[at].text
    found = _PAGE.fullmatch(text)
    if found:
        return found["post"] is None or post_of(found["post"]) is not None
    return is_number_line(lines, at)


def typed_ending(lines: list[Line], first: int, stop: int) -> Ending:
    """The end of a typed telegram: the surname, the drafter's line, the level at the foot."""
    at = stop - 1
    while at >= first and _is_under(lines[at].text):
        at -= 1
    foot = next((n for n in range(at + 1, stop) if lines[n].text), stop)
    if at <= first or not is_signer(lines[at].text):
        return Ending(None, stop, -1, foot, stop - 1)
    indented = lines[at].first - lines[at].start >= (_INDENT if foot < stop else _FAR)
    drafted = foot < stop and _DRAFTER.fullmatch(lines[foot].text) is not None
    if not (indented or drafted) or not ends_before(lines, first, at):
        return Ending(None, stop, -1, foot, stop - 1)
    return Ending(at, at, at, foot, stop - 1)


def _is_under(text: str) -> bool:
    return not text or head_words(text) is not None or _DRAFTER.fullmatch(text) is not None
