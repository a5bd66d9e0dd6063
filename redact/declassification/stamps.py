"""Stamps that say a text has been declassified: word, authority and day (R26; 32 CFR 2001.25)."""

import re
from datetime import date

from redact.declassification.authorities import STAMP
from redact.declassification.claims import Claim, Context, Remark, checked, claim
from redact.declassification.days import find_days, resolve
from redact.declassification.model import Basis, Kind
from redact.text import Span

_WORD = re.compile(r"(?<![A-Z0-9])DECLASSIFIED(?![A-Z0-9])(?! +AFTER(?![A-Z0-9]))")
_NO_STAMP = re.compile(r"(?<![A-Z0-9])(?:AUTOMATICALLY|BE|NOT|NEVER|AND)[ ,:-]*$")
_REACH = 40
_AUTHORITY = re.compile(r"(?<![A-Z0-9])(?:BY|PER|UNDER|PURSUANT|AUTH|AUTHORITY|REVIEW)(?![A-Z0-9])")
_IN_PART = re.compile(
    r"(?<![A-Z0-9])(?:IN[ -]+PART|PARTIAL|PARTIALLY|SANITIZED|REDACTED|EXCISED|EXCEPT|PARAS?"
    r"|PARAGRAPHS?|PORTIONS?)(?![A-Z0-9])"
)


def find_stamp(kept: str) -> Span | None:
    """The word DECLASSIFIED that makes a text a stamp, None where there is none.

    As part of a label or of a schedule's sentence (BE DECLASSIFIED ON, AND DECLASSIFIED AFTER) it
    is none.
    """
    for match in _WORD.finditer(kept):
        if not _NO_STAMP.search(kept[max(0, match.start() - _REACH) : match.start()]):
            return Span(*match.span())
    return None


def stamp_claim(kept: str, word: Span, context: Context) -> Claim:
    """The claim of a stamp: its day, if an authority stands beside it and nothing is left out.

    Raises Unreadable on a day that cannot be (R10 to R12).
    """
    day = _latest_day(kept, word.end, context)
    counts = _AUTHORITY.search(kept, word.end) and not _IN_PART.search(kept)
    if counts and day is not None:
        return claim(Kind.DECLASSIFIED, day, Basis.DECLASSIFIED, STAMP, written=day)
    remarks = (Remark("stamp-without-authority", word),)
    return Claim(Kind.DECLASSIFIED, None, Basis.NONE, None, written=day, remarks=remarks)


def _latest_day(kept: str, start: int, context: Context) -> date | None:
    """The latest day behind the word; None if there is none, or one of an unknown century."""
    latest: tuple[date, Span] | None = None
    for day in find_days(kept, start):
        found = resolve(day, context.origin)
        if found is None:
            return None
        latest = max(latest or (date.min, day.span), (found, day.span))
    return None if latest is None else checked(latest[0], context, latest[1])
