"""What the parts of a marking add up to: its fields in canonical order.

Refuses what the grammar cannot: names of a wrong length, lists that differ, impossible owners.
"""

import re

from redact.markings.atomic import aea_entries
from redact.markings.canonical import dissem_order, is_cui_alone, non_ic_order
from redact.markings.codes import in_order, is_country, release_order
from redact.markings.hierarchy import NATO_WORDS, sap_entries, sci_entries, tree_of
from redact.markings.model import Cui, Level, Marking, NonUS
from redact.markings.notices import refused
from redact.markings.parts import Head, Parsed, Part

_SCI_ENTRY = re.compile(r"[A-Z]+(?:-[A-Z0-9]{1,4}(?: [A-Z0-9]{2,6})*)?")


_ATOMIC = frozenset({"aea", "sigma"})
_DISSEM = frozenset({"dissem", "eyes"})
_RELEASE = frozenset({"rel_to", "eyes"})
_Parts = dict[str, list[Part]]


def assembled(parsed: Parsed) -> Marking:
    """The marking that parts make; raise `Refused` where they make none."""
    head = parsed.head
    parts: _Parts = {}
    for part in parsed.parts:
        parts.setdefault(part.block, []).append(part)
    _check_names(parts)
    implied = head.implied if head else ()
    marking = Marking(
        head.level if head else Level.U,
        _owner(head),
        in_order(head.owners or ()) if head and head.is_joint else None,
        sci_entries(tree_of(_codes(parts, "sci"))) if "sci" in parts else (),
        _programs(parts, implied) if "sap" in parts or implied else (),
        _aea(implied, parts) if implied or not _ATOMIC.isdisjoint(parts) else (),
        _sources(head, parts),
        _dissem(parts) if not _DISSEM.isdisjoint(parts) else (),
        _release_list(parts) if not _RELEASE.isdisjoint(parts) else (),
        _display_list(parts) if "display_only" in parts else (),
        non_ic_order(_codes(parts, "non_ic")) if "non_ic" in parts else (),
        _cui(parts) if "cui" in parts else None,
    )
    if marking.cui is not None:
        _check_cui(parts, marking)
    return marking


def _codes(parts: _Parts, block: str) -> list[str]:
    return [code for part in parts.get(block, ()) for code in part.codes]


def _programs(parts: _Parts, implied: tuple[str, ...]) -> tuple[str, ...]:
    """Programs, and BOHEMIA where the word of the level brings it along."""
    return sap_entries((*_codes(parts, "sap"), *(c for c in implied if c in NATO_WORDS)))


def _dissem(parts: _Parts) -> tuple[str, ...]:
    codes = _codes(parts, "dissem")
    return dissem_order([*codes, "EYES"] if "eyes" in parts else codes)


def _owner(head: Head | None) -> NonUS | None:
    if head is None or head.is_joint or head.owners is None:
        return None
    owners = in_order(head.owners)
    if "USA" in owners or ("NATO" in owners and len(owners) > 1):
        raise refused("malformed", *head.span, "owners that cannot own a marking together")
    return NonUS(" ".join(owners) or "FGI", head.level)


def _check_names(parts: _Parts) -> None:
    if "sci" in parts:
        for part in parts["sci"]:
            if not all(map(_SCI_ENTRY.fullmatch, part.codes)):
                raise refused("unknown-word", *part.span, "no name of a compartment")
    if "fgi" in parts:
        for part in parts["fgi"]:
            if "USA" in part.codes:
                raise refused("malformed", *part.span, "the United States as a foreign government")
    if "eyes" in parts:
        for part in parts["eyes"]:
            if part.codes[0] != "USA" or not all(map(is_country, part.codes)):
                raise refused("malformed", *part.span, "EYES ONLY takes USA first, then countries")


def _release_list(parts: _Parts) -> tuple[str, ...]:
    """The one release list, with USA put in."""
    listed = [*parts.get("rel_to", ()), *parts.get("eyes", ())]
    return _the_one_list([release_order(("USA", *part.codes)) for part in listed], listed)


def _display_list(parts: _Parts) -> tuple[str, ...]:
    listed = parts.get("display_only", [])
    return _the_one_list([in_order(part.codes) for part in listed], listed)


def _the_one_list(lists: list[tuple[str, ...]], parts: list[Part]) -> tuple[str, ...]:
    """Two lists that differ are none: nobody knows which is meant (A1.7b)."""
    if len(lists) > 1 and len(set(lists)) > 1:
        raise refused("malformed", *parts[-1].span, "two release lists that differ")
    return lists[0] if lists else ()


def _sources(head: Head | None, parts: _Parts) -> tuple[str, ...] | None:
    """Foreign sources; one that is concealed conceals all (A3, C13)."""
    named = [part.codes for part in parts["fgi"]] if "fgi" in parts else []
    if head and head.owners == () and not head.is_joint:
        named.append(())
    if not named:
        return None
    return () if () in named else in_order(code for codes in named for code in codes)


def _aea(implied: tuple[str, ...], parts: _Parts) -> tuple[str, ...]:
    words = {*_codes(parts, "aea"), *(code for code in implied if code not in NATO_WORDS)}
    sigmas: dict[str, set[int]] = {}
    for part in parts.get("sigma", ()):
        word, *numbers = part.codes
        words.add(word)
        sigmas.setdefault("FRD" if word == "FRD" else "RD", set()).update(map(int, numbers))
    return aea_entries(words, sigmas) if words else ()


def _cui(parts: _Parts) -> Cui:
    lists = (_codes(parts, block) for block in ("category", "specified", "limit"))
    return Cui(*(tuple(sorted(set(codes))) for codes in lists))


def _check_cui(parts: _Parts, marking: Marking) -> None:
    """Behind CUI beside other controls stand only what exists for CUI alone (A4.2)."""
    if is_cui_alone(marking):
        return
    at = parts["cui"][0].span.start
    for block in ("dissem", "rel_to", "display_only"):
        for part in parts.get(block, ()):
            if part.span.start > at:
                raise refused("malformed", *part.span, "an IC control behind CUI")
