"""Which marking binds each portion: rules R1 to R6 of reading telegrams.

Own mark, else the enclosing portion's, else ENTIRE TEXT, else the banner. A cable in doubt raises
what has no mark; no banner leaves it unknown; an unreadable mark withholds.
"""

from dataclasses import dataclass, replace
from functools import lru_cache, partial

from redact.cable.body.quotations import UNREADABLE
from redact.cable.drafts import Boundary, Draft, Plain
from redact.cable.marks import Found
from redact.cable.model import Effective, EffectiveSource, Kind
from redact.markings import dominates, join
from redact.markings.model import Level, Marking

_OWN, _PARENT, _BANNER = EffectiveSource.OWN, EffectiveSource.PARENT, EffectiveSource.BANNER
_BLANK, _DOUBTFUL = Boundary.BLANK, Boundary.DOUBTFUL
_effective = partial(tuple.__new__, Effective)
"""From the fields in a row: a third of the time of the call, for the commonest objects."""

_UNKNOWN = Effective(None, EffectiveSource.NONE)
Bound = tuple[Effective, tuple[str, ...]]
"""What binds a portion, and the doubts that keep it back."""

_UNCLASSIFIED_CONTROLS = ("SBU", "SBU-NF", "LOU", "DS", "LES-NF")
_RELEASE_MARKS = frozenset({"REL", "RELIDO", "EYES"})


@dataclass(frozen=True, slots=True)
class Whole:
    """What is known of the whole: its banner, whether it is in doubt, the highest mark in it.

    `unread`: a line like a banner cannot be read, and no other is left: nothing takes its place.
    """

    banner: Marking | None
    in_doubt: bool
    highest: Marking | None
    unread: bool = False


@lru_cache(maxsize=1 << 12)
def is_above(mark: Marking, banner: Marking) -> bool:
    """Whether a mark outranks the banner: a higher level, or a control that the banner lacks.

    Release marks do not count, nor SBU, LOU and FOUO under a classified banner (R5). Owners and
    foreign sources do, and LIMDIS, though they restrict no holder (E4): they outlive a date.
    """
    return (
        not dominates(_without_release(banner), _without_release(mark))
        or not _sources(mark) <= _sources(banner)
        or ("DS" in mark.non_ic and "DS" not in banner.non_ic)
    )


def _sources(marking: Marking) -> frozenset[str]:
    """Whose information it is besides our own; what is not named counts by itself."""
    owners = marking.non_us.owner.split() if marking.non_us else ()
    listed = [one for one in (marking.joint, marking.fgi) if one is not None]
    unnamed = ["FGI"] if () in listed else []
    return frozenset((*owners, *(code for one in listed for code in one), *unnamed)) - {"USA"}


def _without_release(marking: Marking) -> Marking:
    kept = tuple(word for word in marking.dissem if word not in _RELEASE_MARKS)
    return replace(marking, dissem=kept, rel_to=(), display_only=())


@lru_cache(maxsize=1 << 12)
def raised(one: Marking, other: Marking) -> Marking:
    """The join of two markings, of which either may bind.

    A roll-up drops SBU, LOU, FOUO and the like under a classified mark (Register H.8, H.9). They
    outlive the classification, and doubt may not free text of them: here they stay.
    """
    both = join(one, other) if is_above(other, one) or _restricts(one, other) else one
    return replace(
        both,
        dissem=_with(both.dissem, (*one.dissem, *other.dissem), ("FOUO",)),
        aea=_with(both.aea, (*one.aea, *other.aea), ("DCNI", "UCNI")),
        non_ic=_with(both.non_ic, (*one.non_ic, *other.non_ic), _UNCLASSIFIED_CONTROLS),
    )


def _restricts(one: Marking, other: Marking) -> bool:
    """Whether release marks of the other restrict: they do on unclassified text (K9)."""
    unclassified = one.level is Level.U and other.level is Level.U
    return unclassified and _without_release(other) != other


def _with(
    joined: tuple[str, ...], parts: tuple[str, ...], kept: tuple[str, ...]
) -> tuple[str, ...]:
    """The joined controls, and those of `kept` that a part has and the join dropped."""
    return tuple(dict.fromkeys((*joined, *(word for word in parts if word in kept))))


def effective_markings(drafts: list[Draft], whole: Whole) -> list[Bound]:
    """For each draft, in order, the marking that binds it and the doubts that keep it back."""
    bound: list[Bound] = []
    base = whole.banner
    for draft in drafts:
        found = draft.found
        if found is None:
            bound.append(_bind_unmarked(draft, bound, whole, base))
            continue
        bound.append(_bind_marked(draft, found, bound, whole, base))
        if found.entire_text or found.mark.marking is None:
            base = _below(found, whole, base)
    return bound


