"""The few forms that nearly every telegram has, read without the grammar.

INVARIANT: what a pattern here matches in full, the grammar reads as the same entries; a property
test holds the two together. Everything else is left to the grammar.
"""

import re

from redact.declassification.days import parse_day
from redact.declassification.values import Code, Dated, Entry
from redact.text import Span

_LABEL = r" *(?:E\.? ?O\.?:? ?[0-9]{5}(?:[:,] *| +))?(?:DECL(?:AS)?: *)?"
DAY = re.compile(rf"{_LABEL}(?P<day>[0-9]{{1,2}}/[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9]{{2}}))")
CODE = re.compile(rf"{_LABEL}(?P<code>OADR|N/A|GDS|X[1-8])")


def shortcut(text: str) -> tuple[Entry, ...] | None:
    """The entries of a text in one of the common forms, else None; raises as the grammar does."""
    if match := DAY.fullmatch(text):
        at = match.start("day")
        return (Entry(Dated(Span(at, match.end()), parse_day(match["day"], at))),)
    if match := CODE.fullmatch(text):
        return (Entry(Code(Span(match.start("code"), match.end()), match["code"])),)
    return None
