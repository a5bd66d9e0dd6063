"""What has ended, and what will end soon (E.O. 13526 §1.5(a), §3.3(a); 32 CFR 2001.25)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from redact.cable.model import Cable, Portion
from redact.checks.notices import notice
from redact.checks.places import instruction_place
from redact.declassification import Basis, Instruction
from redact.findings import Finding
from redact.markings.model import Level
from redact.text import Span

_BY: Final = {
    Basis.INSTRUCTION: "by its own instruction",
    Basis.PERIOD: "by the period it states",
    Basis.SCHEDULE: "by its declassification schedule",
    Basis.DECLASSIFIED: "by a decision to declassify",
    Basis.AUTOMATIC_25: "by the 25-year rule, with no exemption known",
    Basis.AUTOMATIC_50: "by the 50-year rule, with no exemption known",
    Basis.AUTOMATIC_75: "by the 75-year rule, with no exemption known",
}
"""Every basis that has a day."""


def is_classified(portion: Portion) -> bool:
    """Whether a portion is known to bear a classification."""
    marking = portion.effective.marking
    return marking is not None and marking.level is not Level.U


def ending_findings(cable: Cable, as_of: date, due_within: int | None) -> Iterator[Finding]:
    """One finding a day on which classified text of the cable ended or is about to end."""
    for day, (instruction, span) in sorted(_endings(cable).items()):
        by = _BY[instruction.effective.basis]
        authority = instruction.effective.authority
        if day <= as_of:
            message = f"classified text ended on {day} {by}, and still bears its marks"
            yield notice("overdue", message, span, authority)
        elif due_within is not None and day - as_of <= timedelta(min(due_within, _MOST_DAYS)):
            message = f"the classification ends on {day} {by}, in {(day - as_of).days} days"
            yield notice("due", message, span, authority)


_MOST_DAYS = 4_000_000
"""More than there are days in the calendar: any number a person types is a span of time."""


def _endings(cable: Cable) -> dict[date, tuple[Instruction, Span]]:
    """The days on which classified portions end, each with its instruction and where it stands."""
    found: dict[date, tuple[Instruction, Span]] = {}
    for portion in filter(is_classified, cable.portions):
        own = portion.instruction
        instruction = own or cable.instruction
        day = instruction.effective.date
        if day is not None and day not in found:
            at = portion.span.start
            found[day] = instruction, Span(at, at) if own else instruction_place(cable)
    return found
