"""The JSON document of an instruction: `redact/instruction/1`."""

from datetime import date

from redact.declassification.model import Instruction
from redact.declassification.reading import is_declassified
from redact.findings import finding_document

SCHEMA = "redact/instruction/1"


def instruction_document(instruction: Instruction, as_of: date | None) -> dict[str, object]:
    """What `redact declass --format json` says of an instruction as of a day (None: unknown)."""
    effective = instruction.effective
    return {
        "schema": SCHEMA,
        "text": instruction.text,
        "order": instruction.order,
        "kind": instruction.kind.value,
        "date": _iso(instruction.date),
        "event": instruction.event,
        "codes": list(instruction.codes),
        "effective": {
            "date": _iso(effective.date),
            "basis": effective.basis.value,
            "authority": effective.authority,
        },
        "declassified": is_declassified(instruction, as_of),
        "findings": [finding_document(finding) for finding in instruction.findings],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
