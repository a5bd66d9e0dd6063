"""How forms with typed ends are signed: a label, a name at the right, drafting lines under it."""

import re

from redact.cable.drafts import Scan
from redact.cable.forms.labels import head_words, is_page_number
from redact.cable.forms.layout import Ending
from redact.cable.header.sentences import has_sentence_word
from redact.cable.lines import Line

_SIGNATURE = re.compile(r"Signature: *(?P<signer>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})?")
_DRAFTING = re.compile(r"(?P<what>Drafted|Cleared|Approved|Released)(?: [Bb]y)?: *(?P<who>.*)")
_TOGETHER = re.compile(r"\s{2,}(?=(?:Drafted|Cleared|Approved|Released)(?: [Bb]y)?:)")
_SYMBOL = re.compile(r"[A-Z0-9/-]+ ?:")
_TEXT = re.compile(r"(?:[-*•] *)?(?:\d{1,3}\. ?)?\([A-Z][A-Z/ ,-]{0,20}\)|\d{1,3}[.)] +\S")


def signed_ending(lines: list[Line], first: int, stop: int) -> Ending:
    """The end of a cable with `Signature: NAME` and drafting lines (SMT).

    Without them the foot alone is the trailer. What stands lower and bears a number or a mark is
    text: then what seemed the end is none.
    """
    begins = _begins_text_behind(lines, first, stop)
    signer = next((n for n in range(begins, stop) if _is_signature(lines[n].text)), None)
    if signer is not None:
        return Ending(signer, signer, signer, signer + 1, stop - 1)
    drafted = next((n for n in range(begins, stop) if is_drafting(lines[n].text)), None)
    under = foot_of(lines, begins, stop) if drafted is None else drafted
    return Ending(None, stop, -1, under, stop - 1)


def _begins_text_behind(lines: list[Line], first: int, stop: int) -> int:
    """The line behind the last one that bears a number or a mark."""
    numbered = (n for n in range(stop - 1, first - 1, -1) if is_marked(lines[n].text))
    return next(numbered, first - 1) + 1


def is_marked(text: str) -> bool:
    """Whether a line begins with the number or the mark of a paragraph."""
    return _TEXT.match(text) is not None


def is_drafting(text: str) -> bool:
    """Whether a line says who drafted, cleared or released the text."""
    found = _DRAFTING.match(text)
    return found is not None and not has_sentence_word(_SYMBOL.sub("", found["who"]))


def foot_of(lines: list[Line], first: int, stop: int) -> int:
    """The first line of the foot: only blank lines, level lines and page numbers stand under it."""
    at = stop
    for number in range(stop - 1, first - 1, -1):
        text = lines[number].text
        if text and head_words(text) is None and not is_page_number(text):
            break
        at = number if text else at
    return at


def _is_signature(text: str) -> bool:
    return _SIGNATURE.fullmatch(text) is not None and not has_sentence_word(text)


def signer_of(text: str) -> str | None:
    """The name on a line of a signature."""
    found = _SIGNATURE.fullmatch(text)
    return found["signer"] if found else text or None


def note_drafting(scan: Scan, ending: Ending) -> None:
    """Gather who drafted and who cleared the text."""
    lines = scan.lines[ending.first : ending.last + 1]
    for part in (part for line in lines for part in _TOGETHER.split(line.text)):
        found = _DRAFTING.match(part)
        if found is None or not found["who"]:
            continue
        if found["what"] == "Drafted":
            scan.drafted_by = scan.drafted_by or found["who"]
        elif found["what"] == "Cleared":
            scan.cleared_by = scan.cleared_by or found["who"]
