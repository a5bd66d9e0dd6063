"""What an instruction is made of, before anybody asks what it means on a day.

Every value knows its place in the text. A value that the grammar takes but the rules do not is
refused by the functions that build it (`event_of`, `period_of`, `code_of`).
"""

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from redact.declassification.days import Day
from redact.declassification.periods import Unit, count_and_unit
from redact.declassification.refusals import Unreadable
from redact.declassification.torn import holds_nearly, is_nearly
from redact.text import Span


class Joint(Enum):
    """What stands between a value and the one before it (R17, R18)."""

    NOTHING = "nothing"
    COMMA = "comma"
    OR = "or"
    AND = "and"
    SEMICOLON = "semicolon"
    LABEL = "label"


class Whichever(Enum):
    """What a text says of a day and an event: the first of them, or the last."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Dated:
    """A day. `bounded`: the text says NOT LATER THAN or NOT BEFORE it."""

    span: Span
    day: Day
    bounded: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time, from `start` where the text names one, else from the document (R13)."""

    span: Span
    count: int
    unit: Unit
    start: Day | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event (R16). `days` and `periods` stand among its words; `after` runs from it (R15).

    `doubtful`: its words do not let a day beside it decide (R17).
    """

    span: Span
    words: str
    days: tuple[Day, ...] = ()
    periods: tuple[Period, ...] = ()
    doubtful: bool = False
    after: Period | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """A code in its canonical form, with the day or event that belongs to it (R4).

    `N/A`, `MISSING` and `DNG` are codes here; the first two are not among those printed.
    """

    span: Span
    name: str
    day: Day | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A value, what joins it to the one before it, and what is said of the two."""

    value: "Value"
    joint: Joint = Joint.NOTHING
    whichever: Whichever | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """SOURCE MARKED …: the entries of the source and its date (R29)."""

    span: Span
    entries: tuple[Entry, ...]
    day: Day | None


Value = Dated | Period | Event | Code | Source

_RUNNING = frozenset({"AFTER", "FOLLOWING", "FROM"})
_LENGTHS = frozenset("YEAR YEARS YR YRS MONTH MONTHS MO MOS WEEK WEEKS WK WKS DAY DAYS".split())
_DOUBT = frozenset(
    "LATER LATEST LAST LEAST MINIMUM NOT BUT IF UNLESS BEFORE BOTH EARLIEST ONLY SUBJECT PROVIDED "
    "PROVIDING DEPENDING CONTINGENT EXTENDED EXTENSION".split()
)
_PARTS = frozenset(
    "EXCEPT EXCEPTING EXCEPTION EXCEPTIONS PARA PARAS PARAGRAPH PARAGRAPHS PORTION PORTIONS "
    "PARTIAL PARTIALLY".split()
)
_ORIGIN = frozenset(
    "DATE DAY ORIGIN ORIGINATION DOCUMENT CLASSIFICATION ISSUE ISSUANCE CREATION CABLE TELEGRAM "
    "MESSAGE".split()
)
_ORIGIN_LINKS = frozenset({"THE", "THIS", "OF", "ITS", "ORIGINAL"})
_WORD = re.compile(r"[A-Z]{2,}")
_TORN_YEAR = re.compile(r"[A-Z][0-9]{3}")
_RELEASED = re.compile(r"RELEASED? IN (?:FULL|PART)|APPROVED FOR RELEASE")
_WHICHEVER = frozenset({"WHICHEVER"})
"""What a text says of a day and an event, where it does not say the first of them (R17)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of an event, or a day or period among its words."""

    span: Span
    text: str
    lead: bool = False
    noun: bool = False
    day: Day | None = None
    period: Period | None = None


def period_of(text: str, span: Span, start: Day | None = None) -> Period:
    """The period a text names; raises Unreadable on none at all (R15)."""
    count, unit = count_and_unit(text)
    if count == 0:
        raise Unreadable(span)
    return Period(span, count, unit, start)


