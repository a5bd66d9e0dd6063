"""Whether the declassification of a cable is in order, on a day: instruction, dates, authority."""

from datetime import date

from redact.cable.model import Cable
from redact.checks.classifiers import classifier_findings
from redact.checks.endings import ending_findings
from redact.checks.places import instruction_place
from redact.declassification import Kind
from redact.declassification.findings import finding
from redact.findings import Finding


def declassification_findings(
    cable: Cable, as_of: date, due_within: int | None
) -> tuple[Finding, ...]:
    """What a records manager can act on, in the order of place and code; each once.

    What reading the instructions noticed (`redact.declassification.findings`): none, unreadable,
    beyond its order's limit, retired, not after the document, no day of the calendar. What the day
    `as_of` adds: overdue, and due within so many days. What the order of the document's date asks
    for: who classified it, and reasons of its own list.
    """
    stated = cable.header.declassify
    differs = (
        stated is not None
        and stated.kind is not Kind.MISSING
        and stated.effective.date != cable.instruction.effective.date
    )
    found = {
        *((finding("several-instructions", instruction_place(cable)),) if differs else ()),
        *(stated.findings if stated else ()),
        *cable.instruction.findings,
        *ending_findings(cable, as_of, due_within),
        *classifier_findings(cable),
    }
    return tuple(sorted(found, key=lambda one: (one.span, one.code, one.message)))
