"""What may be released: facts, conditions, rules, decisions, and the account of each.

What shows a policy is imported when it is first used: to apply one needs none of it.
"""

from typing import TYPE_CHECKING

from redact.policy.assess import assess
from redact.policy.decide import decide
from redact.policy.explanation import explain
from redact.policy.explanation_document import explanation_document
from redact.policy.explanation_text import explanation_text
from redact.policy.loading import load_policy, parse_policy, policy_problems, shipped_policies
from redact.policy.model import Policy

if TYPE_CHECKING:
    from redact.policy.rendering import policy_document, policy_text

__all__ = [
    "Policy",
    "assess",
    "decide",
    "explain",
    "explanation_document",
    "explanation_text",
    "load_policy",
    "parse_policy",
    "policy_document",
    "policy_problems",
    "policy_text",
    "shipped_policies",
]


def __getattr__(name: str) -> object:
    """Import `policy_document` or `policy_text` on first use (PEP 562)."""
    if name not in ("policy_document", "policy_text"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from redact.policy import rendering

    return getattr(rendering, name)
