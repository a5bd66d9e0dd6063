"""What a check of a release says, as values."""

from typing import Any, NamedTuple

from redact.cable.model import Kind
from redact.policy.decision import Effect


class Problem(NamedTuple):
    """Something that keeps a release from holding; `message` never holds text of the cable.

    `text` is what stands there, for whoever asked to be shown it.
    """

    code: str
    message: str
    place: str
    text: str | None = None


class Passage(NamedTuple):
    """Words of the original that stand in the release, and what was decided of them.

    `effect` is None where no policy was given to decide.
    """

    portion: int
    kind: Kind
    number: str | None
    words: int
    effect: Effect | None
    place: str


class Verification(NamedTuple):
    """The outcome: every problem, and every passage of the original that was met."""

    problems: tuple[Problem, ...]
    passages: tuple[Passage, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing stands against the release."""
        return not self.problems


def verification_document(found: Verification, *, show: bool) -> dict[str, Any]:
    """The document `redact/verification/1`; text of the release stands in it only on request."""
    return {
        "schema": "redact/verification/1",
        "holds": found.holds,
        "problems": [_problem(problem, show=show) for problem in found.problems],
        "passages": [_passage(passage) for passage in found.passages],
    }


def _problem(problem: Problem, *, show: bool) -> dict[str, Any]:
    document: dict[str, Any] = {
        "code": problem.code,
        "message": problem.message,
        "place": problem.place,
    }
    return {**document, "text": problem.text} if show else document


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "portion": passage.portion,
        "kind": passage.kind.value,
        "number": shown(passage.number),
        "words": passage.words,
        "decision": passage.effect,
        "place": passage.place,
    }


def shown(number: str | None) -> str | None:
    """The number of a portion if it is short enough to be nothing else."""
    return number if number is None or (len(number) <= 5 and number.isalnum()) else None
