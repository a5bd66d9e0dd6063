"""The stamp on top of a release: outcome, codes, policy, date, original classification.

Authority: 32 CFR 2001.25 (what has been declassified is marked so, with the date and the
instruction, and its overall marking cancelled); 5 U.S.C. 552(b). Every line stands in square
brackets, so that nobody takes one for a banner, a field or a mark.
"""

import re
from datetime import date

from redact.cable.model import STRUCTURAL, Cable
from redact.declassification.model import Basis
from redact.markings.model import Level
from redact.policy.decision import Account, Decision, Effect
from redact.release.codes import NEEDS_REVIEWER, claimed, join_codes, unclaimed, withheld
from redact.release.model import Outcome

_WORDS = {
    Outcome.RELEASED_IN_FULL: "RELEASED IN FULL",
    Outcome.RELEASED_IN_PART: "RELEASED IN PART",
    Outcome.DENIED_IN_FULL: "DENIED IN FULL",
}
_LEVELS = {
    Level.U: "UNCLASSIFIED",
    Level.R: "RESTRICTED",
    Level.C: "CONFIDENTIAL",
    Level.S: "SECRET",
    Level.TS: "TOP SECRET",
}
_PLAIN_DAY = re.compile(r"DECL: \d{1,4}[/-]\d{1,2}[/-]\d{1,4}")
_ENDED_BY = {
    Basis.INSTRUCTION.value: "under its own instruction",
    Basis.PERIOD.value: "under its own instruction",
    Basis.SCHEDULE.value: "under the declassification schedule",
    Basis.AUTOMATIC_25.value: "at 25 years",
    Basis.AUTOMATIC_50.value: "at 50 years",
    Basis.AUTOMATIC_75.value: "at 75 years",
}


def stamp(cable: Cable, account: Account, outcome: Outcome) -> str:
    """The block, each line in brackets, with a blank line behind it."""
    lines = [
        _WORDS[outcome],
        *_withheld_under(account),
        _original(cable, account, outcome),
        *_declassified(cable, account, outcome),
        f"Policy: {account.policy.name} {account.policy.version}, as of {account.as_of}",
    ]
    return "".join(f"[{line}]\n" for line in lines) + "\n"


def _withheld_under(account: Account) -> list[str]:
    held = withheld(account.decisions)
    codes = claimed(held)
    parts = [join_codes(codes)] if codes else []
    if unclaimed(held):
        parts.append(NEEDS_REVIEWER)
    return [f"Withheld: {', '.join(parts)}"] if parts else []


def _original(cable: Cable, account: Account, outcome: Outcome) -> str:
    """The level of the banner in words, cancelled only where all of it has ended."""
    if cable.banner is None:
        return "Original classification: not known"
    words = _LEVELS[cable.banner.level]
    line = f"Original classification: {words}"
    if cable.banner.level is Level.U or not _all_unclassified(account):
        return line
    if outcome is Outcome.RELEASED_IN_FULL:
        return f"{line} — cancelled"
    if outcome is Outcome.DENIED_IN_FULL:
        return line
    return f"{line}; as released: {_LEVELS[Level.U]}"


def _declassified(cable: Cable, account: Account, outcome: Outcome) -> list[str]:
    """On which day and by which rule the last classified portion was declassified."""
    if outcome is not Outcome.RELEASED_IN_FULL or not _all_unclassified(account):
        return []
    ends = {end for decision in account.decisions if (end := _ended(decision)) is not None}
    if not ends:
        return []
    day, basis = max(ends)
    named = _instruction(cable) if basis in (Basis.INSTRUCTION, Basis.PERIOD) else ""
    return [f"Declassified automatically on {day} {_ENDED_BY[basis]}{named}"]


def _instruction(cable: Cable) -> str:
    """` (E.O. 12958, DECL: 09/22/2019)`: the order, and the instruction where it is a plain day."""
    order, text = cable.instruction.order, cable.instruction.text
    words = [f"E.O. {order}"] if order else []
    words += [text] if _PLAIN_DAY.fullmatch(text) else []
    return f" ({', '.join(words)})" if words else ""


def _ended(decision: Decision) -> tuple[date, str] | None:
    facts = decision.facts
    if facts.level == "U" or facts.declassified is not True:
        return None
    if not isinstance(facts.effective_date, date) or facts.basis not in _ENDED_BY:
        return None
    return facts.effective_date, facts.basis


def _all_unclassified(account: Account) -> bool:
    """Whether all text that goes out is unclassified by now (a policy may hand over more)."""
    release = Effect.RELEASE
    return all(
        decision.facts.level == "U" or decision.facts.declassified is True
        for decision in account.decisions
        if decision.effect is release and decision.kind not in STRUCTURAL
    )
