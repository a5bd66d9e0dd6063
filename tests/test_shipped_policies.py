"""Each policy that ships does what its tests say, row by row of its table."""

import pytest

from redact.policy import load_policy
from tests.policy_cases import NAMES, Case, cases, differences

ALL = [case for name in NAMES for case in cases(name)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.policy}: {case.id}")
def test_case(case: Case) -> None:
    policy = load_policy(case.policy, dict(case.given))
    assert list(differences(case, policy)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_tests_of_a_policy_are_told_apart_by_their_ids(name: str) -> None:
    ids = [case.id for case in cases(name)]
    assert len(ids) == len(set(ids)) > 0
