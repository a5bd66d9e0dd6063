"""The instruction that binds a cable, and those that bind one portion alone (R18, R33; K13)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from redact.cable.drafts import Draft, Field, Scan
from redact.cable.endings import endings_of_whole
from redact.cable.header.authority import behind_reasons
from redact.cable.header.durations import may_qualify, may_state, names_day
from redact.cable.header.order_line import value_of
from redact.declassification import binding, read_instruction
from redact.declassification.model import Basis, Effective, Instruction, Kind
from redact.markings.model import Level, Marking
from redact.text import Span

_OWN_BASES = (Basis.INSTRUCTION, Basis.PERIOD, Basis.SCHEDULE, Basis.DECLASSIFIED)
_STATES_NOTHING = (Kind.MISSING, Kind.NOT_APPLICABLE)


def order_instruction(field: Field, dated: date | None, level: str | None) -> Instruction:
    """The instruction on an E.O. line; `text` is what stands behind the order's number."""
    instruction = _of_order(field.text, dated, level)
    if not instruction.findings:
        return instruction
    shifted = tuple(finding.shift(field.start) for finding in instruction.findings)
    return replace(instruction, findings=shifted)


@lru_cache(maxsize=1 << 12)
def _of_order(text: str, dated: date | None, level: str | None) -> Instruction:
    return replace(read_instruction(text, dated, level=level), text=value_of(text))


def cable_instruction(
    scan: Scan, dated: date | None, level: str | None, reach: Iterable[Instruction]
) -> Instruction:
    """The instruction that binds the cable: of several, the one that protects longest.

    `reach` holds those of the E.O. lines. A `Classified by … Declassify on …` states another.
    N/A on a classified telegram contradicts it, and protects longest (K7).
    """
    orders, authorities = list(reach), _of_authorities(scan, dated, level)
    stated = [*orders, *authorities]
    own = binding(stated, level=level) if stated else read_instruction("", dated)
    labelled = [*(orders if len(orders) > 1 else ()), *authorities]
    for empty in (one for one in labelled if one.kind is Kind.MISSING):
        own = _later(own, empty)
    own = _as_little_trusted(own, [one for one in orders if one.kind not in _STATES_NOTHING])
    elsewhere = [*scan.further, *endings_of_whole(scan)]
    further = [_placed(scan, read_instruction(text, dated, level=level)) for text in elsewhere]
    own = _as_little_trusted(_with_further(own, further, level), [own])
    if scan.lacking:
        missing = read_instruction("", dated)
        own = _as_little_trusted(_later(own, missing), [missing])
    residues = [_placed(scan, read_instruction(text, dated, level=level)) for text in scan.residues]
    if not residues:
        return own
    return _as_little_trusted(binding([own, *residues], level=level), [own])


def _as_little_trusted(bound: Instruction, stated: list[Instruction]) -> Instruction:
    """What binds may be later than what was stated, but rests on no better basis than each of it.

    A telegram that states no end of its own (OADR, X1, XGDS, nothing) is not freed by a day that
    stands elsewhere in the file: that may be another's, or only quoted.
    """
    weak = next((one for one in stated if one.effective.basis not in _OWN_BASES), None)
    if weak is None or bound.effective.basis not in _OWN_BASES:
        return bound
    basis, authority = weak.effective.basis, weak.effective.authority
    day = bound.effective.date if weak.effective.date else None
    return replace(bound, effective=Effective(day, basis, authority))


def _with_further(own: Instruction, further: list[Instruction], level: str | None) -> Instruction:
    """What is stated elsewhere may prolong; it never gives a date to what states none itself."""
    if not further:
        return own
    if own.kind in _STATES_NOTHING:
        return _later(own, binding(further, level=level))
    for empty in (one for one in further if one.kind is Kind.MISSING):
        own = _later(own, empty)
    return binding([own, *further], level=level)


def _of_authorities(scan: Scan, dated: date | None, level: str | None) -> list[Instruction]:
    """What stands behind the reasons of an authority paragraph, if it says when something ends."""
    behind = [(behind_reasons(field.text), field.start) for field in scan.authorities]
    return [
        _placed(scan, read_instruction(text, dated, level=level), start)
        for text, start in behind
        if may_state(text) or may_qualify(text)
    ]


def _placed(scan: Scan, instruction: Instruction, start: int = 0) -> Instruction:
    """The instruction with its findings where its text stands from `start` on, or at `start`."""
    if not instruction.findings:
        return instruction
    at = scan.text.find(instruction.text, start)
    findings = (
        finding.shift(at) if at >= 0 else replace(finding, span=Span(start, start))
        for finding in instruction.findings
    )
    return replace(instruction, findings=tuple(findings))


def own_instruction(
    draft: Draft,
    endings: tuple[str, ...],
    cable: Instruction,
    dated: date | None,
    level: str | None,
) -> Instruction | None:
    """For a portion that states an end of its own, or quotes one: the later, for it alone.

    `endings` are the values in the marks that bind it. The date of what is quoted is not known:
    only a day in full can be relied on.
    """
    quoted = [read_instruction(text, None) for text in draft.orders]
    stating = [one for one in quoted if one.kind is not Kind.NOT_APPLICABLE]
    stating += [read_instruction(text, dated, level=level) for text in dict.fromkeys(endings)]
    if not stating:
        return None
    bound = _with_further(cable, stating, level)
    return bound if draft.orders or bound.effective != cable.effective else None


def _later(one: Instruction, other: Instruction) -> Instruction:
    """The one that protects longer; no date protects longest."""
    if one.effective.date is None or other.effective.date is None:
        return one if one.effective.date is None else other
    return one if one.effective.date >= other.effective.date else other


def contradicts_unclassified(
    scan: Scan, instruction: Instruction, reasons: tuple[str, ...]
) -> bool:
    """Whether a telegram with a banner of level U says elsewhere that it is classified (R6)."""
    states_day = any(names_day(value_of(field.text)) for field in scan.orders)
    return bool(reasons) or states_day or instruction.kind not in _STATES_NOTHING


def level_of(marking: Marking | None) -> str | None:
    """The level as the schedules of 1972 ask for it; None below CONFIDENTIAL."""
    if marking is None or marking.level in (Level.U, Level.R):
        return None
    return str(marking.level)
