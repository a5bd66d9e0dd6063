"""The transmission envelope (ACP 127, format lines 1 to 11): its lines and their fields."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from redact.cable.header.addressees import read_addressee
from redact.cable.model import Addressee
from redact.markings.model import Level


class Format(StrEnum):
    """Which format line of ACP 127 a line is."""

    IDENTIFIER = "FL1"
    ROUTING = "FL2"
    ORIGINATOR = "FL3"
    SECURITY = "FL4"
    TIME = "FL5"
    FROM = "FL6"
    ACTION = "FL7"
    INFO = "FL8"
    EXEMPT = "FL9"
    GROUPS = "FL10"
    SEPARATOR = "FL11"
    ADDRESS = "continued"


_ROUTE = r"R[A-Z]{3,7}"
_SHAPES = (
    (Format.IDENTIFIER, re.compile(r"V?ZCZC ?[A-Z]{0,6} ?\d{0,5}(?: [A-Z0-9]{1,8})?")),
    (Format.ROUTING, re.compile(rf"(?:[ZOPRY]{{2}} )?{_ROUTE}(?: {_ROUTE})*|[ZOPRY]{{2}}")),
    (
        Format.ORIGINATOR,
        re.compile(rf"DE {_ROUTE} (?:#?\d{{4}}(?:/\d{{2}})? \d{{7}}|\d{{4}} \d{{2,3}}/\d{{4}}Z?)"),
    ),
    (
        Format.SECURITY,
        re.compile(
            r"ZN[RY] (?P<letter>[A-Z])(?P=letter){4}(?: Z[A-Z]{2})*(?: CTG[A-Z0-9 #/]{0,40})?"
            r"|ZDK(?: CTG)?(?: (?:R[A-Z]{3,7}|#?\d{1,7}(?:/\d{1,4})?))*"
        ),
    ),
    (
        Format.TIME,
        re.compile(
            r"(?P<precedence>[ZOPRY](?: [ZOPRY])?) (?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})"
            r"(?P<zone>[A-Z]) (?P<month>[A-Z]{3}) (?P<year>\d{2}(?:\d{2})?)(?: Z[A-Z]{2}-?\d?)*"
        ),
    ),
    (Format.GROUPS, re.compile(r"GR ?\d{1,4}")),
    (Format.SEPARATOR, re.compile(r"BT")),
)
_BY_LETTER = {
    "V": _SHAPES[:1],
    "Z": _SHAPES,
    "D": _SHAPES[2:3],
    "G": _SHAPES[5:6],
    "B": _SHAPES[6:],
    **dict.fromkeys("OPRY", (_SHAPES[1], _SHAPES[4])),
}
"""The shapes of lines by their first letter."""

_PROSIGNS = {"FM": Format.FROM, "TO": Format.ACTION, "INFO": Format.INFO, "XMT": Format.EXEMPT}
_MONTHS = {
    name: number
    for number, name in enumerate(
        "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), start=1
    )
}
_PRECEDENCES = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE", "Y": "EMERGENCY"}
_LETTERS = {"U": Level.U, "E": Level.U, "R": Level.R, "C": Level.C, "S": Level.S}
_EASTERN = "ABCDEFGHIKLM"
_WESTERN = "NOPQRSTUVWXY"
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class EnvelopeLine:
    """One recognised line: which it is, and the match that says what stands in it."""

    format: Format
    fields: dict[str, str | None] = field(default_factory=dict)
    addressee: Addressee | None = None


@lru_cache(maxsize=1 << 12)
def read_envelope_line(text: str, *, after: Format | None) -> EnvelopeLine | None:
    """A line of the envelope, or None where it is none; `after` is the line before it.

    Only what section 1 of the form describes is recognised: the envelope goes out on any date.
    """
    line = " ".join(text.split())
    if not line or len(line) > _LONGEST or not line[0].isupper():
        return None
    for name, shape in _BY_LETTER.get(line[0], ()):
        found = shape.fullmatch(line)
        if found and not (name is Format.ROUTING and len(line) == 2 and after is not None):
            return EnvelopeLine(name, found.groupdict())
    return _address_line(line, after)


def _address_line(line: str, after: Format | None) -> EnvelopeLine | None:
    prosign, _, rest = line.partition(" ")
    if prosign in _PROSIGNS:
        addressee = read_addressee(rest)
        return EnvelopeLine(_PROSIGNS[prosign], {}, addressee) if addressee else None
    if after in (Format.ACTION, Format.INFO, Format.EXEMPT, Format.ADDRESS):
        addressee = read_addressee(line)
        return EnvelopeLine(Format.ADDRESS, {}, addressee) if addressee else None
    routed = read_addressee(line) if "/" in line[:9] else None
    return EnvelopeLine(Format.ADDRESS, {}, routed) if routed and routed.route else None


def prosign_of(text: str) -> Format | None:
    """The format line that a line begins, whether the address on it can be read or not."""
    return _PROSIGNS.get(text.partition(" ")[0])


def level_of_letters(letter: str | None) -> Level | None:
    """The level that the five letters of format line 4 state; None where the line has none.

    A, M, T and what is unknown count as the highest (ACP 127: special handling).
    """
    return None if letter is None else _LETTERS.get(letter, Level.TS)


def precedence_of(letters: str | None) -> str | None:
    """The precedence for action in full: the first letter of format line 5."""
    return _PRECEDENCES.get(letters[0]) if letters else None


def moment_of(fields: dict[str, str | None], order: str | None) -> str | None:
    """The date-time group in UTC as `YYYY-MM-DDThh:mm:00Z`, or None where it is impossible.

    Two digits of a year are 1950 to 2049, unless the executive order refutes it.
    """
    month = _MONTHS.get(fields["month"] or "")
    if month is None:
        return None
    year = _year_of(fields["year"] or "", order)
    hour, minute = int(fields["hour"] or 0), int(fields["minute"] or 0)
    if year is None or hour > 23 or minute > 59:
        return None
    try:
        day = date(year, month, int(fields["day"] or 0))
    except ValueError:
        return None
    return _in_utc(day, 60 * hour + minute, fields["zone"] or "Z")


def _in_utc(day: date, minutes: int, zone: str) -> str | None:
    if zone == "J":
        return None
    if zone in _EASTERN:
        minutes -= 60 * (_EASTERN.index(zone) + 1)
    elif zone in _WESTERN:
        minutes += 60 * (_WESTERN.index(zone) + 1)
    moved, minutes = divmod(minutes, 24 * 60)
    day = date.fromordinal(day.toordinal() + moved)
    return f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}:00Z"


_SPANS = {
    "11652": (1972, 1980),
    "12065": (1978, 1984),
    "12356": (1982, 1997),
    "12958": (1995, 2014),
    "13526": (2009, 2099),
}
"""The years in which telegrams name an order, with some habit; they settle or refute a year."""


def _year_of(digits: str, order: str | None) -> int | None:
    """The year; None where it is before the order, for an early date would release too early."""
    last_two = int(digits[-2:])
    short = (1900 if last_two >= 50 else 2000) + last_two
    other = short - 100 if short >= 2000 else short + 100
    years = (int(digits),) if len(digits) == 4 else (short, other)
    first, last = _SPANS.get(order or "", (0, 9999))
    fitting = next((year for year in years if first <= year <= last), None)
    return fitting if fitting or years[0] < first else years[0]


def continued(line: EnvelopeLine, last: Format | None) -> EnvelopeLine:
    """A continuing address line with the prosign it continues."""
    if line.format is not Format.ADDRESS or last is None:
        return line
    return replace(line, format=last)
