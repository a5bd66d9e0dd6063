"""Words that mean what they mean only beside another: a function each, named after its rule.

A rule looks at the word at `at` and answers with its entry and the place behind it, or with None
where it does not apply; then the word is what the register says.
"""

from collections.abc import Callable
from dataclasses import dataclass

from redact.findings import Finding
from redact.markings.lookup import UNKNOWN, is_name, looked_up, title_at
from redact.markings.notices import notice
from redact.markings.scanning import Word
from redact.markings.vocabulary import (
    CONTROLS,
    Entry,
    Vocabulary,
    code_entries,
    compartment_titles,
    countries_and_organisations,
    marking_words,
)

_RELEASES = frozenset({"REL", "RELTO", "DISPLAY"})
_SENSITIVE_FIRST = frozenset({"SBU", "LES"})
_NO_NAMES = CONTROLS | {"LEVEL_WORD", "SG"}
NAME_LINKS = {"SYSTEM": "- ", "SAR": "- /"}
"""By which separators names of compartments and programs hang on, in each block."""

_TO_WITH_A_LETTER_MORE = frozenset({"TTO", "TGO", "TON"})
"""Codes of countries that behind REL are rather its TO, damaged."""

DOUBTFUL_CODES = _TO_WITH_A_LETTER_MORE | {"AND"}
"""Codes that are none at some places of a list."""

Found = tuple[Entry, int] | None


@dataclass(slots=True)
class Context:
    """What was read so far, as far as the meaning of the next word depends on it.

    `block` is SYSTEM or SAR while names of compartments or programs may follow, `system` the code
    of that control system. `vocabulary` are the registers that hold here: behind the word CUI its
    own (B7). `certain` are the words that no rule of this module concerns here. `listing` is the
    word whose list of codes may go on here.
    """

    words: tuple[Word, ...]
    findings: list[Finding]
    vocabulary: Vocabulary
    certain: dict[str, Entry]
    read: int = 0
    last: Entry = UNKNOWN
    block: str = ""
    system: str = ""
    listing: str = ""
    in_cui: bool = False


def code_in_list(context: Context, at: int) -> Found:
    """In a list a code is a code, even one that is a CUI category; AND may join two (A1.7b)."""
    word = context.words[at]
    if not context.listing or word.separator == "//":
        return None
    if word.text == "and" or (word.text == "AND" and _is_conjunction(context, at)):
        return Entry("CONJUNCTION", word.text), at + 1
    if context.last.symbol == "REL" and word.text in _TO_WITH_A_LETTER_MORE:
        return UNKNOWN, at + 1
    code = code_entries().get(word.text)
    return (code, at + 1) if code else None


def _is_conjunction(context: Context, at: int) -> bool:
    """Whether AND stands as a word, not as the code of Andorra.

    In a release list it is the code only where it is parted as the codes around it: else the word
    may be damaged, and Andorra would be released to. Then it joins nothing, and is refused.
    """
    before = context.words[at].separator
    behind = context.words[at + 1].separator if at + 1 < len(context.words) else before
    is_doubtful = context.listing in _RELEASES and (before == " " or (before, behind) == (",", "/"))
    return context.last.symbol == "CODE" and (is_doubtful or _joins_codes(context, at))


def _joins_codes(context: Context, at: int) -> bool:
    following = context.words[at + 1 : at + 2]
    return (
        context.words[at].separator in (" ", ",")
        and bool(following)
        and following[0].separator == " "
        and following[0].text in countries_and_organisations()
    )


def specified_category(context: Context, at: int) -> Found:
    """`SP-` marks a Specified category (B7)."""
    if not context.in_cui or context.words[at].text != "SP" or at + 1 == len(context.words):
        return None
    entry, end = looked_up(context.words, at + 1, context.vocabulary)
    if context.words[at + 1].separator != "-" or entry.symbol != "CATEGORY":
        return None
    return Entry("SPECIFIED", entry.code), end


