"""The sanitised text of each portion: as it stands in the source, or a notice in its place."""

from redact.cable.model import Cable
from redact.errors import ReleaseError
from redact.policy.decision import Account, Effect
from redact.release.notice import withheld_text


def sanitised_portions(cable: Cable, account: Account) -> tuple[str, ...]:
    """One text for each portion, in their order; released ones letter for letter.

    Raises ReleaseError where the account was not made for this cable, or the portions do not
    partition its text: then nothing can be released.
    """
    _require_fit(cable, account)
    text, release = cable.source.text, Effect.RELEASE
    return tuple(
        text[portion.span.start : portion.span.end]
        if decision.effect is release
        else withheld_text(cable, portion, decision)
        for portion, decision in zip(cable.portions, account.decisions, strict=True)
    )


def _require_fit(cable: Cable, account: Account) -> None:
    decided = [(item.index, item.kind) for item in account.decisions]
    if decided != [(item.index, item.kind) for item in cable.portions]:
        raise ReleaseError(
            "release/account-of-another-cable",
            "the account does not decide the portions of this cable one by one",
            remedy="decide this cable and render that account",
            place=cable.source.name,
        )
    at = 0
    for portion in cable.portions:
        if portion.span.start != at or portion.span.end < at:
            break
        at = portion.span.end
    if at != len(cable.source.text):
        raise ReleaseError(
            "release/broken-partition",
            "the portions do not add up to the text",
            remedy="read the cable again",
            place=cable.source.name,
        )
