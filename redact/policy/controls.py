"""The controls of a marking as a set of words a policy can ask for: codes and families."""

from functools import lru_cache

from redact.markings.model import Marking
from redact.policy.vocabulary import CONTROLS, UNKNOWN_WORD

_NATO_ONLY = frozenset({"ATOMAL", "BALK", "BOHEMIA"})


@lru_cache(maxsize=4096)
def controls_of(marking: Marking) -> frozenset[str]:
    """Codes and families of `marking`; a code outside the vocabulary comes out as `UNKNOWN`.

    Compartments, programs, countries and SIGMA numbers are left out: the family stands for them.
    Empty only for a marking that is a bare U.S. level.
    """
    codes = (*_sci(marking), *_sap(marking), *_aea(marking), *marking.dissem, *marking.non_ic)
    known = {code if code in CONTROLS else UNKNOWN_WORD for code in codes}
    return frozenset(known | _owners(marking) | _lists(marking) | _cui(marking) | _nato(marking))


def _sci(marking: Marking) -> set[str]:
    systems = {entry.split("-")[0] for entry in marking.sci}
    return systems | {"SCI"} if systems else systems


def _sap(marking: Marking) -> set[str]:
    """`SAP`, and NATO's special access words under their own names."""
    if not marking.sap:
        return set()
    return {"SAP"} | (_NATO_ONLY & set(marking.sap))


def _aea(marking: Marking) -> set[str]:
    codes = {"SIGMA" if "-SG" in entry else entry for entry in marking.aea}
    return codes | {"AEA"} if codes else codes


def _owners(marking: Marking) -> set[str]:
    owners = {"NON-US": marking.non_us, "JOINT": marking.joint, "FGI": marking.fgi}
    return {word for word, owner in owners.items() if owner is not None}


def owners_of(marking: Marking) -> frozenset[str]:
    """Codes of all who own the text or a part of it beside the United States alone.

    Owner, co-owners (the United States among them), foreign sources; `UNKNOWN` for one that is
    concealed; NATO for what only NATO marks so.
    """
    owner = marking.non_us.owner.split() if marking.non_us else []
    sources = [*(marking.joint or ()), *(marking.fgi or ())]
    concealed = "FGI" in owner or marking.fgi == ()
    codes = {code for code in (*owner, *sources) if code != "FGI"} | _nato(marking)
    return frozenset(codes | ({UNKNOWN_WORD} if concealed else set()))


def _lists(marking: Marking) -> set[str]:
    lists = {"REL TO": marking.rel_to, "DISPLAY ONLY": marking.display_only}
    return {word for word, countries in lists.items() if countries}


def _cui(marking: Marking) -> set[str]:
    if marking.cui is None:
        return set()
    return {"CUI"} | {code if code in CONTROLS else UNKNOWN_WORD for code in marking.cui.dissem}


def _nato(marking: Marking) -> set[str]:
    """NATO owns what bears its name as owner, co-owner or source, and what only NATO marks so."""
    owner = marking.non_us.owner.split() if marking.non_us else ()
    codes = {*owner, *(marking.joint or ()), *(marking.fgi or ()), *marking.sap, *marking.aea}
    return {"NATO"} if codes & ({"NATO"} | _NATO_ONLY) else set()
