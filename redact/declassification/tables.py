"""The parser of `grammars/instruction.lark`, loaded from tables that ship beside it.

The grammar is the definition. Building from it takes ten times as long as loading, so its tables
ship prebuilt, as JSON: data that can be read and runs nothing. They name the grammar they were made
of by its digest; a test holds them fresh. Tables of another Lark than the one installed are not
used.
"""

import json
import sys
from hashlib import sha256
from typing import Any

import lark
from lark import Lark, Transformer
from lark.grammar import Rule
from lark.lexer import TerminalDef

from redact.declassification.joints import Joints
from redact.resources import shipped

GRAMMAR = "instruction.lark"
PREBUILT = "instruction.tables"


def instruction_parser(transformer: Transformer[Any, Any]) -> Lark:
    """The parser of instructions, which hands what it reads to `transformer`."""
    tables = json.loads(_shipped(PREBUILT), object_hook=_with_numbers)
    if tables["lark"] != lark.__version__:
        return built(transformer)
    # the way of Lark's own stand-alone parsers
    parser: Lark = Lark._load_from_dict(  # type: ignore[no-untyped-call]
        tables["data"], tables["memo"], postlex=Joints(), transformer=transformer
    )
    return parser


def built(transformer: Transformer[Any, Any] | None = None) -> Lark:
    """The parser built from the grammar itself."""
    source = _shipped(GRAMMAR).decode("utf-8")
    return Lark(source, parser="lalr", lexer="basic", postlex=Joints(), transformer=transformer)


def prebuilt() -> bytes:
    """The tables that ship; Lark numbers its states anew each time, but they accept the same."""
    parser = built()
    parser.options.options["postlex"] = None
    data, memo = parser.memo_serialize([TerminalDef, Rule])
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
