"""Facts of one portion as a test states them, without a cable."""

from datetime import date
from typing import Any

from redact.declassification.periods import full_years
from redact.detectors.model import Detection, Thing
from redact.policy.fact_register import FACTS, Fact, Type
from redact.policy.facts import FURTHER, UNKNOWN, Facts, Further, path_of
from redact.policy.keys import keyed
from redact.policy.problems import Problems, did_you_mean
from redact.policy.scalars import calendar_day, text_of, truth, whole_number
from redact.policy.yaml_nodes import Node, Scalar, Sequence
from redact.text import Span

_DERIVED = frozenset({"rests_on"})
_NOTHING = frozenset[str]()
_UNTOLD = Facts("paragraph", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, None, _NOTHING, _NOTHING)


def read_facts(node: Node, what: str, day: date | None, problems: Problems) -> Facts:
    """The facts in a mapping; problems are noted.

    What is not stated is unknown, but for a paragraph without captions, doubts, reasons and spans.
    Of `effective_date`, `dated` and `decontrolled_on` follow `declassified`, `age` and
    `cui_decontrolled` on the day, unless they are stated too.
    """
    known = [fact for fact in FACTS if fact not in _DERIVED]
    entries = keyed(node, f"{what}: facts", known, problems) or {}
    values = {
        name: _value(FACTS[name], value, f"{what}: {name}", problems)
        for name, (_, value) in entries.items()
    }
    values |= {name: value for name, value in _following(values, day) if name not in values}
    spans = values.pop("spans", _NOTHING)
    if "reasons" in values and values["reasons"] is not UNKNOWN:
        values["reasons"] = tuple(sorted(values["reasons"]))
    further = {
        path_of(name).removeprefix("further."): value
        for name, value in values.items()
        if name in FURTHER
    }
    own = {name: value for name, value in values.items() if name not in FURTHER}
    detections = spans if spans is UNKNOWN else tuple(map(_detection, sorted(spans)))
    return _UNTOLD._replace(**own, detections=detections, further=Further(**further))


def _following(values: dict[str, Any], day: date | None) -> list[tuple[str, Any]]:
    if day is None:
        return []
    found: list[tuple[str, Any]] = []
    for source, name in (
        ("effective_date", "declassified"),
        ("decontrolled_on", "cui_decontrolled"),
    ):
        if isinstance(values.get(source), date):
            found.append((name, values[source] <= day))
    if isinstance(values.get("dated"), date):
        found.append(("age", full_years(values["dated"], day)))
    return found


def _detection(detector: str) -> Detection:
    return Detection(detector, Span(0, 0), Thing.TEXT)


def _value(fact: Fact, node: Node, what: str, problems: Problems) -> Any:
    """The value of a fact: `unknown` for one that nobody knows, `none` for an empty set."""
    if isinstance(node, Scalar) and node.text == "unknown":
        return UNKNOWN
    match fact.type:
        case Type.TRUTH:
            return truth(node, what, problems)
        case Type.NUMBER:
            return whole_number(node, what, problems)
        case Type.DAY:
            return calendar_day(node, what, problems)
        case Type.WORD:
            return _word(fact, node, what, problems)
    if isinstance(node, Scalar) and node.text == "none":
        return _NOTHING
    items = node.items if isinstance(node, Sequence) else [node]
    return frozenset(_word(fact, item, what, problems) for item in items)


def _word(fact: Fact, node: Node, what: str, problems: Problems) -> str:
    text = text_of(node, what, problems)
    if text is not None and not fact.knows(text):
        message = f'{what} knows no "{text[:40]}"'
        problems.add("unknown-word", node.at, message, did_you_mean(text, fact.words()))
    return text or ""
