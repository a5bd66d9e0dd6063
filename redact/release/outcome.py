"""The outcome of a cable, from the decisions on its portions."""

from collections.abc import Iterable

from redact.cable.model import STRUCTURAL
from redact.policy.decision import Decision, Effect
from redact.release.model import Outcome


def outcome_of(decisions: Iterable[Decision]) -> Outcome:
    """In full where every portion is released, denied where none of the text is.

    Text is what is not structural: the header goes out with any telegram (5 FAH-1 H-240), so it
    does not make a release in part of a telegram whose text is withheld.
    """
    found = {(decision.effect, decision.kind in STRUCTURAL) for decision in decisions}
    if all(effect is Effect.RELEASE for effect, _ in found):
        return Outcome.RELEASED_IN_FULL
    text_released = (Effect.RELEASE, False) in found
    return Outcome.RELEASED_IN_PART if text_released else Outcome.DENIED_IN_FULL
