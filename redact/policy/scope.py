"""What the names in a policy stand for: its sets, and the values of its parameters."""

import re
from collections.abc import Iterable
from collections.abc import Mapping as Names
from typing import NamedTuple

from redact.policy.keys import keyed
from redact.policy.problems import Problems
from redact.policy.scalars import kind_of, texts_of
from redact.policy.yaml_nodes import Node, Refused, Scalar, Sequence

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""What sets and parameters are called."""


class Value(NamedTuple):
    """What a parameter stands for: `nodes` as they would be written, `words` to compare with."""

    type: str
    about: str
    nodes: tuple[Node, ...]
    words: tuple[str, ...]

    @property
    def is_terms(self) -> bool:
        """Whether it is a list to look for in the text."""
        return self.type == "terms"


class Scope(NamedTuple):
    """Sets and parameters by name; a name stands for one of the two."""

    sets: Names[str, tuple[Scalar, ...]]
    values: Names[str, Value]

    @property
    def lists(self) -> tuple[str, ...]:
        """The names that may stand for lists of terms."""
        return (*self.sets, *(name for name, value in self.values.items() if value.is_terms))

    def terms_of(self, name: str) -> tuple[str, ...]:
        """The terms of a list, each once, sorted; empty where there is no such list."""
        if name in self.sets:
            return tuple(sorted({item.text for item in self.sets[name]}))
        return self.values[name].words if name in self.values else ()


NOTHING = Scope({}, {})


def read_sets(
    node: Node, taken: Iterable[str], problems: Problems
) -> dict[str, tuple[Scalar, ...]]:
    """The named lists in `node`; names that are `taken` and names twice are problems."""
    sets = {}
    for name, (key, value) in named(node, "sets", taken, problems).items():
        what = f"sets: {name}"
        if isinstance(value, Sequence):
            texts = texts_of(value, what, problems)
            sets[name] = tuple(Scalar(at, text, plain=False) for at, text in texts)
        elif not isinstance(value, Refused):
            message = f"{what} must be a list, not {kind_of(value)}"
            problems.add("not-a-list", key.at, message, "write it like [RD, FRD]")
    return sets


def named(
    node: Node, what: str, taken: Iterable[str], problems: Problems
) -> dict[str, tuple[Scalar, Node]]:
    """The entries of a mapping whose keys are free names."""
    known = [key.text for key, _ in getattr(node, "entries", ()) if isinstance(key, Scalar)]
    entries = keyed(node, what, known, problems) or {}
    used = frozenset(taken)
    good = {}
    for name, (key, value) in entries.items():
        if not NAME.fullmatch(name):
            message = f'{what}: "{name[:40]}" is not lower-case words joined by hyphens'
            problems.add("bad-name", key.at, message, "begin with a letter")
        elif name in used:
            message = f'{what}: the name "{name[:40]}" is taken'
            problems.add("duplicate-name", key.at, message, "choose another")
        else:
            good[name] = (key, value)
    return good