def named_compartment(context: Context, at: int) -> Found:
    """A compartment's title behind a hyphen: SI-GAMMA is SI-G (B2)."""
    word = context.words[at]
    if context.block != "SYSTEM" or word.separator != "-":
        return None
    code = compartment_titles()[context.system].get(word.text.upper())
    if code is None or (len(word.text) < 5 and not word.text.isupper()):
        return None
    return Entry("NAME", code), at + 1


def type_word(context: Context, at: int) -> Found:
    """ECI before a compartment is a type word, not a compartment (v5.1)."""
    word = context.words[at]
    if context.block != "SYSTEM" or (word.text, word.separator) != ("ECI", "-"):
        return None
    if at + 1 == len(context.words) or context.words[at + 1].separator != " ":
        return None
    found = name_in_block(context, at + 1)
    if found and found[0].symbol == "NAME":
        context.findings.append(notice("legacy", word.start, word.end))
    return found


def name_in_block(context: Context, at: int) -> Found:
    """Behind a control system or SAR a word that is no control is a name (A3.3)."""
    word = context.words[at]
    if not context.block or word.separator not in NAME_LINKS[context.block]:
        return None
    if looked_up(context.words, at, marking_words())[0].symbol in _NO_NAMES:
        return None
    return (Entry("NAME", word.text) if is_name(word.text) else UNKNOWN), at + 1


def n_after_rd(context: Context, at: int) -> Found:
    """N tied to RD is the older spelling of CNWDI (v5.1); behind slashes it may be NF cut short."""
    word = context.words[at]
    if word.text != "N" or context.last != Entry("ATOMIC", "RD") or word.separator not in "- ":
        return None
    return Entry("ATOMIC", "CNWDI", is_legacy=True), at + 1


def nocontract_after_level(context: Context, at: int) -> Found:
    """NC is NATO CONFIDENTIAL at the head of a marking, NOCONTRACT after a level (A3.2)."""
    if context.words[at].text != "NC" or context.read == 0:
        return None
    return Entry("NC", "NC", is_legacy=True), at + 1


def sensitive_after_unclassified(context: Context, at: int) -> Found:
    """SENSITIVE directly after level U says SBU (A2.2; STATE 018029 1.A)."""
    if context.words[at].text.upper() != "SENSITIVE" or context.read != 1:
        return None
    is_level_u = context.last.symbol in ("LEVEL", "LEVEL_WORD") and context.last.code == "U"
    if not is_level_u or title_at(context.words, at, context.vocabulary):
        return None
    return _with_noforn(context, Entry("ADMIN", "SBU"), at + 1)


def sensitive_and_noforn(context: Context, at: int) -> Found:
    """SBU or LES followed by NOFORN is one control (A3.1)."""
    if context.in_cui:
        return None
    entry, end = looked_up(context.words, at, context.vocabulary)
    return _with_noforn(context, entry, end) if entry.code in _SENSITIVE_FIRST else None


def _with_noforn(context: Context, entry: Entry, end: int) -> tuple[Entry, int]:
    if end == len(context.words):
        return entry, end
    word = context.words[end]
    following, behind = looked_up(context.words, end, context.vocabulary)
    is_short = entry.code == "SBU" and word.text == "N" and word.separator in ("/", "-", " ")
    if following.code != "NF" and not is_short:
        return entry, end
    if is_short or word.separator not in ("-", " "):
        context.findings.append(
            notice("spelling" if is_short else "separator", word.start, word.end)
        )
    return Entry("ADMIN", f"{entry.code}-NF"), behind


Rule = Callable[[Context, int], Found]

IN_BLOCKS: tuple[Rule, ...] = (named_compartment, type_word, name_in_block)
"""The rules for what stands behind a control system or SAR, in the order they are asked."""

ANYWHERE: dict[str, tuple[Rule, ...]] = {
    "N": (n_after_rd,),
    "NC": (nocontract_after_level,),
    "SENSITIVE": (sensitive_after_unclassified, sensitive_and_noforn),
    "SBU": (sensitive_and_noforn,),
    "LES": (sensitive_and_noforn,),
    "LAW": (sensitive_and_noforn,),
}
"""The rules for words, by their capitals, that depend on others wherever they stand."""
