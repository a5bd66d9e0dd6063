"""Findings: something noticed, with its code, its severity and its place.

A finding never quotes a cable. It may quote policies, options and words of the registers.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from redact.text import Span


class Severity(StrEnum):
    """How bad a finding is; `error` makes a command that checks exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is `family/kebab-case`; `span` counts characters of the text that was read."""

    code: str
    severity: Severity
    message: str
    span: Span
    authority: str | None = None
    remedy: str | None = None

    def shift(self, by: int) -> "Finding":
        """The same finding in a text that has `by` more characters in front."""
        return replace(self, span=self.span.shift(by))


def finding_document(finding: Finding) -> dict[str, Any]:
    """A finding as the contract's documents have it; positions are those of its span."""
    return {
        "code": finding.code,
        "level": str(finding.severity),
        "message": finding.message,
        "start": finding.span.start,
        "end": finding.span.end,
        "authority": finding.authority,
        "remedy": finding.remedy,
    }
