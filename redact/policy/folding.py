"""Conditions without what is decided already: parts that always hold, or never do."""

from collections.abc import Iterable

from redact.policy.conditions import Compound, Condition, Expression, Joint


def folded(expressions: Iterable[Expression]) -> tuple[Expression, ...] | None:
    """The conditions that remain, all of which must hold; None where they never hold together."""
    asked = tuple(expressions)
    if all(isinstance(expression, Condition) for expression in asked):
        return asked
    whole = _folded(Compound(Joint.ALL, asked))
    if whole is False:
        return None
    if whole is True:
        return ()
    joined = isinstance(whole, Compound) and whole.joint is Joint.ALL
    return whole.parts if isinstance(whole, Compound) and joined else (whole,)


def _folded(expression: Expression) -> Expression | bool:
    if isinstance(expression, Condition):
        return expression
    parts = [_folded(part) for part in expression.parts]
    if expression.joint is Joint.NOT:
        (part,) = parts
        return not part if isinstance(part, bool) else _negation(part)
    decisive = expression.joint is Joint.ANY
    if any(part is decisive for part in parts):
        return decisive
    open_parts = [part for part in parts if not isinstance(part, bool)]
    if not open_parts:
        return not decisive
    flat = tuple(piece for part in open_parts for piece in _pieces(part, expression.joint))
    return flat[0] if len(flat) == 1 else Compound(expression.joint, flat)


def _negation(part: Expression) -> Expression:
    if isinstance(part, Compound) and part.joint is Joint.NOT:
        return part.parts[0]
    return Compound(Joint.NOT, (part,))


def _pieces(part: Expression, joint: Joint) -> tuple[Expression, ...]:
    """A part joined in the same way is as good as its own parts."""
    if isinstance(part, Compound) and part.joint is joint:
        return part.parts
    return (part,)
