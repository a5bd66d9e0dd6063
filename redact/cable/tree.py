"""A cable as a tree that a person reads: its header, then a line for each portion."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from redact.cable.lines import clean
from redact.cable.model import Addressee, Cable, Portion, Reference, Stamp

Paint: TypeAlias = Callable[[str, str], str]
"""Gives a text the look that has a name: `name`, `dim`, `U`, `C`, `S`, `TS`, `error`, `warning`."""

_WIDTH = 15
_BOUND = 16
_FIRST_WORDS = 40


def _plain(look: str, text: str) -> str:
    return text


def cable_tree(cable: Cable, paint: Paint = _plain) -> str:
    """Header fields, portions with what binds them and their first words, findings.

    Ends with a line end. `paint` gives it colour; what it says is the same without.
    """
    lines = [*_header_lines(cable, paint), "", *(_portion(cable, p, paint) for p in cable.portions)]
    if cable.findings:
        lines += ["", paint("name", "findings"), *_finding_lines(cable, paint)]
    return "\n".join(lines) + "\n"


def _header_lines(cable: Cable, paint: Paint) -> list[str]:
    header = cable.header
    by = header.classified_by
    fields: dict[str, str | Iterable[str] | None] = {
        "form": cable.form,
        "encoding": cable.source.encoding,
        "id": header.id,
        "mrn": header.mrn,
        "precedence": header.precedence,
        "dtg": header.dtg,
        "date": header.date.isoformat() if header.date and not header.dtg else None,
        "from": header.from_,
        "to": map(_addressee, header.to),
        "info": map(_addressee, header.info),
        "classification": header.classification,
        "captions": ", ".join(one.name for one in header.captions),
        "order": header.order,
        "declassify": header.declassify.text if header.declassify else None,
        "tags": ", ".join(header.tags),
        "subject": header.subject,
        "references": map(_reference, header.references),
        "classified by": ", ".join(filter(None, (by.name, by.title))) if by else None,
        "reasons": ", ".join(header.reasons),
        "sections": ", ".join(f"{one.number} of {one.total}" for one in header.sections),
        "drafted by": header.drafted_by,
        "cleared by": header.cleared_by,
        "stamps": map(_stamp, header.stamps),
        "signer": header.signer,
    }
    lines = []
    for name, value in fields.items():
        values = [value] if isinstance(value, str) else [*(value or ())]
        for number, said in enumerate(filter(None, values)):
            head = paint("name", f"{'' if number else name:<{_WIDTH}}")
            lines.append(f"{head}{_shown(said)}")
    return lines


def _addressee(one: Addressee) -> str:
    route = f"{one.route}/" if one.route else ""
    return " ".join(filter(None, (f"{route}{one.name}", one.precedence, one.serial)))


def _reference(one: Reference) -> str:
    label = f"{one.label}. " if one.label else ""
    known = f"  {one.id}" if one.id and one.id != one.text else ""
    return f"{label}{one.text}{known}"


def _stamp(one: Stamp) -> str:
    day = one.date.isoformat() if one.date else None
    return ", ".join(filter(None, (one.outcome, day, one.authority))) or one.text


def _portion(cable: Cable, portion: Portion, paint: Paint) -> str:
    line = cable.source.lines.position(portion.span.start).line
    indent = "  " * _depth(cable, portion)
    mark = f"({portion.mark.marking})" if portion.mark and portion.mark.marking else "-"
    effective = portion.effective.marking
    look = str(effective.level) if effective else "error"
    level, source = str(effective or "unknown"), f" by {portion.effective.source}"
    doubts = f"  doubt: {', '.join(portion.doubts)}" if portion.doubts else ""
    gap = " " * (_BOUND - len(level + source + doubts))
    bound = f"{paint(look, level)}{source}{paint('error', doubts)}{gap}"
    name = f"{indent}{portion.kind} {portion.number or ''}".rstrip()
    head = f"{portion.index:>4}  line {line:<5} {name:<24} {mark:<12} "
    return f"{head}{bound}  {paint('dim', _first_words(cable, portion))}".rstrip()


def _first_words(cable: Cable, portion: Portion) -> str:
    """How the text of a portion begins behind its mark, on one line."""
    start, end = portion.span
    if portion.mark and portion.mark.span.start - start < _FIRST_WORDS:
        start = portion.mark.span.end
    said = " ".join(clean(cable.source.text[start : min(end, start + 4 * _FIRST_WORDS)]).split())
    return _shown(said if len(said) <= _FIRST_WORDS else f"{said[: _FIRST_WORDS - 1]}…")


def _shown(text: str) -> str:
    """Text of a cable as a terminal may show it: nothing in it moves the cursor."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _depth(cable: Cable, portion: Portion) -> int:
    depth = 0
    while portion.parent is not None and depth < 8:
        portion = cable.portions[portion.parent]
        depth += 1
    return depth


def _finding_lines(cable: Cable, paint: Paint) -> list[str]:
    lines = []
    for finding in cable.findings:
        place = cable.source.lines.position(finding.span.start)
        severity = paint(str(finding.severity), str(finding.severity))
        lines.append(f"  {place.line}:{place.column} {severity} {finding.code}: {finding.message}")
    return lines
