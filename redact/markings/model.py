"""What a marking says, as values."""

from dataclasses import dataclass
from enum import StrEnum

from redact.findings import Finding


class Level(StrEnum):
    """The level of protection, whoever owns it (E.O. 13526 §1.2; R: E.O. 10290, foreign, NATO)."""

    __hash__ = str.__hash__

    U = "U"
    R = "R"
    C = "C"
    S = "S"
    TS = "TS"

    @property
    def rank(self) -> int:
        """0 for U up to 4 for TS; levels are compared by rank alone."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class NonUS:
    """Owner and level of a marking that is not American: `//GBR S`, `//NS`, `//FGI S`."""

    owner: str
    level: Level


@dataclass(frozen=True, slots=True)
class Cui:
    """Controlled unclassified information (32 CFR 2002): codes without `SP-`, each list sorted."""

    categories: tuple[str, ...] = ()
    specified: tuple[str, ...] = ()
    dissem: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marking:
    """One marking; every field is in canonical order, so equal meaning is equal and hashes equal.

    `str(marking)` is the canonical portion form without parentheses and parses back.
    """

    level: Level
    non_us: NonUS | None = None
    joint: tuple[str, ...] | None = None
    sci: tuple[str, ...] = ()
    sap: tuple[str, ...] = ()
    aea: tuple[str, ...] = ()
    fgi: tuple[str, ...] | None = None
    dissem: tuple[str, ...] = ()
    rel_to: tuple[str, ...] = ()
    display_only: tuple[str, ...] = ()
    non_ic: tuple[str, ...] = ()
    cui: Cui | None = None

    def __hash__(self) -> int:
        return hash((self.level, self.sci, self.aea, self.dissem, self.rel_to, self.non_ic))

    def __str__(self) -> str:
        from redact.markings.canonical import portion

        return portion(self)


@dataclass(frozen=True, slots=True)
class MarkingReading:
    """What was made of a text that may be a marking: `marking` is None where it is not one.

    `entire_text`: the text says ENTIRE TEXT or ENTIRE MESSAGE. Findings count from the start of
    `text`. `ends` is the declassification value behind the last control (A1.10): it restricts
    nothing, so it is no part of the marking.
    """

    text: str
    marking: Marking | None
    entire_text: bool
    findings: tuple[Finding, ...]
    ends: str | None = None
