"""The tables of `grammars/marking.lark`, made by Lark; `make prebuilt` ships them beside it.

Lark is imported here alone: what reads markings runs the tables that ship.
"""

import json
import sys
from collections import deque
from collections.abc import Iterator
from typing import Any

from lark import Lark, Token, Transformer
from lark.grammar import Rule as LarkRule
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from redact import parser_tables
from redact.markings.automaton import Rule, Tables

GRAMMAR = "marking.lark"


class SymbolLexer(Lexer):
    """Hands the symbols through: words are recognised by the registers, before the grammar."""

    def __init__(self, conf: object) -> None:
        """Lark passes its configuration, of which nothing is needed."""

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]
        """The tokens of `redact.markings.recognition`, as they are."""
        return iter(data)


def built(transformer: Transformer[Any, Any] | None = None) -> Lark:
    """Lark's own parser of the grammar."""
    source = parser_tables.grammar_text(GRAMMAR)
    return Lark(source, parser="lalr", lexer=SymbolLexer, transformer=transformer)


def tables_of(parser: Lark) -> Tables:
    """What `parser` has worked out, its states numbered from the start: the same each time."""
    table = parser.parser.parser._parse_table
    numbers = _numbered(table.states, table.start_states["start"])
    rules = sorted({rule for state in table.states.values() for rule in _reduced(state)}, key=repr)
    places = {rule: place for place, rule in enumerate(rules)}
    states = tuple(
        {
            name: numbers[to] if action is Shift else ~places[to]
            for name, (action, to) in sorted(table.states[state].items())
        }
        for state in numbers
    )
    accepting = numbers[table.end_states["start"]]
    return Tables(0, accepting, states, tuple(map(_rule, rules)))


def prebuilt() -> bytes:
    """The tables to ship, with the digest of the grammar they were made of."""
    return json.dumps({"grammar": digest(), **tables_of(built())._asdict()}).encode() + b"\n"


def digest() -> str:
    """The digest of the grammar, in hexadecimal."""
    return parser_tables.digest(GRAMMAR)


def _numbered(states: dict[int, Any], start: int) -> dict[int, int]:
    """A number for each state, in the order in which they are reached from the start."""
    numbers = {start: 0}
    waiting = deque([start])
    while waiting:
        for _, (action, to) in sorted(states[waiting.popleft()].items()):
            if action is Shift and to not in numbers:
                numbers[to] = len(numbers)
                waiting.append(to)
    return numbers


def _reduced(state: dict[str, Any]) -> Iterator[LarkRule]:
    return (to for action, to in state.values() if action is not Shift)


def _rule(rule: LarkRule) -> Rule:
    """A rule as Lark shapes its tree; what the grammar does not use is refused."""
    origin, size = rule.origin.name, len(rule.expansion)
    assert size
    assert not any(getattr(symbol, "filter_out", False) for symbol in rule.expansion)
    inlined = tuple(
        place
        for place, symbol in enumerate(rule.expansion)
        if not symbol.is_term and symbol.name.startswith("_")
    )
    name = rule.alias or origin
    if not rule.alias and origin.startswith("_"):
        return Rule(None, origin, size, inlined)
    if rule.options.expand1 and not rule.alias:
        assert size == 1
        assert not inlined
        return Rule("", origin, size, inlined)
    return Rule(name, origin, size, inlined)


if __name__ == "__main__":
    sys.stdout.buffer.write(prebuilt())
