"""The record e-mail, from 2009 on (REC): a mail header, TAGS and classification lines, a chain.

Also as an `.eml` file: the lines of RFC 5322 with their folds.
"""

import re

from redact.cable.forms.label_lines import (
    in_envelope,
    take_classification,
    take_declassify,
    take_head,
    take_sensitivity,
)
from redact.cable.forms.labels import day_of, head_words, labelled
from redact.cable.forms.layout import Ending
from redact.cable.header.cursor import Cursor, Part
from redact.cable.header.sentences import has_sentence_word
from redact.cable.lines import Line
from redact.cable.model import Kind
from redact.markings import read_marking

FIELD = re.compile(
    r"(?i:From|Sent|Date|To|Cc|Bcc|Subject|TAGS|E\.O\.|Classification|Sensitivity|Declassify On"
    r"|Importance|Attachments|Message-ID|MIME-Version|Content-[A-Z-]+|Received|X-[A-Z-]+) *:"
)
_ADDRESSED = ("from", "to", "cc", "bcc")
_ONCE = frozenset({*_ADDRESSED, "sent", "date"})
"""A second one is that of another mail."""

_TECHNICAL = re.compile(
    r"(?:Message-ID|In-Reply-To|References|Return-Path|Delivered-To|Reply-To): *"
    r"(?:<?[^<>\s]{0,200}@[\w.-]{1,64}>? *){1,9}"
    r"|(?:MIME-Version|X-[A-Za-z0-9-]+): *[\d.]{1,9}"
    r"|(?:Content-[A-Za-z-]+): *[\w/.+-]{1,60}(?:; *[\w-]+=\"?[\w./+=-]+\"?)*;?"
    r"|(?:Importance|X-Priority|Priority): *(?i:high|normal|low|urgent)"
    r"|Thread-Index: *[A-Za-z0-9+/=]*\d[A-Za-z0-9+/=]*"
    r"|Accept-Language: *[a-z]{2}-[A-Z]{2}(?:, ?[a-z]{2}-[A-Z]{2})*"
)
"""What a machine has written: no word of a sentence stands in it."""

_EXTENSION = re.compile(r"X-[A-Za-z-]{1,40}: *")
"""A field that its sender made up: what it states of the whole may raise it."""

_PERSON = (
    r"[\w'’.-]{1,24}(?:, [\w'’.-]{1,24}(?: [\w'’.-]{1,24}){0,2}| [\w'’.-]{1,24}){0,2}"
    r"(?: ?\([\w &/,.-]{1,30}\))?"
)
_ADDRESS = r"[\w.+-]{1,64}@[\w.-]{1,64}"
_ITEM = re.compile(rf'"?(?:{_PERSON})"?(?: ?[<\[](?:mailto:)?{_ADDRESS}[>\]])?|<?{_ADDRESS}>?')
_PARAMETERS = re.compile(r"(?:[\w-]+=\"?[\w./+=-]+\"?;? ?)+")
_RULES = ("-", "_")
_FORWARDED = ("original message", "forwarded message")
_SMALL = re.compile(r"\b[a-z]{2,}\b")
_SEPARATORS = re.compile(r";|,(?= *[\"<]?[\w.+-]+@)|(?<=>),")
_STATEMENT = re.compile(
    r"(?i:this (?:e-?mail|message|document) is) "
    r"(?P<level>(?i:unclassified|sensitive but unclassified|sbu|confidential|secret|top secret)"
    r"(?://?[A-Z/ ]{2,20})?)\.?"
)
_CLASSIFICATION = re.compile(r"(?i:classification) *: *(?P<level>[A-Z/ ]{3,40})")