def event_of(pieces: tuple[Piece, ...]) -> Event:
    """The event the pieces name (R16).

    Raises Unreadable if they name none, if they set a part of the text apart, if a lead word
    stands straight before a day or a period, or if a number may be a part of a day or a period.
    """
    span = Span(pieces[0].span.start, pieces[-1].span.end)
    words = [word.strip(".") for piece in pieces for word in piece.text.split()]
    if _RELEASED.match(" ".join(words)):
        raise Unreadable(span)  # a stamp of release is no instruction
    if number := _loose_number(pieces):
        raise Unreadable(number.span)
    named = any(p.noun for p in pieces) or (pieces[0].lead and _names_something(words[1:]))
    if not named or not _PARTS.isdisjoint(words):
        raise Unreadable(span)
    for at, (piece, behind) in enumerate(pairwise(pieces)):
        if piece.lead and piece.text != "ON" and (behind.day or behind.period):
            raise Unreadable(behind.span)
        if behind.text in _RUNNING and _ends_in_length(pieces[: at + 1]):
            raise Unreadable(piece.span)  # its number cannot be read: A0 YEARS AFTER SIGNATURE
        if (behind.day and _may_be_digits(piece)) or (piece.day and _may_be_digits(behind)):
            raise Unreadable(behind.span)  # a digit apart may belong to the day: 1 1/22/2040
    unsettled = [at for at, word in enumerate(words) if word.startswith("WHICHEVER")]
    named_words = words[: unsettled[0]] if unsettled else words
    return Event(
        span,
        " ".join(named_words).rstrip(" ,").replace(" ,", ","),
        tuple(piece.day for piece in pieces if piece.day),
        tuple(piece.period for piece in pieces if piece.period),
        bool(unsettled) or not _DOUBT.isdisjoint(words) or holds_nearly(words, _WHICHEVER),
    )


def _ends_in_length(pieces: tuple[Piece, ...]) -> bool:
    """Whether the last words are nearly a unit of a period, its number apart (`A0 Y EARS`)."""
    words = [piece.text.strip(".") for piece in pieces if not piece.period]
    return any(is_nearly("".join(words[-count:]), _LENGTHS) for count in (1, 2, 3))


def _loose_number(pieces: tuple[Piece, ...]) -> Piece | None:
    """A number that is no day or period but may be one torn; 12 TREATIES is none.

    It opens the event or follows its lead word (`AFTER 30 YEAPS`), a torn word for a length of time
    stands behind it (`30 YE ARS`), or it has the look of a year (`P040`).
    """
    for at, piece in enumerate(pieces):
        if _TORN_YEAR.fullmatch(piece.text):
            return piece
        if piece.text.isdigit() and not piece.day:
            behind = [other.text.strip(".") for other in pieces[at + 1 : at + 4]]
            opens = at == 0 or pieces[at - 1].lead
            if opens or any(is_nearly("".join(behind[:n]), _LENGTHS) for n in (1, 2, 3)):
                return piece
    return None


def _may_be_digits(piece: Piece) -> bool:
    """Whether a word might be a torn part of the number beside it."""
    if piece.day or piece.period:
        return False
    return len(piece.text) == 1 or any(letter.isdigit() for letter in piece.text)


def runs_from(pieces: tuple[Piece, ...]) -> bool:
    """Whether a period in front of these words runs from what they name (AFTER, FROM)."""
    return pieces[0].text in _RUNNING


def is_origin(pieces: tuple[Piece, ...]) -> bool:
    """Whether the words behind AFTER or FROM name the document's own date (R13)."""
    words = {piece.text.strip(".") for piece in pieces[1:]}
    return words <= _ORIGIN | _ORIGIN_LINKS and not words.isdisjoint(_ORIGIN)


def _names_something(words: list[str]) -> bool:
    return any(_WORD.search(word) for word in words)
