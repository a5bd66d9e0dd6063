"""The policies that ship, read beforehand: YAML takes longer to import than a policy to apply.

The YAML is the policy. `policies/prebuilt.json` holds what was read from it, under the digest of
the very bytes: a policy changed by one byte is not found here and is read anew. A test holds the
file to what the YAML says.
"""

import json
from typing import Any

from redact.policy.conditions import Condition, Form
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
    identity = PolicyIdentity(read["name"], read["version"], read["title"], digest)
    return Policy(identity, read["authority"], tuple(map(_rule, read["rules"])), source)


def _rule(entry: list[Any]) -> Rule:
    name, effect, text, when, exemptions, citations, refer, extent = entry
    conditions = tuple(Condition(fact, Form(form), frozenset(words)) for fact, form, words in when)
    return Rule(
        *(name, Effect(effect), text, conditions),
        *(tuple(exemptions), tuple(citations), refer, extent),
    )
