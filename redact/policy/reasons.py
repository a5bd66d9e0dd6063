"""The reason of a decision: one sentence a person can read aloud, without text of the cable."""

from datetime import date

from redact.cable.model import STRUCTURAL
from redact.policy.decision import Applied, Effect, Excised
from redact.policy.facts import UNKNOWN, Facts

NEEDS_A_REVIEWER = "unknown, needs a reviewer"
"""How a reason begins where doubt alone, and no exemption, keeps text back."""

_LEVELS = {
    "U": "Unclassified",
    "R": "Restricted",
    "C": "Confidential",
    "S": "Secret",
    "TS": "Top Secret",
}
_BASES = {
    "instruction": "by its own instruction",
    "period": "by the period it states",
    "schedule": "by its declassification schedule",
    "declassified": "by a decision to declassify",
    "automatic-25-year": "by the 25-year rule",
    "automatic-50-year": "by the 50-year rule",
    "automatic-75-year": "by the 75-year rule",
    "never-by-date": "never declassified by date",
    "none": "no date can be given",
}


def reason_for(
    facts: Facts, effect: Effect, deciding: tuple[Applied, ...], policy_name: str
) -> str:
    """Why: by which rules, because no rule releases, or because something is not known."""
    known = "" if facts.kind in STRUCTURAL else f" ({facts_in_words(facts)})"
    if effect is Effect.RELEASE:
        return f"released by {_rules(deciding)}{known}"
    if unknown := _unknown(facts, deciding):
        return f"{NEEDS_A_REVIEWER}: {unknown}"
    if deciding:
        return f"withheld by {_rules(deciding)}{known}"
    return f"withheld, no rule of policy {policy_name} releases it{known}"


def taken_out(cuts: tuple[Excised, ...]) -> str:
    """What is added to the reason of a release in which something is taken out: what, by whom."""
    if not cuts:
        return ""
    things = ", ".join(cut.thing for cut in cuts)
    rules = sorted({name for cut in cuts for name in cut.rules})
    return f"; taken out by {_named(rules)}: {things}" if rules else f"; taken out: {things}"


def _named(rules: list[str]) -> str:
    return ("rule " if len(rules) == 1 else "rules ") + ", ".join(rules)


def facts_in_words(facts: Facts) -> str:
    """Level, and for classified text when it ends, by which rule and on whose authority."""
    if facts.level is UNKNOWN:
        return "level not known, needs a reviewer"
    level = _LEVELS[facts.level]
    return level if facts.level == "U" else f"{level}, {_end(facts)}"


def _unknown(facts: Facts, deciding: tuple[Applied, ...]) -> str:
    """What is not known, where that and no rule that holds for certain is the reason."""
    if facts.doubts and facts.kind not in STRUCTURAL:
        return "in doubt by " + ", ".join(sorted(facts.doubts))
    if any(not rule.unknown for rule in deciding):
        return ""
    if not deciding:
        names = [fact for fact in ("level", "controls") if getattr(facts, fact) is UNKNOWN]
    else:
        names = list(dict.fromkeys(fact for rule in deciding for fact in rule.unknown))
    return f"{' and '.join(names)} not known" if names else ""


def _rules(deciding: tuple[Applied, ...]) -> str:
    """`rule a: sentence` or `rules a: sentence; b: sentence`."""
    return ("rule " if len(deciding) == 1 else "rules ") + "; ".join(
        f"{rule.rule}: {rule.text}" for rule in deciding
    )


def _end(facts: Facts) -> str:
    basis = _BASES[facts.basis] if facts.basis is not UNKNOWN else "basis not known"
    authority = f" under {facts.authority}" if facts.authority else ""
    if not isinstance(facts.effective_date, date):
        return basis + authority
    verb = "declassified on" if facts.declassified is True else "classified until"
    return f"{verb} {facts.effective_date.isoformat()} {basis}{authority}"
