"""The facts a policy may ask for: what is known of a portion as of a date."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from redact.detectors.banner_names import BANNER_NAME
from redact.detectors.model import Detection, Wanted


class Unknown(Enum):
    """The value of a fact that nobody can state; no releasing condition is satisfied by it."""

    UNKNOWN = "unknown"

    __hash__ = object.__hash__


UNKNOWN: Final = Unknown.UNKNOWN

_OWN = "instruction"
_RULE = "automatic"
_NOTHING = "none"
RESTS_ON: Final = {
    "instruction": _OWN,
    "period": _OWN,
    "schedule": _OWN,
    "declassified": _OWN,
    "automatic-25-year": _RULE,
    "automatic-50-year": _RULE,
    "automatic-75-year": _RULE,
    "never-by-date": _NOTHING,
    "none": _NOTHING,
}
"""By basis: what a person decided and wrote, what E.O. 13526 §3.3 alone says, or no date at all."""

T = TypeVar("T")
Known: TypeAlias = T | Unknown


class Further(NamedTuple):
    """The facts that few policies ask for, told only to one that does; what each says stands in
    `redact.policy.fact_register`. All UNKNOWN where nobody has been asked.
    """

    banner: Known[str] = UNKNOWN
    sci: Known[frozenset[str]] = UNKNOWN
    sap: Known[frozenset[str]] = UNKNOWN
    aea: Known[frozenset[str]] = UNKNOWN
    fgi: Known[frozenset[str]] = UNKNOWN
    dissem: Known[frozenset[str]] = UNKNOWN
    non_ic: Known[frozenset[str]] = UNKNOWN
    cui: Known[frozenset[str]] = UNKNOWN
    owner: Known[frozenset[str]] = UNKNOWN
    releasable_to: Known[frozenset[str]] = UNKNOWN
    displayable_to: Known[frozenset[str]] = UNKNOWN
    equities: Known[frozenset[str]] = UNKNOWN
    tags: Known[frozenset[str]] = UNKNOWN
    from_: Known[frozenset[str]] = UNKNOWN
    to: Known[frozenset[str]] = UNKNOWN
    info: Known[frozenset[str]] = UNKNOWN
    order: Known[str] = UNKNOWN
    findings: Known[frozenset[str]] = UNKNOWN
    decontrolled_on: Known[date | None] = UNKNOWN
    cui_decontrolled: Known[bool] = UNKNOWN
    exempted: Known[frozenset[str]] = UNKNOWN


UNASKED: Final = Further()


class Facts(NamedTuple):
    """What is known of a portion as of a date; portions of which the same is known may share it.

    `kind` as in `redact.cable.model.Kind`. `level` U R C S TS. `controls` holds the codes of the
    effective marking and the families they belong to (`redact.policy.controls`). `declassified`:
    whether the instruction that binds the portion has taken effect. `captions`: the captions that
    restrict the telegram (one outside the vocabulary as `UNKNOWN`). `doubts`: finding codes that
    keep the portion back. `effective_date` is None where no date can be given. `dated` is the day
    from which the cable counts, None where it is not known. `age`: full years since then, as of
    the day. `detections`: what the detectors that a policy asks for found in the text of the
    portion. `further`: what only some policies ask for.
    """

    kind: str
    level: Known[str]
    controls: Known[frozenset[str]]
    declassified: Known[bool]
    basis: Known[str]
    effective_date: Known[date | None]
    captions: frozenset[str]
    doubts: frozenset[str]
    reasons: tuple[str, ...] = ()
    authority: str | None = None
    dated: date | None = None
    age: Known[int] = UNKNOWN
    detections: Known[tuple[Detection, ...]] = ()
    further: Further = UNASKED

    @property
    def spans(self) -> Known[frozenset[str]]:
        """Which detectors found something in the portion."""
        found = self.detections
        if found is UNKNOWN:
            return found
        return frozenset(item.detector for item in found if item.detector != BANNER_NAME)

    @property
    def rests_on(self) -> Known[str]:
        """Whether the date is the instruction's own or that of the automatic rule."""
        return self.basis if self.basis is UNKNOWN else RESTS_ON[self.basis]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The facts of every portion of a cable, in its order, as of a date.

    `detect` looks for spans, portion by portion, when a policy asks for them; None: nobody can.
    `tell` gives the further facts of every portion when a policy asks for one; None: the facts
    hold them already.
    """

    as_of: date
    portions: tuple[Facts, ...]
    detect: Callable[[Wanted], tuple[tuple[Detection, ...], ...]] | None = field(
        default=None, compare=False, repr=False
    )
    tell: Callable[[], tuple[Further, ...]] | None = field(default=None, compare=False, repr=False)


FURTHER: Final = frozenset(name.rstrip("_") for name in Further._fields)
"""The facts that are told only to a policy that asks for one."""


def path_of(fact: str) -> str:
    """Where `Facts` has the fact of this id: the name of a field, or of a field in `further`."""
    if fact not in FURTHER:
        return fact
    return "further.from_" if fact == "from" else f"further.{fact}"


def value_of(fact: str, facts: Facts) -> Any:
    """The value of a fact by its id: UNKNOWN, a word, a set of words, a truth, a number, a day."""
    return attrgetter(path_of(fact))(facts)
