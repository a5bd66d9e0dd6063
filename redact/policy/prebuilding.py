"""Writes the policies read beforehand.

`python -m redact.policy.prebuilding > policies/prebuilt.json`, after any change of a policy. One
with a parameter that has no default cannot be read beforehand.
"""

import json
import sys
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from redact.errors import PolicyError
from redact.policy.conditions import Condition, Expression
from redact.policy.files import shipped_policies
from redact.policy.loading import read_shipped
from redact.policy.model import Policy, Rule


def prebuilt(policies: Iterable[Policy]) -> bytes:
    """The file, of these policies: what `prebuilt_policy` reads."""
    documents = {_digest(policy.source): _policy_entry(policy) for policy in policies}
    return json.dumps(documents, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def readable() -> Iterable[Policy]:
    """The policies that ship and need nothing to be given."""
    for name in shipped_policies():
        try:
            yield read_shipped(name)
        except PolicyError as error:
            if error.code != "policy/missing-parameter":
                raise


def _digest(source: str) -> str:
    return sha256(source.encode()).hexdigest()


def _policy_entry(policy: Policy) -> dict[str, Any]:
    identity = policy.identity
    return {
        "name": identity.name,
        "version": identity.version,
        "title": identity.title,
        "sha256": identity.sha256,
        "parameters": [[name, list(words)] for name, words in identity.parameters],
        "authority": policy.authority,
        "style": policy.style,
        "extent": policy.extent,
        "terms": [[name, list(words)] for name, words in policy.terms],
        "rules": [_rule_entry(rule) for rule in policy.rules],
    }


def _rule_entry(rule: Rule) -> list[Any]:
    """The fields of a rule in their order."""
    return [
        *(rule.id, rule.effect, rule.text, [_expression_entry(part) for part in rule.when]),
        *(list(rule.exemptions), list(rule.citations), rule.refer, rule.extent),
        sorted(rule.spans),
    ]


def _expression_entry(expression: Expression) -> list[Any]:
    """A condition as fact, form and words; what joins conditions as joint and parts."""
    if isinstance(expression, Condition):
        return [expression.fact, expression.form, sorted(expression.words)]
    return [expression.joint, [_expression_entry(part) for part in expression.parts]]


if __name__ == "__main__":
    sys.stdout.buffer.write(prebuilt(readable()))
