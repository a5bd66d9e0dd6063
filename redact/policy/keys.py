"""The keys of a mapping, each once and each known."""

from collections.abc import Collection, Iterable
from typing import TypeAlias

from redact.policy.problems import Problems, did_you_mean
from redact.policy.scalars import kind_of
from redact.policy.yaml_nodes import Mapping, Node, Refused, Scalar

Keyed: TypeAlias = dict[str, tuple[Scalar, Node]]
"""By key: the key itself, for its place, and its value."""


def keyed(node: Node, what: str, known: Collection[str], problems: Problems) -> Keyed | None:
    """The entries of a mapping under their keys; None, with a problem, if it is no mapping."""
    if not isinstance(node, Mapping):
        if not isinstance(node, Refused):
            problems.add("not-a-mapping", node.at, f"{what} must be a mapping, not {kind_of(node)}")
        return None
    entries: Keyed = {}
    for key, value in node.entries:
        if not isinstance(key, Scalar):
            if not isinstance(key, Refused):
                problems.add("not-a-text", key.at, f"a key of {what} must be a word")
        elif (text := key.text) in known and text not in entries and not _merges(key):
            entries[text] = (key, value)
        else:
            _refuse(key, what, known, entries, problems)
    return entries


def require(entries: Keyed, what: str, keys: Iterable[str], node: Node, problems: Problems) -> None:
    """Note each of `keys` that is not there, at the place of the mapping."""
    for key in keys:
        if key not in entries:
            problems.add("missing-key", node.at, f'{what} has no "{key}"', f'add "{key}:"')


def _merges(key: Scalar) -> bool:
    return key.plain and key.text == "<<"


def _refuse(
    key: Scalar, what: str, known: Collection[str], seen: Keyed, problems: Problems
) -> None:
    shown = key.text[:40]
    if _merges(key):
        problems.add("merge-key", key.at, "a policy has no merge keys", "write the values out")
    elif key.text not in known:
        remedy = did_you_mean(key.text, known)
        problems.add("unknown-key", key.at, f'{what} has no key "{shown}"', remedy)
    else:
        first = seen[key.text][0].at.line
        message = f'{what} has "{shown}" twice, first on line {first}'
        problems.add("duplicate-key", key.at, message, "keep one")
