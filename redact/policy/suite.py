"""The tests of a policy, read from their file: a cable or facts, a day, what must come out."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from redact.policy.facts import Facts
from redact.policy.keys import Keyed, keyed, require
from redact.policy.problems import Problems
from redact.policy.scalars import calendar_day, kind_of, text_of
from redact.policy.stated_facts import read_facts
from redact.policy.yaml_nodes import Node, Refused, Scalar, Sequence, read_nodes

_KEYS = ("id", "about", "cable", "facts", "as_of", "set", "expect")
EXPECTED = (
    *("decision", "withhold", "release", "excise", "unknown", "exemptions", "refer", "cut"),
)
"""What a test may say of a portion; `redact.policy.running` says what each is held to."""


class Expectation(NamedTuple):
    """What a test says of portions: by `portion` (number or kind; empty for facts), in words."""

    portion: str
    said: dict[str, tuple[str, ...]]


class Trial(NamedTuple):
    """One test. It has the text of a cable or the facts of one portion."""

    id: str
    line: int
    cable: str | None
    facts: Facts | None
    as_of: date
    given: tuple[tuple[str, str], ...]
    expected: tuple[Expectation, ...]


def read_suite(text: str, problems: Problems) -> tuple[Trial, ...]:
    """The tests in the text of a file, in its order; problems are noted."""
    node = read_nodes(text, problems)
    entries = keyed(node, "the file", ("cables", "tests"), problems) if node else None
    if node is None or entries is None:
        return ()
    require(entries, "the file", ("tests",), node, problems)
    cables = _cables(entries, problems)
    tests: dict[str, Trial] = {}
    for item in _items(entries, problems):
        test = _test(item, cables, problems)
        if test is not None and test.id in tests:
            problems.add("duplicate-name", item.at, f'test "{test.id}" is there already', "rename")
        elif test is not None:
            tests[test.id] = test
    return tuple(tests.values())


def _items(entries: Keyed, problems: Problems) -> list[Node]:
    if "tests" not in entries:
        return []
    node = entries["tests"][1]
    if isinstance(node, Sequence):
        return node.items
    if not isinstance(node, Refused):
        problems.add("not-a-list", node.at, f"tests must be a list, not {kind_of(node)}")
    return []


def _cables(entries: Keyed, problems: Problems) -> dict[str, str]:
    if "cables" not in entries:
        return {}
    node = entries["cables"][1]
    names = [key.text for key, _ in getattr(node, "entries", ()) if isinstance(key, Scalar)]
    return {
        name: text_of(value, f"cables: {name}", problems) or ""
        for name, (_, value) in (keyed(node, "cables", names, problems) or {}).items()
    }


def _test(node: Node, cables: dict[str, str], problems: Problems) -> Trial | None:
    entries = keyed(node, "a test", _KEYS, problems)
    if entries is None:
        return None
    require(entries, "a test", ("id", "as_of", "expect"), node, problems)
    name = (text_of(entries["id"][1], "id", problems) or "") if "id" in entries else ""
    what = f'test "{name}"'
    day = _day(entries, what, problems)
    if ("cable" in entries) is ("facts" in entries):
        problems.add("no-subject", node.at, f"{what} needs a cable or facts, one of the two")
    cable = _named(entries, cables, what, problems) if "cable" in entries else None
    facts = read_facts(entries["facts"][1], what, day, problems) if "facts" in entries else None
    expected = tuple(_expected(entries, what, problems))
    if day is None or not expected or (cable is None and facts is None):
        return None
    return Trial(name, node.at.line, cable, facts, day, _given(entries, what, problems), expected)


def _day(entries: Keyed, what: str, problems: Problems) -> date | None:
    if "as_of" not in entries:
        return None
    return calendar_day(entries["as_of"][1], f"{what}: as_of", problems)


def _named(entries: Keyed, cables: dict[str, str], what: str, problems: Problems) -> str | None:
    node = entries["cable"][1]
    name = text_of(node, f"{what}: cable", problems)
    if name is not None and name not in cables:
        problems.add("unknown-name", node.at, f"{what} names a cable that is not in the file")
    return cables.get(name or "")


def _given(entries: Keyed, what: str, problems: Problems) -> tuple[tuple[str, str], ...]:
    if "set" not in entries:
        return ()
    node = entries["set"][1]
    names = [key.text for key, _ in getattr(node, "entries", ()) if isinstance(key, Scalar)]
    values = keyed(node, f"{what}: set", names, problems) or {}
    texts = {name: value for name, (_, value) in values.items() if isinstance(value, Scalar)}
    return tuple(sorted((name, value.text) for name, value in texts.items()))


def _expected(entries: Keyed, what: str, problems: Problems) -> Iterator[Expectation]:
    """By portion; directly where the test is of facts."""
    if "expect" not in entries:
        return
    node = entries["expect"][1]
    if "facts" in entries:
        yield from _one("", node, what, problems)
        return
    names = [key.text for key, _ in getattr(node, "entries", ()) if isinstance(key, Scalar)]
    for name, (_, value) in (keyed(node, f"{what}: expect", names, problems) or {}).items():
        yield from _one(name, value, f"{what}: expect {name}", problems)


def _one(portion: str, node: Node, what: str, problems: Problems) -> Iterator[Expectation]:
    entries = keyed(node, what, EXPECTED, problems)
    if entries is not None:
        yield Expectation(
            portion,
            {
                key: tuple(_words(value, f"{what}: {key}", problems))
                for key, (_, value) in entries.items()
            },
        )


def _words(node: Node, what: str, problems: Problems) -> Iterator[str]:
    """A text or a list of texts, which may be empty."""
    for item in node.items if isinstance(node, Sequence) else [node]:
        text = text_of(item, what, problems)
        if text is not None:
            yield text
