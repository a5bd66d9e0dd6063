"""A cable as a tree that a person reads: its header, then a line for each portion."""

from redact.cable.model import Cable, Portion


def cable_tree(cable: Cable) -> str:
    """Header fields, portions with what binds them, findings; ends with a line end."""
    lines = [*_header_lines(cable), "", *_portion_lines(cable)]
    if cable.findings:
        lines += ["", "findings", *_finding_lines(cable)]
    return "\n".join(lines) + "\n"


def _header_lines(cable: Cable) -> list[str]:
    header = cable.header
    fields = {
        "form": cable.form,
        "encoding": cable.source.encoding,
        "id": header.id,
        "mrn": header.mrn,
        "dtg": header.dtg,
        "from": header.from_,
        "to": "; ".join(one.name for one in header.to),
        "info": "; ".join(one.name for one in header.info),
        "classification": header.classification,
        "captions": ", ".join(one.name for one in header.captions),
        "order": header.order,
        "declassify": header.declassify.text if header.declassify else None,
        "tags": ", ".join(header.tags),
        "subject": header.subject,
        "references": "; ".join(one.id or one.text for one in header.references),
        "classified by": header.classified_by.name if header.classified_by else None,
        "reasons": ", ".join(header.reasons),
        "signer": header.signer,
    }
    return [f"{name:<15}{value}" for name, value in fields.items() if value]


def _portion_lines(cable: Cable) -> list[str]:
    return [_portion_line(cable, portion) for portion in cable.portions]


def _portion_line(cable: Cable, portion: Portion) -> str:
    line = cable.source.lines.position(portion.span.start).line
    indent = "  " * _depth(cable, portion)
    mark = f"({portion.mark.marking})" if portion.mark and portion.mark.marking else "-"
    effective = portion.effective.marking
    bound = f"{effective if effective else 'unknown'} by {portion.effective.source}"
    doubts = f"  doubt: {', '.join(portion.doubts)}" if portion.doubts else ""
    name = f"{indent}{portion.kind} {portion.number or ''}".rstrip()
    return f"{portion.index:>4}  line {line:<5} {name:<24} {mark:<12} {bound}{doubts}"


def _depth(cable: Cable, portion: Portion) -> int:
    depth = 0
    while portion.parent is not None and depth < 8:
        portion = cable.portions[portion.parent]
        depth += 1
    return depth


def _finding_lines(cable: Cable) -> list[str]:
    lines = []
    for finding in cable.findings:
        place = cable.source.lines.position(finding.span.start)
        lines.append(
            f"  {place.line}:{place.column} {finding.severity} {finding.code}: {finding.message}"
        )
    return lines
