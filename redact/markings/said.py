"""What a marking says, as a set of words that rules can ask for."""

from collections.abc import Iterator

from redact.markings.atomic import sigmas_of, words_of
from redact.markings.hierarchy import NATO_WORDS, tree_of
from redact.markings.model import Marking
from redact.markings.parts import Parsed


def words_said(parsed: Parsed, marking: Marking) -> frozenset[str]:
    """Codes of controls, `SI` and `SI-G` for systems and compartments, and words for the rest."""
    said = {*marking.dissem, *marking.non_ic}
    if marking.sci or marking.sap or marking.aea:
        said.update(_protected(marking))
    if marking.rel_to or marking.display_only:
        said.update(_release(parsed, marking))
    if marking.non_us or marking.joint is not None or marking.fgi is not None:
        said.update(_sources(parsed, marking))
    return frozenset(said)


def _protected(marking: Marking) -> Iterator[str]:
    """SCI, special access programs, atomic energy."""
    if marking.aea:
        yield from words_of(marking.aea)
        if sigmas_of(marking.aea):
            yield "SIGMA"
    if marking.sci:
        yield "SCI"
        yield from _compartments(marking)
    if marking.sap:
        words = [word for word in NATO_WORDS if word in marking.sap]
        yield from words
        if len(words) < len(marking.sap):
            yield "SAR"


def _compartments(marking: Marking) -> Iterator[str]:
    for system, compartments in tree_of(marking.sci).items():
        yield system
        if compartments:
            yield f"{system}-COMPARTMENT"
        for compartment, subs in compartments.items():
            yield f"{system}-{compartment}"
            if subs:
                yield f"{system}-{compartment}-SUB"


def _release(parsed: Parsed, marking: Marking) -> Iterator[str]:
    """REL-TO where the words stand, REL-LIST also where EYES ONLY has the list."""
    if any(part.block == "rel_to" for part in parsed.parts):
        yield "REL-TO"
    if marking.rel_to:
        yield "REL-LIST"
    if set(marking.rel_to) - {"USA"}:
        yield "FOREIGN-CODE"
    if marking.display_only:
        yield "DISPLAY-ONLY"


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
