"""Whether the markings of a cable agree with one another and with its date (Reg D.2, C, F)."""

from redact.cable.model import Cable
from redact.findings import Finding


def marking_findings(cable: Cable) -> tuple[Finding, ...]:
    """What is wrong with the marks of a cable beyond what reading it noticed."""
    return ()
