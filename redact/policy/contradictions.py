"""Whether conditions over one fact can hold together at all."""

from collections.abc import Sequence

from redact.policy.conditions import Condition, Form, bound_of
from redact.policy.fact_register import FACTS, Type


def contradictory(conditions: Sequence[Condition]) -> bool:
    """Whether no value of the fact, over which all `conditions` are, meets every one of them."""
    if not conditions:
        return False
    fact = FACTS[conditions[0].fact]
    if len(conditions) == 1 and (fact.is_set or conditions[0].form is Form.ANY):
        return False
    if fact.type in (Type.NUMBER, Type.DAY):
        return _crossed(conditions)
    allowed = _allowed(conditions)
    needed = [condition.words for condition in conditions if condition.form is Form.ALL]
    wanted = [condition.words for condition in conditions if condition.form is Form.ANY]
    if not fact.is_set:
        return not allowed.intersection(*wanted)
    return any(not words <= allowed for words in needed) or any(
        words.isdisjoint(allowed) for words in wanted
    )


def _crossed(conditions: Sequence[Condition]) -> bool:
    """Whether a lower bound lies above an upper one."""
    least = [bound_of(found) for found in conditions if found.form is Form.AT_LEAST]
    most = [bound_of(found) for found in conditions if found.form is Form.AT_MOST]
    return any(low > high for low in least for high in most)  # type: ignore[operator]


def _allowed(conditions: Sequence[Condition]) -> frozenset[str]:
    """The words that may occur: the vocabulary and the conditions' own, less the excluded."""
    named = frozenset().union(*(condition.words for condition in conditions))
    allowed = named.union(FACTS[conditions[0].fact].words())
    for condition in conditions:
        if condition.form is Form.ONLY:
            allowed &= condition.words
        elif condition.form is Form.NONE_OF:
            allowed -= condition.words
    return allowed
