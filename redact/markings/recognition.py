"""Words recognised: every word of a text under its class in the registers.

The types are the terminals that `grammars/marking.lark` declares. Nothing here needs the parser: a
text that begins with a word of no register is refused before its tables are loaded.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from redact.findings import Finding
from redact.markings.lookup import looked_up
from redact.markings.neighbours import (
    ANYWHERE,
    DOUBTFUL_CODES,
    IN_BLOCKS,
    NAME_LINKS,
    Context,
    Found,
    Rule,
    code_in_list,
    specified_category,
)
from redact.markings.notices import notice, refused
from redact.markings.scanning import Word
from redact.markings.vocabulary import (
    CONTROLS,
    LISTS,
    Entry,
    code_entries,
    cui_words,
    marking_words,
)

_LINKS = {"//": "DSLASH", "/": "SLASH", "-": "HYPHEN", ",": "COMMA", " ": "SPACE"}
_PARTING = {"//": "SLASHES", "/": "SLASHES", "-": "SOFT", ",": "SOFT", " ": "SOFT"}
_TERMINALS = {"LEVEL_WORD": "LEVEL", "NATO_WORD": "NATO"}
_WITHIN_LISTS = frozenset({"CODE", "CONJUNCTION", "LEVEL", "LEVEL_WORD"})
_IGNORED = frozenset({"SECURITY_INFORMATION", "EFTO"})
_OF_OLD_MARKS = frozenset({"SECURITY_INFORMATION", "EFTO", "DECLASS"})
_BLOCKS = frozenset({"SYSTEM", "SAR"})
_NOTHING: dict[str, Entry] = {}
_new = tuple.__new__
"""Makes a named tuple without its own constructor, which takes as long again."""


UNREGISTERED = frozenset({"UNKNOWN", "NAME", "NUMBER"})
"""The kinds of words that stand in no register."""


class Symbol(NamedTuple):
    """A word or separator under its terminal; `value` is what it stands for in the registers.

    The names are those of Lark's tokens, so Lark takes what the automaton takes.
    """

    type: str
    value: str
    start_pos: int
    end_pos: int


def recognised(words: tuple[Word, ...]) -> tuple[list[Symbol], list[Finding]]:
    """The symbols of a scanned text, separators among them, and the findings of spelling.

    Raises `Refused` where the first word stands in no register: no marking begins with one.
    """
    context = Context(words, [], marking_words(), _unchanging())
    found: list[Symbol] = []
    at, count = 0, len(words)
    while at < count:
        text, start, end, separator = words[at]
        if separator == "//":
            context.block = ""
            context.certain = _NOTHING if context.in_cui else _unchanging()
        entry = context.certain.get(text)
        if entry:
            behind = at + 1
        else:
            entry, behind = _recognised(context, at, text, separator)
            end = words[behind - 1].end
        symbol, code, is_legacy = entry
        if not (symbol in _IGNORED and _is_ignored(context, entry)):
            if not found and symbol in UNREGISTERED:
                raise refused("unknown-word", start, end)
            if separator:
                # before a control a separator only parts, elsewhere it ties
                kinds = _PARTING if symbol in CONTROLS else _LINKS
                kind = kinds[separator] if found else "LEAD"
                found.append(_new(Symbol, (kind, separator, start, start)))
            found.append(_new(Symbol, (_TERMINALS.get(symbol, symbol), code, start, end)))
            _remember(context, entry)
        if (
            is_legacy
            or symbol in _OF_OLD_MARKS
            or (symbol == "CODE" and code != text)
            or text != text.upper()
            or (behind - at > 1 and not _is_in_capitals(words[at:behind]))
        ):
            context.findings += _spelling(words[at:behind], entry)
        at = behind
    return found, context.findings


def _recognised(context: Context, at: int, text: str, separator: str) -> tuple[Entry, int]:
    """The word at `at` and where it ends, by the first rule that applies, else by itself."""
    found = None
    if context.listing and separator != "//":
        found = code_in_list(context, at)
    if found is None and context.in_cui and text == "SP":
        found = specified_category(context, at)
    if found is None and context.block and separator in NAME_LINKS[context.block]:
        found = _by_first(IN_BLOCKS, context, at)
    if found is None:
        rules = ANYWHERE.get(text.upper())
        if rules:
            found = _by_first(rules, context, at)
    return found or looked_up(context.words, at, context.vocabulary)


def _by_first(rules: Iterable[Rule], context: Context, at: int) -> Found:
    """What the first rule says that applies."""
    for rule in rules:
        found = rule(context, at)
        if found:
            return found
    return None


@cache
def _unchanging() -> dict[str, Entry]:
    """Words outside CUI that mean the same whatever stands beside them."""
    words = marking_words()
    return {
        word: entry
        for word, entry in words.exact.items()
        if word.upper() not in words.titles and word.upper() not in ANYWHERE
    }


@cache
def _unchanging_codes() -> dict[str, Entry]:
    """Codes that are codes at any place of a list."""
    return {code: entry for code, entry in code_entries().items() if code not in DOUBTFUL_CODES}


def _is_ignored(context: Context, entry: Entry) -> bool:
    """SECURITY INFORMATION directly after the level, EFTO directly after UNCLAS (A1.10)."""
    if entry.symbol == "SECURITY_INFORMATION":
        return context.read == 1 and context.last.symbol in ("LEVEL", "LEVEL_WORD")
    return entry.symbol == "EFTO" and context.last == Entry("LEVEL_WORD", "U")


def _remember(context: Context, entry: Entry) -> None:
    symbol = entry.symbol
    context.last = entry
    context.read += 1
    if symbol not in _WITHIN_LISTS:
        context.listing = symbol if symbol in LISTS else ""
        if symbol in CONTROLS:
            context.block = symbol if symbol in _BLOCKS else ""
            context.system = entry.code
            if symbol == "CUI":
                context.in_cui, context.vocabulary = True, cui_words()
    if context.listing:
        context.certain = _unchanging_codes()
    else:
        context.certain = _NOTHING if context.block or context.in_cui else _unchanging()


def _is_in_capitals(words: tuple[Word, ...]) -> bool:
    return all(word.text == word.text.upper() for word in words)


def _spelling(words: tuple[Word, ...], entry: Entry) -> Iterator[Finding]:
    place = words[0].start, words[-1].end
    if entry.is_legacy or entry.symbol in _OF_OLD_MARKS:
        yield notice("legacy", *place)
    is_aliased = entry.symbol == "CODE" and entry.code != words[0].text
    if is_aliased or (entry.symbol != "DECLASS" and not _is_in_capitals(words)):
        yield notice("spelling", *place)
