"""Whether the stamp of a release, or the head of its document, says what was decided."""

from typing import Any

from redact.cable.model import Cable
from redact.policy.decision import Account, Effect
from redact.release.model import Outcome, Release
from redact.verification.leaking import words_of

_STAMPS = {
    Outcome.RELEASED_IN_FULL: "RELEASED IN FULL",
    Outcome.RELEASED_IN_PART: "RELEASED IN PART",
    Outcome.DENIED_IN_FULL: "DENIED IN FULL",
}


def head_says(document: dict[str, Any], release: Release, account: Account) -> bool:
    """Whether the document of a release says it."""
    policy = account.policy
    said = document["policy"]["name"], document["policy"]["version"], document["policy"]["sha256"]
    return (
        said == (policy.name, policy.version, policy.sha256)
        and document["as_of"] == account.as_of.isoformat()
        and document["outcome"] == release.outcome.value
        and _fits(release, account)
    )


def stamp_says(shown: str, release: Release, cable: Cable, account: Account) -> bool:
    """Whether what a reader is shown says it, and nothing else but where the cable does."""
    policy = account.policy
    said = f"Policy: {policy.name} {policy.version}, as of {account.as_of}"
    own = _STAMPS[release.outcome]
    others = (text for text in _STAMPS.values() if text != own and text in shown)
    return (
        all(_stands_in(text, shown) for text in (own, said))
        and all(text in cable.source.text for text in others)
        and _fits(release, account)
    )


def _stands_in(text: str, shown: str) -> bool:
    """Whether a text is shown, if only by its words: a form may break its lines."""
    return text in shown or " ".join(words_of(text)) in " ".join(words_of(shown))


def _fits(release: Release, account: Account) -> bool:
    """Released in full is only what has no hole."""
    whole = all(
        decision.effect is Effect.RELEASE and not decision.excised for decision in account.decisions
    )
    return whole == (release.outcome is Outcome.RELEASED_IN_FULL)
