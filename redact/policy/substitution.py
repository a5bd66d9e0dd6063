"""Names of sets and parameters in rules, replaced by what they stand for."""

import re

from redact.policy.problems import Problems, did_you_mean
from redact.policy.scope import Scope
from redact.policy.yaml_nodes import Mapping, Node, Refused, Scalar, Sequence

MAX_NODES = 100_000
_NAME = re.compile(r"\$([A-Za-z0-9_-]*)")
_BY_NAME = "terms"
"""The key whose lists are named, not written out."""


def substituted(node: Node, scope: Scope, problems: Problems) -> Node:
    """`node` with every `$name` written out: in a list its items, alone the value or the list."""
    return _Writing(scope, problems).of(node)


class _Writing:
    """`left`: how many more nodes may be written, so that names in names cost no more than that."""

    def __init__(self, scope: Scope, problems: Problems) -> None:
        self.scope, self.problems, self.left = scope, problems, MAX_NODES

    def of(self, node: Node) -> Node:
        if isinstance(node, Mapping):
            values = [self._value(key, value) for key, value in node.entries]
            return Mapping(node.at, [item for pair in values for item in pair])
        if isinstance(node, Sequence):
            return Sequence(node.at, [item for each in node.items for item in self._items(each)])
        if not isinstance(node, Scalar) or not _NAME.fullmatch(node.text):
            return node
        found = self._named(node)
        return found[0] if len(found) == 1 and not self._is_set(node) else Sequence(node.at, found)

    def _value(self, key: Node, value: Node) -> tuple[Node, Node]:
        by_name = isinstance(key, Scalar) and key.text == _BY_NAME
        return key, value if by_name else self.of(value)

    def _items(self, node: Node) -> list[Node]:
        if isinstance(node, Scalar) and _NAME.fullmatch(node.text):
            return self._named(node)
        return [self.of(node)]

    def _is_set(self, node: Scalar) -> bool:
        return node.text[1:] in self.scope.sets

    def _named(self, node: Scalar) -> list[Node]:
        name = node.text[1:]
        sets, values = self.scope.sets, self.scope.values
        if name not in sets and name not in values:
            remedy = did_you_mean(name, (*sets, *values))
            message = f'the policy has no set or parameter "{name[:40]}"'
            self.problems.add("unknown-name", node.at, message, remedy)
            return [Refused(node.at)]
        if name in values and values[name].is_terms:
            message = f'"{name}" is a list of terms, which no fact has'
            remedy = f'write "terms: [{name}]" in a rule that excises'
            self.problems.add("terms-as-words", node.at, message, remedy)
            return [Refused(node.at)]
        found: list[Node] = list(sets[name] if name in sets else values[name].nodes)
        self.left -= len(found)
        if self.left < 0:
            message = f"its sets written out have more than {MAX_NODES} words"
            self.problems.add("too-long", node.at, message, "make the sets smaller")
            return [Refused(node.at)]
        return found
