"""Days as they are written: the forms of a day, month or year, and the century of a short year.

Authority: the directives ask for a day and allow an event (32 CFR 2001.26); which forms are read is
rule R6, the last day of a month or year R7, the century of a two-digit year R8.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from redact.declassification.refusals import Unreadable
from redact.text import Span

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MONTH = (
    "(?P<name>JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    "|SEP(?:T(?:EMBER)?)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
_DAY = "(?P<day>[0-9]{1,2})"
_ORDINAL = f"{_DAY}(?:ST|ND|RD|TH)?"
_YEAR = "(?P<year>[0-9]{4})"
_ANY_YEAR = "(?P<year>[0-9]{4}|[0-9]{2})"
_FIRST = " *(?P<first>[/.-]) *"
_SECOND = " *(?P<second>[/.-]) *"
_BEFORE = r"(?<![A-Z0-9])(?<![0-9][/.-])(?<![0-9][/.-] )"
_BEHIND = r"(?![A-Z0-9])(?! *[/.-] *[0-9])"
_NO_COUNT = r"(?! +(?:YEAR|YR|MONTH|MO|WEEK|WK|DAY)S?(?![A-Z0-9]))"

FORMS = tuple(
    re.compile(_BEFORE + form + _BEHIND)
    for form in (
        f"(?P<month>[0-9]{{1,2}}){_FIRST}{_DAY}{_SECOND}{_ANY_YEAR}",
        f"{_YEAR}{_FIRST}(?P<month>[0-9]{{2}}){_SECOND}(?P<day>[0-9]{{2}})",
        f"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"{_ORDINAL} *{_MONTH}\.? *{_ANY_YEAR}",
        f"{_DAY}-{_MONTH}-{_ANY_YEAR}",
        rf"{_MONTH}[. ] *{_ORDINAL}(?: *, *| +){_YEAR}",
        rf"{_MONTH}[. ] *(?!(?:19|20),[0-9]){_ORDINAL} *, *(?P<year>[0-9]{{2}})",
        f"(?P<month>[0-9]{{1,2}}) *[/.-] *{_YEAR}",
        rf"{_MONTH}[. ] *{_YEAR}",
        f"{_YEAR}{_NO_COUNT}",
    )
)
"""The forms of R6 and R7, the longer before the shorter."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written; `month` and `day` are None where the text leaves them out (R7).

    `short`: the year has two digits and waits for a document date.
    """

    span: Span
    year: int
    month: int | None
    day: int | None
    short: bool = False

    @property
    def full(self) -> bool:
        """Whether the text names the day itself, not only its month or year."""
        return self.day is not None


def parse_day(text: str, at: int = 0) -> Day:
    """Read a text that is one day, in capitals; `at` is where it begins.

    Raises Unreadable if it is none, or one that no calendar has (R10).
    """
    span = Span(at, at + len(text))
    for form in FORMS:
        if match := form.fullmatch(text):
            return _checked(_day(match, span))
    raise Unreadable(span)


def find_days(text: str, start: int) -> tuple[Day, ...]:
    """Every day written in `text` from `start` on; raises Unreadable on one that cannot be."""
    found: list[Day] = []
    for form in FORMS:
        for match in form.finditer(text, start):
            day = _day(match, Span(*match.span()))
            if not any(_overlap(day.span, other.span) for other in found):
                found.append(_checked(day))
    return tuple(sorted(found, key=lambda day: day.span))


def blanked_days(text: str) -> str:
    """The text with `=` for whatever has the form of a day, be it in the calendar or not."""
    for form in FORMS:
        text = form.sub(lambda match: "=" * len(match[0]), text)
    return text


def resolve(day: Day, after: date | None) -> date | None:
    """The calendar day: a short year goes forward from `after` (R8), without it there is none."""
    if not day.short:
        return _last(day, day.year)
    if after is None:
        return None
    first = after.year + (day.year - after.year) % 100
    found = _last(day, first)
    return found if found > after else _last(day, first + 100)


def resolve_back(day: Day, until: date | None) -> date | None:
    """The calendar day of a source: a short year goes backward from `until` (R8)."""
    if not day.short:
        return _last(day, day.year)
    if until is None:
        return None
    last = until.year - (until.year - day.year) % 100
    found = _last(day, last)
    return found if found <= until else _last(day, last - 100)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _day(match: re.Match[str], span: Span) -> Day:
    parts = match.groupdict()
    if parts.get("first") != parts.get("second"):
        raise Unreadable(span)
    name, year = parts.get("name"), parts["year"]
    month = _MONTHS.index(name[:3]) + 1 if name else _number(parts.get("month"))
    return Day(span, int(year), month, _number(parts.get("day")), short=len(year) == 2)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _checked(day: Day) -> Day:
    """Refuse what no year can have: a short year stands for every century it may fall in."""
    year = 2000 + day.year if day.short else day.year
    _last(day, year)
    return day


def _last(day: Day, year: int) -> date:
    """The day meant, in a given year: of a month or year its last (R7)."""
    try:
        month = 12 if day.month is None else day.month
        return date(year, month, monthrange(year, month)[1] if day.day is None else day.day)
    except ValueError as error:  # IllegalMonthError is one
        raise Unreadable(day.span, "impossible-date") from error
