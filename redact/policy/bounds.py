"""Conditions over a number or a day: a lower bound, an upper one, both, or a day between two."""

from datetime import date, timedelta

from redact.policy.conditions import Condition, Form
from redact.policy.fact_register import Fact, Type
from redact.policy.keys import keyed
from redact.policy.problems import Problems, did_you_mean
from redact.policy.scalars import calendar_day, whole_number
from redact.policy.yaml_nodes import Mapping, Node, Sequence

_SIDES = {
    "at_least": (Form.AT_LEAST, 0),
    "at_most": (Form.AT_MOST, 0),
    "not_before": (Form.AT_LEAST, 0),
    "not_after": (Form.AT_MOST, 0),
    "after": (Form.AT_LEAST, 1),
    "before": (Form.AT_MOST, -1),
}
"""By key: the side, and how many days it lies from the day that is named."""


def read_bounds(fact: Fact, node: Node, what: str, problems: Problems) -> list[Condition]:
    """The bounds in `node`, all of which must hold; problems are noted."""
    if not isinstance(node, Mapping):
        remedy = " or ".join(f"{{{key}: …}}" for key in fact.bounds[:2])
        problems.add("unknown-form", node.at, f"{what} must say how", remedy)
        return []
    entries = keyed(node, what, fact.bounds, problems) or {}
    if not node.items:
        problems.add("empty-when", node.at, f"{what} is empty", did_you_mean("", fact.bounds))
    found = []
    for key, (_, value) in entries.items():
        if key == "between":
            found += _between(fact, value, f"{what}: {key}", problems)
        else:
            side, shift = _SIDES[key]
            found += _one(fact, value, f"{what}: {key}", problems, side, shift)
    return found


def _between(fact: Fact, node: Node, what: str, problems: Problems) -> list[Condition]:
    """Both ends belong to it."""
    ends = node.items if isinstance(node, Sequence) else []
    if len(ends) != 2:
        remedy = "[2000-01-01, 2000-12-31]" if fact.type is Type.DAY else "[25, 50]"
        problems.add("unknown-form", node.at, f"{what} must be a list of two", remedy)
        return []
    sides = zip((Form.AT_LEAST, Form.AT_MOST), ends, strict=True)
    return [found for side, end in sides for found in _one(fact, end, what, problems, side, 0)]


def _one(
    fact: Fact, node: Node, what: str, problems: Problems, side: Form, shift: int
) -> list[Condition]:
    bound: int | date | None
    if fact.type is Type.NUMBER:
        bound = whole_number(node, what, problems)
    else:
        bound = calendar_day(node, what, problems)
        if bound is not None and shift:
            bound = _moved(bound, shift, node, what, problems)
    return [] if bound is None else [Condition(fact.id, side, frozenset({str(bound)}))]


def _moved(day: date, days: int, node: Node, what: str, problems: Problems) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        problems.add("not-a-day", node.at, f"{what} leaves no day of the calendar", "delete it")
        return None
