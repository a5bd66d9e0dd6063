"""Words recognised: every word of a text under its class in the registers.

The types are the terminals that `grammars/marking.lark` declares. Nothing here needs the parser: a
text that begins with a word of no register is refused before its tables are loaded.
"""

from collections.abc import Iterator
from typing import NamedTuple

from redact.findings import Finding
from redact.markings.lookup import looked_up
from redact.markings.neighbours import DEPENDENT, RULES, Context
from redact.markings.notices import notice, refused
from redact.markings.scanning import Word
from redact.markings.vocabulary import CONTROLS, LISTS, Entry, retired_words

_LINKS = {"//": "DSLASH", "/": "SLASH", "-": "HYPHEN", ",": "COMMA", " ": "SPACE"}
_TERMINALS = {"LEVEL_WORD": "LEVEL", "NATO_WORD": "NATO"}
_WITHIN_LISTS = frozenset({"CODE", "CONJUNCTION", "LEVEL", "LEVEL_WORD"})
_IGNORED = frozenset({"SECURITY_INFORMATION", "EFTO"})
_OF_OLD_MARKS = frozenset({"SECURITY_INFORMATION", "EFTO", "DECLASS"})
_NOTICED = frozenset({"CODE", "NUMBER", *_OF_OLD_MARKS})
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
    context = Context(words)
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
        is_lower = first.text != first.text.upper() or (
            end - at > 1 and any(word.text != word.text.upper() for word in words[at:end])
        )
        if is_lower or entry.is_legacy or entry.symbol in _NOTICED:
            context.findings += _spelling(first, last, entry, is_lower=is_lower)
        at = end
    return found, context.findings


def _recognised(context: Context, at: int) -> tuple[Entry, int]:
    """The word at `at` and where it ends; the rules are asked only where one may apply."""
    if (
        context.in_list
        or context.in_cui
        or context.block
        or context.words[at].text.upper() in DEPENDENT
    ):
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


def _spelling(first: Word, last: Word, entry: Entry, *, is_lower: bool) -> Iterator[Finding]:
    place = first.start, last.end
    is_retired = entry.symbol in ("CODE", "NUMBER") and entry.code in retired_words()
    if is_retired or entry.is_legacy or entry.symbol in _OF_OLD_MARKS:
        yield notice("legacy", *place)
    is_aliased = entry.symbol == "CODE" and entry.code != first.text
    if is_aliased or (is_lower and entry.symbol != "DECLASS"):
        yield notice("spelling", *place)
