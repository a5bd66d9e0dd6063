"""What the checks of dates and authorities say, by name: severity, sentence, law, remedy."""

from redact.findings import Finding, Severity
from redact.text import Span

NOTICES = {
    "overdue": (
        Severity.WARNING,
        "strike the marks and note the authority and the day; a control may outlive them",
    ),
    "due": (Severity.INFO, "plan the review, or extend the instruction before that day"),
    "no-classification-authority": (
        Severity.WARNING,
        "name who classified it, by name and position, or from which source it derives",
    ),
    "reason-of-another-order": (
        Severity.WARNING,
        "cite the section of the order in force on the document's date; the letter stays",
    ),
    "unknown-reason": (Severity.WARNING, "correct the letter, or the section before it"),
}
"""Every finding of this package on a declassification; the sentence depends on the cable."""


def notice(name: str, message: str, span: Span, authority: str | None) -> Finding:
    """The finding of that name at a place; `message` quotes nothing of the cable but days."""
    severity, remedy = NOTICES[name]
    return Finding(f"declassification/{name}", severity, message, span, authority, remedy)
