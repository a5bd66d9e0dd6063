"""What a declassification instruction says and when it takes effect, as values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from redact.findings import Finding


class Kind(StrEnum):
    """What kind of instruction a text holds."""

    DATE = "date"
    EVENT = "event"
    DATE_OR_EVENT = "date_or_event"
    PERIOD = "period"
    EXEMPTION = "exemption"
    ORIGINATING_AGENCY = "originating_agency"
    MANUAL_REVIEW = "manual_review"
    SCHEDULE = "schedule"
    DECLASSIFIED = "declassified"
    NOT_APPLICABLE = "not_applicable"
    MISSING = "missing"
    UNREADABLE = "unreadable"


class Basis(StrEnum):
    """By which rule the effective date was found."""

    INSTRUCTION = "instruction"
    PERIOD = "period"
    SCHEDULE = "schedule"
    DECLASSIFIED = "declassified"
    AUTOMATIC_25 = "automatic-25-year"
    AUTOMATIC_50 = "automatic-50-year"
    AUTOMATIC_75 = "automatic-75-year"
    NEVER = "never-by-date"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Effective:
    """The first day on which the text is declassified, or None where no date can be given."""

    date: date | None
    basis: Basis
    authority: str | None


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction as read for a document of a known (or unknown) date.

    Findings count from the start of `text`.
    """

    text: str
    order: str | None
    kind: Kind
    date: date | None
    event: str | None
    codes: tuple[str, ...]
    effective: Effective
    findings: tuple[Finding, ...] = ()
