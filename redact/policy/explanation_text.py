"""Explanations in words that a person can read aloud; no text of the cable is in them."""

from collections.abc import Iterable, Iterator

from redact.cable.model import Cable, Portion
from redact.policy.decision import Applied, Decision, Effect
from redact.policy.explanation import Explanation, explain
from redact.policy.explanation_document import facts_document, facts_shown, line_of
from redact.policy.facts import Assessment
from redact.policy.model import Policy

_DERIVED = ("rests_on", "age")
_VERBS = {Effect.RELEASE: "released", Effect.WITHHOLD: "withheld"}


def explanation_text(
    cable: Cable, assessment: Assessment, policy: Policy, portions: Iterable[int] | None = None
) -> str:
    """Every portion, or those with the given indices, in a few lines each, ending in a newline."""
    identity = policy.identity
    wanted = None if portions is None else frozenset(portions)
    lines = [f"Policy {identity.name} {identity.version}, as of {assessment.as_of.isoformat()}"]
    shown = _facts_shown(policy)
    for portion, explanation in zip(cable.portions, explain(assessment, policy), strict=True):
        if wanted is None or portion.index in wanted:
            title = f"{_title(portion)} (line {line_of(cable, portion)})"
            lines.extend(("", *_portion(title, explanation, shown)))
    return "\n".join(lines) + "\n"


def _portion(title: str, explanation: Explanation, shown: tuple[str, ...]) -> Iterator[str]:
    decision = explanation.decision
    yield f"{title}: {_VERBS[decision.effect]}"
    yield f"  because: {decision.reason}"
    yield f"  facts: {_facts(decision, shown)}"
    yield from _applied(explanation.applied)
    for cut in decision.excised:
        claim = ", ".join(cut.exemptions) or "needs a reviewer"
        by = ", ".join(cut.rules) or "the marking, which names a program or compartment"
        yield f"  taken out: {cut.thing.value} ({claim}), by {by}"
    if decision.exemptions:
        yield f"  exemptions: {', '.join(decision.exemptions)}"
    if decision.citations:
        yield f"  authority: {'; '.join(decision.citations)}"
    for referral in decision.referrals:
        yield f"  refer to: {referral}"
    yield from _missing(explanation)
    yield f"  changes: {_change(explanation)}"


def _title(portion: Portion) -> str:
    name = f"{portion.kind} {portion.number}" if portion.number else portion.kind
    return f"[{portion.index}] {name}"


def _facts_shown(policy: Policy) -> tuple[str, ...]:
    """All facts, but those that follow from others only where a rule asks for them."""
    asked = policy.asked
    return tuple(fact for fact in facts_shown(policy) if fact in asked or fact not in _DERIVED)


def _facts(decision: Decision, facts: tuple[str, ...]) -> str:
    """The facts that say something: no empty captions or doubts."""
    known = facts_document(decision.facts, facts)
    words = []
    for fact in facts:
        value = known[fact]
        if value == [] and fact != "controls":
            continue
        shown = ", ".join(value) or "none" if isinstance(value, list) else _word(value)
        words.append(f"{fact.replace('_', ' ')} {shown}")
    return "; ".join(words)


def _word(value: object) -> str:
    return (
        "none" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    )


def _applied(rules: tuple[Applied, ...]) -> Iterator[str]:
    """The rules that hold for certain, one a line, then those that nobody can exclude."""
    for rule in rules:
        if not rule.unknown:
            yield f"  applied: {rule.rule} ({rule.effect.value})"
    doubtful = [rule for rule in rules if rule.unknown]
    if doubtful:
        unknown = dict.fromkeys(fact for rule in doubtful for fact in rule.unknown)
        names = ", ".join(rule.rule for rule in doubtful)
        yield f"  applied, while {' and '.join(unknown)} cannot be known: {names}"


def _missing(explanation: Explanation) -> Iterator[str]:
    """For withheld text the releasing rules that nearly applied, and what kept them."""
    if explanation.decision.effect is Effect.RELEASE:
        return
    for rule in explanation.nearly:
        if rule.effect is Effect.RELEASE:
            yield f"  nearly: {rule.rule}, but for {' and '.join(rule.failed)}"


def _change(explanation: Explanation) -> str:
    if explanation.changes_on is None:
        return "on no known date"
    now = explanation.decision.effect
    later = Effect.WITHHOLD if now is Effect.RELEASE else Effect.RELEASE
    return f"{_VERBS[later]} from {explanation.changes_on.isoformat()} on"
