"""Values of a policy with one type each, read from nodes; what is not that type is a problem.

YAML reads NO as false, 012 as ten and 12:30 as minutes. Here a plain text that YAML would take for
anything but a string is refused where a string is due, and a number or truth has one spelling.
"""

import re
from datetime import date
from functools import lru_cache

from redact.policy.problems import Problems
from redact.policy.yaml_nodes import Mapping, Node, Refused, Scalar, Sequence
from redact.text import Position

_STRING = "tag:yaml.org,2002:str"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")


def text_of(node: Node, what: str, problems: Problems) -> str | None:
    """A string that is not empty; None, with a problem, for anything else."""
    if isinstance(node, Scalar):
        if node.plain and (read_as := _other_type(node.text)):
            _misread(node, what, read_as, problems)
            return None
        if node.text.strip():
            return node.text
        problems.add("empty-text", node.at, f"{what} is empty", "write it or delete the key")
    elif not isinstance(node, Refused):
        problems.add("not-a-text", node.at, f"{what} must be a text, not {kind_of(node)}")
    return None


def texts_of(
    node: Node, what: str, problems: Problems, *, truths: bool = False
) -> tuple[tuple[Position, str], ...]:
    """A string or a list of strings, each with its place; an empty list is a problem.

    With `truths`, a plain `true` or `false` is a string too.
    """
    items = node.items if isinstance(node, Sequence) else [node]
    if not items:
        problems.add("empty-list", node.at, f"{what} is an empty list", "name something")
    texts = []
    for item in items:
        if truths and isinstance(item, Scalar) and item.text in ("true", "false"):
            texts.append((item.at, item.text))
        elif (text := text_of(item, what, problems)) is not None:
            texts.append((item.at, text))
    return tuple(texts)


def whole_number(node: Node, what: str, problems: Problems) -> int | None:
    """A number written in decimal digits without quotes, sign, leading zero or underscore."""
    if isinstance(node, Scalar) and node.plain and _WHOLE.fullmatch(node.text):
        return int(node.text)
    if not isinstance(node, Refused):
        problems.add("not-a-number", node.at, f"{what} must be a whole number such as 1")
    return None


def calendar_day(node: Node, what: str, problems: Problems) -> date | None:
    """A day of the calendar written `YYYY-MM-DD`, with quotes or without."""
    if isinstance(node, Scalar) and _DAY.fullmatch(node.text):
        try:
            return date.fromisoformat(node.text)
        except ValueError:
            pass
    if not isinstance(node, Refused):
        problems.add("not-a-day", node.at, f"{what} must be a day such as 2006-12-31")
    return None


def truth(node: Node, what: str, problems: Problems) -> bool | None:
    """`true` or `false`, spelt so."""
    if isinstance(node, Scalar) and node.plain and node.text in ("true", "false"):
        return node.text == "true"
    if not isinstance(node, Refused):
        problems.add("not-a-truth", node.at, f"{what} must be true or false", "spell it so")
    return None


def kind_of(node: Node) -> str:
    """What a node is, in words."""
    names = {Sequence: "a list", Mapping: "a mapping", Scalar: "a text", Refused: "that"}
    return names[type(node)]


def _misread(node: Scalar, what: str, read_as: str, problems: Problems) -> None:
    if read_as == "null":
        problems.add("empty-text", node.at, f"{what} is empty", "write it or delete the key")
        return
    shown = node.text[:40]
    problems.add(
        "not-a-text",
        node.at,
        f"{what} must be a text, but YAML reads {shown} as {read_as}",
        f'quote it: "{shown}"',
    )


@lru_cache(maxsize=4096)
def _other_type(text: str) -> str | None:
    """The YAML 1.1 type a plain scalar would have, None where it is a string."""
    from yaml import SafeLoader

    resolvers = SafeLoader.yaml_implicit_resolvers
    for tag, pattern in (*resolvers.get(text[:1], ()), *resolvers.get(None, ())):
        if pattern.match(text):
            return None if tag == _STRING else str(tag).rsplit(":", 1)[-1]
    return None
