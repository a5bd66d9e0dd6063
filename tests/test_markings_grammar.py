"""The grammar of markings: without conflict or ambiguity, its tables fresh, Lark out of the way."""

import subprocess
import sys

import pytest
from lark import Lark, Token, Tree

from redact.markings.automaton import PREBUILT
from redact.markings.plain import plain_marks
from redact.markings.reading_in_full import read_in_full
from redact.markings.recognition import recognised
from redact.markings.scanning import scan
from redact.markings.tables import GRAMMAR, SymbolLexer, prebuilt
from redact.resources import shipped
from tests.test_markings_cases import ACCEPTED

SOURCE = (shipped("grammars") / GRAMMAR).read_text("utf-8")


def tokens(text: str) -> list[Token]:
    """The symbols of a text as Lark takes them."""
    symbols, _ = recognised(scan(text).words)
    return [Token(kind, value, start_pos=start, end_pos=end) for kind, value, start, end in symbols]


def test_grammar_has_no_conflicts() -> None:
    assert Lark(SOURCE, parser="lalr", strict=True)


def test_tables_that_ship_are_those_of_the_grammar() -> None:
    assert (shipped("grammars") / PREBUILT).read_bytes() == prebuilt()


def test_no_accepted_mark_is_ambiguous() -> None:
    earley = Lark(SOURCE, parser="earley", lexer=SymbolLexer, ambiguity="explicit")
    for case in ACCEPTED:
        tree = earley.parse(tokens(case["input"]))
        assert isinstance(tree, Tree)
        assert not list(tree.find_data("_ambig"))


@pytest.mark.parametrize("text", sorted(plain_marks()))
def test_plain_marks_are_what_the_grammar_makes_of_them(text: str) -> None:
    reading = read_in_full(text)
    assert reading.marking == plain_marks()[text]
    assert reading.findings == ()


def test_reading_marks_loads_no_lark() -> None:
    program = (
        "import sys; from redact.markings import read_marking; "
        "marks = ('(U)', 'SECRET//NOFORN', '(TS//SI-G ABCD//OC/NF)', '(//JOINT S GBR USA)'); "
        "assert all(read_marking(mark).marking for mark in marks); "
        "sys.exit('lark' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_reading_plain_marks_loads_no_grammar() -> None:
    program = (
        "import sys; from redact.markings import read_marking; "
        "marks = ('(U)', '(C)', 'SECRET//NOFORN', '(SBU)'); "
        "assert all(read_marking(mark).marking for mark in marks); "
        "sys.exit('redact.markings.grammar' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
