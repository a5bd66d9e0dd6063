"""The day of a stamp: the latest behind its word, unless a scanner may have torn one (R26).

In a stamp anything may stand beside the day. Where a figure or a letter that might be one stands so
that it may belong to a day (`1 1/22/2009`, `S/4/2005`, `5/4/20 23`), no day is read at all.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from redact.declassification.claims import Context, checked
from redact.declassification.days import Day, find_days, resolve
from redact.text import Span

_REACH: Final = 40
_MONTHS = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
_SERIES = r"(?:NL[A-Z]{1,2}|NND|NW|MR|CASE|CASE +NO|DOC|DOC +NO|NO(?=[.:#]))"
_NUMBER = (
    rf"(?<![A-Z0-9])(?:E\.? *O\.?|EXECUTIVE +ORDER|SEC|SECTION|{_SERIES})"
    r"[.:# -]*(?:[A-Z]-)?[0-9][0-9.-]*(?:\([A-Z0-9]\))*"
)
_NUMBERS = re.compile(_NUMBER)
_NUMBERED = re.compile(rf"{_NUMBER} +$")
_MONTH_BEFORE = re.compile(rf"(?<![A-Z]){_MONTHS}[A-Z]{{0,6}}\.? +$")
_NUMBER_BEFORE = re.compile(r"[0-9OIL]+ +$")

_TORN_BEFORE = re.compile(
    r"(?:[^ (,:;]"  # S/4/2005, -1/22/2009
    r"|(?<![A-Z0-9.])[0-9OILSZB]{1,2} +"  # 1 1/22/2009, I 2/12/05
    r"|[0-9][/-] *[0-9]{0,2} +|[0-9]\.[0-9]{1,2} +"  # 11/2 2/2005
    r"|[|/!\\] +"
    r"|[0-9][/.-]?[,:;(]+)$"  # 1,1/22/2009
)
_TORN_BEHIND = re.compile(r"[ ,:;()\"']+[0-9OILSZB]{1,2}(?![A-Z0-9])")
_TORN_DAY = re.compile(
    r"[0-9] *[/|] *(?:[/|0-9]|[A-Z](?![A-Z]))"  # 12/14/202 1, 12//4/2021
    r"|(?:[/|0-9]|(?<![A-Z])[A-Z]) *[/|] *[0-9]"
    r"|[0-9][./-][0-9]{4}(?![0-9])|[0-9] *[.-] *[A-Z0-9]{1,2} *[.-] *[A-Z0-9]"
    rf"|[0-9] *{_MONTHS}(?![A-Z]{{7}})|(?<![A-Z]){_MONTHS}[A-Z]{{0,6}}\.? *[0-9]"
)
"""What looks like a part of a day where no day was read."""

_NOT_ITS_OWN = re.compile(
    r"(?:(?:E\.? *O\.?|EXECUTIVE +ORDER) *[0-9]+(?:,? +(?:OF|DATED|SIGNED)| *\()"
    r"|(?<![A-Z0-9])(?:SEC\.?|SECTION|CFR|U\.?S\.?C\.?)"
    rf"|(?<![A-Z0-9]){_SERIES}[.:# -]*) *$"
)
_AMENDED = re.compile(r"AS +AMENDED *$")


def day_of_stamp(kept: str, start: int, context: Context) -> date | None:
    """The latest day behind the word; None if there is none, one of an unknown century, or torn.

    The day of an order and the number of a case are no day of the stamp.
    """
    latest: tuple[date, Span] | None = None
    days = find_days(kept, start)
    if _TORN_DAY.search(without(kept, days), start):
        return None
    for day in days:
        before = kept[: day.span.start][-_REACH:]
        if _NOT_ITS_OWN.search(before) or (not day.full and _AMENDED.search(before)):
            continue
        if _is_torn(day, before, kept):
            return None
        found = resolve(day, context.origin)
        if found is None:
            return None
        latest = max(latest or (date.min, day.span), (found, day.span))
    return None if latest is None else checked(latest[0], context, latest[1])


def without(kept: str, days: Iterable[Day]) -> str:
    """The text with days, and the numbers of orders, sections and cases, blanked out."""
    spans = [day.span for day in days]
    spans += [Span(*found.span()) for found in _NUMBERS.finditer(kept)]
    for start, end in spans:
        kept = kept[:start] + " " * (end - start) + kept[end:]
    return kept


def _is_torn(day: Day, before: str, kept: str) -> bool:
    """Whether a digit that stands apart may belong to a day: `1 1/22/2009`, `5/4/20 23`."""
    if _TORN_BEFORE.search(before) and not _NUMBERED.search(before):
        return True
    if not day.full and (_NUMBER_BEFORE.search(before) or _MONTH_BEFORE.search(before)):
        return True
    cut_short = day.short and day.year in (19, 20)
    return cut_short and _TORN_BEHIND.match(kept, day.span.end) is not None
