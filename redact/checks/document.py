"""Findings on cables as the document `redact/findings/1` of the contract, and as lines to read."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from redact.cable.document import placed_finding
from redact.cable.model import Cable
from redact.findings import Finding

SCHEMA = "redact/findings/1"


class Checked(NamedTuple):
    """A cable and what was noticed about it."""

    cable: Cable
    findings: tuple[Finding, ...]


def findings_document(as_of: date, checked: Sequence[Checked]) -> dict[str, Any]:
    """The JSON object of one or more cables, in the order given."""
    return {
        "schema": SCHEMA,
        "as_of": as_of.isoformat(),
        "cables": [
            {
                "name": one.cable.source.name,
                "findings": [placed_finding(one.cable, finding) for finding in one.findings],
            }
            for one in checked
        ],
    }


def findings_table(checked: Sequence[Checked]) -> str:
    """A line each, `NAME:LINE:COLUMN: level: code: message; remedy (authority)`."""
    return "".join(f"{line}\n" for one in checked for line in _lines(one))


def _lines(one: Checked) -> Iterator[str]:
    name = one.cable.source.name
    if not one.findings:
        yield f"{name}: no findings"
    for finding in one.findings:
        place = one.cable.source.lines.position(finding.span.start)
        remedy = f"; {finding.remedy}" if finding.remedy else ""
        authority = f" ({finding.authority})" if finding.authority else ""
        said = f"{finding.severity}: {finding.code}: {finding.message}{remedy}{authority}"
        yield f"{name}:{place.line}:{place.column}: {said}"
