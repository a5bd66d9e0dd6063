"""The public JSON form, `redact/release/1`: nothing in it is computed from withheld text."""

from typing import Any

from redact.cable.model import Cable, EffectiveSource, Portion
from redact.detectors.model import Thing
from redact.markings.shown import names_in, without_names
from redact.policy.decision import Account, Decision, Effect
from redact.release.canonical import canonical_json
from redact.release.entries import account_entry, portion_entries
from redact.release.lead import shown_number
from redact.release.model import Outcome
from redact.release.pieces import pieces_of, text_of


def json_form(cable: Cable, account: Account, outcome: Outcome, style: str) -> str:
    """The release as one line of canonical JSON."""
    return canonical_json(release_document(cable, account, outcome, style))


def release_document(
    cable: Cable, account: Account, outcome: Outcome, style: str
) -> dict[str, Any]:
    """The manifest without source and output, each portion with its sanitised text.

    A marking from the high water of the cable may come from inside withheld text: it is left out.
    Names of programs and compartments are not said.
    """
    pieces = pieces_of(cable, account, style)
    entries = portion_entries(cable, account)
    decided = zip(cable.portions, account.decisions, entries, pieces, strict=True)
    for portion, decision, entry, shown in decided:
        marking = portion.effective.marking
        if portion.effective.source is EffectiveSource.HIGH_WATER:
            entry["effective"] = None
        elif marking is not None and (names_in(marking) or marking.aea):
            entry["effective"] = str(without_names(marking))
        if decision.effect is not Effect.RELEASE:
            _keep_back(entry, portion)
        elif decision.excised:
            entry["excised"] = [_without_place(item, decision) for item in entry["excised"]]
        entry["text"] = text_of(shown)
    return {
        "schema": "redact/release/1",
        **account_entry(account, outcome),
        "portions": entries,
    }


def _keep_back(entry: dict[str, Any], portion: Portion) -> None:
    """Take out of a withheld portion's entry what could only be read in its text.

    A number that is more than a number; the end that an instruction of its own states; a marking
    raised by what stands inside.
    """
    entry["number"] = shown_number(portion.number)
    raised = portion.effective.source is EffectiveSource.HIGH_WATER
    if raised or portion.instruction is not None:
        entry["reason"] = f"withheld by {', '.join(entry['rules']) or 'no rule'}"
    if portion.instruction is not None:
        entry["declassifies"] = None


def _without_place(excised: dict[str, Any], decision: Decision) -> dict[str, Any]:
    """What may be told of an excision: where it ended would tell how long it was."""
    thing = excised["thing"] if decision.extent else Thing.TEXT.value
    return {"thing": thing, "exemptions": excised["exemptions"], "rules": excised["rules"]}
