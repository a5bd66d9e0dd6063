"""Memoranda and memoranda of conversation (MEM): labels, participants, the block at the foot."""

import re

from redact.cable.drafts import Field, Scan
from redact.cable.forms.endings import foot_of, is_drafting, is_marked, note_drafting
from redact.cable.forms.label_lines import in_envelope, take_head
from redact.cable.forms.labels import day_of, labelled
from redact.cable.forms.layout import Ending
from redact.cable.header.authority import KEYWORD as AUTHORITY
from redact.cable.header.cursor import Cursor, Part
from redact.cable.header.order_line import states_duration
from redact.cable.header.sentences import has_sentence_word
from redact.cable.lines import Line

TITLE = re.compile(
    r"(?:MEMORANDUM (?:OF|FOR) (?:THE )?[A-Z][A-Z ,.'/-]{2,48}"
    r"|(?:(?:INFORMATION|ACTION|BRIEFING) )?MEMORANDUM|MEMCON)"
)
_HOUSE = re.compile(
    r"(?:UNITED STATES )?DEPARTMENT OF STATE|THE WHITE HOUSE|WASHINGTON(?:, D\.C\.)?"
)
FIELD = re.compile(
    r"(?:DATE|TIME|DATE AND TIME|PLACE|PARTICIPANTS|TO|FROM|THROUGH|VIA|CC|SUBJECT|SUBJ|RE|REF"
    r"|MEMORANDUM (?:FOR|OF)) ?:|MEMORANDUM",
    re.IGNORECASE,
)
_PLACED = ("time", "place", "date and time", "time and place")
_PEOPLE = ("participants", "to", "from", "through", "via", "cc", "memorandum for")
_PERSON = re.compile(
    r"(?:(?P<side>[A-Z][\w.' ()/-]{0,24}):)?(?P<name>(?: *(?:[A-Z][\w.'’/-]*|[-–]|of|the|for|to"
    r"|and|de|la|von|van|al|bin|&),?){0,12}(?: *\([\w .,'/-]{1,40}\))?)"
)
_REASON = re.compile(r"(?i:reasons?) *: *")
_DECLASSIFY = re.compile(r"(?i:declassify on|decl) *: *(?P<value>.*)")
_LONGEST = 14


def take_line(cursor: Cursor) -> bool:
    """Take a line that only this form has: level, house, title, date, place, participants."""
    text = cursor.line.text
    if cursor.line.mended or Part.SUBJECT in cursor.seen:
        return False
    if take_head(cursor):
        return True
    words = " ".join(text.split())
    if _HOUSE.fullmatch(words) or (TITLE.fullmatch(words) and not has_sentence_word(words)):
        cursor.seen.add(Part.CAPTIONS)
        return _envelope(cursor)
    found = labelled(text)
    if found and found.label in _TAKES:
        return _TAKES[found.label](cursor, found.value)
    return cursor.people and _goes_on(cursor)


def _envelope(cursor: Cursor) -> bool:
    cursor.people = False
    return in_envelope(cursor)


def _date(cursor: Cursor, value: str) -> bool:
    day = day_of(value)
    rest = re.split(r" {2,}", value)[1:]
    if day is None or not all(_is_place(part) for part in rest):
        return False
    cursor.scan.day = cursor.scan.day or day
    return _envelope(cursor)


def _is_place(value: str) -> bool:
    return len(value.split()) <= _LONGEST and not has_sentence_word(value) and value[-1:] != "."


def _place(cursor: Cursor, value: str) -> bool:
    named = not value or _is_place(value) or value.endswith("m.")
    return named and not has_sentence_word(value) and _envelope(cursor)


def _people(cursor: Cursor, value: str) -> bool:
    if value and not _is_person(value):
        return False
    _envelope(cursor)
    cursor.people = True
    return True


def _goes_on(cursor: Cursor) -> bool:
    """A line below a list of people goes on with it only indented, and made of names.

    The label of a field, indented like all lines of a page that was moved, names no side.
    """
    raw = cursor.scan.text[cursor.line.start : cursor.line.stop]
    labels = FIELD.match(cursor.line.text) is not None
    named = raw[:2].isspace() and not labels and _is_person(cursor.line.text)
    if cursor.blank and not (named and ":" in cursor.line.text):
        cursor.people = False
        return False
    cursor.people = named
    return named and in_envelope(cursor)


def _is_person(value: str) -> bool:
    found = _PERSON.fullmatch(value)
    return found is not None and not has_sentence_word(value.replace("U.S.", ""))


_TAKES = {
    "date": _date,
    **dict.fromkeys(_PLACED, _place),
    **dict.fromkeys(_PEOPLE, _people),
}


def memo_ending(lines: list[Line], first: int, stop: int) -> Ending:
    """The end of a memorandum: drafting lines, the classification block, the foot (section 2.7)."""
    behind = next(
        (n for n in range(stop - 1, first - 1, -1) if is_marked(lines[n].text)), first - 1
    )
    signs = (n for n in range(behind + 1, stop) if _is_end(lines[n].text))
    at = next(signs, foot_of(lines, behind + 1, stop))
    return Ending(None, stop, -1, at, stop - 1)


def _is_end(text: str) -> bool:
    return is_drafting(text) or AUTHORITY.match(text) is not None


def note_block(scan: Scan, ending: Ending) -> None:
    """Gather the classification block at the foot: it fills the same fields as in a header."""
    note_drafting(scan, ending)
    field: Field | None = None
    for line in scan.lines[ending.first : ending.last + 1]:
        words, _, value = _cut(line.text)
        if AUTHORITY.match(words):
            field = Field(line.start, [words])
            scan.authorities.append(field)
        elif field and _REASON.match(words):
            field.lines.append(words)
        elif words:
            field = None
        if value and states_duration(value):
            scan.orders.append(Field(line.start, [value]))


def _cut(text: str) -> tuple[str, str, str]:
    """What stands before `Declassify on:` on a line, and its value."""
    found = _DECLASSIFY.search(text)
    if found is None:
        return text, "", ""
    return text[: found.start()].strip(), "", found["value"]
