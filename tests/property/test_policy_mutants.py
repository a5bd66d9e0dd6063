"""Every slip in a policy that ships is noticed by one of its tests."""

import os

import pytest

from tests.policy_cases import NAMES
from tests.policy_mutants import Mutant, killer, mutants, unchanged

_EACH = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "fuzz" else 12
"""All of them in `make fuzz`, one in twelve otherwise."""

SLIPS = [slip for name in NAMES for slip in mutants(name)]


@pytest.mark.parametrize("slip", SLIPS[::_EACH], ids=lambda slip: f"{slip.policy}: {slip.slip}")
def test_a_slip_is_noticed(slip: Mutant) -> None:
    assert killer(slip) is not None


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_slip_is_not_noticed(name: str) -> None:
    """Writing a policy anew changes nothing: what is noticed is the slip."""
    assert killer(unchanged(name)) is None
