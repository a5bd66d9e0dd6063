"""Stamps that say a text has been declassified: word, authority and day (R26; 32 CFR 2001.25)."""

import re

from redact.declassification.authorities import STAMP
from redact.declassification.claims import Claim, Context, Remark, claim
from redact.declassification.days import blanked_days
from redact.declassification.model import Basis, Kind
from redact.declassification.stamp_days import day_of_stamp, without
from redact.declassification.stamp_words import is_known
from redact.declassification.torn import nearly
from redact.text import Span

_WORD = re.compile(r"(?<![A-Z0-9])DECLASSIFIED(?![A-Z0-9])(?! +AFTER(?![A-Z0-9]))")
_BEFORE_NO_STAMP = ("AUTOMATICALLY", "BE", "TOBE", "NOT", "NEVER", "AND")
_REACH = 40
_AUTHORITY = re.compile(r"(?<![A-Z0-9])(?:BY|PER|UNDER|PURSUANT|AUTH|AUTHORITY|REVIEW)(?![A-Z0-9])")
_IN_PART = re.compile(
    r"(?<![A-Z0-9])(?:PART|PARTIAL|PARTIALLY|SANITIZED|REDACTED|EXCISED|EXCEPT|PARAS?"
    r"|PARAGRAPHS?|PORTIONS?)(?![A-Z0-9])"
    r"|DECLASSIFIED +[^ ]{1,2} +(?!FULL)[^ ]{2,4} +BY(?![A-Z0-9])"
)


def find_stamp(kept: str) -> Span | None:
    """The word DECLASSIFIED that makes a text a stamp, None where there is none.

    As part of a label or of a schedule's sentence (BE DECLASSIFIED ON, AND DECLASSIFIED AFTER) it
    is none.
    """
    for match in _WORD.finditer(kept):
        before = kept[max(0, match.start() - _REACH) : match.start()].rstrip(" ,:-")
        if not _ends_in(before, nearly(*_BEFORE_NO_STAMP)):
            return Span(*match.span())
    return None


def stamp_claim(kept: str, word: Span, context: Context) -> Claim:
    """The claim of a stamp: its day, if an authority stands beside it and nothing is left out.

    Raises Unreadable on a day that cannot be (R10 to R12).
    """
    day = day_of_stamp(kept, word.end, context)
    in_part = _IN_PART.search(kept) or nearly("INPART").search(kept, word.end)
    known = is_known(blanked_days(without(kept, ())))
    counts = known and _AUTHORITY.search(kept, word.end) and not in_part
    if counts and day is not None:
        return claim(Kind.DECLASSIFIED, day, Basis.DECLASSIFIED, STAMP, written=day)
    remarks = (Remark("stamp-without-authority", word),)
    return Claim(Kind.DECLASSIFIED, None, Basis.NONE, None, written=day, remarks=remarks)


def _ends_in(text: str, pattern: re.Pattern[str]) -> bool:
    return any(found.end() == len(text) for found in pattern.finditer(text))
