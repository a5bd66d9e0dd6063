"""The policies read beforehand are those of the YAML, and any other text is read anew."""

from redact.policy import load_policy, shipped_policies
from redact.policy.loading import read_shipped
from redact.policy.prebuilding import prebuilt, readable
from redact.policy.prebuilt import PREBUILT, prebuilt_policy
from redact.resources import shipped


def test_what_ships_is_what_the_yaml_says() -> None:
    fresh = prebuilt(readable())
    assert (shipped("policies") / PREBUILT).read_bytes() == fresh


def test_every_policy_that_ships_is_found_and_equal() -> None:
    for name in shipped_policies():
        policy = read_shipped(name)
        found = prebuilt_policy(policy.identity.sha256, policy.source)
        assert found == policy == load_policy(name)


def test_a_digest_that_is_not_known_is_not_found() -> None:
    assert prebuilt_policy("0" * 64, "") is None
