"""Lines that say how the whole is classified without being a banner line: heads, feet, letters.

They lower nothing. A plain level word alone is a page head; everything else here is only a hint,
and stays text.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from redact.cable.drafts import Scan
from redact.cable.header.banner import level_words
from redact.cable.marks import nearly_level
from redact.markings import read_marking
from redact.markings.model import Level, Marking

_DECORATION = re.compile(
    r"(?i:^classification:|^page \d{1,3} of \d{1,3}\b|\bpage \d{1,3}(?: of \d{1,3})?$)"
    r"|^[\W\d_]+|[\W\d_]+$"
)
_LABEL = re.compile(r"(?i:^classification:)|^[\W\d_]+|(?<=\w)[\W_]+$")
_LETTERS = re.compile(
    r"(?<![A-Z])ZN[A-Z]\s*([A-Z])\1{2,6}(?:\b|ZZH)|(?<![A-Z])([CST])\2{4}(?![A-Z])|-([UCSTRE])\3{3}--"
)
LONGEST_HINT = 48
_LEVELS = {"C": Level.C, "S": Level.S, "T": Level.TS, "R": Level.R}


def hint_of(line: str) -> Marking | None:
    """The marking that a line states or nearly states, whatever decorates it; else None."""
    return _hint_of(line) if len(line) <= LONGEST_HINT else None


@lru_cache(maxsize=1 << 12)
def _hint_of(line: str) -> Marking | None:
    words = _DECORATION.sub("", _DECORATION.sub("", line).strip()).strip()
    half = words[: len(words) // 2].strip()
    if half and words == f"{half} {half}":
        words = half
    plain = level_words(words.upper()) or words
    if len(words) < 3 or (plain == words and words.islower() and words.isalpha()):
        return None
    marking = read_marking(plain).marking
    return marking or _near(words)


@lru_cache(maxsize=1 << 12)
def ending_of_hint(line: str) -> str | None:
    """The declassification value of the marking that a line states (A1.10)."""
    return read_marking(_LABEL.sub("", line).strip()).ends


def _near(words: str) -> Marking | None:
    """A level word that a scanner tore: `C0NFIDENTIAL`, alone or before a post and a serial.

    Or one alone, of which letters are joined, or of another alphabet.
    """
    joined = normalize("NFKC", "".join(words.split()))
    alone = nearly_level(joined) if joined.isupper() and joined != words else None
    if alone:
        return Marking(alone)
    first = words.split()[0] if words.split() else ""
    level = nearly_level(first) if len(words.split()) <= 4 else None
    return Marking(level) if level and not first.islower() else None


def level_of_odd_letters(line: str) -> Level | None:
    """The level that the letters of a damaged FL4, or of a JANAP 128 routing line, state."""
    found = _LETTERS.search(line)
    letter = (found[1] or found[2] or found[3]) if found else None
    return None if letter in (None, "U", "E") else _LEVELS.get(letter or "", Level.TS)


def state_level(scan: Scan, words: str) -> None:
    """A page head or foot is a statement of the whole: it may raise doubt, it lowers nothing."""
    reading = read_marking(words)
    marking = reading.marking
    if marking is None:
        scan.unknown_statement = True
    else:
        scan.statements.append(marking.level)
        scan.page_heads.append(marking)
        scan.further.extend([reading.ends] if reading.ends else [])
