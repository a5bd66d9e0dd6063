"""Words recognised: every word of a text under its class in the registers.

The kinds are the terminals that `grammars/marking.lark` declares. Nothing here needs the parser: a
text that begins with a word of no register is refused before Lark is imported.
"""

from collections.abc import Iterator
from typing import NamedTuple

from redact.findings import Finding
from redact.markings.lookup import looked_up
from redact.markings.neighbours import RULES, Context
from redact.markings.notices import notice, refused
from redact.markings.scanning import Word
from redact.markings.vocabulary import CONTROLS, LISTS, Entry, retired_words

_LINKS = {"//": "DSLASH", "/": "SLASH", "-": "HYPHEN", ",": "COMMA", " ": "SPACE"}
_TERMINALS = {"LEVEL_WORD": "LEVEL", "NATO_WORD": "NATO"}
_WITHIN_LISTS = frozenset({"CODE", "CONJUNCTION", "LEVEL", "LEVEL_WORD"})
_OF_OLD_MARKS = frozenset({"SECURITY_INFORMATION", "EFTO", "DECLASS"})
_BLOCKS = frozenset({"SYSTEM", "SAR"})


UNREGISTERED = frozenset({"UNKNOWN", "NAME", "NUMBER"})
"""The kinds of words that stand in no register."""


class Symbol(NamedTuple):
    """A word or separator under its terminal; `code` is what it stands for in the registers."""

    kind: str
    code: str
    start: int
    end: int


def recognised(words: tuple[Word, ...]) -> tuple[list[Symbol], list[Finding]]:
    """The symbols of a scanned text, separators among them, and the findings of spelling.

    Raises `Refused` where the first word stands in no register: no marking begins with one.
    """
    context = Context(words)
    found: list[Symbol] = []
    at = 0
    while at < len(words):
        if words[at].separator == "//":
            context.block = ""
        entry, end = _recognised(context, at)
        if not _is_ignored(context, entry):
            if not found and entry.symbol in UNREGISTERED:
                raise refused("unknown-word", words[at].start, words[end - 1].end)
            found += _symbols(words[at], words[end - 1], entry, is_first=not found)
            _remember(context, entry)
        context.findings += _spelling(words[at:end], entry)
        at = end
    return found, context.findings


def _recognised(context: Context, at: int) -> tuple[Entry, int]:
    for rule in RULES:
        found = rule(context, at)
        if found:
            return found
    return looked_up(context.words, at, context.vocabulary)


def _is_ignored(context: Context, entry: Entry) -> bool:
    """SECURITY INFORMATION directly after the level, EFTO directly after UNCLAS (A1.10)."""
    if entry.symbol == "SECURITY_INFORMATION":
        return context.read == 1 and context.last.symbol in ("LEVEL", "LEVEL_WORD")
    return entry.symbol == "EFTO" and context.last == Entry("LEVEL_WORD", "U")


def _symbols(first: Word, last: Word, entry: Entry, *, is_first: bool) -> Iterator[Symbol]:
    if first.separator:
        kind = "LEAD" if is_first else _separator(first.separator, entry)
        yield Symbol(kind, first.separator, first.start, first.start)
    kind = _TERMINALS.get(entry.symbol, entry.symbol)
    yield Symbol(kind, entry.code, first.start, last.end)


def _separator(separator: str, entry: Entry) -> str:
    """A separator's terminal: before a control it only parts, elsewhere it ties."""
    if entry.symbol in CONTROLS:
        return "SLASHES" if separator in ("//", "/") else "SOFT"
    return _LINKS[separator]


def _remember(context: Context, entry: Entry) -> None:
    context.last = entry
    context.read += 1
    context.in_cui = context.in_cui or entry.symbol == "CUI"
    if entry.symbol in LISTS:
        context.in_list = True
    elif entry.symbol not in _WITHIN_LISTS:
        context.in_list = False
    if entry.symbol in CONTROLS:
        context.block = entry.symbol if entry.symbol in _BLOCKS else ""
        context.system = entry.code


def _spelling(words: tuple[Word, ...], entry: Entry) -> Iterator[Finding]:
    place = words[0].start, words[-1].end
    is_retired = entry.symbol in ("CODE", "NUMBER") and entry.code in retired_words()
    if is_retired or entry.is_legacy or entry.symbol in _OF_OLD_MARKS:
        yield notice("legacy", *place)
    is_aliased = entry.symbol == "CODE" and entry.code != words[0].text
    is_lower = any(word.text != word.text.upper() for word in words)
    if is_aliased or (is_lower and entry.symbol != "DECLASS"):
        yield notice("spelling", *place)
