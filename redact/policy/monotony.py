"""Whether what a policy releases on a day it releases on every later day."""

from redact.policy.conditions import Condition, Expression, Form, Joint
from redact.policy.decision import Effect
from redact.policy.model import Policy, Rule

_TRUTHS = ("declassified", "cui_decontrolled")


def bounded_rules(policy: Policy) -> tuple[str, ...]:
    """The ids of rules that let text go only until a day: released before it, or shut after it.

    Where there is none, what is released on a day is released on every later one.
    """
    return tuple(rule.id for rule in policy.rules if _is_bounded(rule))


def _is_bounded(rule: Rule) -> bool:
    opens = rule.effect is Effect.RELEASE
    return any(_may_turn(part, to_holding=not opens) for part in rule.when)


def _may_turn(expression: Expression, *, to_holding: bool) -> bool:
    """Whether the mere passing of time may make it hold, or may make it fail."""
    if isinstance(expression, Condition):
        return _turns(expression, to_holding=to_holding)
    if expression.joint is Joint.NOT:
        to_holding = not to_holding
    return any(_may_turn(part, to_holding=to_holding) for part in expression.parts)


def _turns(condition: Condition, *, to_holding: bool) -> bool:
    if condition.fact == "age":
        return condition.form is (Form.AT_LEAST if to_holding else Form.AT_MOST)
    if condition.fact not in _TRUTHS:
        return False
    first, later = (
        (word in condition.words) is (condition.form is Form.ANY) for word in ("false", "true")
    )
    return (not first and later) if to_holding else (first and not later)
