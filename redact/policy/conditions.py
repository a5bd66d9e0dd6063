"""One condition over one fact: it holds, it fails, or nobody can say."""

from dataclasses import dataclass
from enum import Enum, StrEnum

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


class Outcome(Enum):
    """What is known about a condition."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Condition:
    """`words` is empty for the forms `none` (the fact is empty) and `present` (it is not)."""

    fact: str
    form: Form
    words: frozenset[str] = frozenset()


def outcome(condition: Condition, facts: Facts) -> Outcome:
    """Whether `condition` holds of `facts`; UNKNOWN where its fact is.

    A set that holds the word `UNKNOWN` is not known to be free of any other word.
    """
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
