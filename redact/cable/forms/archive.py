"""The block that the Department's archive put on top of its copies, 1966 to the 1990s (T66, N73,
F80): page line, routing by office, drafting and clearance, serial line; level words and stamps.

The envelope goes out on any date: only what section 4 of the forms describes is recognised.
"""

import re
from enum import Enum, auto

from redact.cable.body.page_lines import is_page_line, is_stamp
from redact.cable.header.banner import level_words
from redact.cable.header.passing import is_office
from redact.cable.header.sentences import has_sentence_word
from redact.cable.lines import Line


class Archive(Enum):
    """What a line of the block is."""

    TITLE = auto()
    LEVEL = auto()
    PAGE = auto()
    OFFICES = auto()
    DRAFTING = auto()
    DISTRIBUTION = auto()
    SERIAL = auto()
    STAMP = auto()


_POST = r"[A-Z][A-Z.'-]{0,11}(?: [A-Z][A-Z.'-]{0,9}){0,2}"
_SECTION = r"(?: \d{1,2} ?OF ?\d{1,2})?"
_TIME = r"\d{6}Z"
PAGE = re.compile(
    rf"PAGE \d{{1,3}}(?: {_POST} \d{{4,6}}(?: (?:TOSEC|SECTO) \d{{2,6}})?{_SECTION}(?: {_TIME})?)?"
    rf"|{_POST} \d{{4,6}}{_SECTION} {_TIME}"
)
"""The page line, on one line or on two: `PAGE 02` over `AMMAN 02207 01 OF 02 031622Z`."""

_UNDER_PAGE = re.compile(rf"{_POST} \d{{4,6}}(?: (?:TOSEC|SECTO) \d{{2,6}})?{_SECTION}")
"""Post and serial without a time, which stand under `PAGE 02` alone."""

_PROSIGN = re.compile(r"(?:FM|TO|INFO|XMT) (?=PAGE \d)")

_TITLE = re.compile(
    r"Message Text|(?:INCOMING |OUTGOING )?TELEGRAM|[A-Z]{3}\d{4}"
    r"|(?:(?i:department of state) )?(?:INCOMING |OUTGOING )?TELEGRAM(?: (?i:department of state))?"
    r"|(?i:department of state)"
)
_CHANNEL = re.compile(r"(?P<level>[A-Z ]{6,24}?) (?:[A-Z]{3}\d{4}|\d{2,5})")
_OFFICE = r"[A-Z]{1,5}(?:/[A-Z]{1,5})?[ -]\d{1,2}"
_COUNT = r"(?:\( ?[A-Z]{2,5} ?\) ?[A-Z]|/ ?\d{2,3} ?[A-Z]{1,2}|[A-Z])"
_OFFICES = re.compile(
    rf"(?:(?:ACTION|ORIGIN|INFO):? )?(?:{_OFFICE}(?:[ ,]+{_OFFICE})*,?(?: ?{_COUNT})?|{_COUNT})"
)
_ROUTED = re.compile(r"ACTION|ORIGIN|INFO")
_NUMBER = re.compile(r"\d{1,3}")
_SERIAL = re.compile(rf"-{{5,}} ?(?:[0-9A-F]{{6}})?(?: ?{_TIME})?(?: ?/?\d{{1,3}}){{0,2}}")
_SYMBOL = r"[A-Z]{1,9}(?:/[A-Z0-9&]{1,8}){0,4}(?:-[A-Z]{1,3})?"
_TITLED = r"(?:(?:MR|MRS|MS|MISS|DR|AMB|COL|GEN|ADM|RADM|CAPT|CPT|LTC|LTCOL|MAJ|CDR|CMDR)\.? ?)?"
_NAME = rf"{_TITLED}(?:[A-Z]\. ?){{0,3}}[A-Z][A-Z'-]{{1,24}}"
_NOTE = r"(?: ?\([A-Z][A-Z /.,]{1,24}\))?"
_OFFICER = rf"{_SYMBOL} ?[:-] ?(?:[A-Z] ?: ?)?{_NAME}(?: ?: ?[A-Z]{{1,6}})?{_NOTE}"
_CLEARANCE = re.compile(
    rf"{_OFFICER}|[A-Z]{{1,5}}(?:/[A-Z0-9]{{1,6}}){{1,3}} (?:[A-Z]\. ?)?[A-Z]{{3,16}}"
)
_DRAFTING = re.compile(
    r"(?P<verb>DRAFTED|APPROVED|CLEARED)(?: BY)?:? ?"
    rf"(?P<who>{_OFFICER}|(?:THE )?(?:ACTING )?(?:DEPUTY )?SECRETARY|{_NAME})?"
)
_DISTRIBUTION = re.compile(r"DESIRED DISTRIBUTION:?(?: (?P<to>.+))?")
_BUREAUS = frozenset(
    "ACDA AEC AID ARA CIAE CU DODE EA ERDA NEA NSAE OES SCI SS SY TRSE USIA".split()
)
_REVIEWER = r"(?:[A-Z][A-Za-z'-]+ (?:[A-Z]\.? ){0,2}[A-Z][A-Za-z'-]+(?:,? Jr\.)? {1,4})?"
_RELEASE = (
    rf"{_REVIEWER}(?i:declassified/released) (?i:us|u\.s\.) (?i:department of state)"
    r"(?: (?i:eo systematic review))?(?: \d{1,2} [A-Za-z]{3,9} \d{4})?"
)
_REVIEW = re.compile(
    rf"{_RELEASE}(?: {_RELEASE})?"
    r"|REVIEW AUTHORITY: [A-Z][A-Za-z'-]+ (?:[A-Z]\.? ){0,2}[A-Z][A-Za-z'-]+"
    r"(?:, (?:Senior )?Reviewer)?"
)
_CODES = re.compile(r"(?:[ ,;]*(?:B[1-9]|\(b\)\(\d\)|1\.\d ?\([A-Ha-h]\)|25X\d|NR))+")


