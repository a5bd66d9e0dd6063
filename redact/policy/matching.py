"""Which rules of a policy apply to the facts of a portion."""

from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from redact.cable.model import STRUCTURAL
from redact.policy.conditions import Outcome, outcome
from redact.policy.decision import Applied, Effect
from redact.policy.facts import UNKNOWN, Facts
from redact.policy.model import Policy, Rule

_ASKED = attrgetter(
    *("kind", "level", "controls", "declassified", "basis", "captions", "doubts", "reasons")
)
"""The facts that most rules ask for, and the reasons that they claim."""

_ASKED_WITH_DAYS = attrgetter(
    *("kind", "level", "controls", "declassified", "basis", "captions", "doubts", "reasons"),
    *("effective_date", "age"),
)
"""The same for a policy that asks for days or for age: more values are distinct."""

AppliedRules: TypeAlias = tuple[tuple[Rule, Applied], ...]


class Match(NamedTuple):
    """Which facts keep a rule from applying, and which nobody knows."""

    failed: tuple[str, ...]
    unknown: tuple[str, ...]


def match(rule: Rule, facts: Facts) -> Match:
    """How far a rule fits; one that names no kind speaks of text, never of structural portions."""
    outcomes = [(condition.fact, outcome(condition, facts)) for condition in rule.when]
    if not rule.names_kinds and facts.kind in STRUCTURAL:
        outcomes.append(("kind", Outcome.FAILS))
    failed = dict.fromkeys(fact for fact, found in outcomes if found is Outcome.FAILS)
    unknown = dict.fromkeys(fact for fact, found in outcomes if found is Outcome.UNKNOWN)
    return Match(tuple(failed), tuple(unknown))


def applies(rule: Rule, found: Match) -> bool:
    """A rule applies when no condition fails; a releasing one needs every fact to be known."""
    return not found.failed and (rule.effect is Effect.WITHHOLD or not found.unknown)


def applied_rules(facts: Facts, policy: Policy) -> AppliedRules:
    """Every rule that applies, with the account of it: withholding first, then by id."""
    asked = _ASKED_WITH_DAYS if policy.asks_for_days else _ASKED
    return _applied_rules(asked(facts), policy)


@lru_cache(maxsize=1 << 14)
def _applied_rules(asked: tuple[Any, ...], policy: Policy) -> AppliedRules:
    """The same from what rules ask for alone, of which a corpus has few distinct values."""
    kind, level, controls, declassified, basis, captions, doubts, reasons, *days = asked
    effective_date, age = days or (None, UNKNOWN)
    facts = Facts(
        *(0, kind, None, level, controls, declassified, basis, effective_date),
        *(captions, doubts, reasons, None, None, age),
    )
    found = [(rule, match(rule, facts)) for rule in policy.rules]
    applied = [(rule, _applied(rule, facts, fit)) for rule, fit in found if applies(rule, fit)]
    return tuple(sorted(applied, key=lambda pair: (pair[0].effect is Effect.RELEASE, pair[0].id)))


def _applied(rule: Rule, facts: Facts, found: Match) -> Applied:
    return Applied(
        rule=rule.id,
        effect=rule.effect,
        text=rule.text,
        exemptions=() if found.unknown else _exemptions(rule, facts),
        citations=rule.citations,
        refer=rule.refer,
        unknown=found.unknown,
    )


def _exemptions(rule: Rule, facts: Facts) -> tuple[str, ...]:
    """The exemptions of a rule, the cable's own reasons in the place of the word `reasons`."""
    named = (facts.reasons if code == "reasons" else (code,) for code in rule.exemptions)
    return tuple(dict.fromkeys(code for codes in named for code in codes))
