"""The words of the registers as the reader looks them up: spelling, class, code.

Abbreviations are read in capitals only, single words of five or more letters and titles of several
words in any case (A1.5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from redact.markings.registers import register

_CONTROLS = (
    "PLAIN ADMIN NC EYES ATOMIC SYSTEM FGI SAR REL RELTO DISPLAY CUI CATEGORY SPECIFIED LIMIT"
)

CONTROLS = frozenset(_CONTROLS.split())
"""Classes of words that are controls: no compartment or program is read where one stands (A3.3)."""

LISTS = frozenset({"REL", "RELTO", "DISPLAY", "FGI", "JOINT"})
"""Classes of words that a list of countries follows (A1.7b)."""

_SHORTEST_FREE_WORD = 5
_CURRENT_SIGMAS = (14, 15, 18, 20)
_CAPITALS_ONLY = frozenset({"REL TO", "DISPLAY ONLY", "SPECIAL ACCESS REQUIRED"})
_TITLE_PIECE = re.compile(r"([A-Za-z0-9]+)|([ /-])")


class Entry(NamedTuple):
    """What a word is: its class in the grammar, the code it stands for, whether it is legacy."""

    symbol: str
    code: str
    is_legacy: bool = False


class Title(NamedTuple):
    """A spelling of several words: words and the separators before them (none before the first)."""

    words: tuple[str, ...]
    separators: tuple[str, ...]
    in_any_case: bool
    entry: Entry


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in capitals, words in any case (by their capitals), titles by their first word."""

    exact: dict[str, Entry]
    in_any_case: dict[str, Entry]
    titles: dict[str, tuple[Title, ...]]


@cache
def marking_words() -> Vocabulary:
    """The vocabulary outside CUI markings."""
    return _vocabulary(
        [
            *_levels(),
            *_controls(),
            *_lists(),
            *_sci(),
            *_codes(),
            *_ignored(),
            *_numbers(),
        ]
    )


@cache
def cui_words() -> Vocabulary:
    """The vocabulary behind the word CUI (B7): categories, and the controls that go with them."""
    cui = register("cui")
    entries = [(code, Entry("CATEGORY", code)) for code in cui["categories"].split()]
    for limit in cui["limits"]:
        spellings = dict.fromkeys((limit["code"], limit["banner"], *limit["titles"]))
        entries += [(spelling, Entry("LIMIT", limit["code"])) for spelling in spellings]
    shared = [(s, entry) for s, entry in _controls() if entry.code in cui["shared"]]
    return _vocabulary([*entries, *shared, *_lists()])


@cache
def countries_and_organisations() -> dict[str, str]:
    """Every code a list may hold, and the one it is written as (D1, D2)."""
    countries, organisations = register("countries"), register("organisations")
    codes = " ".join((countries["iso"], countries["genc"], countries["withdrawn"])).split()
    codes += [
        *organisations["members"],
        *f"{organisations['atoms']} {organisations['retired']}".split(),
    ]
    aliases: dict[str, str] = countries["aliases"]
    return {code: code for code in codes} | aliases


@cache
def code_entries() -> dict[str, Entry]:
    """The same as entries; a code that is no longer given out is legacy."""
    listed = f"{register('organisations')['retired']} {register('countries')['withdrawn']}"
    retired = frozenset(listed.split())
    return {
        spelling: Entry("CODE", code, code in retired)
        for spelling, code in countries_and_organisations().items()
    }


@cache
def compartment_titles() -> dict[str, dict[str, str]]:
    """Per control system the words that stand for a compartment's code: SI: GAMMA is G."""
    return {
        system["code"]: {
            title: code for code, titles in system["compartments"].items() for title in titles
        }
        for system in register("sci")["systems"]
    }


def _vocabulary(entries: list[tuple[str, Entry]]) -> Vocabulary:
    exact: dict[str, Entry] = {}
    in_any_case: dict[str, Entry] = {}
    titles: dict[str, list[Title]] = {}
    for spelling, entry in entries:
        if not spelling.replace("_", "").isalnum():
            title = _title(spelling, entry)
            titles.setdefault(title.words[0], []).append(title)
        elif (
            len(spelling) >= _SHORTEST_FREE_WORD and spelling.isalpha() and entry.symbol != "ENERGY"
        ):
            in_any_case[spelling] = entry
        exact.setdefault(spelling, entry)
    longest_first = {word: _longest_first(listed) for word, listed in titles.items()}
    return Vocabulary(exact, in_any_case, longest_first)


