"""The facts a policy may ask for: what is known of a portion as of a date."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, NamedTuple, TypeAlias, TypeVar


class Unknown(Enum):
    """The value of a fact that nobody can state; no releasing condition is satisfied by it."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN

T = TypeVar("T")
Known: TypeAlias = T | Unknown


class Facts(NamedTuple):
    """What is known of one portion as of a date.

    `index` and `number` say which portion; no policy asks for them. `kind` as in
    `redact.cable.model.Kind`. `level` U R C S TS. `controls` holds the codes of the effective
    marking and the families they belong to (`redact.policy.controls`). `declassified`: whether the
    instruction that binds the portion has taken effect. `captions`: the captions that restrict the
    telegram (one outside the vocabulary as `UNKNOWN`). `doubts`: finding codes that keep the
    portion back. `effective_date` is None where no date can be given.
    """

    index: int  # type: ignore[assignment]  # hides a method that all tuples have
    kind: str
    number: str | None
    level: Known[str]
    controls: Known[frozenset[str]]
    declassified: Known[bool]
    basis: Known[str]
    effective_date: Known[date | None]
    captions: frozenset[str]
    doubts: frozenset[str]
    reasons: tuple[str, ...] = ()
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The facts of every portion of a cable, in its order, as of a date."""

    as_of: date
    portions: tuple[Facts, ...]
