"""The public JSON form, `redact/release/1`: nothing in it is computed from withheld text."""

from typing import Any

from redact.cable.model import Cable, EffectiveSource, Portion
from redact.policy.decision import Account, Effect
from redact.release.canonical import canonical_json
from redact.release.entries import account_entry, portion_entries
from redact.release.lead import shown_number
from redact.release.model import Outcome
from redact.release.portions import sanitised_portions


def json_form(cable: Cable, account: Account, outcome: Outcome) -> str:
    """The release as one line of canonical JSON."""
    return canonical_json(release_document(cable, account, outcome))


def release_document(cable: Cable, account: Account, outcome: Outcome) -> dict[str, Any]:
    """The manifest without source and output, each portion with its sanitised text.

    A marking from the high water of the cable may come from inside withheld text: it is left out.
    """
    texts = sanitised_portions(cable, account)
    entries = portion_entries(cable, account)
    for portion, entry, text in zip(cable.portions, entries, texts, strict=True):
        if portion.effective.source is EffectiveSource.HIGH_WATER:
            entry["effective"] = None
        if entry["decision"] != Effect.RELEASE:
            entry |= _public(portion, entry["rules"])
        entry["text"] = text
    return {
        "schema": "redact/release/1",
        **account_entry(account, outcome),
        "portions": entries,
    }


def _public(portion: Portion, rules: list[str]) -> dict[str, Any]:
    """What of a withheld portion's entry could only be read in its text, taken out again.

    A number that is more than a number; the end that an instruction of its own states; a marking
    raised by what stands inside.
    """
    hidden: dict[str, Any] = {"number": shown_number(portion)}
    reason = f"withheld by {', '.join(rules) or 'no rule'}"
    if portion.instruction is not None:
        hidden |= {"declassifies": None, "reason": reason}
    if portion.effective.source is EffectiveSource.HIGH_WATER:
        hidden |= {"reason": reason}
    return hidden