def _longest_first(titles: list[Title]) -> tuple[Title, ...]:
    return tuple(sorted(titles, key=lambda title: len(title.words), reverse=True))


def _title(spelling: str, entry: Entry) -> Title:
    pieces = _TITLE_PIECE.findall(spelling)
    words = tuple(word for word, _ in pieces if word)
    separators = ("", *(separator for _, separator in pieces if separator))
    free = " " in spelling and spelling not in _CAPITALS_ONLY
    hyphened = " " not in spelling and all(len(word) >= _SHORTEST_FREE_WORD for word in words)
    return Title(words, separators, free or hyphened, entry)


def _levels() -> Iterator[tuple[str, Entry]]:
    levels = register("levels")
    for level in levels["levels"]:
        yield level["code"], Entry("LEVEL", level["code"])
        for spelling in (level["banner"], *level["titles"]):
            yield spelling, Entry("LEVEL_WORD", level["code"])
    for level in levels["nato"]:
        symbol = "NC" if level["code"] == "NC" else "NATO"
        yield level["code"], Entry(symbol, level["code"])
        for spelling in level["titles"]:
            yield spelling, Entry("NATO_WORD", level["code"])
    for joined in levels["joined"]:
        for spelling in joined["spellings"]:
            yield (
                spelling,
                Entry("NATO_WORD", f"{joined['nato']}+{joined['control']}", is_legacy=True),
            )
    for energy in levels["energy"]:
        yield (
            energy["spelling"],
            Entry("ENERGY", f"{energy['level']}+{energy['control']}", is_legacy=True),
        )
    yield "JOINT", Entry("JOINT", "JOINT")


def _controls() -> Iterator[tuple[str, Entry]]:
    for control in register("controls"):
        legacy = control.get("legacy", ())
        for spelling in dict.fromkeys((control["code"], control["banner"], *control["titles"])):
            is_legacy = "until" in control or spelling in legacy
            symbol = "NC" if spelling == "NC" else control["symbol"]
            if symbol != "REL" and control["code"] not in ("SBU-NF", "LES-NF"):
                yield spelling, Entry(symbol, control["code"], is_legacy)


def _lists() -> Iterator[tuple[str, Entry]]:
    yield "REL", Entry("REL", "REL")
    for spelling in ("REL TO", "RELTO", "RELEASABLE TO", "AUTHORIZED FOR RELEASE TO"):
        yield spelling, Entry("RELTO", "REL TO")
    yield "DISPLAY ONLY", Entry("DISPLAY", "DISPLAY ONLY")
    for spelling in ("FGI", "FOREIGN GOVERNMENT INFORMATION"):
        yield spelling, Entry("FGI", "FGI")
    for spelling in ("SAR", "SPECIAL ACCESS REQUIRED"):
        yield spelling, Entry("SAR", "SAR")
    for spelling in ("CUI", "CONTROLLED"):
        yield spelling, Entry("CUI", "CUI")


def _sci() -> Iterator[tuple[str, Entry]]:
    sci = register("sci")
    for system in sci["systems"]:
        for spelling in (system["code"], *system["titles"]):
            yield spelling, Entry("SYSTEM", system["code"], is_legacy="until" in system)
    for codeword in sci["codewords"]:
        yield codeword, Entry("PLAIN", codeword, is_legacy=True)
    yield "GAMMA", Entry("PLAIN", "SI-G")


def _codes() -> Iterator[tuple[str, Entry]]:
    yield from code_entries().items()


def _ignored() -> Iterator[tuple[str, Entry]]:
    """Words that carry no control (A1.10)."""
    yield "SECURITY INFORMATION", Entry("SECURITY_INFORMATION", "")
    yield "EFTO", Entry("EFTO", "")
    values = ("MR", *(f"X{n}" for n in range(1, 9)), *(f"25X{n}" for n in range(1, 10)))
    for value in (*values, "25X1-HUMAN", "25X1-human"):
        yield value, Entry("DECLASS", value)


def _numbers() -> Iterator[tuple[str, Entry]]:
    """SIGMA numbers (B4), and the words before them."""
    for number in range(1, 21):
        yield str(number), Entry("NUMBER", str(number), number not in _CURRENT_SIGMAS)
    for spelling in ("SG", "SIGMA"):
        yield spelling, Entry("SG", "SG")
