"""What of the facts a policy can tell apart: what differs in nothing else is decided once."""

from collections.abc import Callable
from typing import Any, TypeAlias

from redact.policy.facts import Facts
from redact.policy.model import Policy

Meaning: TypeAlias = Callable[[Facts], tuple[Any, ...]]

_KIND = Facts._fields.index("kind")
_PLAIN = slice(Facts._fields.index("level"), Facts._fields.index("dated"))
_DAYS = slice(_PLAIN.start, Facts._fields.index("detections"))


def meaning_of(policy: Policy) -> Meaning:
    """A function that gives the same for facts on which the policy decides alike, for one reason.

    Where the detections are makes no difference to that.
    """
    if policy.asks_further:
        return lambda facts: (facts[_KIND], facts[_DAYS], facts.further, facts.spans)
    told = _DAYS if policy.asks_for_days else _PLAIN
    if policy.wanted is not None:
        return lambda facts: (facts[_KIND], facts[told], facts.detections and facts.spans)
    return lambda facts: (facts[_KIND], facts[told])
