"""A cable as the documents of the contract: `redact/cable/1`, and as a tree for a person."""

from typing import Any

from redact.cable.model import Addressee, Cable, Effective, Header, Portion, Reference, Stamp
from redact.declassification import instruction_document
from redact.findings import Finding, finding_document
from redact.markings import banner as banner_form

SCHEMA = "redact/cable/1"


def cable_document(cable: Cable) -> dict[str, Any]:
    """The whole cable taken apart; positions are character offsets into the decoded text."""
    source = cable.source
    return {
        "schema": SCHEMA,
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "encoding": source.encoding,
            "length": len(source.text),
        },
        "form": cable.form,
        "header": _header(cable.header),
        "portions": [_portion(portion) for portion in cable.portions],
        "findings": [placed_finding(cable, finding) for finding in cable.findings],
    }


def placed_finding(cable: Cable, finding: Finding) -> dict[str, Any]:
    """One finding with its place by offset, line and column."""
    position = cable.source.lines.position(finding.span.start)
    return finding_document(finding) | {"line": position.line, "column": position.column}


def _header(header: Header) -> dict[str, Any]:
    return {
        "id": header.id,
        "mrn": header.mrn,
        "precedence": header.precedence,
        "dtg": header.dtg,
        "date": header.date.isoformat() if header.date else None,
        "from": header.from_,
        "to": [_addressee(one) for one in header.to],
        "info": [_addressee(one) for one in header.info],
        "classification": header.classification,
        "captions": [caption.name for caption in header.captions],
        "order": header.order,
        "declassify": instruction_document(header.declassify, None) if header.declassify else None,
        "tags": list(header.tags),
        "subject": header.subject,
        "subject_marking": str(header.subject_marking) if header.subject_marking else None,
        "references": [_reference(one) for one in header.references],
        "classified_by": {
            "text": header.classified_by.text,
            "name": header.classified_by.name,
            "title": header.classified_by.title,
        }
        if header.classified_by
        else None,
        "reasons": list(header.reasons),
        "sections": [{"number": one.number, "total": one.total} for one in header.sections],
        "drafted_by": header.drafted_by,
        "cleared_by": header.cleared_by,
        "stamps": [_stamp(one) for one in header.stamps],
        "signer": header.signer,
    }


def _addressee(one: Addressee) -> dict[str, Any]:
    return {
        "route": one.route,
        "name": one.name,
        "precedence": one.precedence,
        "serial": one.serial,
    }


def _reference(one: Reference) -> dict[str, Any]:
    return {"label": one.label, "text": one.text, "id": one.id}


def _stamp(one: Stamp) -> dict[str, Any]:
    day = one.date.isoformat() if one.date else None
    return {"text": one.text, "date": day, "authority": one.authority, "outcome": one.outcome}


def _portion(portion: Portion) -> dict[str, Any]:
    mark = portion.mark
    return {
        "index": portion.index,
        "kind": str(portion.kind),
        "number": portion.number,
        "parent": portion.parent,
        "start": portion.span.start,
        "end": portion.span.end,
        "marking": {
            "text": mark.text,
            "canonical": str(mark.marking),
            "start": mark.span.start,
            "end": mark.span.end,
        }
        if mark and mark.marking
        else None,
        "effective": _effective(portion.effective),
        "doubts": list(portion.doubts),
    }


def _effective(effective: Effective) -> dict[str, Any]:
    marking = effective.marking
    return {
        "portion": str(marking) if marking else None,
        "banner": banner_form(marking) if marking else None,
        "source": str(effective.source),
    }
