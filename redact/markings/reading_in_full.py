"""The general way to read a marking: scan, recognise, parse, assemble, check.

Imported where a mark is not one of the plainest: those never need registers and grammar.
"""

from operator import attrgetter

from redact.findings import Finding
from redact.markings.assembly import assembled
from redact.markings.contradictions import contradictions
from redact.markings.eras import retired_level
from redact.markings.grammar import parse
from redact.markings.model import Marking, MarkingReading
from redact.markings.notices import Refused
from redact.markings.recognition import recognised
from redact.markings.repairs import repairs
from redact.markings.scanning import says_entire_text, scan

_PLACE = attrgetter("span")


def read_in_full(text: str) -> MarkingReading:
    """What the grammar makes of a text, whatever it is; total."""
    try:
        marking, findings, ends = _read(text)
    except Refused as stop:
        return MarkingReading(text, None, says_entire_text(text), (stop.finding,))
    return MarkingReading(text, marking, says_entire_text(text), findings, ends)


def _read(text: str) -> tuple[Marking, tuple[Finding, ...], str | None]:
    scanned = scan(text)
    symbols, spelling = recognised(scanned.words)
    parsed = parse(symbols)
    marking = assembled(parsed)
    findings = [
        *scanned.findings,
        *spelling,
        *retired_level(parsed.head),
        *repairs(parsed, marking),
        *contradictions(parsed, marking),
    ]
    ends = symbols[-1].value if symbols[-1].type == "DECLASS" else None
    return marking, tuple(sorted(findings, key=_PLACE)) if findings else (), ends