def plain_markings(portions: list[Plain], banner: Marking) -> list[Effective]:
    """The same for plain portions under a banner that nothing puts in doubt."""
    by_banner = _effective((banner, _BANNER))
    bound: list[Effective] = []
    marking: Marking | None = banner
    for _, _, _, parent, mark in portions:
        if mark is not None:
            marking = mark.marking
            bound.append(_effective((marking, _OWN)))
        else:
            bound.append(by_banner if parent is None else _effective((marking, _PARENT)))
    return bound


def _below(found: Found, whole: Whole, base: Marking | None) -> Marking | None:
    """What binds unmarked text below a mark that says ENTIRE TEXT, or cannot be read."""
    marking = found.mark.marking
    if marking is None:
        return None if "ENTIRE" in found.mark.text.upper() else base
    if whole.unread:
        return base
    return raised(base, marking) if base else marking


def _bind_marked(
    draft: Draft, found: Found, bound: list[Bound], whole: Whole, base: Marking | None
) -> Bound:
    marking = found.mark.marking
    if marking is None:
        return Effective(whole.highest, EffectiveSource.HIGH_WATER), (UNREADABLE, *draft.doubts)
    if draft.raised or draft.run_on or draft.doubts or draft.boundary is _DOUBTFUL:
        return _bind_in_full(draft, bound, whole, base)
    return _effective((marking, _OWN)), ()


def _bind_unmarked(draft: Draft, bound: list[Bound], whole: Whole, base: Marking | None) -> Bound:
    above, beside = draft.parent, draft.beside
    if (
        beside is not None
        or draft.letter
        or draft.raised
        or draft.run_on
        or draft.doubts
        or draft.boundary is _DOUBTFUL
    ):
        return _bind_in_full(draft, bound, whole, base)
    if above is None:
        return _of_banner(whole, base), ()
    parent, doubts = bound[above]
    return _inherited(draft, parent, whole, base), doubts


def _bind_in_full(draft: Draft, bound: list[Bound], whole: Whole, base: Marking | None) -> Bound:
    doubtful = draft.boundary is _DOUBTFUL
    above = bound[draft.parent] if draft.parent is not None else None
    beside = bound[draft.beside] if draft.beside is not None else None
    effective = _own(draft, above)
    neighbours = [one for one in (above, beside) if one]
    if effective is None:
        effective = _inherited(draft, above[0] if above else None, whole, base)
    elif not doubtful:
        neighbours = []
    if doubtful or beside:
        for neighbour in neighbours:
            effective = _higher(effective, neighbour[0])
    if draft.run_on:
        effective = _higher(effective, _of_banner(whole, base))
    doubts = [*draft.doubts, *(doubt for _, others in neighbours for doubt in others)]
    return _raised(effective, draft), tuple(dict.fromkeys(doubts)) if doubts else ()


def _own(draft: Draft, above: Bound | None) -> Effective | None:
    if draft.found and draft.found.mark.marking:
        return _effective((draft.found.mark.marking, _OWN))
    letter = draft.letter.mark.marking if draft.letter else None
    parent = above[0].marking if above else None
    if letter and (parent is None or not dominates(parent, letter)):
        return Effective(letter, _OWN)
    return None


def _inherited(
    draft: Draft, parent: Effective | None, whole: Whole, base: Marking | None
) -> Effective:
    if parent is None or draft.boundary is _DOUBTFUL:
        return _of_banner(whole, base)
    if draft.boundary is _BLANK and draft.kind is not Kind.QUOTATION:
        if base is None:
            return _UNKNOWN
        if parent.marking is not None and not _covers(parent.marking, base):
            return _of_banner(whole, raised(base, parent.marking))
    if parent.marking is None:
        return _UNKNOWN
    if whole.in_doubt:
        return _high_water(whole, parent.marking)
    return _effective((parent.marking, _PARENT))


def _covers(one: Marking, other: Marking) -> bool:
    return one is other or (dominates(one, other) and not is_above(other, one))


def _of_banner(whole: Whole, base: Marking | None) -> Effective:
    if base is None:
        return _UNKNOWN
    return _high_water(whole, base) if whole.in_doubt else _effective((base, _BANNER))


def _high_water(whole: Whole, base: Marking) -> Effective:
    """The highest mark in the cable, with what would bind without the doubt and outlives a date."""
    highest = raised(whole.highest, base) if whole.highest else base
    return Effective(highest, EffectiveSource.HIGH_WATER)


def _higher(one: Effective, other: Effective) -> Effective:
    """The higher of two that may bind; unknown where either is."""
    if one.marking is None or other.marking is None:
        return _UNKNOWN
    if one.marking is other.marking:
        return one
    marking = raised(one.marking, other.marking)
    return one if marking == one.marking else Effective(marking, EffectiveSource.HIGH_WATER)


def _raised(effective: Effective, draft: Draft) -> Effective:
    """The marking raised by what stands inside the portion."""
    for mark in draft.raised:
        effective = _higher(effective, Effective(mark, _OWN))
    return effective
