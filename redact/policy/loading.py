"""Policies from files: a path, or the name of a policy that ships.

What reads YAML is imported by the first policy that has not been read beforehand (`prebuilt`).
"""

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from redact.errors import PolicyError
from redact.policy.model import Policy
from redact.policy.prebuilt import prebuilt_policy
from redact.resources import shipped
from redact.text import lines_of

if TYPE_CHECKING:
    from redact.policy.problems import Problems

MAX_BYTES = 1_000_000
_SUFFIX = ".yaml"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\uffff]"
)


class PolicyReading(NamedTuple):
    """What was made of a text: a policy, or every problem that keeps it from being one."""

    policy: Policy | None
    problems: tuple[PolicyError, ...]


def load_policy(reference: str) -> Policy:
    """The policy at a path, or the one that ships under this name (`public` or `public.yaml`).

    Raises PolicyError, with place and remedy, for the first problem.
    """
    data, name = _bytes_of(reference)
    text, digest = _decoded(data, name), sha256(data).hexdigest()
    return prebuilt_policy(digest, text) or _sound(_read_text(text, digest, name))


def policy_problems(reference: str) -> tuple[PolicyError, ...]:
    """Every problem of the policy that `load_policy` would load, in the order of the file."""
    return _reading(reference).problems


def parse_policy(text: str, name: str) -> Policy:
    """The policy in a text; `name` is what errors call it. Raises PolicyError as `load_policy`."""
    return _sound(read_policy(text, name))


def read_policy(text: str, name: str) -> PolicyReading:
    """The policy in a text, or all its problems. Total."""
    return _read_text(text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), name)


def read_shipped(name: str) -> Policy:
    """The policy that ships under this name, read from its YAML. Raises PolicyError."""
    data = (shipped("policies") / (name + _SUFFIX)).read_bytes()
    return parse_policy(_decoded(data, name + _SUFFIX), name + _SUFFIX)


def shipped_policies() -> tuple[str, ...]:
    """The names of the policies that ship, sorted."""
    names = (entry.name for entry in shipped("policies").iterdir() if entry.is_file())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def _sound(reading: PolicyReading) -> Policy:
    if reading.policy is None:
        raise reading.problems[0]
    return reading.policy


def _reading(reference: str) -> PolicyReading:
    try:
        data, name = _bytes_of(reference)
        text = _decoded(data, name)
    except PolicyError as error:
        return PolicyReading(None, (error,))
    return _read_text(text, sha256(data).hexdigest(), name)


def _read_text(text: str, digest: str, name: str) -> PolicyReading:
    from redact.policy.problems import Problems
    from redact.policy.schema import read_schema
    from redact.policy.yaml_nodes import read_nodes

    problems = Problems(name)
    policy = None
    if not _has_invisible(text, problems):
        node = read_nodes(text, problems)
        policy = read_schema(node, text, digest, problems) if node is not None else None
    found = problems.in_order()
    return PolicyReading(None if found else policy, found)


def _has_invisible(text: str, problems: "Problems") -> bool:
    """Note the first character that a reader of the policy would not see."""
    found = _INVISIBLE.search(text)
    if found is None:
        return False
    at = lines_of(text).position(found.start())
    shown = f"U+{ord(found.group()):04X}"
    problems.add("invisible-character", at, f"an invisible character, {shown}", "delete it")
    return True


def _bytes_of(reference: str) -> tuple[bytes, str]:
    """The bytes of a policy and what to call it; a bare shipped name means the one that ships."""
    name = reference.removesuffix(_SUFFIX)
    if name not in shipped_policies():
        return _read_file(reference), reference
    data = (shipped("policies") / (name + _SUFFIX)).read_bytes()
    if reference != name and Path(reference).is_file() and _read_file(reference) != data:
        remedy = f'write "./{reference}" for the file, "{name}" for the policy that ships'
        message = f"{reference} is a file here and another policy that ships"
        raise PolicyError("policy/two-policies", message, remedy=remedy)
    return data, name + _SUFFIX


def _read_file(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        from redact.policy.problems import did_you_mean

        remedy = did_you_mean(path, shipped_policies())
        raise _error("not-found", path, "there is no such policy", remedy) from None
    except IsADirectoryError:
        raise _error("directory", path, "a folder is no policy", "name a file in it") from None
    except (OSError, ValueError):
        raise _error("unreadable", path, "the file cannot be read", "check its path") from None
    if len(data) > MAX_BYTES:
        raise _error("too-long", path, f"longer than {MAX_BYTES} bytes", "split the policy")
    return data


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        at = lines_of(before).position(len(before))
        place = f"{name}:{at.line}:{at.column}"
        raise _error("not-utf-8", place, "not UTF-8 from here on", "save it as UTF-8") from None


def _error(code: str, place: str, message: str, remedy: str) -> PolicyError:
    return PolicyError(f"policy/{code}", message, remedy=remedy, place=place)
