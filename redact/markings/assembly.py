"""What the parts of a marking add up to: its fields in canonical order.

Refuses what the grammar cannot: names of a wrong length, lists that differ, impossible owners.
"""

import re
from collections.abc import Iterable

from redact.markings.atomic import aea_entries
from redact.markings.canonical import BLOCKS, dissem_order, is_cui_alone, non_ic_order
from redact.markings.codes import in_order, is_country, release_order
from redact.markings.hierarchy import blocks, sci_entries, tree_of
from redact.markings.model import Cui, Level, Marking, NonUS
from redact.markings.notices import refused
from redact.markings.parts import Head, Parsed, Part

_NATO_WORDS = ("BALK", "BOHEMIA")
_SCI_ENTRY = re.compile(r"[A-Z]+(?:-[A-Z0-9]{1,4}(?: [A-Z0-9]{2,6})*)?")


def assembled(parsed: Parsed) -> Marking:
    """The marking that parts make; raise `Refused` where they make none."""
    _check_names(parsed)
    codes = _codes_by_block(parsed)
    release = _release_list(parsed)
    marking = Marking(
        level=parsed.head.level if parsed.head else Level.U,
        non_us=_owner(parsed.head),
        joint=in_order(parsed.head.owners or ()) if parsed.head and parsed.head.is_joint else None,
        sci=sci_entries(tree_of(codes["sci"])),
        sap=sap_entries(codes["sap"]),
        aea=aea_entries(codes["aea"], _sigmas(parsed)),
        fgi=_sources(parsed),
        dissem=dissem_order(codes["dissem"]),
        rel_to=release,
        display_only=in_order(codes["display_only"]),
        non_ic=non_ic_order(codes["non_ic"]),
        cui=_cui(parsed, codes),
    )
    _check_cui(parsed, marking)
    return marking


def sap_entries(entries: Iterable[str]) -> tuple[str, ...]:
    """The field `sap`: programs sorted, then NATO's special access words."""
    listed = list(entries)
    programs = blocks(tree_of(entry for entry in listed if entry not in _NATO_WORDS))
    return (*programs, *(word for word in _NATO_WORDS if word in listed))


def _codes_by_block(parsed: Parsed) -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {
        block: [] for block in (*BLOCKS, "category", "specified", "limit")
    }
    for part in parsed.parts:
        if part.block == "eyes":
            codes["dissem"].append("EYES")
        elif part.block == "sigma":
            codes["aea"].append(part.codes[0])
        elif part.block in codes:
            codes[part.block] += part.codes
    for code in parsed.head.implied if parsed.head else ():
        codes["sap" if code in _NATO_WORDS else "aea"].append(code)
    return codes


def _of(parsed: Parsed, *names: str) -> list[Part]:
    return [part for part in parsed.parts if part.block in names]


def _owner(head: Head | None) -> NonUS | None:
    if head is None or head.is_joint or head.owners is None:
        return None
    owners = in_order(head.owners)
    if "USA" in owners or ("NATO" in owners and len(owners) > 1):
        raise refused("malformed", *head.span, "owners that cannot own a marking together")
    return NonUS(" ".join(owners) or "FGI", head.level)


def _check_names(parsed: Parsed) -> None:
    for part in _of(parsed, "sci"):
        if not all(_SCI_ENTRY.fullmatch(code) for code in part.codes):
            raise refused("unknown-word", *part.span, "no name of a compartment")
    for part in _of(parsed, "fgi"):
        if "USA" in part.codes:
            raise refused("malformed", *part.span, "the United States as a foreign government")


def _release_list(parsed: Parsed) -> tuple[str, ...]:
    """The one release list; USA is put in, and two that differ are none (A1.7b)."""
    for name in (("rel_to", "eyes"), ("display_only",)):
        listed = _of(parsed, *name)
        if len({_released(part) for part in listed}) > 1:
            raise refused("malformed", *listed[-1].span, "two release lists that differ")
    for part in _of(parsed, "eyes"):
        if part.codes[0] != "USA" or not all(map(is_country, part.codes)):
            raise refused("malformed", *part.span, "EYES ONLY takes USA first, then countries")
    parts = _of(parsed, "rel_to", "eyes")
    return _released(parts[0]) if parts else ()


def _released(part: Part) -> tuple[str, ...]:
    if part.block == "display_only":
        return in_order(part.codes)
    return release_order(("USA", *part.codes))


def _sources(parsed: Parsed) -> tuple[str, ...] | None:
    """Foreign sources; one that is concealed conceals all (A3, C13)."""
    named = [part.codes for part in _of(parsed, "fgi")]
    if parsed.head and parsed.head.owners == () and not parsed.head.is_joint:
        named.append(())
    if not named:
        return None
    return () if () in named else in_order(code for codes in named for code in codes)


def _sigmas(parsed: Parsed) -> dict[str, set[int]]:
    sigmas: dict[str, set[int]] = {}
    for part in _of(parsed, "sigma"):
        word, *numbers = part.codes
        family = "FRD" if word == "FRD" else "RD"
        sigmas.setdefault(family, set()).update(map(int, numbers))
    return sigmas


def _cui(parsed: Parsed, codes: dict[str, list[str]]) -> Cui | None:
    if not _of(parsed, "cui"):
        return None
    lists = (codes["category"], codes["specified"], codes["limit"])
    return Cui(*(tuple(sorted(set(listed))) for listed in lists))


def _check_cui(parsed: Parsed, marking: Marking) -> None:
    """Behind CUI beside other controls stand only what exists for CUI alone (A4.2)."""
    starts = [part.span.start for part in _of(parsed, "cui")]
    if not starts or is_cui_alone(marking):
        return
    for part in _of(parsed, "dissem", "rel_to", "display_only"):
        if part.span.start > starts[0]:
            raise refused("malformed", *part.span, "an IC control behind CUI")
