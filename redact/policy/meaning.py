"""What of the facts a policy can tell apart: what differs in nothing else is decided once."""

from typing import Any

from redact.detectors.model import Detection, Thing
from redact.policy.facts import FURTHER, UNKNOWN, Facts, Known
from redact.policy.model import Policy
from redact.text import Span

_ALWAYS = ("kind", "doubts", "reasons")
_TOLD = ("level", "controls", "declassified", "basis", "effective_date", "captions", "authority")
_ANY = Facts(0, "", None, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, None, frozenset(), frozenset())


def names_asked(policy: Policy) -> tuple[str, ...]:
    """The fields of the facts on which it depends which rules of a policy apply, and their claims.

    `spans` stands for the detections: where they are makes no difference to that.
    """
    asked = {_field(fact) for fact in policy.asked}
    if policy.wanted is not None:
        asked.add("spans")
    return (*_ALWAYS, *sorted(asked.difference(_ALWAYS)))


def names_told(policy: Policy) -> tuple[str, ...]:
    """The same for a whole decision: what its reason and its next change depend on besides."""
    days = ("dated", "age") if policy.asks_for_days else ()
    asked = names_asked(policy)
    return (*asked, *(name for name in (*_TOLD, *days) if name not in asked))


def facts_of(names: tuple[str, ...], values: tuple[Any, ...]) -> Facts:
    """Facts that have these values; those that are not named are unknown or empty."""
    known = dict(zip(names, values, strict=True))
    if "spans" in known:
        known["detections"] = _detections(known.pop("spans"))
    return _ANY._replace(**known)


def _field(fact: str) -> str:
    if fact in FURTHER:
        return "further"
    return "basis" if fact == "rests_on" else fact


def _detections(spans: Known[frozenset[str]]) -> Known[tuple[Detection, ...]]:
    """Findings of these detectors, without a place."""
    if spans is UNKNOWN:
        return UNKNOWN
    return tuple(Detection(name, Span(0, 0), Thing.TEXT) for name in sorted(spans))
