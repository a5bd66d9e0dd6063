"""What a policy means: the specification, which the compiled form must agree with.

1. Nothing is released unless a rule releases it.
2. Withholding beats releasing.
3. The order of rules means nothing.
4. What nobody knows never helps a release and never hinders withholding or excising.
5. Time enters through the facts alone.
6. Excising removes from what is released, and nothing else.
"""

from typing import NamedTuple

from redact.cable.model import STRUCTURAL
from redact.detectors.banner_names import BANNER_NAME
from redact.policy.conditions import Condition, Expression, Joint, Outcome, leaves, outcome
from redact.policy.decision import Effect
from redact.policy.facts import UNKNOWN, Facts
from redact.policy.model import Policy, Rule

_OPPOSITE = {
    Outcome.HOLDS: Outcome.FAILS,
    Outcome.FAILS: Outcome.HOLDS,
    Outcome.UNKNOWN: Outcome.UNKNOWN,
}


def truth(expression: Expression, facts: Facts) -> Outcome:
    """Whether `expression` holds of `facts`: three values, the strong logic of Kleene."""
    if isinstance(expression, Condition):
        return outcome(expression, facts)
    found = {truth(part, facts) for part in expression.parts}
    if expression.joint is Joint.NOT:
        return _OPPOSITE[found.pop()]
    decisive = Outcome.FAILS if expression.joint is Joint.ALL else Outcome.HOLDS
    if decisive in found:
        return decisive
    return Outcome.UNKNOWN if Outcome.UNKNOWN in found else _OPPOSITE[decisive]


class Match(NamedTuple):
    """Which facts keep a rule from applying, and which nobody knows."""

    failed: tuple[str, ...]
    unknown: tuple[str, ...]


def match(rule: Rule, facts: Facts) -> Match:
    """How far a rule fits; one that names no kind speaks of text, never of structural portions."""
    failed: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for expression in rule.conditions:
        found = truth(expression, facts)
        if found is Outcome.FAILS:
            failed |= dict.fromkeys(leaf.fact for leaf in leaves((expression,)))
        elif found is Outcome.UNKNOWN:
            asked = leaves((expression,))
            open_ = (leaf.fact for leaf in asked if outcome(leaf, facts) is Outcome.UNKNOWN)
            unknown |= dict.fromkeys(open_)
    if facts.kind in STRUCTURAL and not rule.names_kinds:
        failed["kind"] = None
    return Match(tuple(failed), tuple(unknown))


def applies(rule: Rule, found: Match) -> bool:
    """A rule applies when no condition fails; a releasing one needs every fact to be known."""
    return not found.failed and (rule.effect is not Effect.RELEASE or not found.unknown)


def effect(policy: Policy, facts: Facts) -> Effect:
    """Released if some rule releases, none keeps it back, and the text is not in doubt."""
    fits = [(rule, match(rule, facts)) for rule in policy.rules]
    applied = [(rule, found) for rule, found in fits if applies(rule, found)]
    kept = any(
        rule.effect is Effect.WITHHOLD
        or (rule.effect is Effect.EXCISE and "spans" in found.unknown)
        for rule, found in applied
    )
    in_doubt = bool(facts.doubts) and facts.kind not in STRUCTURAL
    opens = any(rule.effect is Effect.RELEASE for rule, _ in applied)
    return Effect.RELEASE if opens and not kept and not in_doubt else Effect.WITHHOLD


def taken_out(policy: Policy, facts: Facts) -> frozenset[int]:
    """The places of all letters that are taken out of a portion that is released: what its rules
    take out, and the names in a banner, which no rule can leave in."""
    if facts.detections is UNKNOWN or effect(policy, facts) is Effect.WITHHOLD:
        return frozenset()
    cutting = (rule for rule in policy.rules if rule.effect is Effect.EXCISE)
    spans = frozenset({BANNER_NAME}).union(
        *(rule.spans for rule in cutting if applies(rule, match(rule, facts)))
    )
    found = (item.span for item in facts.detections if item.detector in spans)
    return frozenset(place for span in found for place in range(span.start, span.end))
