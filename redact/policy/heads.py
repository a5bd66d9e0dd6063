"""What the policies that ship are called, also those that cannot be loaded without parameters."""

from hashlib import sha256

from redact.errors import PolicyError
from redact.policy.decision import PolicyIdentity
from redact.policy.files import shipped_file, shipped_policies
from redact.policy.loading import load_policy
from redact.policy.problems import Problems
from redact.policy.yaml_nodes import Mapping, Scalar, read_nodes


def shipped_heads() -> tuple[PolicyIdentity, ...]:
    """The identity of every policy that ships, by name.

    Where a parameter has no default, the digest is that of the file alone.
    """
    return tuple(map(_head, shipped_policies()))


def _head(name: str) -> PolicyIdentity:
    try:
        return load_policy(name).identity
    except PolicyError as error:
        if error.code != "policy/missing-parameter":
            raise
    file = shipped_file(name)
    node = read_nodes(file.text(), Problems(file.name))
    assert isinstance(node, Mapping)
    head = {
        key.text: value.text
        for key, value in node.entries
        if isinstance(key, Scalar) and isinstance(value, Scalar)
    }
    digest = sha256(file.data).hexdigest()
    return PolicyIdentity(head["name"], head["version"], head["title"], digest)
