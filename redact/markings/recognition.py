"""Words recognised: every word of a text under its class in the registers.

The types are the terminals that `grammars/marking.lark` declares. Nothing here needs the parser: a
text that begins with a word of no register is refused before its tables are loaded.
"""

from collections.abc import Iterator
from typing import NamedTuple

from redact.findings import Finding
from redact.markings.lookup import looked_up
from redact.markings.neighbours import (
    ANYWHERE,
    IN_BLOCKS,
    Context,
    code_in_list,
    specified_category,
)
from redact.markings.notices import notice, refused
from redact.markings.scanning import Word
from redact.markings.vocabulary import (
    CONTROLS,
    LISTS,
    Entry,
    cui_words,
    marking_words,
)

_LINKS = {"//": "DSLASH", "/": "SLASH", "-": "HYPHEN", ",": "COMMA", " ": "SPACE"}
_TERMINALS = {"LEVEL_WORD": "LEVEL", "NATO_WORD": "NATO"}
_WITHIN_LISTS = frozenset({"CODE", "CONJUNCTION", "LEVEL", "LEVEL_WORD"})
_IGNORED = frozenset({"SECURITY_INFORMATION", "EFTO"})
_OF_OLD_MARKS = frozenset({"SECURITY_INFORMATION", "EFTO", "DECLASS"})
_BLOCKS = frozenset({"SYSTEM", "SAR"})


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
    context = Context(words, [], marking_words())
    found: list[Symbol] = []
    at, count = 0, len(words)
    while at < count:
        first = words[at]
        if first.separator == "//":
            context.block = ""
        entry, end = _recognised(context, at)
        last = words[end - 1]
        if not (entry.symbol in _IGNORED and _is_ignored(context, entry)):
            if not found and entry.symbol in UNREGISTERED:
                raise refused("unknown-word", first.start, last.end)
            if first.separator:
                kind = _separator(first.separator, entry) if found else "LEAD"
                found.append(Symbol(kind, first.separator, first.start, first.start))
            kind = _TERMINALS.get(entry.symbol, entry.symbol)
            found.append(Symbol(kind, entry.code, first.start, last.end))
            _remember(context, entry)
        if (
            entry.is_legacy
            or entry.symbol in _OF_OLD_MARKS
            or (entry.symbol == "CODE" and entry.code != first.text)
            or first.text != first.text.upper()
            or end - at > 1
        ):
            context.findings += _spelling(words[at:end], entry)
        at = end
    return found, context.findings


def _recognised(context: Context, at: int) -> tuple[Entry, int]:
    """The word at `at` and where it ends, by the first rule that applies, else by itself."""
    found = code_in_list(context, at) if context.listing else None
    if found is None and context.in_cui:
        found = specified_category(context, at)
    if found is None and context.block:
        found = next(filter(None, (rule(context, at) for rule in IN_BLOCKS)), None)
    if found is None:
        rules = ANYWHERE.get(context.words[at].text.upper())
        if rules:
            found = next(filter(None, (rule(context, at) for rule in rules)), None)
    return found or looked_up(context.words, at, context.vocabulary)


def _is_ignored(context: Context, entry: Entry) -> bool:
    """SECURITY INFORMATION directly after the level, EFTO directly after UNCLAS (A1.10)."""
    if entry.symbol == "SECURITY_INFORMATION":
        return context.read == 1 and context.last.symbol in ("LEVEL", "LEVEL_WORD")
    return entry.symbol == "EFTO" and context.last == Entry("LEVEL_WORD", "U")


def _separator(separator: str, entry: Entry) -> str:
    """A separator's terminal: before a control it only parts, elsewhere it ties."""
    if entry.symbol in CONTROLS:
        return "SLASHES" if separator in ("//", "/") else "SOFT"
    return _LINKS[separator]


def _remember(context: Context, entry: Entry) -> None:
    symbol = entry.symbol
    context.last = entry
    context.read += 1
    if symbol == "CUI":
        context.in_cui, context.vocabulary = True, cui_words()
    if symbol in LISTS:
        context.listing = symbol
    elif symbol not in _WITHIN_LISTS:
        context.listing = ""
    if symbol in CONTROLS:
        context.block = symbol if symbol in _BLOCKS else ""
        context.system = entry.code


def _spelling(words: tuple[Word, ...], entry: Entry) -> Iterator[Finding]:
    place = words[0].start, words[-1].end
    if entry.is_legacy or entry.symbol in _OF_OLD_MARKS:
        yield notice("legacy", *place)
    is_aliased = entry.symbol == "CODE" and entry.code != words[0].text
    is_lower = any(word.text != word.text.upper() for word in words)
    if is_aliased or (is_lower and entry.symbol != "DECLASS"):
        yield notice("spelling", *place)
