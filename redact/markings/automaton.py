"""The automaton of the marking grammar: runs the tables that Lark makes of `marking.lark`.

Lark analyses the grammar and stays the definition; its own driver costs several times as much for
the few symbols of a mark, and its import more than all else a small command does. Which children a
rule has is as in Lark: one whose name begins with an underscore gives its children to the rule
above, one with `?` is its single child. A test holds both to the same trees.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from redact.resources import shipped

PREBUILT = "marking.tables"
_END = "$END"


class Rule(NamedTuple):
    """One expansion of a rule: the name under which it is constructed, its origin, its length.

    The name is None where the children go to the rule above, and empty where there is one child and
    it stands for the rule. `inlined` are the places of children that come in their own children.
    """

    name: str | None
    origin: str
    size: int
    inlined: tuple[int, ...]


class Tables(NamedTuple):
    """For each state what a symbol leads to: a state, or a rule, as the complement of its place."""

    start: int
    accepting: int
    states: tuple[dict[str, int], ...]
    rules: tuple[Rule, ...]


class Stopped(Exception):  # noqa: N818
    """The grammar does not take the terminal at `index`; behind the last one: their end."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


def read_tables() -> Tables:
    """The tables that ship."""
    read = json.loads((shipped("grammars") / PREBUILT).read_bytes())
    rules = (Rule(name, origin, size, tuple(at)) for name, origin, size, at in read["rules"])
    return Tables(read["start"], read["accepting"], tuple(read["states"]), tuple(rules))


class Automaton:
    """Reads terminals by tables; for each rule constructs by the function of its name."""

    __slots__ = ("_reductions", "_tables")

    def __init__(self, tables: Tables, function_of: Callable[[str], Callable[..., Any]]) -> None:
        self._tables = tables
        self._reductions = [
            (_construction(rule, function_of), rule.size, rule.inlined, rule.origin)
            for rule in tables.rules
        ]

    def parse(self, terminals: Sequence[str]) -> Any:
        """What the functions make of the terminals, of which they see the places.

        Raises `Stopped` where the grammar takes no more.
        """
        reductions, actions = self._reductions, self._tables.states
        states = [self._tables.start]
        values: list[Any] = []
        for index, kind in enumerate((*terminals, _END)):
            action = actions[states[-1]].get(kind)
            while action is not None and action < 0:
                construct, size, inlined, origin = reductions[~action]
                children = values[-size:]
                del values[-size:], states[-size:]
                if inlined:
                    children = _flat(children, inlined)
                values.append(children if construct is None else construct(*children))
                state = actions[states[-1]][origin]
                if state == self._tables.accepting:
                    return values[0]
                states.append(state)
                action = actions[state].get(kind)
            if action is None:
                raise Stopped(index)
            states.append(action)
            values.append(index)
        raise AssertionError("behind the end nothing is shifted")


def _construction(
    rule: Rule, function_of: Callable[[str], Callable[..., Any]]
) -> Callable[..., Any] | None:
    if rule.name is None:
        return None
    return function_of(rule.name) if rule.name else _alone


def _alone(child: object) -> object:
    return child


def _flat(children: list[Any], inlined: tuple[int, ...]) -> list[Any]:
    flat: list[Any] = []
    for place, child in enumerate(children):
        if place in inlined:
            flat += child
        else:
            flat.append(child)
    return flat
