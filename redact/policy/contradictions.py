"""Whether conditions over one fact can hold together at all."""

from collections.abc import Sequence

from redact.policy.conditions import Condition, Form
from redact.policy.vocabulary import WORDS

_SINGLE = ("kind", "level", "declassified", "basis")


def contradictory(conditions: Sequence[Condition]) -> bool:
    """Whether no value of the fact, over which all `conditions` are, meets every one of them."""
    if not conditions:
        return False
    allowed = _allowed(conditions)
    needed = [condition.words for condition in conditions if condition.form is Form.ALL]
    wanted = [condition.words for condition in conditions if condition.form is Form.ANY]
    if conditions[0].fact in _SINGLE:
        return not allowed.intersection(*wanted)
    return any(not words <= allowed for words in needed) or any(
        words.isdisjoint(allowed) for words in wanted
    )


def _allowed(conditions: Sequence[Condition]) -> frozenset[str]:
    """The words that may occur: the vocabulary and the conditions' own, less the excluded."""
    named = frozenset().union(*(condition.words for condition in conditions))
    allowed = named.union(WORDS[conditions[0].fact])
    for condition in conditions:
        if condition.form is Form.ONLY:
            allowed &= condition.words
        elif condition.form is Form.NONE_OF:
            allowed -= condition.words
    return allowed
