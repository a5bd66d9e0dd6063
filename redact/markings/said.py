"""What a marking says, as a set of words that rules can ask for."""

from collections.abc import Iterator

from redact.markings.atomic import sigmas_of, words_of
from redact.markings.hierarchy import NATO_WORDS
from redact.markings.model import Marking
from redact.markings.parts import Parsed


def words_said(parsed: Parsed, marking: Marking) -> frozenset[str]:
    """Codes of controls, `SI` and `SI-G` for systems and compartments, and words for the rest."""
    said = {*marking.dissem, *marking.non_ic}
    if marking.aea:
        said |= words_of(marking.aea)
        if sigmas_of(marking.aea):
            said.add("SIGMA")
    if marking.sci:
        said.add("SCI")
        _add_compartments(said, marking.sci)
    if marking.sap:
        words = [word for word in NATO_WORDS if word in marking.sap]
        said.update(words)
        if len(words) < len(marking.sap):
            said.add("SAR")
    if marking.rel_to or marking.display_only:
        _add_release(said, parsed, marking)
    if marking.non_us or marking.joint is not None or marking.fgi is not None:
        said.update(_sources(parsed, marking))
    return frozenset(said)


def _add_compartments(said: set[str], sci: tuple[str, ...]) -> None:
    """From entries of the field: a system, and each compartment with its sub-compartments."""
    for entry in sci:
        shown, *subs = entry.split(" ", 1)
        said.add(shown)
        system, *below = shown.split("-")
        if below:
            said.add(f"{system}-COMPARTMENT")
        if subs:
            said.add(f"{shown}-SUB")


def _add_release(said: set[str], parsed: Parsed, marking: Marking) -> None:
    """REL-TO where the words stand, REL-LIST also where EYES ONLY has the list."""
    if "rel_to" in [part.block for part in parsed.parts]:
        said.add("REL-TO")
    if marking.rel_to:
        said.add("REL-LIST")
        if marking.rel_to != ("USA",):
            said.add("FOREIGN-CODE")
    if marking.display_only:
        said.add("DISPLAY-ONLY")


def _sources(parsed: Parsed, marking: Marking) -> Iterator[str]:
    """Owners, and sources: a concealed one stands without a country, or as the owner FGI."""
    if marking.joint is not None:
        yield "JOINT"
    if marking.non_us:
        yield "NON-US"
    named = [part.codes for part in parsed.parts if part.block == "fgi"]
    if () in named or (marking.non_us and marking.non_us.owner == "FGI"):
        yield "CONCEALED-SOURCE"
    if any(named):
        yield "NAMED-SOURCE"
