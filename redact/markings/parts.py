"""What the rules of the grammar give: the head of a marking and its parts, as they stand.

The transformer only constructs. What parts add up to, and whether they go together, is for
`redact.markings.assembly`.
"""

from functools import cache
from typing import Any, NamedTuple, TypeAlias

from lark import Token, Transformer, v_args

from redact.markings.model import Level
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


@v_args(inline=True)
class Construction(Transformer[Token, Parsed]):
    """One method a rule of `grammars/marking.lark`; separators come along as tokens."""

    def start(self, *children: Child) -> Parsed:
        items = _chained(children)
        head = items[0] if items and isinstance(items[0], Head) else None
        return Parsed(head, tuple(item for item in items if isinstance(item, Part)))

    def free(self, *children: Child) -> list[Head | Part]:
        return _chained(children)

    def slashed(self, *children: Child) -> list[Head | Part]:
        return _chained(children)

    def listed(self, *children: Child) -> list[Head | Part]:
        return _chained(children)

    def us_level(self, level: Token) -> Head:
        return Head(Level(level), _span((level,)))

    def energy_level(self, word: Token) -> Head:
        level, control = word.split("+")
        return Head(Level(level), _span((word,)), implied=(control,))

    def unstated_level(self, word: Token) -> list[Head | Part]:
        span = _span((word,))
        return [Head(Level.U, Span(span.start, span.start)), _word(word)]

    def nato_level(self, *tokens: Token) -> Head:
        code, *implied = tokens[-1].split("+")
        level = Level(_nato_levels()[code])
        return Head(
            level, _span(tokens), ("NATO",), implied=tuple(implied), is_tidy=len(tokens) == 2
        )

    def owned_level(self, *tokens: Token) -> Head:
        return Head(
            Level(tokens[-1]), _span(tokens), _codes(tokens), is_tidy=tokens[0].type == "LEAD"
        )

    def concealed_level(self, *tokens: Token) -> Head:
        return Head(Level(tokens[-1]), _span(tokens), ())

    def joint_level(self, *tokens: Token) -> Head:
        level = next(token for token in tokens if token.type == "LEVEL")
        is_tidy = tokens[0].type == "LEAD" and _parted_by(tokens, "LEAD", "SPACE")
        return Head(Level(level), _span(tokens), _codes(tokens), is_joint=True, is_tidy=is_tidy)

    def word(self, word: Token) -> Part:
        return _word(word)

    def atomic(self, word: Token) -> Part:
        return Part("aea", (str(word),), _span((word,)))

    def sigma(self, *tokens: Token) -> Part:
        numbers = (str(token) for token in tokens if token.type == "NUMBER")
        is_tidy = _parted_by(tokens, "HYPHEN", "SPACE") and tokens[1].type == "HYPHEN"
        return Part("sigma", (str(tokens[0]), *numbers), _span(tokens), is_tidy=is_tidy)

    def sci(self, system: Token, *compartments: Child) -> Part:
        names = tuple(name for name in compartments if not isinstance(name, Token))
        entries = tuple(f"{system}-{name}" for name, _ in names)
        end = names[-1][1] if names else _span((system,)).end
        return Part("sci", (str(system), *entries), Span(_span((system,)).start, end))

    def compartment(self, *names: Token) -> tuple[str, int]:
        return "".join(names), _span(names).end

    def programs(self, word: Token, *programs: Child) -> Part:
        listed = tuple(program for program in programs if not isinstance(program, Token))
        codes = tuple(name for name, _ in listed)
        return Part("sap", codes, Span(_span((word,)).start, listed[-1][1]))

    def program(self, *parts: Child) -> tuple[str, int]:
        named = [part for part in parts if not isinstance(part, Token)]
        return "-".join(name for name, _ in named), named[-1][1]

    def part(self, *names: Token) -> tuple[str, int]:
        return "".join(names), _span(names).end

    def fgi(self, *tokens: Token) -> Part:
        is_tidy = _parted_by(tokens, "SPACE")
        return Part("fgi", _codes(tokens), _span(tokens), is_tidy=is_tidy)

    def bare_release(self, word: Token) -> Part:
        return Part("dissem", ("REL",), _span((word,)))

    def release_to(self, *tokens: Token) -> Part:
        is_tidy = _parted_by(tokens[2:], "COMMA")
        return Part("rel_to", _codes(tokens), _span(tokens), is_tidy=is_tidy)

    def display_only(self, *tokens: Token) -> Part:
        is_tidy = _parted_by(tokens[2:], "COMMA")
        return Part("display_only", _codes(tokens), _span(tokens), is_tidy=is_tidy)

    def eyes_list(self, *tokens: Token) -> Part:
        return Part("eyes", _codes(tokens), _span(tokens))

    def cui(self, word: Token, *children: Child) -> list[Head | Part]:
        return [Part("cui", (), _span((word,))), *_chained(children)]

    def cui_word(self, word: Token) -> Part:
        block = {"CATEGORY": "category", "SPECIFIED": "specified", "LIMIT": "limit"}
        return Part(block.get(word.type, "dissem"), (str(word),), _span((word,)))


def _chained(children: tuple[Child, ...]) -> list[Head | Part]:
    """Heads and parts of a sequence in a row, each part with the separator before it."""
    items: list[Head | Part] = []
    separator = ""
    for child in children:
        if isinstance(child, Token):
            separator = str(child)
        elif isinstance(child, Part):
            items.append(child._replace(separator=separator))
        elif isinstance(child, Head):
            items.append(child)
        else:
            first, *rest = child
            items += _chained((Token("SEP", separator), first)) if separator else [first]
            items += rest
    return items


def _word(word: Token) -> Part:
    return Part(block_of().get(word, "sci"), (str(word),), _span((word,)))


@cache
def _nato_levels() -> dict[str, str]:
    return {level["code"]: level["level"] for level in register("levels")["nato"]}


def _codes(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(str(token) for token in tokens if token.type == "CODE")


def _parted_by(tokens: tuple[Token, ...], *separators: str) -> bool:
    known = {"LEAD", "COMMA", "SPACE", "SLASH", "HYPHEN", "CONJUNCTION"}
    return all(token.type in separators for token in tokens if token.type in known)


def _span(tokens: tuple[Token, ...]) -> Span:
    return Span(tokens[0].start_pos or 0, tokens[-1].end_pos or 0)
