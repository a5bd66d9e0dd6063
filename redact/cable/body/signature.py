"""The signature and the foot of a telegram (ACP 127, format lines 13 to 16)."""

import re

from redact.cable.header.banner import level_words
from redact.cable.lines import Line
from redact.cable.notices import ends_in_notice, is_notice
from redact.cable.registers.captions import CAPTIONS
from redact.markings import is_register_word

_FOOT = re.compile(r"BT|NNNN|N{4,8}|#\d{3,5}(?:/\d{2})?")
_FOOT_SIGNS = frozenset("BN#")
_SIGNER = re.compile(
    r"(?:(?:DE|LA|DEL|DELLA|DA|DI|DU|LE|VAN|VON|DER|DEN|AL|EL|BIN|BEN|ST\.?|MC|MAC|SAN|SANTA"
    r"|[A-Z]\.) ){0,3}[A-Z][A-Z'’.-]{1,20}(?: *- *ACTING|,? JR\.)?"
)
ENDED = re.compile(r"[.!?][\"'’”)\]]*$")
_NO_SIGNER = frozenset(
    """
    A AN AND ARE AS AT BE BUT BY COMMENT END FOR FROM HAD HAS HAVE HE HER HIM HIS IN IS IT
    MESSAGE NO NOT OF ON OR OUT QUOTE QTE SAID SHE SO SUMMARY TEXT THAT THE THEIR THEM THEY THIS
    TO TODAY UNQTE UNQUOTE US WAS WE WERE WHO WILL WITH WOULD YES YOU
    """.split()
)
_CAPITALS = 0.6


def is_foot(text: str) -> bool:
    """A line that ends a transmission: `BT`, `#1292`, `NNNN`."""
    return len(text) <= 9 and _FOOT.fullmatch(text) is not None


def signature_of(lines: list[Line], first: int, stop: int) -> tuple[int | None, int]:
    """The line of the signature among `lines[first:stop]`, and the last line of the foot under it.

    It is a surname in capitals behind the end of a sentence, with nothing under it but the foot.
    In a text all in capitals any last line looks like one: there the foot must follow.
    """
    foot = next(
        (
            n
            for n in range(first, stop)
            if lines[n].text[:1] in _FOOT_SIGNS and is_foot(lines[n].text)
        ),
        stop,
    )
    at = foot - 1
    while at >= first and _is_under(lines[at].text):
        at -= 1
    if at <= first or not is_signer(lines[at].text) or not ends_before(lines, first, at):
        return None, stop
    if foot == stop and in_capitals(lines[first:at]):
        return None, stop
    return at, _foot_end(lines, at + 1, stop)


def _is_under(text: str) -> bool:
    return not text or level_words(text) is not None or is_notice(text)


def _foot_end(lines: list[Line], first: int, stop: int) -> int:
    last = first
    for number in range(first, stop):
        if is_foot(lines[number].text) or _is_under(lines[number].text):
            last = number
        elif lines[number].text:
            break
    return last


def is_signer(text: str) -> bool:
    """Whether a line is of the shape of a signer: a surname in capitals."""
    if _SIGNER.fullmatch(text) is None or text in CAPTIONS or level_words(text):
        return False
    words = text.replace("-", " ").split()
    return not any(word in _NO_SIGNER or is_register_word(word) for word in words)


def ends_before(lines: list[Line], first: int, at: int) -> bool:
    """Whether the last line of text before line `at` ends a sentence."""
    before = next((lines[n].text for n in range(at - 1, first - 1, -1) if lines[n].text), "")
    return ENDED.search(before) is not None or (before.endswith("]") and ends_in_notice(before))


def in_capitals(lines: list[Line]) -> bool:
    """Whether most lines of a text are all in capitals."""
    capitals = small = 0
    enough = (1 - _CAPITALS) * len(lines)
    for line in lines:
        text = line.text
        if text.isupper():
            capitals += 1
        elif text.upper() != text.lower():
            small += 1
            if small > enough:
                return False
    return capitals > _CAPITALS * (capitals + small)
