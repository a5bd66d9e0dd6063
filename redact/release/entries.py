"""What manifest and public document both say: who decided, and what of each portion."""

from datetime import date
from functools import lru_cache
from typing import Any

from redact.cable.model import Cable, Portion
from redact.policy.decision import Account, Decision, Excised
from redact.release.model import Outcome
from redact.version import __version__

_CLASSIFIED = frozenset({"R", "C", "S", "TS"})
"""Only what is known to be classified is declassified on a day."""
_canonical = lru_cache(maxsize=4096)(str)
_day = lru_cache(maxsize=4096)(date.isoformat)
"""A corpus has few distinct markings and days."""


def account_entry(account: Account, outcome: Outcome) -> dict[str, Any]:
    """Engine, policy, as-of date and outcome; and that released text was repaired, where it was."""
    policy = account.policy
    return {
        "engine": f"redact {__version__}",
        "policy": {"name": policy.name, "version": policy.version, "sha256": policy.sha256},
        "as_of": account.as_of.isoformat(),
        "outcome": outcome.value,
        **({"repaired": True} if account.repaired else {}),
    }


def portion_entries(cable: Cable, account: Account) -> list[dict[str, Any]]:
    """One entry a portion, in their order."""
    markings = {id(found): found for item in cable.portions if (found := item.effective.marking)}
    names = {identity: _canonical(marking) for identity, marking in markings.items()}
    return [
        _portion_entry(portion, decision, names.get(id(portion.effective.marking)))
        for portion, decision in zip(cable.portions, account.decisions, strict=True)
    ]


def _portion_entry(portion: Portion, decision: Decision, marking: str | None) -> dict[str, Any]:
    facts = decision.facts
    ends = facts.effective_date if facts.level in _CLASSIFIED else None
    return {
        "index": portion.index,
        "kind": str(portion.kind),
        "number": portion.number,
        "decision": str(decision.effect),
        "rules": list(decision.deciding),
        "exemptions": list(decision.exemptions),
        "reason": decision.reason,
        "effective": marking,
        "declassifies": _day(ends) if isinstance(ends, date) else None,
        "excised": [_excised_entry(item) for item in decision.excised],
    }


def _excised_entry(excised: Excised) -> dict[str, Any]:
    return {
        "thing": excised.thing.value,
        "exemptions": list(excised.exemptions),
        "rules": list(excised.rules),
        "start": excised.span.start,
        "end": excised.span.end,
    }
