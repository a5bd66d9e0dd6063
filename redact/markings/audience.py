"""Who besides Americans may have or see what a marking covers (E2; Reg D.2 table 3, H.8).

A foreigner is admitted only by name; no mark says nothing, and nothing is no permission.
"""

from dataclasses import dataclass
from datetime import date

from redact.markings.codes import ever_members, expanded, organisations
from redact.markings.model import Level, Marking

RELEASE_MARKS = frozenset({"NF", "REL", "RELIDO", "EYES"})
"""The dissemination controls that say to whom a text may go."""

_NOBODY = frozenset({"NF", "SBU-NF", "LES-NF", "XD", "ND"})
_UNCAVEATED_IS_RELIDO = date(2010, 6, 28)
_UNITED_STATES = frozenset({"USA"})


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may have the text (R), who may see it (V), and whether an official may decide (F)."""

    readers: frozenset[str]
    viewers: frozenset[str]
    defers: bool


def audience(marking: Marking, dated: date | None = None) -> Audience | None:
    """The audience a marking contributes to a whole; None where it does not take part.

    `dated` is the document's date: it decides on the members of an organisation, and on classified
    text without release mark, which since 28 June 2010 defers to an official (Reg B.3).
    """
    if not takes_part(marking):
        return None
    if excludes_all(marking):
        return Audience(frozenset(), frozenset(), defers=False)
    readers = expanded(marking.rel_to, dated) - _UNITED_STATES
    viewers = readers | (expanded(marking.display_only, dated) - _UNITED_STATES)
    return Audience(readers, viewers, defers=_defers(marking, dated))


def takes_part(marking: Marking) -> bool:
    """Whether a marking has a say in the release of a whole: U and U//FOUO have none."""
    return marking.level is not Level.U or bool(_controls(marking)) or has_release_mark(marking)


def excludes_all(marking: Marking) -> bool:
    """Whether a marking says in words that no foreigner may have the text."""
    return not _NOBODY.isdisjoint((*marking.dissem, *marking.non_ic))


def has_release_mark(marking: Marking) -> bool:
    """Whether a marking says anything of release."""
    said = not RELEASE_MARKS.isdisjoint(marking.dissem) or excludes_all(marking)
    return said or bool(marking.rel_to or marking.display_only)


def releasable_to(
    marking: Marking, code: str, *, display: bool = False, dated: date | None = None
) -> bool:
    """Whether the mark itself names the country or organisation `code`, in words or by a group.

    With `display`, whether it may be shown. False for every foreigner where the mark is silent.
    """
    if excludes_all(marking):
        return False
    listed = (*marking.rel_to, *(marking.display_only if display else ()))
    return code in listed or ever_members(code) <= expanded(listed, dated)


def audience_codes(
    marking: Marking, *, display: bool = False, dated: date | None = None
) -> frozenset[str]:
    """Every country and organisation for which `releasable_to` is true, USA among them if listed.

    An organisation is one of them where the marking lists it, or each of its members of any day.
    """
    if excludes_all(marking):
        return frozenset()
    listed = (*marking.rel_to, *(marking.display_only if display else ()))
    if not listed:
        return frozenset()
    countries = expanded(listed, dated)
    groups = (code for code in organisations() if ever_members(code) <= countries)
    return countries.union(listed, groups)


def _controls(marking: Marking) -> tuple[object, ...]:
    """Controls apart from FOUO; owners and foreign sources are none, CUI is one (E2)."""
    dissem = tuple(code for code in marking.dissem if code != "FOUO")
    cui = (marking.cui,) if marking.cui else ()
    return (*marking.sci, *marking.sap, *marking.aea, *dissem, *marking.non_ic, *cui)


def _defers(marking: Marking, dated: date | None) -> bool:
    if marking.display_only:
        return False
    if has_release_mark(marking):
        return "RELIDO" in marking.dissem
    if marking.level is Level.U:
        return True
    is_late = dated is not None and dated >= _UNCAVEATED_IS_RELIDO
    return is_late and not _is_caveated(marking)


def _is_caveated(marking: Marking) -> bool:
    """Whether anything but SCI restricts the text (Reg B.3)."""
    owned = marking.non_us or marking.joint is not None or marking.fgi is not None
    listed = marking.sap or marking.aea or marking.dissem or marking.non_ic or marking.cui
    return bool(owned or listed)