def take_line(cursor: Cursor) -> bool:
    """Take a line that only this form has: whom it is from and to, when it was sent, a fold."""
    text = cursor.line.text
    if cursor.line.mended:
        return False
    if not cursor.seen - {Part.BANNER} and cursor.scan.day is None and take_head(cursor):
        return True
    if head_words(text) and take_classification(cursor, text):
        return True
    extension = _EXTENSION.match(text)
    stated = read_marking(text[extension.end() :]).marking if extension else None
    if stated:
        cursor.scan.hints.append(stated)
        return in_envelope(cursor)
    technical = _TECHNICAL.fullmatch(text)
    if technical and not cursor.seen & {Part.TAGS, Part.ORDER}:
        return in_envelope(cursor)
    found = labelled(text)
    if found is None:
        return _is_fold(cursor) and in_envelope(cursor)
    take = _TAKES.get(found.label)
    if take is None or found.label in cursor.labels or not take(cursor, found.value):
        return False
    cursor.labels.update({found.label} & _ONCE)
    return True


def _is_fold(cursor: Cursor) -> bool:
    """A fold of a technical line, indented; or of an address list, made of addresses alone."""
    above = cursor.scan.lines[cursor.at - 1].text if cursor.at else ""
    raw = cursor.scan.text[cursor.line.start : cursor.line.stop]
    if cursor.blank or not raw[:1].isspace() or not cursor.scan.drafts:
        return False
    if cursor.scan.drafts[-1].kind is not Kind.ENVELOPE:
        return False
    if above.endswith((";", ",")):
        return _is_addresses(cursor.line.text, known=True)
    return _PARAMETERS.fullmatch(cursor.line.text) is not None


def _is_addresses(value: str, *, known: bool = False) -> bool:
    items = [item.strip() for item in _SEPARATORS.split(value) if item.strip(" ,")]
    if has_sentence_word(re.sub(_ADDRESS, "", value)):
        return False
    plain = all(_ITEM.fullmatch(item.strip(" ,")) for item in items)
    named = all("@" in item or "," in item or "-" in item for item in items)
    return plain and (named if known else _SMALL.search(re.sub(_ADDRESS, "", value)) is None)


def _addresses(cursor: Cursor, value: str) -> bool:
    return _is_addresses(value) and in_envelope(cursor)


def _sent(cursor: Cursor, value: str) -> bool:
    day = day_of(value)
    if day is None or len(value.split()) > 9:
        return False
    if cursor.scan.day is None:
        cursor.scan.day = day
    return in_envelope(cursor)


_TAKES = {
    **dict.fromkeys(_ADDRESSED, _addresses),
    "sent": _sent,
    "date": _sent,
    "sensitivity": take_sensitivity,
    "classification": take_classification,
    "declassify on": take_declassify,
}


def begins_chain(lines: list[Line], at: int) -> bool:
    """Whether a line begins a mail that is quoted: `From:` over `Sent:`, or a rule over them."""
    text = lines[at].text
    below = [line.text for line in lines[at + 1 : at + 4] if line.text]
    if text.startswith("From:"):
        above = next((line.text for line in reversed(lines[max(0, at - 3) : at]) if line.text), "")
        return any(line.startswith(("Sent:", "Date:")) for line in below[:2]) and not _is_rule(
            above
        )
    return _is_rule(text)


def _is_rule(text: str) -> bool:
    return text[:1] in _RULES and text.strip("-_ ").lower() in _FORWARDED


def mail_ending(lines: list[Line], first: int, stop: int) -> Ending:
    """The end of a mail: level lines, and the sentence that states the whole."""
    at = stop
    for number in range(stop - 1, first - 1, -1):
        text = lines[number].text
        if text and head_words(text) is None and stated_level(text) is None:
            break
        at = number if text else at
    return Ending(None, stop, -1, at, stop - 1)


def stated_level(text: str) -> str | None:
    """The level that a last sentence or a head states of the whole, in words of a marking."""
    found = _STATEMENT.fullmatch(text) or _CLASSIFICATION.fullmatch(text)
    return head_words(found["level"].upper()) if found else head_words(text)
