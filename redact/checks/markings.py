"""Whether the marks of a cable are right in themselves, in their time, and next to one another."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from redact.cable.model import Cable, Kind, Mark, Portion
from redact.checks.banner import banner_findings, banner_place
from redact.findings import Finding, Severity
from redact.markings import era_findings, read_marking
from redact.markings.model import Level
from redact.markings.registers import register
from redact.text import Span

_MUST_BE_MARKED = frozenset({Kind.SUBJECT, Kind.PARAGRAPH, Kind.SUBPARAGRAPH})


def marking_findings(cable: Cable) -> tuple[Finding, ...]:
    """What is wrong with the marks of a cable beyond what reading it noticed."""
    return tuple(finding for check in _CHECKS for finding in check(cable))


def _misspelt_or_contradictory(cable: Cable) -> Iterator[Finding]:
    """What each mark has against it as a marking alone (parts A and C of the register)."""
    for mark in _marks(cable):
        for finding in read_marking(mark.text).findings:
            yield finding.shift(mark.span.start)


def _out_of_era(cable: Cable) -> Iterator[Finding]:
    """Marks that the date of the cable does not know, of portions and of the whole (C15)."""
    dated = cable.header.date
    if dated is None:
        return
    marked = [(mark.marking, mark.span) for mark in _marks(cable) if mark.marking]
    if cable.banner:
        marked.insert(0, (cable.banner, banner_place(cable)))
    for marking, span in marked:
        for finding in era_findings(marking, dated):
            yield replace(finding, span=span)


def _without_mark(cable: Cable) -> Iterator[Finding]:
    """Text of a classified cable that has no mark, and nothing above it that has one."""
    rule = register("eras")["portion_marks"]
    if not _is_classified(cable) or not _asks_for_marks(cable.header.date, rule["from"]):
        return
    for portion in cable.portions:
        if portion.mark and _says_entire_text(portion.mark):
            return
        if portion.kind in _MUST_BE_MARKED and portion.mark is None and portion.parent is None:
            yield Finding(
                "marking/portion-mark-missing",
                Severity.WARNING,
                f"a {portion.kind} of a classified cable has no mark of its own",
                _beginning(cable, portion),
                rule["authority"],
                "mark it; meanwhile it takes what binds unmarked text",
            )


_CHECKS: tuple[Callable[[Cable], Iterator[Finding]], ...] = (
    _misspelt_or_contradictory,
    _out_of_era,
    _without_mark,
    banner_findings,
)


def _marks(cable: Cable) -> Iterator[Mark]:
    return (portion.mark for portion in cable.portions if portion.mark)


def _is_classified(cable: Cable) -> bool:
    markings = [cable.banner, *(mark.marking for mark in _marks(cable))]
    return any(marking and marking.level is not Level.U for marking in markings)


def _asks_for_marks(dated: date | None, since: str) -> bool:
    """Whether portions had to be marked; without a date they had."""
    return dated is None or dated >= date.fromisoformat(since)


def _says_entire_text(mark: Mark) -> bool:
    return mark.marking is not None and read_marking(mark.text).entire_text


def _beginning(cable: Cable, portion: Portion) -> Span:
    """The first character of a portion that is no blank."""
    text = cable.text_of(portion)
    at = portion.span.start + len(text) - len(text.lstrip())
    return Span(at, min(at + 1, portion.span.end))
