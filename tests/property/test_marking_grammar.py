"""The grammar on generated sentences: our automaton is Lark's, and no sentence is ambiguous."""

from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lark import Lark, Token, Transformer, Tree
from lark.exceptions import UnexpectedToken

from redact.markings.automaton import Automaton, Stopped, read_tables
from redact.markings.tables import GRAMMAR, SymbolLexer, built
from redact.resources import shipped
from tests.property.marking_strategies import sentences

TERMINALS = sorted({name for state in read_tables().states for name in state if name.isupper()})
AUTOMATON = Automaton(read_tables(), lambda rule: lambda *children: Tree(rule, list(children)))


class Places(Transformer[Token, Any]):
    """A tree with the place of each token instead of it."""

    def __default_token__(self, token: Token) -> int:
        return int(token)


@cache
def lark() -> Lark:
    """Lark's own driver of its own tables."""
    return built()


@cache
def earley() -> Lark:
    """Every derivation of a sentence, whatever the tables."""
    source = (shipped("grammars") / GRAMMAR).read_text("utf-8")
    return Lark(source, parser="earley", lexer=SymbolLexer, ambiguity="explicit")


def tokens(terminals: tuple[str, ...]) -> list[Token]:
    """A token for each terminal, its text its place."""
    return [
        Token(name, str(place), start_pos=place, end_pos=place + 1)
        for place, name in enumerate(terminals)
    ]


def by_lark(terminals: tuple[str, ...]) -> Any:
    """The tree by Lark with the places of the terminals, or the place where it stops."""
    try:
        tree = lark().parse(tokens(terminals))
    except UnexpectedToken as stop:
        return len(terminals) if stop.token.type == "$END" else stop.token.start_pos
    return Places().transform(tree)


def by_automaton(terminals: tuple[str, ...]) -> Any:
    """The tree by the automaton, or the place where it stops."""
    try:
        return AUTOMATON.parse(terminals)
    except Stopped as stop:
        return stop.index


@given(sentences())
def test_the_automaton_builds_the_trees_of_lark(sentence: tuple[str, ...]) -> None:
    assert by_automaton(sentence) == by_lark(sentence)


@given(
    sentences(6),
    st.lists(st.sampled_from([name for name in TERMINALS if name != "$END"]), max_size=4),
)
def test_the_automaton_stops_where_lark_stops(sentence: tuple[str, ...], behind: list[str]) -> None:
    terminals = (*sentence, *behind)
    assert by_automaton(terminals) == by_lark(terminals)


def derived_twice(sentence: tuple[str, ...]) -> bool:
    """Whether a sentence has more than one derivation."""
    tree = earley().parse(tokens(sentence))
    return any(tree.find_data("_ambig")) if isinstance(tree, Tree) else False


@given(sentences(10))
def test_no_sentence_has_two_parses(sentence: tuple[str, ...]) -> None:
    assume(isinstance(by_automaton(sentence), Tree))
    assert not derived_twice(sentence)


@pytest.mark.slow
@settings(max_examples=200)
@given(sentences(20))
def test_no_long_sentence_has_two_parses(sentence: tuple[str, ...]) -> None:
    assume(isinstance(by_automaton(sentence), Tree))
    assert not derived_twice(sentence)


def test_two_parses_would_be_seen() -> None:
    source = "start: a | b\na: LEVEL\nb: LEVEL\n%declare LEVEL"
    twice = Lark(source, parser="earley", lexer=SymbolLexer, ambiguity="explicit")
    tree = twice.parse(tokens(("LEVEL",)))
    assert list(tree.find_data("_ambig"))
