"""The parser of `grammars/instruction.lark`, loaded from the tables that ship beside it."""

import sys
from typing import Any

from lark import Lark, Transformer

from redact import parser_tables
from redact.declassification.joints import Joints

GRAMMAR = "instruction.lark"
PREBUILT = "instruction.tables"


def instruction_parser(transformer: Transformer[Any, Any]) -> Lark:
    """The parser of instructions, which hands what it reads to `transformer`."""
    tables = parser_tables.read_tables(PREBUILT)
    if tables is None:
        return built(transformer)
    return parser_tables.load_parser(tables, postlex=Joints(), transformer=transformer)


def built(transformer: Transformer[Any, Any] | None = None) -> Lark:
    """The parser built from the grammar itself."""
    source = parser_tables.grammar_text(GRAMMAR)
    return Lark(source, parser="lalr", lexer="basic", postlex=Joints(), transformer=transformer)


def prebuilt() -> bytes:
    """The tables to ship."""
    parser = built()
    parser.options.options["postlex"] = None
    return parser_tables.dump_tables(*parser_tables.serialised(parser), GRAMMAR)


def digest() -> str:
    """The digest of the grammar, in hexadecimal."""
    return parser_tables.digest(GRAMMAR)


if __name__ == "__main__":
    sys.stdout.buffer.write(prebuilt())
