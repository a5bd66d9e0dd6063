"""Reading a marking: scan, recognise, parse, assemble, check; total, and cached by the text."""

from functools import lru_cache
from typing import TYPE_CHECKING

from redact.findings import Finding
from redact.markings.model import Marking, MarkingReading
from redact.markings.notices import Refused, error_of
from redact.markings.plain import plain_marks

if TYPE_CHECKING:
    from redact.markings.recognition import Symbol


@lru_cache(maxsize=4096)
def read_marking(text: str) -> MarkingReading:
    """What `text` says as one marking: a portion mark, with or without parentheses, or a banner.

    Total. Where it is no marking, `marking` is None and one finding of level error says where
    reading stopped (A2); else the findings say what was put right or is forbidden.
    """
    plain = plain_marks().get(text)
    return (
        MarkingReading(text, plain, entire_text=False, findings=()) if plain else read_in_full(text)
    )


def read_in_full(text: str) -> MarkingReading:
    """The same by the grammar, whatever the text."""
    from redact.markings.scanning import says_entire_text

    try:
        marking, findings = _read(text)
    except Refused as stop:
        return MarkingReading(text, None, says_entire_text(text), (stop.finding,))
    return MarkingReading(text, marking, says_entire_text(text), findings)


def parse_marking(text: str) -> Marking:
    """The marking that `text` says.

    Raises `MarkingError` where it says none; its message never holds the text.
    """
    reading = read_marking(text)
    if reading.marking is None:
        raise error_of(reading.findings[0])
    return reading.marking


def _read(text: str) -> tuple[Marking, tuple[Finding, ...]]:
    from redact.markings.recognition import recognised
    from redact.markings.scanning import scan

    scanned = scan(text)
    symbols, spelling = recognised(scanned.words)
    marking, noticed = _parsed(symbols)
    findings = (*scanned.findings, *spelling, *noticed)
    return marking, tuple(sorted(findings, key=lambda finding: finding.span))


def _parsed(symbols: "list[Symbol]") -> tuple[Marking, tuple[Finding, ...]]:
    """What the grammar makes of symbols; only what comes so far is worth the import of Lark."""
    from redact.markings.assembly import assembled
    from redact.markings.contradictions import contradictions
    from redact.markings.grammar import parse
    from redact.markings.repairs import repairs
    from redact.markings.symbols import tokens_of

    parsed = parse(tokens_of(symbols))
    marking = assembled(parsed)
    return marking, (*repairs(parsed), *contradictions(parsed, marking))
