"""The parser of `grammars/marking.lark`, loaded when the first mark needs it.

`grammars/marking.lark` is the definition. Building tables from it takes longer than a command may
take to start, so they ship prebuilt beside it; a test holds them to be those of the grammar.
"""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any, cast

from lark import Lark, Token
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from redact.markings.notices import Refused, refused
from redact.markings.parts import Construction, Parsed
from redact.resources import shipped

PREBUILT = "marking.tables"
SEPARATORS = frozenset("LEAD SLASHES SOFT DSLASH SLASH HYPHEN COMMA SPACE".split())
UNREGISTERED = frozenset({"UNKNOWN", "NAME"})
LEVELS = frozenset({"LEVEL", "ENERGY", "NATO", "ADMIN"})


class SymbolLexer(Lexer):
    """Hands the symbols through: words are recognised by the registers, before the grammar."""

    def __init__(self, conf: Any) -> None:
        """Lark passes its own configuration, of which nothing is needed."""

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]
        """The tokens of `redact.markings.symbols`, as they are."""
        return iter(data)


def built() -> Lark:
    """The parser built from the grammar itself."""
    text = (shipped("grammars") / "marking.lark").read_text("utf-8")
    return Lark(text, parser="lalr", lexer=SymbolLexer, strict=True, transformer=Construction())


def prebuilt() -> bytes:
    """The tables that ship, as `make grammars` writes them."""
    buffer = BytesIO()
    built().save(buffer)
    return buffer.getvalue()


@cache
def _parser() -> Lark:
    return Lark.load(BytesIO((shipped("grammars") / PREBUILT).read_bytes()))


def parse(tokens: list[Token]) -> Parsed:
    """The parts of a marking; raises `Refused` where the grammar does not take the symbols."""
    try:
        return cast(Parsed, _parser().parse(tokens))
    except UnexpectedToken as stop:
        raise refusal(tokens, stop.token) from None


def refusal(tokens: list[Token], stop: Token) -> Refused:
    """Why the grammar stopped at a token, as the register of findings names it (A4.4)."""
    if stop.type == "$END":
        end = tokens[-1].end_pos or 0
        return refused("malformed", end, end, "something is missing at the end")
    at = next(index for index, token in enumerate(tokens) if token is stop)
    word = next((token for token in tokens[at:] if token.type not in SEPARATORS), stop)
    place = word.start_pos or 0, word.end_pos or 0
    if word.type in UNREGISTERED:
        return refused("unknown-word", *place)
    if word.type in LEVELS and any(token.type in LEVELS for token in tokens[:at]):
        return refused("two-levels", *place)
    if not any(token.type in LEVELS for token in tokens[:at]):
        return refused("no-level", *place)
    return refused("malformed", *place, "a word that cannot stand here")
