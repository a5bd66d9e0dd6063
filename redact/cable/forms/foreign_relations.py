"""A telegram as printed in *Foreign Relations of the United States* (FRS): its title, its place and
date line, the telegram number before the subject.
"""

import re

from redact.cable.drafts import Identity
from redact.cable.forms.label_lines import in_envelope, take_references
from redact.cable.forms.labels import day_of
from redact.cable.forms.source_note import note_source
from redact.cable.header import subject
from redact.cable.header.cursor import Cursor, Part
from redact.cable.header.sentences import has_sentence_word
from redact.cable.lines import Line
from redact.cable.model import Addressee, Kind

_NOTE = r"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\[\d{1,2}\])?"
_PLACES = r"(?:the )?[A-Z][\w.'’-]*(?: (?:of )?[A-Z][\w.'’-]*){0,3}"
_INSTITUTION = (
    r"(?:the )?(?:Department of (?:State|Defense)|White House|Secretary of State(?: [A-Z]\w+)?"
    rf"|(?:Embassy|Consulate(?: General)?|Mission|Delegation|[A-Z][a-z]* Interests Section"
    rf"|Liaison Office) (?:in|at|to) {_PLACES}|(?:All|Certain) Diplomatic(?: and Consular)? Posts)"
)
_TITLE = re.compile(
    r"\d{1,4}\. (?:Telegram|Airgram|Backchannel Message|Circular Telegram)(?: [A-Z]?-?\d{1,6})?"
    rf" From (?P<sender>{_INSTITUTION}) to (?P<recipient>{_INSTITUTION}){_NOTE}"
)
_TITLE_BEGINS = re.compile(r"\d{1,4}\. (?:Telegram|Airgram|Backchannel|Circular) ")
_PLACE = re.compile(
    r"(?P<city>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}), (?P<date>[A-Z][a-z]+ \d{1,2}, \d{4})"
    rf"(?:, (?P<hour>\d\d)(?P<minute>\d\d)(?P<zone>[A-Z])|, \d{{1,2}}(?::\d\d)? [ap]\.m)?\.?{_NOTE}"
)
_NUMBERED = re.compile(r"(?P<number>\d{1,6})\. +")
_TOGETHER = re.compile(r"(?<=[.;]) +(?=(?:Refs?|REFS?)[:.] )")
_REFERENCE = re.compile(r"(?:Refs?|References?)[:.] ?(?P<items>.+)")
_PAGE = re.compile(r"\[[Pp]age \d{1,4}\]")
_NOTE_AT_END = re.compile(rf"[.;,]?{_NOTE}$")
_MISSIONS = (
    (re.compile(r"Embassy\b"), "AMEMBASSY"),
    (re.compile(r"Consulate\b"), "AMCONSUL"),
    (re.compile(r"Interests Section\b"), "USINT"),
    (re.compile(r"Mission\b|Delegation\b"), "USMISSION"),
)
FIELD = re.compile(
    r"(?:\d{1,6}\. +)?(?i:subj(?:ect)?|refs?)\b ?[:.]|\d{1,4}\. (?:Tele|Air)gram From "
)


def take_line(cursor: Cursor) -> bool:
    """Take a line that only this form has: title, place, number and subject, references."""
    text = " ".join(cursor.line.text.split())
    if cursor.line.mended:
        return False
    if _PAGE.fullmatch(text):
        cursor.enter(Kind.PAGE_BREAK if cursor.seen else Kind.ENVELOPE)
        return True
    if cursor.wraps:
        cursor.wraps -= 1
        return in_envelope(cursor)
    return any(take(cursor, text) for take in (_title, _place, _subject, _references))


def is_page(lines: list[Line], at: int) -> bool:
    """Whether a line in the text is where a page of the volume begins."""
    return _PAGE.fullmatch(lines[at].text) is not None


def _title(cursor: Cursor, text: str) -> bool:
    """The title may go on on the next line; whose telegram it is, the place line completes."""
    if cursor.titled or not _TITLE_BEGINS.match(text):
        return False
    below = cursor.scan.lines[cursor.at + 1 : cursor.at + 2]
    found = _TITLE.fullmatch(text)
    if found is None and below and below[0].text:
        found = _TITLE.fullmatch(f"{text} {below[0].text}")
        cursor.wraps = 1 if found else 0
    if found is None:
        return False
    cursor.titled = found["sender"]
    note_source(cursor.scan)
    return in_envelope(cursor)


def _place(cursor: Cursor, text: str) -> bool:
    found = _PLACE.fullmatch(text)
    day = day_of(found["date"]) if found else None
    if found is None or day is None or not cursor.titled or cursor.scan.day:
        return False
    scan = cursor.scan
    scan.day = day
    if found["zone"]:
        time = {"hour": found["hour"], "minute": found["minute"], "zone": found["zone"]}
        month = day.strftime("%b").upper()
        days = {"day": f"{day.day:02}", "month": month, "year": str(day.year)}
        scan.moments.append({**time, **days, "precedence": None})
    post, name = _sender(cursor.titled, found["city"].upper())
    scan.sender = Addressee(None, name, None, None)
    scan.identity = Identity(post, None, "")
    return in_envelope(cursor)


def _sender(titled: str, city: str) -> tuple[str, str]:
    """Post and address: `Embassy in Chile` at Santiago is AMEMBASSY SANTIAGO."""
    if "Department of State" in titled:
        return "STATE", "SECSTATE WASHDC"
    if "United Nations" in titled:
        return "USUN", "USMISSION USUN NEW YORK"
    if "North Atlantic Treaty" in titled:
        return "USNATO", "USMISSION NATO"
    kind = next((name for shape, name in _MISSIONS if shape.search(titled)), "")
    return city, f"{kind} {city}".strip()


def _subject(cursor: Cursor, text: str) -> bool:
    """`4417. Subj: Paris Club.`: the number stands at the head of the subject."""
    found = _NUMBERED.match(text)
    behind = text[found.end() :] if found else text
    scan = cursor.scan
    if Part.SUBJECT in cursor.seen or not cursor.titled or not subject.KEYWORD.match(behind):
        return False
    if found and scan.identity:
        post = scan.identity.post
        scan.identity = Identity(post, found["number"], f"{post} {found['number']}")
    _split(cursor)
    field = cursor.begin(Part.SUBJECT, Kind.SUBJECT, [cursor.line.text])
    scan.subject = scan.subject or field
    return True


def _split(cursor: Cursor) -> None:
    """Subject and references may stand on one line."""
    line = cursor.line
    raw = cursor.scan.text[line.start : line.stop]
    found = _TOGETHER.search(raw)
    if found is None:
        return
    middle = line.start + found.end()
    first = line._replace(stop=middle, text=raw[: found.start()].strip())
    second = line._replace(start=middle, first=middle, text=raw[found.end() :].strip())
    cursor.scan.lines[cursor.at : cursor.at + 1] = [first, second]
    cursor.line = first


def _references(cursor: Cursor, text: str) -> bool:
    found = _REFERENCE.fullmatch(_NOTE_AT_END.sub("", text))
    return not has_sentence_word(text) and take_references(cursor, found, in_capitals=str.upper)


def subject_field(words: str) -> str:
    """The words of a printed subject, without its full stop and the sign of a note."""
    return _NOTE_AT_END.sub("", words)
