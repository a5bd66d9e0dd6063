"""Dates as telegrams write them, and whether the calendar has the day."""

import re
from calendar import monthrange
from typing import Final

from redact.detectors.shapes import MISREAD, digits

_D = MISREAD
_GAP = r"[ \n]?[-/. \n,][ \n]?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = rf"(?:(?:1[89]|20|l9|2O|I9){_D}{_D}|'?{_D}{_D})"
_FULL_YEAR = r"(?:18|19|20)\d\d"
_DAY = rf"{_D}{{1,2}}(?:st|nd|rd|th)?"

DATE: Final = re.compile(
    r"(?<![\w])(?:"
    rf"(?P<y>{_D}{{4}}){_GAP}(?P<m>{_D}{{1,2}}){_GAP}(?P<d>{_D}{{1,2}})"
    rf"|(?P<first>{_D}{{1,2}}){_GAP}(?P<second>{_D}{{1,2}}){_GAP}(?P<last>{_D}{{4}}|{_D}{{2}})"
    rf"|(?P<day>{_DAY})(?:{_GAP}|[ \n]of[ \n])?(?P<month>{_MONTH})(?:{_GAP})?(?P<year>{_YEAR})"
    rf"|(?P<month2>{_MONTH})(?:{_GAP})?(?P<day2>{_DAY})(?:,[ \n]?|{_GAP})(?P<year2>{_FULL_YEAR})"
    rf"|(?P<whole>(?:19|20)\d{{6}})"
    rf"|(?:{_MONTH}(?:,[ \n]?|{_GAP}))?{_FULL_YEAR}"
    r")(?!\w)",
    re.IGNORECASE,
)
"""A date, or a month and year, or a year, with digits that a scanner may have misread."""

_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_LEAP = 2000
"""Counts for a year of two digits, which may have been a leap year."""


def is_day(found: re.Match[str]) -> bool:
    """Whether the calendar has the day that a date names, in one order of its figures at least."""
    part = {name: text for name, text in found.groupdict().items() if text is not None}
    if "whole" in part:
        whole = part["whole"]
        return _exists(int(whole[:4]), int(whole[4:6]), int(whole[6:]))
    if "y" in part:
        return _exists(*(int(digits(part[name]) or 0) for name in ("y", "m", "d")))
    if "first" in part:
        one, two = int(digits(part["first"])), int(digits(part["second"]))
        year = _year(part["last"])
        return _exists(year, one, two) or _exists(year, two, one)
    for place in ("", "2"):
        if "day" + place in part:
            month = _MONTHS[part["month" + place][:3].lower()]
            return _exists(_year(part["year" + place]), month, int(digits(part["day" + place])))
    return True


def _year(text: str) -> int:
    figures = digits(text)
    return int(figures) if len(figures) == 4 else _LEAP


def _exists(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
