"""The part of YAML that policies are written in, as nodes with places.

Nothing is resolved: a scalar is the text that stands there. Aliases, anchors, tags, directives and
further documents are refused; depth and number of nodes are bounded while reading, so a text that
would explode costs no more than its first lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from redact.policy.problems import Problems
from redact.text import Position

if TYPE_CHECKING:
    from yaml.events import Event

MAX_DEPTH = 48
MAX_NODES = 20_000


class Scalar(NamedTuple):
    """A text; `plain` where neither quotes nor a block sign say that it is a string."""

    at: Position
    text: str
    plain: bool


@dataclass(slots=True)
class Sequence:
    """Items in their order."""

    at: Position
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and values in turn, duplicates included."""

    at: Position
    items: "list[Node]" = field(default_factory=list)

    @property
    def entries(self) -> "list[tuple[Node, Node]]":
        """Each key with its value."""
        return list(zip(self.items[::2], self.items[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that a policy may not contain; the problem has been noted."""

    at: Position


Node: TypeAlias = Scalar | Sequence | Mapping | Refused


class _Stop(Exception):  # noqa: N818
    """Reading on makes no sense; the problem has been noted."""


def read_nodes(text: str, problems: Problems) -> Node | None:
    """The only document in `text`, or None where there is none that can be read.

    Total: what is wrong goes to `problems`.
    """
    from yaml import YAMLError

    root = Sequence(Position(1, 1))
    try:
        _build(root, _events(text), problems)
    except _Stop:
        return None
    except YAMLError as error:
        message = f"not YAML: {getattr(error, 'problem', None) or 'a character it does not allow'}"
        problems.add("not-yaml", _position(getattr(error, "problem_mark", None)), message)
        return None
    if not root.items:
        problems.add("empty", Position(1, 1), "the file holds no policy", 'begin with "redact: 1"')
    return root.items[0] if root.items else None


def _events(text: str) -> "Iterator[Event]":
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.parse(text, Loader=loader)


def _build(root: Sequence, events: "Iterator[Event]", problems: Problems) -> None:
    from yaml import events as kinds

    ends = (kinds.SequenceEndEvent, kinds.MappingEndEvent)
    opening = (kinds.SequenceStartEvent, kinds.MappingStartEvent)
    open_nodes: list[Sequence | Mapping] = [root]
    for count, event in enumerate(events):
        kind = type(event)
        if kind in ends:
            open_nodes.pop()
            continue
        at = _position(event.start_mark)
        if len(open_nodes) > MAX_DEPTH:
            _stop("too-deep", at, "lists and mappings are nested too deep", problems)
        if count > MAX_NODES:
            _stop("too-long", at, f"more than {MAX_NODES} values", problems)
        if kind is kinds.ScalarEvent or kind is kinds.AliasEvent:
            open_nodes[-1].items.append(_node(event, kind.__name__, at, problems))
        elif kind in opening:
            node = _node(event, kind.__name__, at, problems)
            open_nodes[-1].items.append(node)
            if isinstance(node, (Sequence, Mapping)):
                open_nodes.append(node)
        elif kind is kinds.DocumentStartEvent:
            _check_document(event, at, root, problems)


def _node(event: Any, kind: str, at: Position, problems: Problems) -> Node:
    if kind == "AliasEvent":
        problems.add("alias", at, "a policy has no aliases", "write the value out")
        return Refused(at)
    if event.anchor is not None:
        problems.add("anchor", at, "a policy has no anchors", "delete the anchor")
    if event.tag is not None:
        problems.add("tag", at, "a policy has no tags", "delete the tag; quote a text")
    if kind == "SequenceStartEvent":
        return Sequence(at)
    if kind == "MappingStartEvent":
        return Mapping(at)
    return Scalar(at, event.value, plain=not event.style and event.tag is None)


def _check_document(event: Any, at: Position, root: Sequence | Mapping, problems: Problems) -> None:
    if root.items:
        _stop("several-documents", at, "a file holds one policy, here begins another", problems)
    if event.version or event.tags:
        problems.add("directive", at, "a policy has no YAML directives", "delete the line")


def _stop(code: str, at: Position, message: str, problems: Problems) -> None:
    problems.add(code, at, message)
    raise _Stop


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
