"""The marking of a whole from the markings of its parts (E1-E3; Reg D.2, H.3-H.9; 32 CFR 2001.24).

One function a component; each takes the two markings and what was decided before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce

from redact.markings.atomic import aea_entries, sigmas_of, words_of
from redact.markings.audience import RELEASE_MARKS, audience, has_release_mark
from redact.markings.canonical import dissem_order, non_ic_order
from redact.markings.codes import expanded, in_order, is_country, release_order
from redact.markings.hierarchy import sap_entries, sci_entries, tree_of
from redact.markings.model import Cui, Level, Marking, NonUS

_Pair = tuple[Marking, Marking]


def join(a: Marking, b: Marking, *, dated: date | None = None) -> Marking:
    """The marking of a whole that consists of a part marked `a` and a part marked `b`.

    Commutative and associative; it dominates both. `dated` is the document's date (see `audience`).
    """
    pair = (a, b)
    owner = _owner(pair)
    level = _level(pair, owner)
    non_ic = _non_ic(pair, level)
    release = _release(pair, level, non_ic, dated)
    return Marking(
        level=level,
        non_us=NonUS(owner.non_us.owner, level) if owner and owner.non_us else None,
        joint=owner.joint if owner else None,
        sci=sci_entries(tree_of((*a.sci, *b.sci))),
        sap=sap_entries((*a.sap, *b.sap)),
        aea=_aea(pair, level),
        fgi=_fgi(pair, owner),
        dissem=_dissem(pair, level, non_ic, release),
        rel_to=release.rel_to,
        display_only=release.display_only,
        non_ic=_spelled_out(non_ic, release),
        cui=_cui(pair),
    )


def roll_up(markings: Iterable[Marking], *, dated: date | None = None) -> Marking:
    """The marking of a whole from the effective markings of all its parts.

    Raises `ValueError` where there is none: nothing has no marking.
    """
    listed = tuple(markings)
    if not listed:
        raise ValueError("no markings to roll up")
    return reduce(lambda a, b: join(a, b, dated=dated), listed, listed[0])


def _owner(pair: _Pair) -> Marking | None:
    """A part whose owner the whole keeps, because both have the same (Reg H.3, H.7)."""
    a, b = pair
    if a.joint is not None or b.joint is not None:
        return a if a.joint == b.joint else None
    owners = {marking.non_us.owner if marking.non_us else None for marking in pair}
    return a if len(owners) == 1 and a.non_us else None


def _level(pair: _Pair, owner: Marking | None) -> Level:
    """The higher; under a U.S. level a foreign RESTRICTED counts as C (32 CFR 2001.54)."""
    if owner:
        return max((marking.level for marking in pair), key=lambda level: level.rank)
    levels = (Level.C if _is_foreign_restricted(marking) else marking.level for marking in pair)
    return max(levels, key=lambda level: level.rank)


def _is_foreign_restricted(marking: Marking) -> bool:
    is_foreign = marking.non_us is not None or marking.joint is not None
    return is_foreign and marking.level is Level.R


def _aea(pair: _Pair, level: Level) -> tuple[str, ...]:
    """RD absorbs FRD and TFNI, FRD absorbs TFNI; UCNI ends in a classified whole (Reg H.6)."""
    words: set[str] = set()
    numbers: dict[str, set[int]] = {}
    for marking in pair:
        words |= words_of(marking.aea)
        for family, listed in sigmas_of(marking.aea).items():
            numbers.setdefault(family, set()).update(listed)
    if "RD" in words:
        words -= {"FRD", "TFNI"}
        numbers = {"RD": set().union(*numbers.values())}
    if "FRD" in words:
        words -= {"TFNI"}
    if level is not Level.U:
        words -= {"DCNI", "UCNI"}
    return aea_entries(words, numbers)


def _fgi(pair: _Pair, owner: Marking | None) -> tuple[str, ...] | None:
    """Foreign sources, and the owners where the whole is American; one concealed conceals all."""
    named = [marking.fgi for marking in pair if marking.fgi is not None]
    if owner is None:
        named += [_owners(marking) for marking in pair if marking.non_us]
        named += [_co_owners(marking) for marking in pair if marking.joint is not None]
    if not named:
        return None
    return () if () in named else in_order(code for codes in named for code in codes)


def _owners(marking: Marking) -> tuple[str, ...]:
    owner = marking.non_us.owner if marking.non_us else "FGI"
    return () if owner == "FGI" else tuple(owner.split())


def _co_owners(marking: Marking) -> tuple[str, ...]:
    return tuple(code for code in marking.joint or () if code != "USA")


def _non_ic(pair: _Pair, level: Level) -> set[str]:
    """Non-IC controls of the whole; SBU-NF and LES-NF still as they stand (Reg H.9)."""
    present = {code for marking in pair for code in marking.non_ic}
    if "ND" in present:
        present -= {"XD"}
    if present & {"XD", "ND"}:
        present -= {"SBU", "SBU-NF"}
    if level is not Level.U:
        present -= {"DS", "SBU", "SBU-NF", "LOU"}
    return present


@dataclass(frozen=True, slots=True)
class _Release:
    """The release marks of a whole; `is_noforn` where no foreigner may have it."""

    rel_to: tuple[str, ...] = ()
    display_only: tuple[str, ...] = ()
    defers: bool = False
    is_noforn: bool = False
    is_spelled: bool = False


def _release(pair: _Pair, level: Level, non_ic: set[str], dated: date | None) -> _Release:
    """The intersection of the audiences (Reg D.2 table 3, as the formula of E2)."""
    nuclear = {word for marking in pair for word in words_of(marking.aea)} & {"DCNI", "UCNI"}
    if non_ic & {"XD", "ND"} or (nuclear and level is not Level.U):
        return _Release(is_noforn=True, is_spelled=True)
    if not any(map(has_release_mark, pair)):
        return _Release()
    audiences = [found for marking in pair if (found := audience(marking, dated))]
    readers = frozenset.intersection(*(who.readers for who in audiences))
    viewers = frozenset.intersection(*(who.viewers for who in audiences))
    defers = all(who.defers for who in audiences)
    if not viewers:
        spelled = not _says_only_sensitive(pair, level)
        return _Release(defers=defers, is_noforn=not defers, is_spelled=spelled)
    rel_to = _named(readers, [marking.rel_to for marking in pair if audience(marking)], dated)
    display = _shown(pair, readers, viewers, rel_to, dated)
    return _Release(
        release_order(("USA", *rel_to)) if rel_to else (), display, defers and not display
    )


def _named(
    countries: frozenset[str], lists: list[tuple[str, ...]], dated: date | None
) -> tuple[str, ...]:
    """The codes common to all lists, and the countries that no such code covers."""
    if not countries:
        return ()
    common = {code for code in lists[0] if all(code in listed for listed in lists)} - {"USA"}
    groups = {code for code in common if not is_country(code)}
    return in_order(groups | (countries - expanded(groups, dated)))


def _shown(
    pair: _Pair,
    readers: frozenset[str],
    viewers: frozenset[str],
    rel_to: tuple[str, ...],
    dated: date | None,
) -> tuple[str, ...]:
    """Who may see the whole without having it."""
    lists = [(*marking.rel_to, *marking.display_only) for marking in pair if audience(marking)]
    named = set(_named(viewers, lists, dated)) - set(rel_to)
    return in_order(code for code in named if not is_country(code) or code not in readers)


def _says_only_sensitive(pair: _Pair, level: Level) -> bool:
    """Whether SBU-NF or LES-NF, one of them, is all that an unclassified whole says of release."""
    marks = {
        mark
        for marking in pair
        for mark in (*marking.dissem, *marking.non_ic)
        if mark in RELEASE_MARKS | {"SBU-NF", "LES-NF"}
    }
    lists = any(marking.rel_to or marking.display_only for marking in pair)
    return level is Level.U and not lists and marks in ({"SBU-NF"}, {"LES-NF"})


def _spelled_out(non_ic: set[str], release: _Release) -> tuple[str, ...]:
    """SBU-NF and LES-NF alone stay one control and absorb their own; else NF stands apart."""
    present = set(non_ic)
    for code in ("SBU", "LES"):
        joined = f"{code}-NF"
        if joined in present:
            present -= {joined} if release.is_spelled else {code}
            present |= {code} if release.is_spelled else set()
    return non_ic_order(present)


def _dissem(pair: _Pair, level: Level, non_ic: set[str], release: _Release) -> tuple[str, ...]:
    """Union; OC absorbs OC-USGOV, any other control FOUO (Reg H.8)."""
    present = {code for marking in pair for code in marking.dissem} - RELEASE_MARKS
    if "OC" in present:
        present -= {"OC-USGOV"}
    if level is not Level.U or present - {"FOUO"} or non_ic:
        present -= {"FOUO"}
    present |= {"NF"} if release.is_noforn and release.is_spelled else set()
    present |= {"RELIDO"} if release.defers else set()
    return dissem_order(present)


def _cui(pair: _Pair) -> Cui | None:
    """Union; a category both Basic and Specified is Specified (NARA)."""
    present = [marking.cui for marking in pair if marking.cui]
    if not present:
        return None
    specified = {code for cui in present for code in cui.specified}
    basic = {code for cui in present for code in cui.categories} - specified
    limits = {code for cui in present for code in cui.dissem}
    return Cui(*(tuple(sorted(codes)) for codes in (basic, specified, limits)))
