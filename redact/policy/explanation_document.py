"""Explanations for programs, `redact/explanation/1`; no text of the cable is in them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from redact.cable.model import Cable, Portion
from redact.markings.hierarchy import NATO_WORDS
from redact.markings.shown import NAME
from redact.policy.decision import Applied, Excised, Near
from redact.policy.explanation import Explanation, explain
from redact.policy.facts import UNKNOWN, Assessment, Facts, value_of
from redact.policy.model import Policy

SHOWN = (
    *("level", "controls", "declassified", "basis", "rests_on", "effective_date", "age"),
    *("captions", "doubts"),
)
"""The facts that are always shown; the kind is shown with the portion, spans as what is cut."""

_SHOWN_APART = frozenset({"kind", "reasons", "spans"})


def facts_shown(policy: Policy) -> tuple[str, ...]:
    """What is always shown, and the facts besides that a rule of the policy asks for."""
    from redact.policy.fact_register import FACTS

    asked = policy.asked.difference(SHOWN, _SHOWN_APART)
    return (*SHOWN, *(fact for fact in FACTS if fact in asked))


def explanation_document(
    cable: Cable, assessment: Assessment, policy: Policy, portions: Iterable[int] | None = None
) -> dict[str, Any]:
    """The explanation of every portion, or of those with the given indices, ready for JSON."""
    identity = policy.identity
    wanted = None if portions is None else frozenset(portions)
    return {
        "schema": "redact/explanation/1",
        "policy": {
            "name": identity.name,
            "version": identity.version,
            "title": identity.title,
            "sha256": identity.sha256,
        },
        "as_of": assessment.as_of.isoformat(),
        "portions": [
            _portion(portion, line_of(cable, portion), explanation, facts_shown(policy))
            for portion, explanation in zip(
                cable.portions, explain(assessment, policy), strict=True
            )
            if wanted is None or portion.index in wanted
        ],
    }


def facts_document(facts: Facts, shown: tuple[str, ...] = SHOWN) -> dict[str, Any]:
    """The facts of a portion as JSON values; `unknown` where nobody can state one."""
    found = {fact: _value(fact, value_of(fact, facts)) for fact in shown}
    return {**found, "reasons": list(facts.reasons), "authority": facts.authority}


def line_of(cable: Cable, portion: Portion) -> int:
    """The line on which the portion begins."""
    return cable.source.lines.position(portion.span.start).line


def _portion(
    portion: Portion, line: int, explanation: Explanation, shown: tuple[str, ...]
) -> dict[str, Any]:
    decision = explanation.decision
    changes_on = explanation.changes_on
    return {
        "index": portion.index,
        "kind": decision.kind,
        "number": portion.number,
        "line": line,
        "decision": decision.effect.value,
        "reason": decision.reason,
        "facts": facts_document(decision.facts, shown),
        "applied": [_applied(rule) for rule in explanation.applied],
        "nearly": [_near(rule) for rule in explanation.nearly],
        "referrals": list(decision.referrals),
        "excised": [_excised(cut) for cut in decision.excised],
        "changes_on": changes_on.isoformat() if changes_on else None,
    }


def _applied(rule: Applied) -> dict[str, Any]:
    return {
        "rule": rule.rule,
        "effect": rule.effect.value,
        "text": rule.text,
        "exemptions": list(rule.exemptions),
        "citations": list(rule.citations),
        "refer": rule.refer,
        "unknown": list(rule.unknown),
    }


def _excised(cut: Excised) -> dict[str, Any]:
    return {
        "thing": cut.thing.value,
        "exemptions": list(cut.exemptions),
        "citations": list(cut.citations),
        "rules": list(cut.rules),
    }


def _near(rule: Near) -> dict[str, Any]:
    return {"rule": rule.rule, "effect": rule.effect.value, "failed": list(rule.failed)}


def _value(fact: str, value: object) -> Any:
    if value is UNKNOWN:
        return UNKNOWN.value
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, frozenset):
        return value
    if fact == "sap":
        value = frozenset(word if word in NATO_WORDS else NAME for word in value)
    from redact.policy.fact_register import in_order

    return list(in_order(fact, value))
