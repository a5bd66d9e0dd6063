"""Whether words may say when a classification ends, however torn: they may prolong it (R4, R18)."""

import re
from functools import lru_cache

from redact.cable.header.order_line import states_duration
from redact.markings import read_marking

_DAY = re.compile(
    r"\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b[\dOolI]{1,2}[-/.][\dOolI]{1,2}[-/.][\dOolI]{2,4}\b"
    r"|\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* \d",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"d ?[eеcf] ?[cс] ?[l1i] ?(?:a ?s ?s|[:.;\s-])|\bdcl\b|[o0]ecl|dfcl", re.IGNORECASE
)
_SCHEDULE = re.compile(r"\b(?:X?GDS|XDS|ADS|RDS)\b")
_FIRST_WORDS = frozenset(
    """
    AFTER AND BEFORE BUT EARLIER EXCEPT FORMERLY FRD IF LATER MR N/A NATO NEVER NOT OADR ON OR PARA
    PARAGRAPH PARAS PORTION PORTIONS RD RESTRICTED REVIEW SEE SOONER TBD UNLESS UNKNOWN UNTIL UPON
    WHEN WHICHEVER WITH
    """.split()
)
_LONGEST = 12


@lru_cache(maxsize=1 << 12)
def may_state(text: str) -> bool:
    """Whether words may say when something ends: a label, a code, a day, however torn."""
    return (
        states_duration(text)
        or _SCHEDULE.search(text) is not None
        or names_day(text)
        or _LABEL.search(text) is not None
    )


def names_day(text: str) -> bool:
    """Whether a day stands in a text, in any form, letters for digits too."""
    return _DAY.search(text) is not None


@lru_cache(maxsize=1 << 12)
def may_qualify(text: str) -> bool:
    """Whether a short line may go on with an instruction above it: `OR LATER`, `(RD)`, a day."""
    words = text.split()
    if not words or len(words) > _LONGEST:
        return False
    if words[0].strip(".,;:()").upper() in _FIRST_WORDS or may_state(text):
        return True
    bracketed = text[0] == "(" and (")" not in text or text.rstrip(" .;,").endswith(")"))
    return bracketed and read_marking(text).marking is None
