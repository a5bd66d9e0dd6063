"""The findings of this layer: what each code means, how bad it is and what to do about it.

Codes and severities are those of the register of findings (A4.4): the four errors of the first
group leave no marking, all others stand beside one.
"""

from dataclasses import dataclass

from redact.errors import MarkingError
from redact.findings import Finding, Severity
from redact.text import Span

_UNREAD = "retype the mark; meanwhile it counts as unreadable"
_KEPT = "correct the mark; meanwhile all its controls are kept"

_NOTICES: dict[str, tuple[Severity, str, str]] = {
    "malformed": (Severity.ERROR, "no well-formed marking", _UNREAD),
    "unknown-word": (Severity.ERROR, "a word that is in no register of markings", _UNREAD),
    "no-level": (Severity.ERROR, "no level can be told", _UNREAD),
    "two-levels": (Severity.ERROR, "two levels in one marking", _UNREAD),
    "contradiction": (Severity.ERROR, "controls that exclude one another", _KEPT),
    "incomplete": (Severity.WARNING, "a control that wants another beside it", _KEPT),
    "separator": (Severity.WARNING, "another separator than the rule", "put right meanwhile"),
    "order": (Severity.WARNING, "another order than the rule", "put right meanwhile"),
    "duplicate": (Severity.WARNING, "a control said twice", "kept once"),
    "usa-added": (Severity.WARNING, "USA missing from a release list", "put in meanwhile"),
    "spelling": (Severity.WARNING, "an unusual spelling", "put right meanwhile"),
    "legacy": (Severity.INFO, "legacy vocabulary", "none: read as its successor or as it stands"),
    "out-of-era": (Severity.WARNING, "a mark its date does not know", "check mark and date"),
}


@dataclass(frozen=True, slots=True)
class Refused(Exception):  # noqa: N818
    """Reading stopped: the text is no marking, and `finding` says where and why."""

    finding: Finding


def notice(
    code: str, start: int, end: int, detail: str = "", *, authority: str | None = None
) -> Finding:
    """The finding `marking/code` at `start`..`end`; `detail` replaces the general message."""
    severity, message, remedy = _NOTICES[code]
    return Finding(
        f"marking/{code}", severity, detail or message, Span(start, end), authority, remedy
    )


def refused(code: str, start: int, end: int, detail: str = "") -> Refused:
    """The exception that ends the reading of a text with the error `marking/code`."""
    return Refused(notice(code, start, end, detail))


def error_of(finding: Finding) -> MarkingError:
    """The exception a caller of `parse_marking` sees; it never holds the text."""
    return MarkingError(finding.code, finding.message, remedy=finding.remedy or "")
