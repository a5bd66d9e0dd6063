"""What is noticed about a cable, no policy needed: consistency of its markings, its dates."""

from datetime import date
from typing import TYPE_CHECKING

from redact.checks.declassification import declassification_findings
from redact.checks.markings import marking_findings

if TYPE_CHECKING:
    from redact.cable.model import Cable
    from redact.findings import Finding

__all__ = ["check"]


def check(cable: "Cable", as_of: date, *, due_within: int | None = None) -> "tuple[Finding, ...]":
    """Every finding on a cable, in the order of place and code, those of reading it among them.

    `as_of` is the day of the question; with `due_within` also what ends in so many days from it.
    """
    dates = declassification_findings(cable, as_of, due_within)
    found = {*cable.findings, *marking_findings(cable), *dates}
    return tuple(sorted(found, key=lambda one: (one.span, one.code, one.message)))
