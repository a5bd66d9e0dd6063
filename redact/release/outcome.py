"""The outcome of a cable, from the decisions on its portions."""

from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter

from redact.cable.model import STRUCTURAL
from redact.policy.decision import Decision, Effect, Excised
from redact.release.model import Outcome

_DECIDED = itemgetter(*map(Decision._fields.index, ("effect", "kind", "excised")))


def outcome_of(decisions: Iterable[Decision]) -> Outcome:
    """In full where nothing is taken out of any portion, denied where none of the text goes out.

    Text is what is not structural: the header goes out with any telegram (5 FAH-1 H-240), so it
    does not make a release in part of a telegram whose text is withheld.
    """
    return _outcome(frozenset(map(_DECIDED, decisions)))


@lru_cache(maxsize=1024)
def _outcome(found: frozenset[tuple[Effect, str, tuple[Excised, ...]]]) -> Outcome:
    released = {(kind, not excised) for effect, kind, excised in found if effect is Effect.RELEASE}
    withheld = any(effect is not Effect.RELEASE for effect, _, _ in found)
    if not withheld and all(whole for _, whole in released):
        return Outcome.RELEASED_IN_FULL
    text_released = any(kind not in STRUCTURAL for kind, _ in released)
    return Outcome.RELEASED_IN_PART if text_released or not withheld else Outcome.DENIED_IN_FULL
