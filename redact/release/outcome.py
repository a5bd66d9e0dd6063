"""The outcome of a cable, from the decisions on its portions."""

from collections.abc import Iterable

from redact.cable.model import STRUCTURAL
from redact.policy.decision import Decision, Effect
from redact.release.model import Outcome


def outcome_of(decisions: Iterable[Decision]) -> Outcome:
    """In full where nothing is taken out of any portion, denied where none of the text goes out.

    Text is what is not structural: the header goes out with any telegram (5 FAH-1 H-240), so it
    does not make a release in part of a telegram whose text is withheld.
    """
    release = Effect.RELEASE
    found = {(item.effect is release, item.kind, not item.excised) for item in decisions}
    if all(released and whole for released, _, whole in found):
        return Outcome.RELEASED_IN_FULL
    text_released = any(released and kind not in STRUCTURAL for released, kind, _ in found)
    withheld = not all(released for released, _, _ in found)
    return Outcome.RELEASED_IN_PART if text_released or not withheld else Outcome.DENIED_IN_FULL
