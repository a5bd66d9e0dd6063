"""What of the facts a policy can tell apart: what differs in nothing else is decided once."""

from collections.abc import Callable
from operator import itemgetter
from typing import Any, TypeAlias

from redact.policy.facts import Facts
from redact.policy.model import Policy

Meaning: TypeAlias = Callable[[Facts], tuple[Any, ...]]

_plain = itemgetter(slice(Facts._fields.index("dated")))
_with_days = itemgetter(slice(Facts._fields.index("detections")))


def meaning_of(policy: Policy) -> Meaning:
    """A function that gives the same for facts on which the policy decides alike, for one reason.

    Where the detections are makes no difference to that.
    """
    if policy.asks_further:
        return lambda facts: (*_with_days(facts), facts.further, facts.spans)
    own = _with_days if policy.asks_for_days else _plain
    return lambda facts: (*own(facts), facts.spans) if facts.detections else own(facts)
