"""Decisions on all portions of a cable: what applies decides, and every reason is kept.

What the rules of a policy mean is said in `semantics`.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from redact.cable.model import STRUCTURAL
from redact.policy.breakpoints import breakpoints, facts_on
from redact.policy.compiled import applied_rules
from redact.policy.decision import Account, Applied, Decision, Effect
from redact.policy.excision import excised, once
from redact.policy.facts import Assessment, Facts
from redact.policy.meaning import meaning_of
from redact.policy.model import Policy
from redact.policy.reasons import reason_for, taken_out
from redact.policy.telling import told

_new = tuple.__new__
_EFFECT = Decision._fields.index("effect")
_MOST = 1 << 14
"""How many decisions of one policy on one day are remembered."""


def decide(assessment: Assessment, policy: Policy) -> Account:
    """What `policy` makes of every portion of `assessment`, and why. Never raises.

    Portions that differ in nothing a policy can ask for are decided once, whatever their cable.
    """
    as_of = assessment.as_of
    decided = _decider(policy, as_of)
    made: dict[int, Decision] = {}
    decisions = []
    for facts in told(assessment, policy):
        decision = made.get(id(facts))
        if decision is None:
            decision = made[id(facts)] = decided(facts)
        decisions.append(decision)
    return Account(policy.identity, as_of, tuple(decisions), policy.style)


@lru_cache(maxsize=64)
def _decider(policy: Policy, as_of: date) -> Callable[[Facts], Decision]:
    """The decisions of one policy on one day, each made when it is first asked for."""
    meaning = meaning_of(policy)
    known: dict[tuple[Any, ...], Decision] = {}

    def decided(facts: Facts) -> Decision:
        means = meaning(facts)
        like = known.get(means)
        if like is None:
            if len(known) >= _MOST:
                known.clear()
            like = known[means] = _decision(facts, policy, as_of)
        if like.facts != facts:
            like = _new(Decision, (facts.kind, facts, *like[_EFFECT:]))
        return _cut(like, policy) if facts.detections else like

    return decided


def _cut(decision: Decision, policy: Policy) -> Decision:
    """The decision with what is taken out of a portion that is released."""
    facts = decision.facts
    if decision.effect is not Effect.RELEASE:
        return decision
    cuts = excised(facts, applied_rules(facts, policy))
    return decision._replace(excised=cuts, reason=decision.reason + taken_out(cuts))


def effect_of(facts: Facts, applied: Iterable[Applied]) -> Effect:
    """Released if some rule releases, none keeps it back, and the text is not in doubt."""
    if facts.doubts and facts.kind not in STRUCTURAL:
        return Effect.WITHHOLD
    effects = {Effect.WITHHOLD if rule.keeps_back else rule.effect for rule in applied}
    released = Effect.RELEASE in effects and Effect.WITHHOLD not in effects
    return Effect.RELEASE if released else Effect.WITHHOLD


def _decision(facts: Facts, policy: Policy, as_of: date) -> Decision:
    found = applied_rules(facts, policy)
    effect = effect_of(facts, (account for _, account in found))
    applied = tuple(account for _, account in found if _shown(account, effect))
    deciding = deciding_rules(applied, effect)
    certain = tuple(rule for rule in deciding if not rule.unknown)
    return Decision(
        kind=facts.kind,
        facts=facts,
        effect=effect,
        applied=applied,
        deciding=tuple(rule.rule for rule in deciding),
        exemptions=once(code for rule in certain for code in rule.exemptions),
        citations=once(citation for rule in certain for citation in rule.citations),
        referrals=once(rule.refer for rule in certain if rule.refer),
        reason=reason_for(facts, effect, deciding, policy.identity.name),
        changes_on=_changes_on(facts, effect, policy, as_of),
        extent=policy.extent and all(rule.extent for rule, _ in found),
    )


def _shown(rule: Applied, effect: Effect) -> bool:
    """Nothing is taken out of what is withheld as a whole."""
    return rule.effect is not Effect.EXCISE or rule.keeps_back or effect is Effect.RELEASE


def deciding_rules(applied: tuple[Applied, ...], effect: Effect) -> tuple[Applied, ...]:
    """The rules with the effect that was decided: those that hold for certain, if there are any."""
    if effect is Effect.RELEASE:
        return tuple(rule for rule in applied if rule.effect is effect)
    same = tuple(rule for rule in applied if rule.keeps_back)
    return tuple(rule for rule in same if not rule.unknown) or same


def _changes_on(facts: Facts, effect: Effect, policy: Policy, as_of: date) -> date | None:
    """The first day still to come from which on the effect is another, None if there is none."""
    for day in sorted(day for day in breakpoints(facts, policy) if day > as_of):
        later = facts_on(facts, day)
        if effect_of(later, (found for _, found in applied_rules(later, policy))) is not effect:
            return day
    return None
