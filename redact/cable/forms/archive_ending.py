"""How a copy of the archive ends: signature, foot, `NNN`, stamps, the block of attributes."""

import re

from redact.cable.body.signature import ends_before, in_capitals, is_foot, is_signer
from redact.cable.forms.archive import is_review, level_of
from redact.cable.forms.layout import Ending
from redact.cable.lines import Line

_END = re.compile(r"N{3,8}(?:MAFVVZCZ)?|<< ?END OF DOCUMENT ?>>|Message Attributes")
_ATTRIBUTES = "Message Attributes"
_NOTE = re.compile(r"NOTE BY OC/T: .{0,120}")
GROUP = re.compile(r"GP[- ][1-4]\.?")
"""The downgrading groups of E.O. 10501; the line ends the last paragraph."""

_TEXT = re.compile(r"(?:\d{1,3}\. ?)?\([A-Z][A-Z/ ,-]{0,20}\)|\d{1,3}\. [A-Z]{2}")


def copy_ending(lines: list[Line], first: int, stop: int) -> Ending:
    """The end of a copy: the foot begins behind the last line of text.

    A surname alone over it, behind the end of a sentence, is the signer. In a text all in capitals
    any last line looks like one: a foot must follow, or the line of a downgrading group stand
    before (E.O. 10501).
    """
    end = next((n for n in range(first, stop) if _is_end(lines[n].text)), stop)
    at = end - 1
    while at >= first and _is_under(lines[at].text):
        at -= 1
    foot = next((n for n in range(at + 1, stop) if lines[n].text), stop)
    last = _last_of(lines, foot, stop)
    if at <= first or not is_signer(lines[at].text) or not _may_sign(lines, first, at, foot, stop):
        return Ending(None, stop, -1, foot, last)
    return Ending(at, at, at, at + 1, last)


def _is_end(text: str) -> bool:
    return bool(text) and (_END.fullmatch(text) is not None or is_foot(text))


def _is_under(text: str) -> bool:
    return (
        not text
        or level_of(text) is not None
        or is_review(text)
        or _NOTE.fullmatch(text) is not None
    )


def _may_sign(lines: list[Line], first: int, at: int, foot: int, stop: int) -> bool:
    before = next((lines[n].text for n in range(at - 1, first - 1, -1) if lines[n].text), "")
    if GROUP.fullmatch(before):
        return True
    if _NOTE.fullmatch(before):
        return False
    footed = foot < stop or not in_capitals(lines[first:at])
    return footed and ends_before(lines, first, at)


def _last_of(lines: list[Line], foot: int, stop: int) -> int:
    """The last line of the trailer: what is neither foot nor attribute is not of it."""
    last, attributes = -1, False
    for number in range(foot, stop):
        text = lines[number].text
        attributes = attributes or text == _ATTRIBUTES
        if _is_under(text) or _is_end(text) or (attributes and not _TEXT.match(text)):
            last = number
        else:
            break
    return last