def archive_line(text: str, after: Archive | None) -> Archive | None:
    """What a line of the block is, or None where it is none; `after` is the line before it."""
    line = " ".join(text.split())
    if _level_of(line) is not None:
        return Archive.LEVEL
    if is_review(line) or (after is Archive.STAMP and _CODES.fullmatch(line)):
        return Archive.STAMP
    page = _PROSIGN.sub("", line, count=1)
    if PAGE.fullmatch(page) or is_page_line(page):
        return Archive.PAGE
    if after is Archive.PAGE and _UNDER_PAGE.fullmatch(line):
        return Archive.PAGE
    if _TITLE.fullmatch(line):
        return Archive.TITLE
    if _SERIAL.fullmatch(line):
        return Archive.SERIAL
    return _routing(line, after)


def _routing(line: str, after: Archive | None) -> Archive | None:
    """Offices, drafting officers and clearances: each goes on on the lines below it."""
    if _OFFICES.fullmatch(line) and (_ROUTED.match(line) or after is Archive.OFFICES):
        return Archive.OFFICES
    if _NUMBER.fullmatch(line) and after in (Archive.PAGE, Archive.LEVEL):
        return after
    distribution = _DISTRIBUTION.fullmatch(line)
    value = distribution["to"] if distribution else line
    if (distribution or after is Archive.DISTRIBUTION) and (not value or _names_offices(value)):
        return Archive.DISTRIBUTION
    drafted = _DRAFTING.fullmatch(line) or (
        after is Archive.DRAFTING and _CLEARANCE.fullmatch(line)
    )
    return Archive.DRAFTING if drafted and not has_sentence_word(line) else None


def _names_offices(value: str) -> bool:
    words = re.split(r"[ ,]+", value.removesuffix(" ONLY"))
    return all(word in _BUREAUS or is_office(word) for word in words)


def _level_of(line: str) -> str | None:
    channel = _CHANNEL.fullmatch(line)
    return level_words(channel["level"].strip() if channel else line)


def level_of(text: str) -> str | None:
    """The level words of a head or foot, a channel number behind them left out."""
    return _level_of(" ".join(text.split()))


def is_review(text: str) -> bool:
    """Whether a line is the stamp of a review, with or without the reviewer's name."""
    return is_stamp(text) or _REVIEW.fullmatch(" ".join(text.split())) is not None


def is_page(lines: list[Line], at: int) -> bool:
    """Whether a line in the text is furniture of a page: its line, a stamp, the codes under one."""
    text = " ".join(lines[at].text.split())
    if lines[at].mended:
        return False
    if PAGE.fullmatch(text) or is_review(text) or _is_head(text):
        return True
    above = lines[at - 1].text if at else ""
    return bool(_CODES.fullmatch(text) and above and is_review(above))


def _is_head(line: str) -> bool:
    channel = _CHANNEL.fullmatch(line)
    return channel is not None and level_words(channel["level"].strip()) is not None
