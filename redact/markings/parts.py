"""What the rules of the grammar give: the head of a marking and its parts, as they stand.

Here is only constructed. What parts add up to, and whether they go together, is for
`redact.markings.assembly`.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from redact.markings.derivation import Derived
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


_new = tuple.__new__
"""Makes a named tuple without its own constructor, which takes as long again."""

_Name = tuple[str, int]
"""A name of several words as one, and where it ends."""

_LEVELS = {level.value: level for level in Level}
_PARTING = frozenset({"LEAD", "COMMA", "SPACE", "SLASH", "HYPHEN", "CONJUNCTION"})
_OTHERS_THAN_A_SPACE = _PARTING - {"SPACE"}
_OTHERS_THAN_A_COMMA = _PARTING - {"COMMA"}
_OTHERS_THAN_IN_JOINT = _PARTING - {"LEAD", "SPACE"}
_OTHERS_THAN_IN_SIGMA = _PARTING - {"HYPHEN", "SPACE"}


@cache
def block_of() -> dict[str, str]:
    """The block each plain control belongs to; code words of SCI are in none of the others."""
    return {control["code"]: control["block"] for control in register("controls")}


def constructed(derived: Iterable[Derived], symbols: Sequence[Symbol]) -> Parsed:
    """Head and parts from what the grammar derived of symbols: one function a rule."""
    head: Head | None = None
    parts: list[Part] = []
    for one in derived:
        rule, _, place, in_a_row = one
        children = symbols[in_a_row] if in_a_row else _children(one, symbols)
        part_of = _PARTS.get(rule)
        if part_of is None:
            head = _HEADS[rule](*children)
        else:
            parts.append(part_of("" if place is None else symbols[place].value, *children))
    return Parsed(head, tuple(parts))


def _children(derived: Derived, symbols: Sequence[Symbol]) -> list[Any]:
    return [
        symbols[child]
        if isinstance(child, int)
        else _NAMES[child.rule](
            *symbols[child.symbols] if child.symbols else _children(child, symbols)
        )
        for child in derived.children
    ]


def _us_level(level: Symbol) -> Head:
    return Head(_LEVELS[level.value], Span(level.start_pos, level.end_pos))


def _energy_level(word: Symbol) -> Head:
    level, control = word.value.split("+")
    return Head(_LEVELS[level], _span((word,)), implied=(control,))


def _unstated_level(word: Symbol) -> Head:
    return Head(Level.U, Span(word.start_pos, word.start_pos))


def _nato_level(*symbols: Symbol) -> Head:
    code, *implied = symbols[-1].value.split("+")
    level = _LEVELS[_nato_levels()[code]]
    return Head(level, _span(symbols), ("NATO",), implied=tuple(implied), is_tidy=len(symbols) == 2)


def _owned_level(*symbols: Symbol) -> Head:
    level = _LEVELS[symbols[-1].value]
    return Head(level, _span(symbols), _codes(symbols), is_tidy=symbols[0].type == "LEAD")


def _concealed_level(*symbols: Symbol) -> Head:
    return Head(_LEVELS[symbols[-1].value], _span(symbols), ())


def _joint_level(*symbols: Symbol) -> Head:
    level = next(_LEVELS[symbol.value] for symbol in symbols if symbol.type == "LEVEL")
    is_tidy = symbols[0].type == "LEAD" and _has_none(symbols, _OTHERS_THAN_IN_JOINT)
    return Head(level, _span(symbols), _codes(symbols), is_joint=True, is_tidy=is_tidy)


def _word(separator: str, word: Symbol) -> Part:
    _, code, start, end = word
    block = block_of().get(code, "sci")
    return _new(Part, (block, (code,), _new(Span, (start, end)), separator, True))


def _atomic(separator: str, word: Symbol) -> Part:
    return Part("aea", (word.value,), _span((word,)), separator)


def _sigma(separator: str, *symbols: Symbol) -> Part:
    numbers = (symbol.value for symbol in symbols if symbol.type == "NUMBER")
    is_tidy = _has_none(symbols, _OTHERS_THAN_IN_SIGMA) and symbols[1].type == "HYPHEN"
    return Part("sigma", (symbols[0].value, *numbers), _span(symbols), separator, is_tidy)


def _sci(separator: str, system: Symbol, *compartments: Any) -> Part:
    _, code, start, end = system
    if not compartments:
        return _new(Part, ("sci", (code,), _new(Span, (start, end)), separator, True))
    named = compartments[1::2]
    codes = (code, *[f"{code}-{name}" for name, _ in named])
    return _new(Part, ("sci", codes, _new(Span, (start, named[-1][1])), separator, True))


def _programs(separator: str, word: Symbol, *programs: Any) -> Part:
    named = programs[1::2]
    span = Span(word.start_pos, named[-1][1])
    return Part("sap", tuple(name for name, _ in named), span, separator)


def _fgi(separator: str, *symbols: Symbol) -> Part:
    is_tidy = _has_none(symbols, _OTHERS_THAN_A_SPACE)
    return _new(Part, ("fgi", _codes(symbols), _span(symbols), separator, is_tidy))


def _bare_release(separator: str, word: Symbol) -> Part:
    return Part("dissem", ("REL",), _span((word,)), separator)


def _release_to(separator: str, *symbols: Symbol) -> Part:
    is_tidy = _has_none(symbols[2:], _OTHERS_THAN_A_COMMA)
    return _new(Part, ("rel_to", _codes(symbols), _span(symbols), separator, is_tidy))


def _display_only(separator: str, *symbols: Symbol) -> Part:
    is_tidy = _has_none(symbols[2:], _OTHERS_THAN_A_COMMA)
    return Part("display_only", _codes(symbols), _span(symbols), separator, is_tidy)


def _eyes_list(separator: str, *symbols: Symbol) -> Part:
    return Part("eyes", _codes(symbols), _span(symbols), separator)


def _cui(separator: str, word: Symbol) -> Part:
    return Part("cui", (), _span((word,)), separator)


def _cui_word(separator: str, word: Symbol) -> Part:
    block = {"CATEGORY": "category", "SPECIFIED": "specified", "LIMIT": "limit"}
    return Part(block.get(word.type, "dissem"), (word.value,), _span((word,)), separator)


def _program(*parts: Any) -> _Name:
    return "-".join(name for name, _ in parts[::2]), parts[-1][1]


def _named(*words: Symbol) -> _Name:
    if len(words) == 1:
        _, name, _, end = words[0]
        return name, end
    return "".join([word.value for word in words]), words[-1].end_pos


_HEADS: dict[str, Callable[..., Head]] = {
    "us_level": _us_level,
    "energy_level": _energy_level,
    "unstated_level": _unstated_level,
    "nato_level": _nato_level,
    "owned_level": _owned_level,
    "concealed_level": _concealed_level,
    "joint_level": _joint_level,
}
_PARTS: dict[str, Callable[..., Part]] = {
    "word": _word,
    "atomic": _atomic,
    "sigma": _sigma,
    "sci": _sci,
    "programs": _programs,
    "fgi": _fgi,
    "bare_release": _bare_release,
    "release_to": _release_to,
    "display_only": _display_only,
    "eyes_list": _eyes_list,
    "cui": _cui,
    "cui_word": _cui_word,
}
_NAMES: dict[str, Callable[..., _Name]] = {
    "compartment": _named,
    "program": _program,
    "part": _named,
}


@cache
def _nato_levels() -> dict[str, str]:
    return {level["code"]: level["level"] for level in register("levels")["nato"]}


def _codes(symbols: Sequence[Symbol]) -> tuple[str, ...]:
    return tuple([code for kind, code, _, _ in symbols if kind == "CODE"])


def _has_none(symbols: Sequence[Symbol], separators: frozenset[str]) -> bool:
    return separators.isdisjoint([symbol[0] for symbol in symbols])


def _span(symbols: Sequence[Symbol]) -> Span:
    return _new(Span, (symbols[0][2], symbols[-1][3]))
