"""The source note of a printed telegram: level, precedence and distribution of the whole."""

import re

from redact.cable.body.signs import ends_sentence
from redact.cable.drafts import Scan
from redact.cable.forms.endings import is_marked
from redact.cable.forms.label_lines import state_whole
from redact.cable.forms.layout import Ending
from redact.cable.header.captions import captions_in
from redact.cable.lines import Line
from redact.cable.model import Caption

_SOURCE = re.compile(r"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\[?\d{1,2}\]?) ?Source: ")
_LEVEL = re.compile(
    r"[.;)] (?P<level>Top Secret|Secret|Confidential|Limited Official Use|Official Use Only"
    r"|Restricted|Unclassified)(?P<words>(?:[;,] [A-Z][\w /-]{1,40})*)\."
)
_LEVEL_WORD = re.compile(
    r"\b(?:top secret|secret|confidential|limited official use|official use only|restricted"
    r"|unclassified)\b",
    re.IGNORECASE,
)
_PRECEDENCES = frozenset({"FLASH", "IMMEDIATE", "NIACT IMMEDIATE", "PRIORITY", "ROUTINE", "NIACT"})
_SIGNER = re.compile(r"[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,2}")
_INDENT = 10
_LONGEST = 12


def note_source(scan: Scan) -> None:
    """Gather what the source note states; its first level word is the banner of the whole (R6)."""
    notes = [n for n, line in enumerate(scan.lines) if _SOURCE.match(line.text)]
    for number in notes:
        _note(scan, _paragraph(scan.lines, number))
    if len(notes) != 1:
        scan.unknown_statement = True


def _paragraph(lines: list[Line], at: int) -> str:
    words = []
    for line in lines[at : at + _LONGEST]:
        if not line.text:
            break
        words.append(line.text)
    return " ".join(" ".join(words).split())


def _note(scan: Scan, text: str) -> None:
    found = _LEVEL.search(text)
    levels = {word.upper() for word in _LEVEL_WORD.findall(text)}
    if found is None or len(levels) != 1:
        scan.unknown_statement = True
    if found is None:
        return
    state_whole(scan, found["level"].upper())
    for word in re.split(r"[;,] ", found["words"].strip("; ,").upper()):
        if word in _PRECEDENCES:
            scan.precedence = scan.precedence or word
        elif word:
            scan.captions.extend(captions_in(word) or (Caption(word, restricts=True),))


def printed_ending(lines: list[Line], first: int, stop: int) -> Ending:
    """The end of a printed telegram: the name at the right, and the notes under it."""
    behind = next(
        (n for n in range(stop - 1, first - 1, -1) if is_marked(lines[n].text)), first - 1
    )
    notes = next((n for n in range(behind + 1, stop) if _SOURCE.match(lines[n].text)), stop)
    at = next((n for n in range(notes - 1, first - 1, -1) if lines[n].text), None)
    noted = notes < stop
    if at is None or at <= first or not _may_sign(lines, at, noted=noted):
        return Ending(None, stop, -1, notes, stop - 1)
    return Ending(at, at, at, notes, stop - 1)


def _may_sign(lines: list[Line], at: int, *, noted: bool) -> bool:
    indented = lines[at].first - lines[at].start >= _INDENT
    above = next((line.text for line in reversed(lines[:at]) if line.text), "")
    ended = ends_sentence(above.rstrip("¹²³⁴⁵⁶⁷⁸⁹⁰"))
    return (indented or noted) and ended and _SIGNER.fullmatch(lines[at].text) is not None
