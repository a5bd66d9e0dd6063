"""Policies from files: a path, or the name of a policy that ships.

What reads YAML is imported by the first policy that has not been read beforehand (`prebuilt`).
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from redact.errors import PolicyError
from redact.policy.files import MAX_BYTES, PolicyFile, policy_file, shipped_file, shipped_policies
from redact.policy.model import Policy
from redact.policy.prebuilt import prebuilt_policy
from redact.text import lines_of

if TYPE_CHECKING:
    from redact.policy.parameters import Given
    from redact.policy.problems import Problems
    from redact.policy.schema import Read
    from redact.policy.yaml_nodes import Node

__all__ = [
    "MAX_BYTES",
    "PolicyReading",
    "load_policy",
    "parameter_names",
    "parse_policy",
    "policy_problems",
    "read_policy",
    "read_shipped",
    "shipped_policies",
]

_NOTHING: "Given" = {}
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\uffff]"
)


class PolicyReading(NamedTuple):
    """What was made of a text: a policy, or every problem that keeps it from being one."""

    policy: Policy | None
    problems: tuple[PolicyError, ...]


def load_policy(reference: str, given: "Given" = _NOTHING) -> Policy:
    """The policy at a path, or the one that ships under this name (`public` or `public.yaml`).

    `given` are values of its parameters. Raises PolicyError, with place and remedy, for the first
    problem.
    """
    file = policy_file(reference)
    text = file.text()
    if not given:
        found = prebuilt_policy(sha256(file.data).hexdigest(), text)
        if found is not None:
            return found
    return _sound(_reading(file, text, given))


def policy_problems(reference: str, given: "Given" = _NOTHING) -> tuple[PolicyError, ...]:
    """Every problem of the policy that `load_policy` would load, in the order of the file."""
    try:
        file = policy_file(reference)
        text = file.text()
    except PolicyError as error:
        return (error,)
    return _reading(file, text, given).problems


def parameter_names(reference: str) -> frozenset[str]:
    """The parameters that the policy declares or inherits. Raises PolicyError as `load_policy`.

    Problems of the policy are left to who loads it.
    """
    from redact.policy.problems import Problems

    file = policy_file(reference)
    read = _read(file, file.text(), {}, (), Problems(file.name))
    return frozenset(read.scope.values) if read is not None else frozenset()


def parse_policy(text: str, name: str, given: "Given" = _NOTHING) -> Policy:
    """The policy in a text; `name` is what errors call it. Raises PolicyError as `load_policy`."""
    return _sound(read_policy(text, name, given))


def read_policy(text: str, name: str, given: "Given" = _NOTHING) -> PolicyReading:
    """The policy in a text, or all its problems; it may extend what ships, no file. Total."""
    file = PolicyFile(text.encode("utf-8", "surrogatepass"), name, None)
    return _reading(file, text, given)


def read_shipped(name: str, given: "Given" = _NOTHING) -> Policy:
    """The policy that ships under this name, read from its YAML. Raises PolicyError."""
    file = shipped_file(name)
    return _sound(_reading(file, file.text(), given))


def _sound(reading: PolicyReading) -> Policy:
    if reading.policy is None:
        raise reading.problems[0]
    return reading.policy


def _reading(file: PolicyFile, text: str, given: "Given") -> PolicyReading:
    from redact.policy.problems import Problems

    problems = Problems(file.name)
    read = _read(file, text, given, (), problems)
    if read is not None:
        _refuse_unknown(given, read, problems)
    found = problems.in_order()
    return PolicyReading(None if found or read is None else read.policy, found)


def _read(
    file: PolicyFile, text: str, given: "Given", chain: tuple[str, ...], problems: "Problems"
) -> "Read | None":
    """The policy in a file and those that it extends; `chain` holds the files that led to it."""
    from redact.policy.extending import extended_file, key_of
    from redact.policy.problems import Problems
    from redact.policy.schema import read_schema
    from redact.policy.yaml_nodes import read_nodes

    def extending(reference: "Node", noted: "Problems") -> "Read | None":
        base = extended_file(reference, file.folder, (*chain, key_of(file)), noted)
        if base is None:
            return None
        theirs = Problems(base.name)
        try:
            read = _read(base, base.text(), given, (*chain, key_of(file)), theirs)
        except PolicyError as error:
            theirs.found.append((reference.at, error))
            read = None
        noted.found.extend(theirs.found)
        return read

    if _has_invisible(text, problems):
        return None
    node = read_nodes(text, problems)
    if node is None:
        return None
    digest = sha256(file.data).hexdigest()
    return read_schema(node, text, digest, given, extending, problems)


def _refuse_unknown(given: Mapping[str, object], read: "Read", problems: "Problems") -> None:
    """Note each value that is given for a parameter which no policy declares."""
    from redact.policy.problems import did_you_mean
    from redact.text import Position

    values = read.scope.values
    for name in sorted(name for name in given if name not in values):
        remedy = did_you_mean(name, values) if values else "leave it out"
        message = f'the policy has no parameter "{name[:40]}"'
        problems.add("unknown-parameter", Position(1, 1), message, remedy)


def _has_invisible(text: str, problems: "Problems") -> bool:
    """Note the first character that a reader of the policy would not see."""
    found = _INVISIBLE.search(text)
    if found is None:
        return False
    at = lines_of(text).position(found.start())
    shown = f"U+{ord(found.group()):04X}"
    problems.add("invisible-character", at, f"an invisible character, {shown}", "delete it")
    return True
