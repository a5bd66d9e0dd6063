"""Tables of a Lark parser that ship beside its grammar.

The grammar is the definition. Building from it takes many times as long as loading, so the tables
ship prebuilt, as JSON: data that can be read and runs nothing. They name the grammar they were made
of by its digest; tests hold them fresh. Tables of another Lark than the one installed are not used.
"""

import json
from hashlib import sha256
from typing import Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from redact.resources import shipped


def grammar_text(name: str) -> str:
    """The text of the grammar `name`, a file of the folder `grammars`."""
    return _bytes_of(name).decode("utf-8")


def digest(name: str) -> str:
    """The digest of the grammar `name`, in hexadecimal."""
    return sha256(_bytes_of(name)).hexdigest()


def read_tables(name: str) -> dict[str, Any] | None:
    """The tables that ship as `name`, or None where another Lark made them."""
    tables: dict[str, Any] = json.loads(_bytes_of(name), object_hook=_with_numbers)
    return tables if tables["lark"] == lark.__version__ else None


def dump_tables(data: dict[str, Any], memo: dict[str, Any], grammar: str) -> bytes:
    """The tables to ship; Lark numbers its states anew each time, but they accept the same."""
    tables = {"lark": lark.__version__, "grammar": digest(grammar), "data": data, "memo": memo}
    return json.dumps(tables, sort_keys=True).encode() + b"\n"


def serialised(parser: Lark) -> tuple[dict[str, Any], dict[str, Any]]:
    """Data and memo of a parser, in the form of Lark's own stand-alone parsers."""
    data, memo = parser.memo_serialize([TerminalDef, Rule])
    return data, memo


def load_parser(tables: dict[str, Any], **options: Any) -> Lark:
    """The parser of `tables`, the way of Lark's own stand-alone parsers."""
    parser: Lark = Lark._load_from_dict(  # type: ignore[no-untyped-call]
        tables["data"], tables["memo"], **options
    )
    return parser


def _bytes_of(name: str) -> bytes:
    return (shipped("grammars") / name).read_bytes()


def _with_numbers(values: dict[str, Any]) -> dict[Any, Any]:
    """JSON makes text of the numbers that are keys; Lark's tables have them as numbers."""
    return {int(key) if key.isdecimal() else key: value for key, value in values.items()}
