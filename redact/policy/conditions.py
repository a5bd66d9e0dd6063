"""Conditions over facts: one holds, it fails, or nobody can say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Any, TypeAlias

from redact.policy.facts import UNKNOWN, Facts, value_of
from redact.policy.vocabulary import UNKNOWN_WORD


class Form(StrEnum):
    """How the words of a fact are compared with the words of a condition."""

    __hash__ = str.__hash__

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


class Joint(StrEnum):
    """How conditions are joined; `not` has one part."""

    __hash__ = str.__hash__

    ALL = "all"
    ANY = "any"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Compound:
    """Conditions joined into one."""

    joint: Joint
    parts: "tuple[Expression, ...]"


Expression: TypeAlias = Condition | Compound


def leaves(expressions: Iterable[Expression]) -> Iterator[Condition]:
    """Every condition over one fact in `expressions`, as they stand."""
    for expression in expressions:
        if isinstance(expression, Compound):
            yield from leaves(expression.parts)
        else:
            yield expression


def outcome(condition: Condition, facts: Facts) -> Outcome:
    """Whether `condition` holds of `facts`."""
    return outcome_of(condition, value_of(condition.fact, facts))


def outcome_of(condition: Condition, value: Any) -> Outcome:
    """Whether a condition holds of a value of its fact; UNKNOWN where the value is.

    A set with the word `UNKNOWN` may hold any other word too.
    """
    if condition.form in BOUNDS:
        return _bounded(condition, value)
    if value is UNKNOWN:
        return Outcome.UNKNOWN
    words = words_of(value)
    holds = _compares(condition, words)
    if UNKNOWN_WORD in words - condition.words and _may_turn(condition, holds, words):
        return Outcome.UNKNOWN
    return Outcome.HOLDS if holds else Outcome.FAILS


def _may_turn(condition: Condition, holds: bool, words: frozenset[str]) -> bool:  # noqa: FBT001
    """Whether the answer could be another if `UNKNOWN` were some word that is known."""
    match condition.form:
        case Form.ANY | Form.ALL:
            return not holds
        case Form.NONE_OF:
            return holds
        case Form.ONLY:
            return words <= condition.words | {UNKNOWN_WORD}
        case _:
            return False


def words_of(value: frozenset[str] | tuple[str, ...] | str | bool) -> frozenset[str]:  # noqa: FBT001
    """The known value of a fact as a set of words: one word for a single value."""
    if isinstance(value, frozenset):
        return value
    if isinstance(value, tuple):
        return frozenset(value)
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
