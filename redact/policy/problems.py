"""What is wrong with the text of a policy: errors, each with its place and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from redact.errors import PolicyError
from redact.text import Position

_ABSENCES = frozenset({"policy/missing-key", "policy/no-effect", "policy/missing-parameter"})
"""Problems that a misspelt key brings with it."""


@dataclass(frozen=True, slots=True)
class Problems:
    """The errors found so far in the policy of this name, each with its place."""

    name: str
    found: list[tuple[Position, PolicyError]] = field(default_factory=list)

    def add(self, code: str, at: Position, message: str, remedy: str = "") -> None:
        """Note an error; `code` without its family."""
        place = f"{self.name}:{at.line}:{at.column}"
        error = PolicyError(f"policy/{code}", message, remedy=remedy, place=place)
        self.found.append((at, error))

    def in_order(self) -> tuple[PolicyError, ...]:
        """All errors in the order of the file, what is there and wrong before what is missing."""
        ordered = sorted(self.found, key=lambda found: (found[1].code in _ABSENCES, found[0]))
        return tuple(error for _, error in ordered)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean "…"?` for the known word that is spelt most alike, or all known words."""
    from difflib import get_close_matches

    words = list(known)
    folded = {known_word.casefold(): known_word for known_word in words}
    close = get_close_matches(word.casefold()[:40], folded, n=1)
    if close:
        return f'did you mean "{folded[close[0]]}"?'
    return "known: " + ", ".join(words)
