"""From a cable to the facts a policy may ask for, as of a date."""

from datetime import date

from redact.cable.model import Cable, Header, Portion
from redact.policy.controls import controls_of
from redact.policy.facts import UNKNOWN, Assessment, Facts, Known
from redact.policy.vocabulary import CAPTIONS, UNKNOWN_WORD


def assess(cable: Cable, as_of: date) -> Assessment:
    """The facts of every portion of `cable` on the day `as_of`, in the order of the portions."""
    captions = _captions(cable.header)
    return Assessment(
        as_of, tuple(_facts(cable, portion, captions, as_of) for portion in cable.portions)
    )


def _facts(cable: Cable, portion: Portion, captions: frozenset[str], as_of: date) -> Facts:
    effective = (portion.instruction or cable.instruction).effective
    level, controls = _classification(portion)
    return Facts(
        index=portion.index,
        kind=portion.kind.value,
        number=portion.number,
        level=level,
        controls=controls,
        declassified=UNKNOWN if portion.doubts else _passed(effective.date, as_of),
        basis=effective.basis.value,
        effective_date=effective.date,
        captions=captions,
        doubts=frozenset(portion.doubts),
        reasons=cable.header.reasons,
        authority=effective.authority,
    )


def _classification(portion: Portion) -> tuple[Known[str], Known[frozenset[str]]]:
    """Level and controls that bind a portion: unknown without a marking, or with any doubt."""
    marking = portion.effective.marking
    if marking is None or portion.doubts:
        return UNKNOWN, UNKNOWN
    return marking.level.value, controls_of(marking)


def _passed(effective_date: date | None, as_of: date) -> bool:
    """Whether a text is declassified on a day; the effective date itself counts."""
    return effective_date is not None and effective_date <= as_of


def _captions(header: Header) -> frozenset[str]:
    """Names of the captions that restrict; one outside the vocabulary is never repeated."""
    return frozenset(
        caption.name if caption.name in CAPTIONS else UNKNOWN_WORD
        for caption in header.captions
        if caption.restricts
    )
