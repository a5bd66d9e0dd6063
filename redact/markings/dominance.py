"""Whether one marking dominates another: who may see what the first covers may see the second (E4).

A preorder, not an order: owners and foreign sources say where text comes from and restrict nobody.
"""

from redact.markings.atomic import sigmas_of, words_of
from redact.markings.audience import RELEASE_MARKS, audience, excludes_all
from redact.markings.hierarchy import atoms, tree_of
from redact.markings.model import Level, Marking


def dominates(a: Marking, b: Marking) -> bool:
    """Whether a holder cleared for `a` may see `b`; every component must hold (E4)."""
    return all(covers(a, b) for covers in _COMPONENTS)


def _level(a: Marking, b: Marking) -> bool:
    return a.level.rank >= b.level.rank


def _compartments(a: Marking, b: Marking) -> bool:
    """Every system, compartment and program of `b` in `a`; SI does not cover SI-G (Reg D.2)."""
    return all(
        atoms(tree_of(theirs)) <= atoms(tree_of(ours))
        for ours, theirs in ((a.sci, b.sci), (a.sap, b.sap))
    )


def _atomic_energy(a: Marking, b: Marking) -> bool:
    """RD covers FRD, either covers TFNI, RD-SG n covers FRD-SG n (Reg H.6)."""
    ours, numbers = words_of(a.aea), sigmas_of(a.aea)
    if "RD" in ours:
        ours |= {"FRD"}
        numbers = {"RD": numbers.get("RD", set()), "FRD": set().union(*numbers.values())}
    if "FRD" in ours:
        ours |= {"TFNI"}
    if a.level is not Level.U and excludes_all(a):
        ours |= {"DCNI", "UCNI"}
    theirs = sigmas_of(b.aea)
    return words_of(b.aea) <= ours and all(
        wanted <= numbers.get(family, set()) for family, wanted in theirs.items()
    )


def _dissemination(a: Marking, b: Marking) -> bool:
    """Every control besides release; OC covers OC-USGOV, any other covers FOUO (Reg H.8)."""
    ours = set(a.dissem) - RELEASE_MARKS
    if "OC" in ours:
        ours |= {"OC-USGOV"}
    if a.level is not Level.U or ours or a.non_ic:
        ours |= {"FOUO"}
    return set(b.dissem) - RELEASE_MARKS <= ours


def _non_ic(a: Marking, b: Marking) -> bool:
    """Reg H.9: what absorbs a control in a whole covers it here."""
    ours = set(a.non_ic)
    is_classified = a.level is not Level.U
    absorbs = is_classified or not ours.isdisjoint({"SBU-NF", "XD", "ND"})
    if excludes_all(a):
        ours |= {"SBU-NF"} if absorbs or "SBU" in ours else set()
        ours |= {"LES-NF"} if "LES" in ours else set()
    ours |= {"SBU"} if absorbs else set()
    ours |= {"DS", "LOU"} if is_classified else set()
    ours |= {"XD"} if "ND" in ours else set()
    ours |= {"LES"} if "LES-NF" in ours else set()
    return set(b.non_ic) <= ours


def _cui(a: Marking, b: Marking) -> bool:
    """Specified categories and controls of CUI alone in `a`; Basic ones in either of its lists."""
    if b.cui is None:
        return True
    if a.cui is None:
        return not (b.cui.categories or b.cui.specified or b.cui.dissem)
    return (
        set(b.cui.specified) <= set(a.cui.specified)
        and set(b.cui.dissem) <= set(a.cui.dissem)
        and set(b.cui.categories) <= {*a.cui.categories, *a.cui.specified}
    )


def _release(a: Marking, b: Marking) -> bool:
    """Whom `a` admits, `b` admits; and `a` says NOFORN where `b` does."""
    ours, theirs = audience(a), audience(b)
    if theirs is None:
        return True
    if ours is None or (excludes_all(b) and not excludes_all(a)):
        return False
    return (
        ours.readers <= theirs.readers
        and ours.viewers <= theirs.viewers
        and (theirs.defers or not ours.defers)
    )


_COMPONENTS = (_level, _compartments, _atomic_energy, _dissemination, _non_ic, _cui, _release)
