"""The rules of a policy, compiled: what applies costs a look-up a fact, however many rules.

Each distinct condition is a bit. The value of a fact gives the bits that hold and those that nobody
can answer, all bits together give the rules that apply, and both are remembered. What rules mean is
said in `semantics`, with which this agrees.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from redact.cable.model import STRUCTURAL
from redact.policy.conditions import Condition, Expression, Joint, Outcome, leaves, outcome_of
from redact.policy.decision import ORDER, Applied, Effect
from redact.policy.facts import UNKNOWN, Facts, path_of
from redact.policy.model import Policy, Rule

AppliedRules: TypeAlias = tuple[tuple[Rule, Applied], ...]

_Fits: TypeAlias = tuple[tuple[Rule, tuple[str, ...]], ...]
"""Rules that apply, each with the facts that are not known."""

_Ternary: TypeAlias = Callable[[int, int], int]
"""From the bits that hold and those that are unknown to 0 (fails), 1 (unknown) or 2 (holds)."""


class _Compiled(NamedTuple):
    """`read` gives the value of every fact that is asked for, `columns` turn each into bits."""

    read: Callable[[Facts], tuple[Any, ...]]
    columns: tuple[Callable[[Any], tuple[int, int]], ...]
    fits: Callable[[int, int, bool], _Fits]


def applied_rules(facts: Facts, policy: Policy) -> AppliedRules:
    """Every rule that applies, with the account of it: withholding first, releasing last."""
    read, columns, fits = _compiled(policy)
    holds = unknown = 0
    for column, value in zip(columns, read(facts), strict=True):
        held, unanswered = column(value)
        holds |= held
        unknown |= unanswered
    found = fits(holds, unknown, facts.kind in STRUCTURAL)
    return tuple((rule, _applied(rule, missing, facts)) for rule, missing in found)


@lru_cache(maxsize=64)
def _compiled(policy: Policy) -> _Compiled:
    asked = dict.fromkeys(found for rule in policy.rules for found in leaves(rule.conditions))
    bits = {condition: 1 << place for place, condition in enumerate(asked)}
    facts = tuple(dict.fromkeys(condition.fact for condition in bits))
    rules = sorted(policy.rules, key=lambda rule: (ORDER.index(rule.effect), rule.id))
    compiled = tuple((rule, _expressions(rule, bits)) for rule in rules)
    return _Compiled(
        _reader(tuple(map(path_of, facts))),
        tuple(_column(fact, bits) for fact in facts),
        lru_cache(maxsize=1 << 14)(partial(_fits, compiled)),
    )


def _reader(paths: tuple[str, ...]) -> Callable[[Facts], tuple[Any, ...]]:
    if len(paths) > 1:
        return attrgetter(*paths)
    return lambda facts: tuple(attrgetter(path)(facts) for path in paths)


def _column(fact: str, bits: Mapping[Condition, int]) -> Callable[[Any], tuple[int, int]]:
    """From a value of the fact to the bits of conditions that hold and that are unknown."""
    own = tuple((condition, bit) for condition, bit in bits.items() if condition.fact == fact)

    @lru_cache(maxsize=4096)
    def answers(value: Any) -> tuple[int, int]:
        found = [(outcome_of(condition, value), bit) for condition, bit in own]
        holds = sum(bit for answer, bit in found if answer is Outcome.HOLDS)
        return holds, sum(bit for answer, bit in found if answer is Outcome.UNKNOWN)

    return answers


_Expressions: TypeAlias = tuple[tuple[_Ternary, tuple[tuple[int, str], ...]], ...]
"""Conditions of a rule, each with the bits in it and the facts that they ask for."""


def _expressions(rule: Rule, bits: Mapping[Condition, int]) -> _Expressions:
    return tuple(
        (_ternary(part, bits), tuple((bits[leaf], leaf.fact) for leaf in leaves((part,))))
        for part in rule.conditions
    )


def _ternary(expression: Expression, bits: Mapping[Condition, int]) -> _Ternary:
    if isinstance(expression, Condition):
        bit = bits[expression]
        return lambda holds, unknown: 2 if holds & bit else 1 if unknown & bit else 0
    parts = tuple(_ternary(part, bits) for part in expression.parts)
    if expression.joint is Joint.NOT:
        return lambda holds, unknown: 2 - parts[0](holds, unknown)
    joined = min if expression.joint is Joint.ALL else max
    return lambda holds, unknown: joined(part(holds, unknown) for part in parts)


def _fits(
    compiled: tuple[tuple[Rule, _Expressions], ...],
    holds: int,
    unknown: int,
    structural: bool,  # noqa: FBT001
) -> _Fits:
    return tuple(
        (rule, missing)
        for rule, expressions in compiled
        if (rule.names_kinds or not structural)
        and (missing := _missing(expressions, holds, unknown)) is not None
        and (rule.effect is not Effect.RELEASE or not missing)
    )


def _missing(expressions: _Expressions, holds: int, unknown: int) -> tuple[str, ...] | None:
    """The facts that are not known where no expression fails, None where one does."""
    missing: dict[str, None] = {}
    for ternary, asked in expressions:
        answer = ternary(holds, unknown)
        if answer == 0:
            return None
        if answer == 1:
            missing |= {fact: None for bit, fact in asked if unknown & bit}
    return tuple(missing)


def _applied(rule: Rule, missing: tuple[str, ...], facts: Facts) -> Applied:
    return Applied(
        rule=rule.id,
        effect=rule.effect,
        text=rule.text,
        exemptions=() if missing else _exemptions(rule, facts),
        citations=rule.citations,
        refer=rule.refer,
        unknown=missing,
    )


def _exemptions(rule: Rule, facts: Facts) -> tuple[str, ...]:
    """The exemptions of a rule; `reasons` and `codes` give place to what the cable states."""
    if _STATED.isdisjoint(rule.exemptions):
        return rule.exemptions
    exempted = facts.further.exempted
    stated = {
        "reasons": facts.reasons,
        "codes": () if exempted is UNKNOWN else tuple(sorted(exempted)),
    }
    named = (stated.get(code, (code,)) for code in rule.exemptions)
    return tuple(dict.fromkeys(code for codes in named for code in codes))


_STATED = frozenset({"reasons", "codes"})
