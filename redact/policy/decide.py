"""The semantics of a policy as a small interpreter: what every faster form must agree with.

Nothing is released unless a rule releases it; withholding beats releasing; the order of rules
means nothing; what nobody knows never helps a release and never hinders a withholding.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from redact.cable.model import STRUCTURAL
from redact.policy.breakpoints import breakpoints, facts_on
from redact.policy.decision import Account, Applied, Decision, Effect
from redact.policy.facts import Assessment, Facts
from redact.policy.matching import applied_rules
from redact.policy.model import Policy
from redact.policy.reasons import reason_for

_MEANING = attrgetter(
    *("kind", "level", "controls", "declassified", "basis", "effective_date"),
    *("captions", "doubts", "reasons", "authority"),
)
"""The facts in their own order, without those that only say which portion it is."""

_MEANING_WITH_AGE = attrgetter(
    *("kind", "level", "controls", "declassified", "basis", "effective_date"),
    *("captions", "doubts", "reasons", "authority", "dated", "age"),
)
"""The same for a policy that asks for it."""


def decide(assessment: Assessment, policy: Policy) -> Account:
    """What `policy` makes of every portion of `assessment`, and why. Never raises.

    Portions that differ in nothing a policy can ask for are decided once, whatever their cable.
    """
    as_of = assessment.as_of
    decision = _decisions(policy, as_of)
    meaning = _MEANING_WITH_AGE if policy.asks_for_days else _MEANING
    return Account(
        policy.identity,
        as_of,
        tuple(_of_portion(facts, decision(meaning(facts))) for facts in assessment.portions),
    )


def _of_portion(facts: Facts, same: Decision) -> Decision:
    """The decision on facts that differ from those of `same` in nothing a policy asks for."""
    _, kind, _, effect, _, *reasons = same
    return Decision._make((facts.index, kind, facts.number, effect, facts, *reasons))


@lru_cache(maxsize=16)
def _decisions(policy: Policy, as_of: date) -> Callable[[tuple[Any, ...]], Decision]:
    """The decisions of one policy on one day, each made when it is first asked for."""

    @lru_cache(maxsize=1 << 14)
    def decision(meaning: tuple[Any, ...]) -> Decision:
        kind, *rest = meaning
        return _decision(Facts(0, kind, None, *rest), policy, as_of)

    return decision


def effect_of(facts: Facts, applied: Iterable[Applied]) -> Effect:
    """Released if some rule releases, none withholds, and nothing is in doubt about the text."""
    effects = {rule.effect for rule in applied}
    in_doubt = facts.doubts and facts.kind not in STRUCTURAL
    return Effect.RELEASE if effects == {Effect.RELEASE} and not in_doubt else Effect.WITHHOLD


def _decision(facts: Facts, policy: Policy, as_of: date) -> Decision:
    found = applied_rules(facts, policy)
    applied = tuple(account for _, account in found)
    effect = effect_of(facts, applied)
    deciding = _deciding(applied, effect)
    certain = tuple(rule for rule in deciding if not rule.unknown)
    return Decision(
        index=facts.index,
        kind=facts.kind,
        number=facts.number,
        effect=effect,
        facts=facts,
        applied=applied,
        deciding=tuple(rule.rule for rule in deciding),
        exemptions=_once(code for rule in certain for code in rule.exemptions),
        citations=_once(citation for rule in certain for citation in rule.citations),
        referrals=_once(rule.refer for rule in certain if rule.refer),
        reason=reason_for(facts, effect, deciding, policy.identity.name),
        changes_on=_changes_on(facts, effect, policy, as_of),
        extent=all(rule.extent for rule, _ in found),
    )


def _deciding(applied: tuple[Applied, ...], effect: Effect) -> tuple[Applied, ...]:
    """The rules with the effect that was decided: those that hold for certain, if there are any."""
    same = tuple(rule for rule in applied if rule.effect is effect)
    return tuple(rule for rule in same if not rule.unknown) or same


def _changes_on(facts: Facts, effect: Effect, policy: Policy, as_of: date) -> date | None:
    """The first day still to come from which on the effect is another, None if there is none."""
    for day in sorted(day for day in breakpoints(facts, policy) if day > as_of):
        later = facts_on(facts, day)
        if effect_of(later, (found for _, found in applied_rules(later, policy))) is not effect:
            return day
    return None


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
