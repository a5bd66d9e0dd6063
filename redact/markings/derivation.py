"""What a sequence of terminals is made of, by the grammar `marking.lark`.

It depends on nothing but the terminals, of which few sequences ever occur: each is derived once.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from redact.markings.automaton import Automaton, Stopped, read_tables


class Derived(NamedTuple):
    """A rule and its children: places of symbols, or rules in turn.

    `separator` is the place of the symbol before it, None for the first. `symbols` is where its
    children stand if all of them are symbols: always in a row.
    """

    rule: str
    children: tuple["int | Derived", ...]
    separator: int | None = None
    symbols: slice | None = None


@lru_cache(maxsize=1 << 12)
def derivation(terminals: tuple[str, ...]) -> tuple[Derived, ...] | int:
    """Head and parts in a row; or the place where the grammar takes no more."""
    try:
        return tuple(_automaton().parse(terminals))
    except Stopped as stop:
        return stop.index


def load_automaton() -> Automaton:
    """A new automaton from the tables that ship; what it makes is a row of `Derived`."""
    return Automaton(read_tables(), lambda rule: _ROWS.get(rule) or _derived(rule))


_automaton = cache(load_automaton)


def _derived(rule: str) -> Callable[..., Derived]:
    def derived(*children: Any) -> Derived:
        if any(isinstance(child, Derived) for child in children):
            return Derived(rule, children)
        return Derived(rule, children, symbols=slice(children[0], children[-1] + 1))

    return derived


def _row(*children: Any) -> list[Derived]:
    """What goes before, continued by what stands behind each separator.

    What stands at the end and is no rule is ignored: a declassification value.
    """
    first = children[0]
    row: list[Derived] = [*first] if isinstance(first, list) else [first]
    for separator, item in zip(children[1::2], children[2::2], strict=True):
        if isinstance(item, list):
            row += (item[0]._replace(separator=separator), *item[1:])
        elif isinstance(item, Derived):
            row.append(item._replace(separator=separator))
    return row


def _unstated_level(word: int) -> list[Derived]:
    """A word that says level U, though it is a control."""
    return [_derived("unstated_level")(word), _derived("word")(word)]


def _cui(word: int, *children: Any) -> list[Derived]:
    return _row(_derived("cui")(word), *children)


_ROWS: dict[str, Callable[..., list[Derived]]] = {
    "start": _row,
    "free": _row,
    "slashed": _row,
    "listed": _row,
    "unstated_level": _unstated_level,
    "cui": _cui,
}
"""Rules that only put heads and parts in a row."""
