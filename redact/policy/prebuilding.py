"""Writes the policies read beforehand.

`python -m redact.policy.prebuilding > policies/prebuilt.json`, after any change of a policy.
"""

import json
import sys
from collections.abc import Iterable
from typing import Any

from redact.policy.loading import read_shipped, shipped_policies
from redact.policy.model import Policy, Rule


def prebuilt(policies: Iterable[Policy]) -> bytes:
    """The file, of these policies: what `prebuilt_policy` reads."""
    documents = {policy.identity.sha256: _policy_entry(policy) for policy in policies}
    return json.dumps(documents, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def _policy_entry(policy: Policy) -> dict[str, Any]:
    return {
        "name": policy.identity.name,
        "version": policy.identity.version,
        "title": policy.identity.title,
        "authority": policy.authority,
        "rules": [_rule_entry(rule) for rule in policy.rules],
    }


def _rule_entry(rule: Rule) -> list[Any]:
    """The fields of a rule in their order; each condition as fact, form and words."""
    when = [[condition.fact, condition.form, sorted(condition.words)] for condition in rule.when]
    exemptions, citations = list(rule.exemptions), list(rule.citations)
    return [rule.id, rule.effect, rule.text, when, exemptions, citations, rule.refer, rule.extent]


if __name__ == "__main__":
    sys.stdout.buffer.write(prebuilt(map(read_shipped, shipped_policies())))
