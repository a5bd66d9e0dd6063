"""What is odd about a valid policy: rules that never apply, that are needless, that trust a doubt.

None of it keeps a policy from being used.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from redact.errors import PolicyError
from redact.policy.conditions import Compound, Condition, Expression, Form, Joint, leaves
from redact.policy.contradictions import contradictory
from redact.policy.decision import Effect
from redact.policy.fact_register import FACTS, Type
from redact.policy.model import Policy, Rule
from redact.policy.vocabulary import UNKNOWN_WORD
from redact.text import Position, lines_of


class Advice(NamedTuple):
    """Something odd about a rule: what, and what to do about it; `code` without its family."""

    rule: str
    code: str
    message: str
    remedy: str


def advice(policy: Policy) -> tuple[Advice, ...]:
    """Everything odd, by rule and code."""
    return tuple(sorted({*_never(policy), *_needless(policy), *_doubtful(policy)}))


def advice_on_file(policy: Policy, name: str) -> tuple[PolicyError, ...]:
    """What is odd about the rules that stand in the policy's own file, each with its place."""
    found = ((_position(item.rule, policy), item) for item in advice(policy))
    placed = sorted((at, item) for at, item in found if at is not None)
    return tuple(
        PolicyError(
            f"policy/{item.code}",
            f'rule "{item.rule}": {item.message}',
            remedy=item.remedy,
            place=f"{name}:{at.line}:{at.column}",
        )
        for at, item in placed
    )


def _position(rule: str, policy: Policy) -> Position | None:
    """Where the id of a rule stands in the file; None for a rule of the extended policy."""
    found = re.search(
        rf"(?m)^\s*-?\s*\{{?(?:[^#\n]*,)?\s*id: *(?:\"|')?{rule}\b(?!-)", policy.source
    )
    if found is None:
        return None
    return lines_of(policy.source).position(found.end() - len(rule))


def _never(policy: Policy) -> Iterator[Advice]:
    """Rules whose conditions exclude each other, or that speak of no portion there is."""
    for rule in policy.rules:
        if all(_excludes_itself(way) for way in _ways(rule.when)):
            message = "its conditions exclude each other: it never applies"
            yield Advice(rule.id, "never-applies", message, "correct a condition or delete it")


def _needless(policy: Policy) -> Iterator[Advice]:
    """Rules that say nothing beyond what another with the same effect says already."""
    for one, other in combinations(policy.rules, 2):
        for rule, wider in ((one, other), (other, one)):
            if _covers(wider, rule) and not (_covers(rule, wider) and rule.id < wider.id):
                message = f"whatever it does, rule {wider.id} does too"
                remedy = "delete it, or narrow the other"
                yield Advice(rule.id, "superfluous", message, remedy)


def _covers(wider: Rule, rule: Rule) -> bool:
    """Whether `wider` applies wherever `rule` does, to the same effect and with all its claims."""
    if wider.effect is not rule.effect or not _implied(wider.when, rule.when):
        return False
    same_reach = wider.names_kinds or not rule.names_kinds
    claims = set(rule.exemptions) <= set(wider.exemptions) and rule.refer in (None, wider.refer)
    return same_reach and claims and rule.spans <= wider.spans and wider.extent <= rule.extent


def _implied(wider: Iterable[Expression], narrower: tuple[Expression, ...]) -> bool:
    """Whether each condition of the one follows from some condition of the other."""
    return all(any(_follows(part, given) for given in narrower) for part in wider)


def _follows(part: Expression, given: Expression) -> bool:
    if part == given:
        return True
    if not isinstance(part, Condition) or not isinstance(given, Condition):
        return False
    if part.fact != given.fact or part.form is not given.form:
        return False
    if part.form in (Form.ANY, Form.ONLY):
        return given.words <= part.words
    return part.form in (Form.ALL, Form.NONE_OF) and part.words <= given.words


def _doubtful(policy: Policy) -> Iterator[Advice]:
    """Releases that what nobody could read may satisfy."""
    for rule in (rule for rule in policy.rules if rule.effect is Effect.RELEASE):
        asked = {leaf.fact for leaf in leaves(rule.when)}
        for leaf in _unturned(rule.when):
            if leaf.fact == "doubts" and leaf.form is not Form.NONE:
                message = "it asks for a doubt, and text in doubt is released by no rule"
                yield Advice(rule.id, "releases-doubt", message, "delete the condition")
            elif UNKNOWN_WORD in leaf.words and leaf.form in (Form.ANY, Form.ALL, Form.ONLY):
                message = f"it lets go of {leaf.fact} that no register has"
                remedy = f"take {UNKNOWN_WORD} out of it"
                yield Advice(rule.id, "releases-unknown", message, remedy)
        if "kind" not in asked and not asked & {"level", "controls", "releasable_to", "owner"}:
            message = "no condition looks at the marking: text without a readable mark may go out"
            yield Advice(rule.id, "ignores-marking", message, "ask for level or controls")


def _unturned(expressions: Iterable[Expression]) -> Iterator[Condition]:
    """The conditions that do not stand behind `not`."""
    for expression in expressions:
        if isinstance(expression, Condition):
            yield expression
        elif expression.joint is not Joint.NOT:
            yield from _unturned(expression.parts)


def _ways(when: tuple[Expression, ...]) -> list[tuple[Condition, ...]]:
    """The ways in which conditions can hold, as conditions that must all hold.

    What stands behind `not` is left out: it then seems that more can hold than does.
    """
    ways: list[tuple[Condition, ...]] = [()]
    for part in when:
        more = _ways_of(part)
        ways = [(*way, *other) for way in ways for other in more][:_MOST]
    return ways


_MOST = 256


def _ways_of(expression: Expression) -> list[tuple[Condition, ...]]:
    if isinstance(expression, Condition):
        return [(expression,)]
    if not isinstance(expression, Compound) or expression.joint is Joint.NOT:
        return [()]
    if expression.joint is Joint.ALL:
        return _ways(expression.parts)
    return [way for part in expression.parts for way in _ways_of(part)][:_MOST]


def _excludes_itself(way: tuple[Condition, ...]) -> bool:
    by_fact: dict[str, list[Condition]] = {}
    for condition in way:
        by_fact.setdefault(condition.fact, []).append(condition)
    return any(map(contradictory, by_fact.values())) or _none_and_some(by_fact)


def _none_and_some(by_fact: dict[str, list[Condition]]) -> bool:
    """Whether a set must be empty and hold something."""
    some = (Form.PRESENT, Form.ANY, Form.ALL)
    return any(
        FACTS[fact].type is Type.WORDS
        and any(found.form is Form.NONE for found in conditions)
        and any(found.form in some for found in conditions)
        for fact, conditions in by_fact.items()
    )
