"""The grammar of markings: without conflict or ambiguity, its tables fresh, Lark out of the way."""

import json
import subprocess
import sys

import pytest
from lark import Lark, Transformer, Tree

from redact.markings.plain import plain_marks
from redact.markings.reading import read_in_full
from redact.markings.scanning import scan
from redact.markings.symbols import symbols
from redact.markings.tables import GRAMMAR, PREBUILT, SymbolLexer, built, digest, marking_parser
from redact.resources import shipped
from tests.test_markings_cases import ACCEPTED

SOURCE = (shipped("grammars") / GRAMMAR).read_text("utf-8")


def test_grammar_has_no_conflicts() -> None:
    assert Lark(SOURCE, parser="lalr", strict=True)


def test_tables_that_ship_are_those_of_the_grammar() -> None:
    tables = json.loads((shipped("grammars") / PREBUILT).read_bytes())
    assert tables["grammar"] == digest()


def test_tables_that_ship_parse_as_the_grammar_does() -> None:
    shelved, fresh = marking_parser(Transformer()), built(Transformer())
    for case in ACCEPTED:
        tokens, _ = symbols(scan(case["input"]).words)
        assert shelved.parse(tokens) == fresh.parse(tokens)


def test_no_accepted_mark_is_ambiguous() -> None:
    earley = Lark(SOURCE, parser="earley", lexer=SymbolLexer, ambiguity="explicit")
    for case in ACCEPTED:
        tokens, _ = symbols(scan(case["input"]).words)
        tree = earley.parse(tokens)
        assert isinstance(tree, Tree)
        assert not list(tree.find_data("_ambig"))


@pytest.mark.parametrize("text", sorted(plain_marks()))
def test_plain_marks_are_what_the_grammar_makes_of_them(text: str) -> None:
    reading = read_in_full(text)
    assert reading.marking == plain_marks()[text]
    assert reading.findings == ()


def test_reading_plain_marks_loads_no_lark() -> None:
    program = (
        "import sys; from redact.markings import read_marking; "
        "marks = ('(U)', '(C)', 'SECRET//NOFORN', '(SBU)'); "
        "assert all(read_marking(mark).marking for mark in marks); "
        "sys.exit('lark' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
