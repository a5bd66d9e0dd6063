"""From a cable to the facts a policy may ask for, as of a date."""

from datetime import date
from functools import partial
from operator import add
from typing import Any, TypeAlias

from redact.cable.model import Cable, Header, Kind, Portion
from redact.declassification.periods import full_years
from redact.detectors.banner_names import banner_names
from redact.detectors.model import Detection, Wanted
from redact.policy.controls import controls_of
from redact.policy.facts import UNKNOWN, Assessment, Facts, Further, Known
from redact.policy.vocabulary import CAPTIONS, UNKNOWN_WORD

_Meaning: TypeAlias = tuple[Any, ...]
"""The facts from `level` on, in their order."""

_facts = partial(tuple.__new__, Facts)
"""Facts from their fields in a row: half the time of the call."""

_KINDS = {kind: kind.value for kind in Kind}

_NOT_ASKED = tuple(
    Facts._field_defaults[name] for name in Facts._fields[Facts._fields.index("detections") :]
)
"""What is found only for a policy that asks for it."""


def assess(cable: Cable, as_of: date) -> Assessment:
    """The facts of every portion of `cable` on the day `as_of`, in the order of the portions."""
    of_cable = _captions(cable.header), age_of(cable.dated, as_of)
    meanings: dict[tuple[object, ...], _Meaning] = {}
    known: dict[tuple[object, ...], Facts] = {}
    portions = []
    named = False
    for portion in cable.portions:
        marking, instruction = portion.effective.marking, portion.instruction
        sources = portion.kind, id(marking), portion.doubts, id(instruction)
        facts = known.get(sources)
        if facts is None:
            meaning = meanings.get(sources[1:])
            if meaning is None:
                named = named or (marking is not None and bool(marking.sci or marking.sap))
                meaning = meanings[sources[1:]] = _meaning(cable, portion, as_of, *of_cable)
            facts = known[sources] = _facts((_KINDS[portion.kind], *meaning))
        portions.append(facts)
    names = banner_names(cable) if named else ()
    if names:
        pairs = zip(portions, names, strict=True)
        portions = [facts._replace(detections=found) for facts, found in pairs]
    detect, tell = partial(_detect, cable, names), partial(_tell, cable, as_of)
    return Assessment(as_of, tuple(portions), detect, tell)


_Found: TypeAlias = tuple[tuple[Detection, ...], ...]
"""What was found, portion by portion."""


def _detect(cable: Cable, names: _Found, wanted: Wanted) -> _Found:
    """What the detectors find, and the names that go whatever a policy wants."""
    from redact.detectors import detect

    found = detect(cable, wanted)
    return tuple(map(add, found, names)) if names else found


def _tell(cable: Cable, as_of: date) -> tuple[Further, ...]:
    from redact.policy.further import further_facts

    return further_facts(cable, as_of)


def age_of(dated: date | None, as_of: date) -> Known[int]:
    """Full years from a document's date to a day; unknown where the date is."""
    return UNKNOWN if dated is None else full_years(dated, as_of)


def _meaning(
    cable: Cable, portion: Portion, as_of: date, captions: frozenset[str], age: Known[int]
) -> _Meaning:
    """What portions of one cable that have the same sources share: all facts but the kind."""
    effective = (portion.instruction or cable.instruction).effective
    level, controls = _classification(portion)
    return (
        level,
        controls,
        UNKNOWN if portion.doubts else _passed(effective.date, as_of),
        effective.basis.value,
        effective.date,
        captions,
        frozenset(portion.doubts),
        cable.header.reasons,
        effective.authority,
        cable.dated,
        age,
        *_NOT_ASKED,
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
