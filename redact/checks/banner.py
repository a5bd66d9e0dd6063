"""Whether the banner is as high as the marks below it (E.O. 13526 §1.6(a); 32 CFR 2001.21(b))."""

from collections.abc import Iterator
from dataclasses import replace

from redact.cable.header.banner import read_banner
from redact.cable.inheritance import is_above
from redact.cable.lines import cut_lines
from redact.cable.model import STRUCTURAL, Cable, Portion
from redact.findings import Finding, Severity
from redact.markings.model import Level, Marking
from redact.text import Span

_AUTHORITY = "E.O. 13526 §1.6(a)(1); 32 CFR 2001.21(b); Reg D.2"
_WORDS = {
    Level.U: "UNCLASSIFIED",
    Level.R: "RESTRICTED",
    Level.C: "CONFIDENTIAL",
    Level.S: "SECRET",
    Level.TS: "TOP SECRET",
}
_REMEDY = "raise the banner to the roll-up of its portions, or correct the portion"


def banner_findings(cable: Cable) -> Iterator[Finding]:
    """`marking/banner-below-portion` at the banner, `marking/portion-above-banner` at each mark.

    Release marks do not count, nor SBU, LOU and FOUO under a classified banner: as when a cable is
    read, where such a mark puts it in doubt.
    """
    if cable.banner is None:
        return
    excesses = [(one, _excess(mark, cable.banner)) for one, mark in _marked(cable)]
    above = [(portion, excess) for portion, excess in excesses if excess]
    if above:
        first, excess = above[0]
        line = cable.source.lines.position(_place(first).start).line
        others = f", like {len(above) - 1} more," if len(above) > 1 else ""
        yield Finding(
            "marking/banner-below-portion",
            Severity.ERROR,
            f"the mark on line {line}{others} is above the banner: {excess}",
            banner_place(cable),
            _AUTHORITY,
            _REMEDY,
        )
    for portion, excess in above:
        yield Finding(
            "marking/portion-above-banner",
            Severity.ERROR,
            f"the mark is above the banner: {excess}",
            _place(portion),
            _AUTHORITY,
            _REMEDY,
        )


def banner_place(cable: Cable) -> Span:
    """Where the banner line stands; the start of the text where none is found again."""
    for portion in cable.portions:
        if portion.kind in STRUCTURAL:
            for line in cut_lines(cable.source.text, *portion.span):
                if read_banner(line.text):
                    return Span(line.first, line.first + len(line.text))
    return Span(0, 0)


def _marked(cable: Cable) -> Iterator[tuple[Portion, Marking]]:
    for portion in cable.portions:
        if portion.mark and portion.mark.marking:
            yield portion, portion.mark.marking


def _place(portion: Portion) -> Span:
    return portion.mark.span if portion.mark else portion.span


def _excess(mark: Marking, banner: Marking) -> str:
    """What a mark has above the banner, in words of the registers; empty where it has nothing.

    Names of compartments and programs are in no register, so they are not said.
    """
    if not is_above(mark, banner):
        return ""
    if mark.level.rank > banner.level.rank:
        return f"{_WORDS[mark.level]} over {_WORDS[banner.level]}"
    alone = Marking(mark.level)
    parts = {
        **{code: replace(alone, dissem=(code,)) for code in mark.dissem},
        **{code: replace(alone, non_ic=(code,)) for code in mark.non_ic},
        **{code: replace(alone, aea=(code,)) for code in mark.aea},
        "SCI": replace(alone, sci=mark.sci),
        "SAR": replace(alone, sap=mark.sap),
        "CUI": replace(alone, cui=mark.cui),
    }
    lacking = [name for name, part in parts.items() if is_above(part, banner)]
    return f"{', '.join(lacking) or 'a combination'}, which the banner lacks"
