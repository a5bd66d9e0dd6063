"""The policies read beforehand are those of the YAML, and any other text is read anew."""

from hashlib import sha256

from redact.policy import load_policy, shipped_policies
from redact.policy.loading import read_shipped
from redact.policy.prebuilding import prebuilt, readable
from redact.policy.prebuilt import PREBUILT, prebuilt_policy
from redact.resources import shipped
from tests.policy_cases import GIVEN


def test_what_ships_is_what_the_yaml_says() -> None:
    fresh = prebuilt(readable())
    assert (shipped("policies") / PREBUILT).read_bytes() == fresh


def test_every_policy_that_ships_is_found_and_equal() -> None:
    for name in (name for name in shipped_policies() if name not in GIVEN):
        policy = read_shipped(name)
        digest = sha256(policy.source.encode()).hexdigest()
        assert prebuilt_policy(digest, policy.source) == policy == load_policy(name)


def test_a_digest_that_is_not_known_is_not_found() -> None:
    assert prebuilt_policy("0" * 64, "") is None
