"""Which rules of a policy apply to the facts of a portion."""

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from redact.cable.model import STRUCTURAL
from redact.policy.conditions import Condition, Expression, Outcome, leaves, outcome
from redact.policy.decision import ORDER, Applied, Effect
from redact.policy.facts import UNKNOWN, Facts
from redact.policy.meaning import facts_of, names_asked
from redact.policy.model import Policy, Rule

AppliedRules: TypeAlias = tuple[tuple[Rule, Applied], ...]


class Match(NamedTuple):
    """Which facts keep a rule from applying, and which nobody knows."""

    failed: tuple[str, ...]
    unknown: tuple[str, ...]


def match(rule: Rule, facts: Facts) -> Match:
    """How far a rule fits; one that names no kind speaks of text, never of structural portions.

    What a rule would take out and nobody has looked for is unknown as `spans`.
    """
    failed: list[str] = []
    unknown: list[str] = []
    for expression in rule.when:
        found = outcome(expression, facts)
        if found is Outcome.FAILS:
            failed.extend(leaf.fact for leaf in leaves((expression,)))
        elif found is Outcome.UNKNOWN:
            unknown.extend(_unknown(expression, facts))
    if facts.kind in STRUCTURAL and not rule.names_kinds:
        failed.append("kind")
    if rule.effect is Effect.EXCISE:
        spans = facts.spans
        if spans is UNKNOWN:
            unknown.append("spans")
        elif spans.isdisjoint(rule.spans):
            failed.append("spans")
    return Match(tuple(dict.fromkeys(failed)), tuple(dict.fromkeys(unknown)))


def _unknown(expression: Expression, facts: Facts) -> list[str]:
    if isinstance(expression, Condition):
        return [expression.fact]
    parts = leaves((expression,))
    return [part.fact for part in parts if outcome(part, facts) is Outcome.UNKNOWN]


def applies(rule: Rule, found: Match) -> bool:
    """A rule applies when no condition fails; a releasing one needs every fact to be known."""
    return not found.failed and (rule.effect is not Effect.RELEASE or not found.unknown)


def applied_rules(facts: Facts, policy: Policy) -> AppliedRules:
    """Every rule that applies, with the account of it: withholding first, then by id."""
    asked, applied = _matcher(policy)
    return applied(asked(facts))


@lru_cache(maxsize=64)
def _matcher(
    policy: Policy,
) -> tuple[Callable[[Facts], tuple[Any, ...]], Callable[[tuple[Any, ...]], AppliedRules]]:
    """The facts that the rules of a policy ask for, and what applies to each of their values.

    A corpus has few distinct ones.
    """
    names = names_asked(policy)

    @lru_cache(maxsize=1 << 14)
    def applied(asked: tuple[Any, ...]) -> AppliedRules:
        facts = facts_of(names, asked)
        found = [(rule, match(rule, facts)) for rule in policy.rules]
        fitting = [(rule, _applied(rule, facts, fit)) for rule, fit in found if applies(rule, fit)]
        return tuple(sorted(fitting, key=lambda pair: (ORDER.index(pair[0].effect), pair[0].id)))

    return attrgetter(*names), applied


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
