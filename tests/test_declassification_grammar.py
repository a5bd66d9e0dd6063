"""The grammar of instructions: without conflict, its tables fresh, Lark out of the way."""

import json
import subprocess
import sys

import pytest
from lark import Lark, Transformer

from redact.declassification.grammar import parse_entries
from redact.declassification.refusals import Unreadable
from redact.declassification.tables import GRAMMAR, PREBUILT, built, digest, instruction_parser
from redact.resources import shipped


def test_grammar_has_neither_conflicts_nor_colliding_terminals() -> None:
    source = (shipped("grammars") / GRAMMAR).read_text(encoding="utf-8")
    assert Lark(source, parser="lalr", strict=True)


def test_tables_that_ship_are_those_of_the_grammar() -> None:
    tables = json.loads((shipped("grammars") / PREBUILT).read_bytes())
    assert tables["grammar"] == digest()


def test_tables_that_ship_parse_as_the_grammar_does() -> None:
    shelved, fresh = instruction_parser(Transformer()), built(Transformer())
    for text in ("01/01/2010 OR UPON SIGNATURE", "25X1, 20401231 (SMITH)", "E.O. 12958: DECL:"):
        assert shelved.parse(text) == fresh.parse(text)


def test_reading_a_common_line_loads_no_lark() -> None:
    program = (
        "import sys; from redact.declassification import read_instruction; "
        "read_instruction('E.O. 12958: DECL: 09/22/2019'); "
        "read_instruction('E.O. 12356: DECL: OADR'); "
        "sys.exit('lark' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("01/01/2010 OR LATER", 11, 19),
        ("01/01/2010 ?", 11, 12),
        ("UPON SIGNATURE; LATER", 16, 21),
        ("X1 AND", 6, 6),
        ("SOURCE MARKED", 13, 13),
    ],
)
def test_error_has_the_place_where_reading_stopped(text: str, start: int, end: int) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_entries(text)
    assert tuple(refused.value.span) == (start, end)
