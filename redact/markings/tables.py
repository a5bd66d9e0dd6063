"""The parser of `grammars/marking.lark`, loaded from tables that ship beside it.

The grammar is the definition. Building from it takes many times as long as loading, so its tables
ship prebuilt, as JSON: data that can be read and runs nothing. They name the grammar they were made
of by its digest; a test holds them fresh. Tables of another Lark than the one installed are not
used.
"""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import lark
from lark import Lark, Token, Transformer
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef

from redact.resources import shipped

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
    tables = json.loads(_shipped(PREBUILT), object_hook=_with_numbers)
    if tables["lark"] != lark.__version__:
        return built(transformer)
    tables["data"]["options"]["lexer"] = SymbolLexer
    tables["data"]["parser"]["lexer_conf"]["lexer_type"] = SymbolLexer
    # the way of Lark's own stand-alone parsers
    parser: Lark = Lark._load_from_dict(  # type: ignore[no-untyped-call]
        tables["data"], tables["memo"], transformer=transformer
    )
    return parser


def built(transformer: Transformer[Any, Any] | None = None) -> Lark:
    """The parser built from the grammar itself."""
    source = _shipped(GRAMMAR).decode("utf-8")
    return Lark(source, parser="lalr", lexer=SymbolLexer, transformer=transformer)


def prebuilt() -> bytes:
    """The tables that ship; Lark numbers its states anew each time, but they accept the same."""
    data, memo = built().memo_serialize([TerminalDef, Rule])
    data["options"]["lexer"] = data["parser"]["lexer_conf"]["lexer_type"] = None
    tables = {"lark": lark.__version__, "grammar": digest(), "data": data, "memo": memo}
    return json.dumps(tables, sort_keys=True).encode() + b"\n"


def digest() -> str:
    """The digest of the grammar, in hexadecimal."""
    return sha256(_shipped(GRAMMAR)).hexdigest()


def _shipped(name: str) -> bytes:
    return (shipped("grammars") / name).read_bytes()


def _with_numbers(table: dict[str, Any]) -> dict[int | str, Any]:
    """JSON keys are strings; states and places in the memory are numbers."""
    return {int(key) if key.isdecimal() else key: value for key, value in table.items()}


if __name__ == "__main__":
    sys.stdout.buffer.write(prebuilt())
