"""Header lines with labels (`From: …`), and the level lines of pages."""

import re
from datetime import date
from typing import NamedTuple

from redact.cable.header.banner import level_words, read_banner
from redact.cable.lines import Line

_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z./ ]{0,28}?) *: *(?P<value>.*)")
_PAGE = re.compile(r"(?:[-–] ?)?(?:[Pp]age|PAGE) \d{1,3}(?: (?:of|OF) \d{1,3})?(?: ?[-–])?")
_DASHED = re.compile(r"[-–] ?\d{1,3} ?[-–]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"\b(?P<month>[A-Z][A-Za-z]{2,8})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})\b"
    r"|\b(?P<day2>\d{1,2}) (?P<month2>[A-Z][A-Za-z]{2,8})\.?,? (?P<year2>\d{4})\b"
)


class Labelled(NamedTuple):
    """A line with a label, in small letters, and what stands behind it."""

    label: str
    value: str


def labelled(text: str) -> Labelled | None:
    """The label of a line, or None where the line has none."""
    found = _LABEL.fullmatch(text)
    return Labelled(found["label"].lower(), found["value"].strip()) if found else None


def head_words(text: str) -> str | None:
    """What a head or foot states of the whole: a level with its controls, a page number beside it.

    A line with a post and a serial is a banner line, no head.
    """
    line = " ".join(text.split())
    line = _PAGE.sub("", line).strip() if "age" in line or "AGE" in line else line
    if not line or not line[0].isupper():
        return None
    if level_words(line):
        return line
    banner = read_banner(line)
    return line if banner and banner.mrn is None and banner.marking else None


def is_page_number(text: str) -> bool:
    """Whether a line is only the number of a page: `Page 2 of 3`, `- 2 -`."""
    line = " ".join(text.split())
    return _PAGE.fullmatch(line) is not None or _DASHED.fullmatch(line) is not None


def is_number_line(lines: list[Line], at: int) -> bool:
    """Whether a line in the text is a level line of a page, or the number of one."""
    text = lines[at].text
    return is_page_number(text) or head_words(text) is not None


def day_of(text: str) -> date | None:
    """The day in a text, written out; None where there is none, or one that cannot be."""
    found = _DAY.search(text)
    if found is None:
        return None
    month = (found["month"] or found["month2"])[:3].lower()
    if month not in _MONTHS:
        return None
    try:
        return date(
            int(found["year"] or found["year2"]),
            _MONTHS.index(month) + 1,
            int(found["day"] or found["day2"]),
        )
    except ValueError:
        return None
