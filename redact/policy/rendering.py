"""A policy shown again: as a document for programs, and in words for people."""

from typing import Any

from redact.policy.conditions import Compound, Condition, Expression, Form, Joint
from redact.policy.decision import Effect
from redact.policy.fact_register import in_order
from redact.policy.model import Policy, Rule
from redact.policy.schema import LANGUAGE

_BARE = {Form.NONE: "none", Form.PRESENT: "any"}
_SIDES = {Form.AT_LEAST: "not below", Form.AT_MOST: "not above"}
_FORMS = {
    Form.ANY: "one of",
    Form.ALL: "all of",
    Form.ONLY: "nothing but",
    Form.NONE_OF: "none of",
}


def policy_document(policy: Policy) -> dict[str, Any]:
    """`redact/policy/1`: the rules as they are applied, by id; bounds and lists written out."""
    identity = policy.identity
    return {
        "schema": "redact/policy/1",
        "redact": LANGUAGE,
        "name": identity.name,
        "version": identity.version,
        "title": identity.title,
        "authority": policy.authority or None,
        "sha256": identity.sha256,
        "style": policy.style,
        "extent": policy.extent,
        "parameters": {name: list(words) for name, words in identity.parameters},
        "rules": [_rule_document(rule) for rule in policy.rules],
    }


def policy_text(policy: Policy) -> str:
    """The same in words, ending with a newline."""
    identity = policy.identity
    head = [f"{identity.name} {identity.version}: {identity.title}"]
    if policy.authority:
        head.append(f"Authority: {policy.authority}")
    rules = [line for rule in policy.rules for line in ("", *_rule_lines(rule))]
    end = ["", "Whatever no rule releases is withheld; withholding beats releasing."]
    return "\n".join((*head, *rules, *end)) + "\n"


def expression_in_words(expression: Expression) -> str:
    """Conditions joined by `and` or `or`, in brackets where they are parts themselves."""
    if isinstance(expression, Condition):
        return condition_in_words(expression)
    parts = [expression_in_words(part) for part in expression.parts]
    if expression.joint is Joint.NOT:
        return f"not ({parts[0]})"
    return "(" + (" and " if expression.joint is Joint.ALL else " or ").join(parts) + ")"


def condition_in_words(condition: Condition) -> str:
    """`level: one of C, S, TS`, `controls: none`, `declassified: true`."""
    fact, words = condition.fact, in_order(condition.fact, condition.words)
    if condition.form in _SIDES:
        return f"{fact}: {_SIDES[condition.form]} {', '.join(words)}"
    if condition.form in _BARE:
        return f"{fact}: {_BARE[condition.form]}"
    if condition.form is Form.ANY and len(words) == 1:
        return f"{fact}: {words[0]}"
    return f"{fact}: {_FORMS[condition.form]} {', '.join(words)}"


def _rule_document(rule: Rule) -> dict[str, Any]:
    when: dict[str, Any] = {}
    for part in rule.when:
        if isinstance(part, Condition):
            when.setdefault(part.fact, []).append(_condition_document(part))
        else:
            when.setdefault(part.joint.value, []).append(_compound_document(part))
    return {
        "id": rule.id,
        "effect": rule.effect.value,
        "text": rule.text,
        "when": when,
        "exemptions": list(rule.exemptions),
        "citations": list(rule.citations),
        "refer": rule.refer,
        "extent": rule.extent,
        "spans": sorted(rule.spans),
    }


def _compound_document(compound: Compound) -> dict[str, Any]:
    return {"parts": [_part_document(part) for part in compound.parts]}


def _part_document(part: Expression) -> dict[str, Any]:
    if isinstance(part, Condition):
        return {"fact": part.fact, **_condition_document(part)}
    return {"joint": part.joint.value, **_compound_document(part)}


def _condition_document(condition: Condition) -> dict[str, Any]:
    words = list(in_order(condition.fact, condition.words))
    return {"form": condition.form.value, "words": words}


def _rule_lines(rule: Rule) -> list[str]:
    lines = [f"{rule.id}: {rule.effect.value}s. {rule.text}"]
    lines.append(f"  when  {'; '.join(rule_conditions(rule))}")
    if rule.spans:
        lines.append(f"  takes out  {', '.join(sorted(rule.spans))}")
    if rule.exemptions:
        lines.append(f"  claims  {', '.join(rule.exemptions)}")
    if rule.citations:
        lines.append(f"  cites  {'; '.join(rule.citations)}")
    if rule.refer:
        lines.append(f"  refers to  {rule.refer}")
    if not rule.extent:
        lines.append("  does not tell how much it withholds")
    return lines


def rule_conditions(rule: Rule) -> list[str]:
    """The conditions in words; what is left unsaid about kinds is said."""
    words = [expression_in_words(part) for part in rule.when]
    if rule.effect is Effect.EXCISE:
        return ["released text, the header too", *words]
    return words if rule.names_kinds else ["text", *words]
