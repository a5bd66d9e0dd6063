"""What the rules of the grammar give: the head of a marking and its parts, as they stand.

The transformer only constructs. What parts add up to, and whether they go together, is for
`redact.markings.assembly`.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from redact.markings.model import Level
from redact.markings.recognition import Symbol
from redact.markings.registers import register
from redact.text import Span


class Head(NamedTuple):
    """The level and its owners: None for a U.S. marking, empty where they are not named.

    `implied` are controls that the word brings along: NSAT says ATOMAL, SRD says RD.
    """

    level: Level
    span: Span
    owners: tuple[str, ...] | None = None
    is_joint: bool = False
    implied: tuple[str, ...] = ()
    is_tidy: bool = True


class Part(NamedTuple):
    """One control: its block, its codes, and the separator that stood before it.

    `is_tidy` is False where the codes of a list were parted otherwise than by the rule.
    """

    block: str
    codes: tuple[str, ...]
    span: Span
    separator: str = ""
    is_tidy: bool = True


class Parsed(NamedTuple):
    """A marking taken apart: its head (None for CUI alone) and its parts."""

    head: Head | None
    parts: tuple[Part, ...]


Child: TypeAlias = Any


@cache
def block_of() -> dict[str, str]:
    """The block each plain control belongs to; code words of SCI are in none of the others."""
    return {control["code"]: control["block"] for control in register("controls")}


_LEVELS = {level.value: level for level in Level}


class Construction:
    """One method a rule of `grammars/marking.lark`; separators come along as symbols."""

    def start(self, *children: Child) -> Parsed:
        first, *others = items = _chained(children)
        return (
            Parsed(first, tuple(others)) if isinstance(first, Head) else Parsed(None, tuple(items))
        )

    def free(self, *children: Child) -> list[Child]:
        return _chained(children)

    def slashed(self, *children: Child) -> list[Child]:
        return _chained(children)

    def listed(self, *children: Child) -> list[Child]:
        return _chained(children)

    def us_level(self, level: Symbol) -> Head:
        return Head(_LEVELS[level.value], Span(level.start_pos, level.end_pos))

    def energy_level(self, word: Symbol) -> Head:
        level, control = word.value.split("+")
        return Head(_LEVELS[level], _span((word,)), implied=(control,))

    def unstated_level(self, word: Symbol) -> list[Child]:
        span = _span((word,))
        return [Head(Level.U, Span(span.start, span.start)), _word(word)]

    def nato_level(self, *symbols: Symbol) -> Head:
        code, *implied = symbols[-1].value.split("+")
        level = _LEVELS[_nato_levels()[code]]
        return Head(
            level, _span(symbols), ("NATO",), implied=tuple(implied), is_tidy=len(symbols) == 2
        )

    def owned_level(self, *symbols: Symbol) -> Head:
        level = _LEVELS[symbols[-1].value]
        return Head(level, _span(symbols), _codes(symbols), is_tidy=symbols[0].type == "LEAD")

    def concealed_level(self, *symbols: Symbol) -> Head:
        return Head(_LEVELS[symbols[-1].value], _span(symbols), ())

    def joint_level(self, *symbols: Symbol) -> Head:
        level = next(_LEVELS[symbol.value] for symbol in symbols if symbol.type == "LEVEL")
        is_tidy = symbols[0].type == "LEAD" and _parted_by(symbols, "LEAD", "SPACE")
        return Head(level, _span(symbols), _codes(symbols), is_joint=True, is_tidy=is_tidy)

    def word(self, word: Symbol) -> Part:
        return _word(word)

    def atomic(self, word: Symbol) -> Part:
        return Part("aea", (word.value,), _span((word,)))

    def sigma(self, *symbols: Symbol) -> Part:
        numbers = (symbol.value for symbol in symbols if symbol.type == "NUMBER")
        is_tidy = _parted_by(symbols, "HYPHEN", "SPACE") and symbols[1].type == "HYPHEN"
        return Part("sigma", (symbols[0].value, *numbers), _span(symbols), is_tidy=is_tidy)

    def sci(self, system: Symbol, *compartments: Child) -> Part:
        code, named = system.value, compartments[1::2]
        end = named[-1][1] if named else system.end_pos
        entries = [f"{code}-{name}" for name, _ in named]
        return Part("sci", (code, *entries), Span(system.start_pos, end))

    def compartment(self, *names: Symbol) -> tuple[str, int]:
        return _named(names)

    def programs(self, word: Symbol, *programs: Child) -> Part:
        listed = programs[1::2]
        return Part("sap", tuple(name for name, _ in listed), Span(word.start_pos, listed[-1][1]))

    def program(self, *parts: Child) -> tuple[str, int]:
        return "-".join(name for name, _ in parts[::2]), parts[-1][1]

    def part(self, *names: Symbol) -> tuple[str, int]:
        return _named(names)

    def fgi(self, *symbols: Symbol) -> Part:
        is_tidy = _parted_by(symbols, "SPACE")
        return Part("fgi", _codes(symbols), _span(symbols), is_tidy=is_tidy)

    def bare_release(self, word: Symbol) -> Part:
        return Part("dissem", ("REL",), _span((word,)))

    def release_to(self, *symbols: Symbol) -> Part:
        is_tidy = _parted_by(symbols[2:], "COMMA")
        return Part("rel_to", _codes(symbols), _span(symbols), is_tidy=is_tidy)

    def display_only(self, *symbols: Symbol) -> Part:
        is_tidy = _parted_by(symbols[2:], "COMMA")
        return Part("display_only", _codes(symbols), _span(symbols), is_tidy=is_tidy)

    def eyes_list(self, *symbols: Symbol) -> Part:
        return Part("eyes", _codes(symbols), _span(symbols))

    def cui(self, word: Symbol, *children: Child) -> list[Child]:
        return _chained((Part("cui", (), _span((word,))), *children))

    def cui_word(self, word: Symbol) -> Part:
        block = {"CATEGORY": "category", "SPECIFIED": "specified", "LIMIT": "limit"}
        return Part(block.get(word.type, "dissem"), (word.value,), _span((word,)))


def _chained(children: Sequence[Child]) -> list[Child]:
    """Heads and parts of a sequence in a row, each part with the separator before it.

    What goes before comes first, as a list that is continued; a value that is ignored is dropped.
    """
    first = children[0]
    items: list[Child] = first if type(first) is list else [first]
    for place in range(1, len(children) - 1, 2):
        separator, item = children[place].value, children[place + 1]
        if type(item) is Part:
            items.append(_parted(item, separator))
        elif type(item) is list:
            items.append(_parted(item[0], separator))
            items += item[1:]
    return items


def _named(names: Sequence[Symbol]) -> tuple[str, int]:
    """A name of several words as one, and where it ends."""
    return "".join([name.value for name in names]), names[-1].end_pos


def _parted(part: Part, separator: str) -> Part:
    return Part(part.block, part.codes, part.span, separator, part.is_tidy)


def _word(word: Symbol) -> Part:
    code = word.value
    return Part(block_of().get(code, "sci"), (code,), Span(word.start_pos, word.end_pos))


@cache
def _nato_levels() -> dict[str, str]:
    return {level["code"]: level["level"] for level in register("levels")["nato"]}


def _codes(symbols: Sequence[Symbol]) -> tuple[str, ...]:
    return tuple([symbol.value for symbol in symbols if symbol.type == "CODE"])


_PARTING = frozenset({"LEAD", "COMMA", "SPACE", "SLASH", "HYPHEN", "CONJUNCTION"})


def _parted_by(symbols: Sequence[Symbol], *separators: str) -> bool:
    return _PARTING.intersection([symbol.type for symbol in symbols]).issubset(separators)


def _span(symbols: Sequence[Symbol]) -> Span:
    return Span(symbols[0].start_pos, symbols[-1].end_pos)
