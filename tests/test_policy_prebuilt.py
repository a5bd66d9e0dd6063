"""The policies read beforehand are those of the YAML, and any other text is read anew."""

from hashlib import sha256

from redact.policy import load_policy
from redact.policy.prebuilding import prebuilt, readable
from redact.policy.prebuilt import PREBUILT, prebuilt_policy
from redact.resources import shipped


def test_what_ships_is_what_the_yaml_says() -> None:
    fresh = prebuilt(readable())
    assert (shipped("policies") / PREBUILT).read_bytes() == fresh


def test_every_policy_that_ships_is_found_and_equal() -> None:
    policies = tuple(readable())
    assert len(policies) >= 6
    for policy in policies:
        digest = sha256(policy.source.encode()).hexdigest()
        assert prebuilt_policy(digest, policy.source) == policy == load_policy(policy.identity.name)


def test_a_digest_that_is_not_known_is_not_found() -> None:
    assert prebuilt_policy("0" * 64, "") is None
