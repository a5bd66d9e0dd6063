"""What of a mark may be shown where its text may not: words of the closed registers alone.

Names of programs and of compartments are whatever the drafter wrote, and many are classified
themselves (E.O. 13526 §4.3): one word stands for all of them. SIGMA numbers go with them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from redact.markings.hierarchy import NATO_WORDS, Tree, sci_entries, tree_of
from redact.markings.model import Marking
from redact.markings.registers import register

NAME: Final = "NAME"
"""Stands for a name; a mark with it can be read again."""

_TYPED = re.compile(r"[A-Z][A-Z0-9 /,&.-]*")
_TYPED_WORD = re.compile(r"[A-Z0-9]+")
_SCOPE = frozenset({"ENTIRE", "TEXT", "MESSAGE", "AND", "SP"})


def names_in(marking: Marking) -> tuple[str, ...]:
    """The programs, compartments and sub-compartments of a marking that no register knows."""
    return _names_in(marking) if marking.sci or marking.sap else ()


@lru_cache(maxsize=1024)
def _names_in(marking: Marking) -> tuple[str, ...]:
    programs = [entry for entry in marking.sap if entry not in NATO_WORDS]
    return tuple(sorted({*programs, *_unregistered(tree_of(marking.sci))}))


def _unregistered(tree: Tree) -> Iterator[str]:
    for system, compartments in tree.items():
        for compartment, subs in compartments.items():
            if compartment not in _registered(system):
                yield compartment
            yield from subs


@cache
def _registered(system: str) -> frozenset[str]:
    systems = register("sci")["systems"]
    return frozenset(
        compartment
        for row in systems
        if row["code"] == system
        for compartment in row["compartments"]
    )


@lru_cache(maxsize=4096)
def shown_mark(text: str, marking: Marking) -> str:
    """A mark without parentheses: as it was typed in `text`, if registers hold all its words, else
    in its canonical form with `NAME` for each name."""
    typed = " ".join(text.strip().removeprefix("(").removesuffix(")").split())
    has_numbers = any("-SG " in entry for entry in marking.aea)
    if not names_in(marking) and not has_numbers and _is_closed(typed):
        return typed
    return str(without_names(marking))


def without_names(marking: Marking) -> Marking:
    """The marking with `NAME` for each name, and without SIGMA numbers."""
    tree: Tree = {
        system: dict(_without_names(system, compartments))
        for system, compartments in tree_of(marking.sci).items()
    }
    programs = [entry for entry in marking.sap if entry not in NATO_WORDS]
    words = (entry for entry in marking.sap if entry in NATO_WORDS)
    return replace(
        marking,
        sci=sci_entries(tree),
        sap=(*([NAME] if programs else []), *words),
        aea=tuple(entry for entry in marking.aea if "-SG " not in entry),
    )


def _without_names(
    system: str, compartments: dict[str, set[str]]
) -> Iterator[tuple[str, set[str]]]:
    for compartment, subs in compartments.items():
        known = compartment in _registered(system)
        yield compartment if known else NAME, {NAME} if known and subs else set()


def _is_closed(typed: str) -> bool:
    return bool(_TYPED.fullmatch(typed)) and _words().issuperset(_TYPED_WORD.findall(typed))


@cache
def _words() -> frozenset[str]:
    """Every word of the registers that a mark may hold, numbers left out."""
    from redact.markings.vocabulary import cui_words, marking_words

    words = set(_SCOPE)
    for known in (marking_words(), cui_words()):
        spellings = [spelling for spelling, one in known.exact.items() if one.symbol != "NUMBER"]
        titles = (title.words for titles in known.titles.values() for title in titles)
        for spelling in (*spellings, *known.in_any_case, *(word for one in titles for word in one)):
            words.update(_TYPED_WORD.findall(spelling.upper()))
    return frozenset(words)
