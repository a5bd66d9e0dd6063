"""The parser of `grammars/marking.lark`, loaded from the tables that ship beside it."""

import sys
from collections.abc import Iterator
from typing import Any

from lark import Lark, Token, Transformer
from lark.lexer import Lexer

from redact import parser_tables

GRAMMAR = "marking.lark"
PREBUILT = "marking.tables"


class SymbolLexer(Lexer):
    """Hands the symbols through: words are recognised by the registers, before the grammar."""

    def __init__(self, conf: object) -> None:
        """Lark passes its configuration, of which nothing is needed."""

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]
        """The tokens of `redact.markings.symbols`, as they are."""
        return iter(data)


def marking_parser(transformer: Transformer[Any, Any]) -> Lark:
    """The parser of markings, which hands what it reads to `transformer`."""
    tables = parser_tables.read_tables(PREBUILT)
    if tables is None:
        return built(transformer)
    tables["data"]["options"]["lexer"] = SymbolLexer
    tables["data"]["parser"]["lexer_conf"]["lexer_type"] = SymbolLexer
    return parser_tables.load_parser(tables, transformer=transformer)


def built(transformer: Transformer[Any, Any] | None = None) -> Lark:
    """The parser built from the grammar itself."""
    source = parser_tables.grammar_text(GRAMMAR)
    return Lark(source, parser="lalr", lexer=SymbolLexer, transformer=transformer)


def prebuilt() -> bytes:
    """The tables to ship."""
    data, memo = parser_tables.serialised(built())
    data["options"]["lexer"] = data["parser"]["lexer_conf"]["lexer_type"] = None
    return parser_tables.dump_tables(data, memo, GRAMMAR)


def digest() -> str:
    """The digest of the grammar, in hexadecimal."""
    return parser_tables.digest(GRAMMAR)


if __name__ == "__main__":
    sys.stdout.buffer.write(prebuilt())
