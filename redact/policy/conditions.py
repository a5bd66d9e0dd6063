"""One condition over one fact: it holds, it fails, or nobody can say."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Any

from redact.policy.facts import UNKNOWN, Facts, Known
from redact.policy.vocabulary import UNKNOWN_WORD


class Form(StrEnum):
    """How the words of a fact are compared with the words of a condition."""

    NONE = "none"
    PRESENT = "present"
    ANY = "any"
    ALL = "all"
    ONLY = "only"
    NONE_OF = "none_of"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


BOUNDS = frozenset({Form.AT_LEAST, Form.AT_MOST})
"""The forms that compare a number or a day."""


class Outcome(Enum):
    """What is known about a condition."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Condition:
    """`words` is empty for the forms `none` (the fact is empty) and `present` (it is not).

    It is one number or day for the forms `at_least` and `at_most`, which have facts of that type.
    """

    fact: str
    form: Form
    words: frozenset[str] = frozenset()


def outcome(condition: Condition, facts: Facts) -> Outcome:
    """Whether `condition` holds of `facts`; UNKNOWN where its fact is.

    A set that holds the word `UNKNOWN` is not known to be free of any other word.
    """
    if condition.form in BOUNDS:
        return _bounded(condition, getattr(facts, condition.fact))
    words = words_of(condition.fact, facts)
    if words is UNKNOWN:
        return Outcome.UNKNOWN
    if not _compares(condition, words):
        return Outcome.FAILS
    open_ended = condition.form is Form.NONE_OF and UNKNOWN_WORD in words
    return Outcome.UNKNOWN if open_ended else Outcome.HOLDS


def words_of(fact: str, facts: Facts) -> Known[frozenset[str]]:
    """The value of a fact as a set of words: one word for a single value."""
    value: Known[frozenset[str]] | str | bool = getattr(facts, fact)
    if value is UNKNOWN or isinstance(value, frozenset):
        return value
    return frozenset((value if isinstance(value, str) else str(value).lower(),))


def bound_of(condition: Condition) -> int | date:
    """The number or the day of a condition of the form `at_least` or `at_most`."""
    (word,) = condition.words
    return int(word) if word.isdecimal() else date.fromisoformat(word)


def _bounded(condition: Condition, value: Any) -> Outcome:
    """How a number or a day compares; one that cannot be given is on no known side."""
    if value is UNKNOWN or value is None:
        return Outcome.UNKNOWN
    bound = bound_of(condition)
    least = condition.form is Form.AT_LEAST
    return Outcome.HOLDS if (value >= bound if least else value <= bound) else Outcome.FAILS


def _compares(condition: Condition, words: frozenset[str]) -> bool:
    match condition.form:
        case Form.NONE:
            return not words
        case Form.PRESENT:
            return bool(words)
        case Form.ANY:
            return not words.isdisjoint(condition.words)
        case Form.ALL:
            return words >= condition.words
        case Form.ONLY:
            return words <= condition.words
        case Form.NONE_OF:
            return words.isdisjoint(condition.words)
        case Form.AT_LEAST | Form.AT_MOST:
            return False
