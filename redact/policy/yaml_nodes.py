"""The part of YAML that policies are written in, as nodes with places.

Nothing is resolved: a scalar is the text that stands there. Aliases, anchors, tags, directives and
further documents are refused; depth and number of nodes are bounded while reading, so a text that
would explode costs no more than its first lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from redact.policy.problems import Problems
from redact.text import Position

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
    def entries(self) -> "Iterator[tuple[Node, Node]]":
        """Each key with its value."""
        return zip(self.items[::2], self.items[1::2], strict=True)


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that a policy may not contain; the problem has been noted."""

    at: Position


_place, _scalar = partial(tuple.__new__, Position), partial(tuple.__new__, Scalar)
"""Values from their fields in a row: half the time of the call."""

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


def _events(text: str) -> Iterator[Any]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.parse(text, Loader=loader)


def _build(root: Sequence, events: Iterator[Any], problems: Problems) -> None:
    from yaml import events as kinds

    scalar, ends = kinds.ScalarEvent, (kinds.SequenceEndEvent, kinds.MappingEndEvent)
    open_nodes: list[Sequence | Mapping] = [root]
    items = root.items
    for count, event in enumerate(events):
        kind = type(event)
        if kind in ends:
            open_nodes.pop()
            items = open_nodes[-1].items
            continue
        at = _position(event.start_mark)
        if count > MAX_NODES or len(open_nodes) > MAX_DEPTH:
            _stop_reading(len(open_nodes), at, problems)
        if kind is scalar:
            if event.anchor is not None or event.tag is not None:
                _refuse_properties(event, at, problems)
            items.append(_scalar((at, event.value, not event.style and event.tag is None)))
        elif kind is kinds.AliasEvent:
            problems.add("alias", at, "a policy has no aliases", "write the value out")
            items.append(Refused(at))
        elif kind is kinds.SequenceStartEvent or kind is kinds.MappingStartEvent:
            _refuse_properties(event, at, problems)
            node = Sequence(at, []) if kind is kinds.SequenceStartEvent else Mapping(at, [])
            items.append(node)
            open_nodes.append(node)
            items = node.items
        elif kind is kinds.DocumentStartEvent:
            _check_document(event, at, root, problems)


def _refuse_properties(event: Any, at: Position, problems: Problems) -> None:
    if event.anchor is not None:
        problems.add("anchor", at, "a policy has no anchors", "delete the anchor")
    if event.tag is not None:
        problems.add("tag", at, "a policy has no tags", "delete the tag; quote a text")


def _check_document(event: Any, at: Position, root: Sequence | Mapping, problems: Problems) -> None:
    if root.items:
        _stop("several-documents", at, "a file holds one policy, here begins another", problems)
    if event.version or event.tags:
        problems.add("directive", at, "a policy has no YAML directives", "delete the line")


def _stop_reading(depth: int, at: Position, problems: Problems) -> None:
    if depth > MAX_DEPTH:
        _stop("too-deep", at, "lists and mappings are nested too deep", problems)
    _stop("too-long", at, f"more than {MAX_NODES} values", problems)


def _stop(code: str, at: Position, message: str, problems: Problems) -> None:
    problems.add(code, at, message)
    raise _Stop


def _position(mark: Any) -> Position:
    return _place((mark.line + 1, mark.column + 1)) if mark else _place((1, 1))
