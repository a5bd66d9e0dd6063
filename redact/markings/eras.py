"""What a mark could say when: rules that hold for documents of one time (C15, F, A3.4)."""

from collections.abc import Iterator
from datetime import date

from redact.findings import Finding
from redact.markings.model import Level, Marking
from redact.markings.notices import notice
from redact.markings.parts import Head
from redact.markings.registers import register
from redact.text import Span

CAPTIONS = frozenset({"DS", "XD", "ND"})
"""State's captions that the IC manual has as controls."""

_LEGACY_DISSEM = frozenset({"WN", "NC", "MHA"})
_NOWHERE = Span(0, 0)
_RESTRICTED = Level.R


def era_findings(marking: Marking, dated: date) -> tuple[Finding, ...]:
    """What of a marking does not belong to the day of its document.

    Spans are empty: the marking is judged, not its text. Warnings (C15), and errors where rules of
    the IC manual bind captions without IC mark beside them by the date alone (A3.4).
    """
    return (*_out_of_era(marking, dated), *_captions_by_date(marking, dated))


def retired_level(head: Head | None) -> list[Finding]:
    """RESTRICTED as a level of the United States ended on 15 Dec 1953 (B1; E.O. 10501)."""
    if head is None or head.level is not _RESTRICTED or head.owners is not None or head.is_joint:
        return []
    return [notice("legacy", *head.span)]


def ic_rules(marking: Marking, said: frozenset[str], span: Span) -> Iterator[Finding]:
    """The IC manual's rules for State's captions: errors only beside an IC mark (A3.4)."""
    has_ic_mark = bool(set(marking.dissem) - _LEGACY_DISSEM or marking.sci or marking.sap)
    has_ic_mark = has_ic_mark or bool(marking.rel_to or marking.display_only)
    for rule, message in _broken_captions(marking, said):
        if has_ic_mark:
            yield notice("contradiction", *span, f"{rule}: {message}", authority="Reg H.9")
        else:
            yield notice("legacy", *span, f"State caption: {message}, by the IC manual")


def _broken_captions(marking: Marking, said: frozenset[str]) -> Iterator[tuple[str, str]]:
    if "DS" in said and marking.level is not Level.U:
        yield "C6", "DS goes with level U only"
    if said & {"XD", "ND"} and not said & {"NF", "SBU-NF", "LES-NF"}:
        yield "C7", "XD and ND need NF"


def _captions_by_date(marking: Marking, dated: date) -> Iterator[Finding]:
    since = date.fromisoformat(register("eras")["captions_by_ic_manual"]["from"])
    if dated < since:
        return
    said = frozenset((*marking.dissem, *marking.non_ic))
    for rule, message in _broken_captions(marking, said):
        yield notice("contradiction", *_NOWHERE, f"{rule}: {message}", authority="Reg H.9")


def _out_of_era(marking: Marking, dated: date) -> Iterator[Finding]:
    said = {*marking.dissem, *marking.non_ic, *marking.sci}
    said |= {"CUI"} if marking.cui else set()
    if marking.level is Level.R and marking.non_us is None and marking.joint is None:
        said.add("R")
    for row in register("eras")["marks"]:
        if row["word"] in said and not row["from"] <= dated.isoformat() <= row["until"]:
            yield notice(
                "out-of-era",
                *_NOWHERE,
                f"C15: {row['word']} on a document of another time",
                authority=row["authority"],
            )
