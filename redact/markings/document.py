"""What was read of a marking as the document `redact/marking/1` of the contract."""

from collections.abc import Iterable
from typing import Any

from redact.findings import Finding, finding_document
from redact.markings.canonical import banner, portion
from redact.markings.model import Marking, MarkingReading
from redact.markings.rolling_up import roll_up

SCHEMA = "redact/marking/1"

_LISTS = ("sci", "sap", "aea", "dissem", "rel_to", "display_only", "non_ic")


def marking_document(reading: MarkingReading) -> dict[str, Any]:
    """The JSON object of one marking; where it is none, fields are null and lists empty (A2)."""
    return _document(reading.text, reading.marking, reading.findings)


def roll_up_document(readings: Iterable[MarkingReading]) -> dict[str, Any]:
    """The last object of several: their roll-up; one text that is no marking spoils it (A4.4)."""
    markings = [reading.marking for reading in readings]
    known = [marking for marking in markings if marking is not None]
    whole = roll_up(known) if known and len(known) == len(markings) else None
    return _document(None, whole, ()) | {"roll_up": True}


def _document(
    text: str | None, marking: Marking | None, findings: tuple[Finding, ...]
) -> dict[str, Any]:
    fields = _fields(marking) if marking else _no_fields()
    return {
        "schema": SCHEMA,
        "text": text,
        "valid": marking is not None,
        **fields,
        "findings": [finding_document(finding) for finding in findings],
    }


def _fields(marking: Marking) -> dict[str, Any]:
    owner, cui = marking.non_us, marking.cui
    return {
        "portion": portion(marking),
        "banner": banner(marking),
        "level": str(marking.level),
        "non_us": {"owner": owner.owner, "level": str(owner.level)} if owner else None,
        "joint": _listed(marking.joint),
        "sci": list(marking.sci),
        "sap": list(marking.sap),
        "aea": list(marking.aea),
        "fgi": _listed(marking.fgi),
        "dissem": list(marking.dissem),
        "rel_to": list(marking.rel_to),
        "display_only": list(marking.display_only),
        "non_ic": list(marking.non_ic),
        "cui": {
            "categories": list(cui.categories),
            "specified": list(cui.specified),
            "dissem": list(cui.dissem),
        }
        if cui
        else None,
    }


def _no_fields() -> dict[str, Any]:
    names = (
        "portion banner level non_us joint sci sap aea fgi dissem rel_to display_only non_ic cui"
    )
    return {name: [] if name in _LISTS else None for name in names.split()}


def _listed(codes: tuple[str, ...] | None) -> list[str] | None:
    return None if codes is None else list(codes)
