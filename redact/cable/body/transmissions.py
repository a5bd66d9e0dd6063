"""Where another transmission or section begins in the text of one: the body ends there."""

import re

from redact.cable.body.signature import is_foot, is_signer
from redact.cable.drafts import Scan
from redact.cable.forms.archive_block import block_start
from redact.cable.header.banner import ends_like_banner, read_banner

_TRANSMISSION = re.compile(r"V?ZCZC ?[A-Z]{2,6} ?\d{0,5}|DE R[A-Z]{3,7} #?\d{4}(?:/\d{2})? \d{7}")
_TIME = re.compile(r"[ZOPRY](?: [ZOPRY])? \d{6}[A-Z] [A-Z]{3} \d{2,4}(?: Z[A-Z]{2}\d?)*")
MAY_BEGIN = re.compile(
    r"\n(?:V?ZCZC|DE\s+R|[ZOPRY](?:\s+[ZOPRY])?\s+\d{6}[A-Z]"
    r"|UNCLAS|U\s+N\s+C|LIMITED\s|L\s+I\s+M|SENSITIVE|S\s+E\s+[NC]|OFFICIAL|O\s+F\s+F"
    r"|RESTRICTED|R\s+E\s+S|CONF|C\s+O\s+N|C0NF|COSMIC|NATO|SECR|TOP\s|T\s+O\s+P|//)"
)
"""What every line begins with that may begin a transmission; with nothing like it, none does."""

_WINDOW, _WIDEST = 64, 4096
"""So many lines are looked through at first and at most, each time twice as many: a file of many
telegrams, and one of a single one, are read in linear time."""

_FIRST_LETTERS = frozenset("VZDOPRYUCSTL")


def next_transmission(scan: Scan, at: int) -> int:
    """The line on which another transmission begins, else the end."""
    lines = scan.lines
    first, width = at, _WINDOW
    while first < len(lines):
        window = lines[first : first + width]
        start, first, width = first, first + width, min(2 * width, _WIDEST)
        if MAY_BEGIN.search("\n" + "\n".join([line.text for line in window])) is None:
            continue
        for number, line in enumerate(window, start):
            if line.text and _begins(scan, at, number):
                return block_start(lines, at, number) if scan.layout.copied else number
    return len(lines)


def _begins(scan: Scan, at: int, number: int) -> bool:
    if _is_transmission(scan, number):
        return True
    text = scan.lines[number].text
    if not text[-1].isdigit() or not _has_ended(scan, at, number):
        return False
    return is_numbered_banner(text) or (text == text.upper() and ends_like_banner(text))


def _has_ended(scan: Scan, at: int, number: int) -> bool:
    """Whether a signature or NNNN, with at most a foot behind it, stands before a line."""
    while number > at:
        number -= 1
        text = scan.lines[number].text
        if text == "NNNN" or (text and is_signer(text)):
            return True
        if text and not is_foot(text):
            return False
    return False


def is_numbered_banner(text: str) -> bool:
    """Whether a line is a banner with post and serial."""
    banner = read_banner(text)
    return banner is not None and banner.mrn is not None


def _is_transmission(scan: Scan, number: int) -> bool:
    """Whether another transmission or section begins: identifier, originator, time, banner."""
    text = scan.lines[number].text
    if text[:1] not in _FIRST_LETTERS:
        return False
    if scan.banners and (banner := read_banner(text)):
        return banner.mrn is not None and banner.mrn == scan.banners[0].mrn
    line = " ".join(text.split())
    if _TRANSMISSION.fullmatch(line):
        return True
    following = scan.lines[number + 1].text if number + 1 < len(scan.lines) else ""
    return following.startswith("FM ") and _TIME.fullmatch(line) is not None
