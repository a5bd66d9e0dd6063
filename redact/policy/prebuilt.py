"""The policies that ship, read beforehand: YAML takes longer to import than a policy to apply.

The YAML is the policy. `policies/prebuilt.json` holds what was read from it, under the digest of
the very bytes: a policy changed by one byte is not found here and is read anew. A test holds the
file to what the YAML says.
"""

import json
from typing import Any

from redact.policy.conditions import Compound, Condition, Expression, Form, Joint
from redact.policy.decision import Effect, PolicyIdentity
from redact.policy.model import Policy, Rule
from redact.resources import shipped

PREBUILT = "prebuilt.json"


def prebuilt_policy(digest: str, source: str) -> Policy | None:
    """The policy whose text `source` has this digest, None where it has not been read before."""
    place = shipped("policies") / PREBUILT
    read = json.loads(place.read_bytes()).get(digest) if place.is_file() else None
    if read is None:
        return None
    parameters = _lists(read["parameters"])
    head = (read["name"], read["version"], read["title"], read["sha256"], parameters)
    return Policy(
        PolicyIdentity(*head),
        read["authority"],
        tuple(map(_rule, read["rules"])),
        source,
        read["style"],
        read["extent"],
        _lists(read["terms"]),
    )


def _lists(entries: list[Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(words)) for name, words in entries)


def _rule(entry: list[Any]) -> Rule:
    name, effect, text, when, exemptions, citations, refer, extent, spans = entry
    return Rule(
        *(name, Effect(effect), text, tuple(map(_expression, when))),
        *(tuple(exemptions), tuple(citations), refer, extent),
        spans=frozenset(spans),
    )


def _expression(entry: list[Any]) -> Expression:
    if len(entry) == 2:
        joint, parts = entry
        return Compound(Joint(joint), tuple(map(_expression, parts)))
    fact, form, words = entry
    return Condition(fact, Form(form), frozenset(words))
