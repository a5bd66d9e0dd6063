"""Stamps by which a reviewer kept a classification: `CLASSIFICATION EXTENDED UNTIL: 4/16/2028`.

They are further instructions, given at review (release page 1.4): of several the later binds (K7).
"""

import re

STAMPED = "CLASSIFI"
"""What stands in all of them, in capitals."""

_KEPT = (
    r"(?:EXTENDED|PROLONGED|CONTINUED|RETAINED|MAINTAINED|RENEWED|POSTPONED|DEFERRED|DELAYED"
    r"|UPHELD|REMAINS)"
)
_STAMP = re.compile(
    r"(?:(?:DE|RE)?CLASSIFICATION"
    rf"(?: (?:DATE|PERIOD|STATUS|LEVEL|IS|WAS|HAS|BEEN|HEREBY|REVIEWED|AND)){{0,4}} {_KEPT}"
    r"|RECLASSIFIED)\b(?P<said>[^\n]*)",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    r"\W*(?:$|BY\b|UNDER\b|PER\b|PURSUANT\b|INDEFINITELY\b|.*\d)", re.IGNORECASE
)
_UNTIL = re.compile(r".*\b(?:UNTIL|TO|THROUGH)\b\W*(?P<day>.*?\d)(?:\W+BY\b.*)?\W*", re.IGNORECASE)
_KEPT_WITHOUT_DAY = "CLASSIFICATION EXTENDED"


def extension_in(line: str) -> str | None:
    """The value of the stamp on a line: the day until which, else words that no one can read.

    None where there is no stamp. In small letters it begins the line, with a capital.
    """
    if STAMPED not in line.upper():
        return None
    found = _STAMP.search(line)
    if found is None or _SAYS_MORE.match(found["said"]) is None:
        return None
    before = line[: found.start()]
    if line != line.upper() and (any(map(str.isalnum, before)) or found.group()[0].islower()):
        return None
    until = _UNTIL.fullmatch(found["said"])
    return until["day"] if until else _KEPT_WITHOUT_DAY
