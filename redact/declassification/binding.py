"""Which of several instructions binds a telegram (R18, R33; 32 CFR 2001.22(e)).

The reading of R18, R33 and K13 together. An instruction that cannot be read binds before all: it
may hide an exemption. Then whatever gives no date (never by date, imagery, a stamp that does not
count, nothing to count from): none protects longer than any day. Then the latest date; of two
alike the first. N/A and a missing instruction state none, so they bind only where nothing is
stated: N/A before missing, because it frees nothing ever. A telegram whose banner is classified
contradicts an N/A: for it the caller names the level, and N/A protects as any other none does.
"""

from collections.abc import Sequence
from datetime import date

from redact.declassification.model import Instruction, Kind
from redact.declassification.reading import read_instruction

_CLASSIFIED = frozenset({"R", "C", "S", "TS"})


def binding(instructions: Sequence[Instruction], *, level: str | None = None) -> Instruction:
    """The instruction that protects longest; of none at all, a missing one without a date.

    `level` is that of the banner over them, where the caller knows it.
    """
    if not instructions:
        return read_instruction("")
    contradicts = level in _CLASSIFIED
    return max(instructions, key=lambda one: _protection(one, contradicts=contradicts))


def _protection(instruction: Instruction, *, contradicts: bool) -> tuple[int, date]:
    """How long an instruction protects: a rank, and within a rank the day."""
    ends = instruction.effective.date
    if instruction.kind is Kind.UNREADABLE:
        return 4, date.min
    if instruction.kind is Kind.MISSING:
        return 0, ends or date.max
    if instruction.kind is Kind.NOT_APPLICABLE and not contradicts:
        return 1, date.min
    return (3, date.min) if ends is None else (2, ends)
