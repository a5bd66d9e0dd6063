"""What may be released: facts, conditions, rules, decisions, and the account of each."""

from redact.policy.assess import assess
from redact.policy.decide import decide
from redact.policy.explanation import explain
from redact.policy.explanation_document import explanation_document
from redact.policy.explanation_text import explanation_text
from redact.policy.loading import load_policy, parse_policy, policy_problems, shipped_policies
from redact.policy.model import Policy
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
