"""Which marking binds each portion: rules R1 to R6 of reading telegrams.

Own mark, else the enclosing portion's, else ENTIRE TEXT, else the banner. A cable in doubt raises
what has no mark; no banner leaves it unknown; an unreadable mark withholds.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from redact.cable.body.quotations import UNREADABLE
from redact.cable.drafts import Boundary, Draft
from redact.cable.model import Effective, EffectiveSource, Kind
from redact.markings import dominates, join
from redact.markings.model import Marking

_UNKNOWN = Effective(None, EffectiveSource.NONE)
_RELEASE_MARKS = frozenset({"REL", "RELIDO", "EYES"})


@dataclass(frozen=True, slots=True)
class Whole:
    """What is known of the whole: its banner, whether it is in doubt, the highest mark in it."""

    banner: Marking | None
    in_doubt: bool
    highest: Marking | None


@lru_cache(maxsize=1 << 12)
def is_above(mark: Marking, banner: Marking) -> bool:
    """Whether a mark outranks the banner: a higher level, or a control that the banner lacks.

    Release marks do not count, nor SBU, LOU and FOUO under a classified banner (R5).
    """
    return not dominates(_without_release(banner), _without_release(mark))


def _without_release(marking: Marking) -> Marking:
    kept = tuple(word for word in marking.dissem if word not in _RELEASE_MARKS)
    return replace(marking, dissem=kept, rel_to=(), display_only=())


def effective_markings(
    drafts: list[Draft], whole: Whole
) -> list[tuple[Effective, tuple[str, ...]]]:
    """For each draft, in order, the marking that binds it and the doubts that keep it back."""
    bound: list[tuple[Effective, tuple[str, ...]]] = []
    base = whole.banner
    for draft in drafts:
        effective, doubts = _bind(draft, bound, whole, base)
        bound.append((effective, doubts))
        found = draft.found
        if found and found.entire_text and found.mark.marking:
            base = join(found.mark.marking, base) if base else found.mark.marking
    return bound


def _bind(
    draft: Draft, bound: list[tuple[Effective, tuple[str, ...]]], whole: Whole, base: Marking | None
) -> tuple[Effective, tuple[str, ...]]:
    above = bound[draft.parent] if draft.parent is not None else None
    if draft.found and draft.found.unreadable:
        return Effective(whole.highest, EffectiveSource.HIGH_WATER), (UNREADABLE, *draft.doubts)
    own = _own(draft, above)
    if own is not None:
        shared = above[1] if above and draft.boundary is Boundary.DOUBTFUL else ()
        return _raised(own, draft, above), _unique((*draft.doubts, *shared))
    effective = _inherited(draft, above[0] if above else None, whole, base)
    beside = bound[draft.beside] if draft.beside is not None else None
    if beside:
        effective = _higher(effective, beside[0])
    shared = (*(above[1] if above else ()), *(beside[1] if beside else ()))
    return _raised(effective, draft, None), _unique((*draft.doubts, *shared))


def _higher(one: Effective, other: Effective) -> Effective:
    """The higher of two that may bind; unknown where either is."""
    if one.marking is None or other.marking is None:
        return _UNKNOWN
    if not is_above(other.marking, one.marking):
        return one
    return Effective(join(one.marking, other.marking), EffectiveSource.HIGH_WATER)


def _unique(doubts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(doubts))


def _own(draft: Draft, above: tuple[Effective, tuple[str, ...]] | None) -> Effective | None:
    if draft.found and draft.found.mark.marking:
        return Effective(draft.found.mark.marking, EffectiveSource.OWN)
    letter = draft.letter.mark.marking if draft.letter else None
    parent = above[0].marking if above else None
    if letter and (parent is None or not dominates(parent, letter)):
        return Effective(letter, EffectiveSource.OWN)
    return None


def _raised(
    effective: Effective, draft: Draft, above: tuple[Effective, tuple[str, ...]] | None
) -> Effective:
    """The marking joined with what stands inside, and with a neighbour it cannot be told from."""
    marking = effective.marking
    if marking is None:
        return effective
    raising = list(draft.raised)
    if above and draft.boundary is Boundary.DOUBTFUL:
        if above[0].marking is None:
            return _UNKNOWN
        raising.append(above[0].marking)
    for mark in raising:
        if is_above(mark, marking):
            marking = join(marking, mark)
    if marking == effective.marking:
        return effective
    return Effective(marking, EffectiveSource.HIGH_WATER)


def _inherited(
    draft: Draft, parent: Effective | None, whole: Whole, base: Marking | None
) -> Effective:
    if parent is None:
        return _of_banner(whole, base)
    if draft.boundary is Boundary.BLANK and draft.kind is not Kind.QUOTATION:
        if base is None:
            return _UNKNOWN
        if parent.marking is not None and not dominates(parent.marking, base):
            return _of_banner(whole, base)
    if parent.marking is None:
        return _UNKNOWN
    if whole.in_doubt:
        return Effective(whole.highest, EffectiveSource.HIGH_WATER)
    return Effective(parent.marking, EffectiveSource.PARENT)


def _of_banner(whole: Whole, base: Marking | None) -> Effective:
    if base is None:
        return _UNKNOWN
    if whole.in_doubt:
        return Effective(whole.highest, EffectiveSource.HIGH_WATER)
    return Effective(base, EffectiveSource.BANNER)
