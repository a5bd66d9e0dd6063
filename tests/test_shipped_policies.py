"""Each policy that ships does what its tests say, row by row of its table."""

import pytest

from redact.policy import load_policy
from tests.policy_cases import FOLDER, GIVEN, NAMES, Case, cases, differences

DOCS = FOLDER.parent / "docs"
ALL = [case for name in NAMES for case in cases(name)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.policy}: {case.id}")
def test_case(case: Case) -> None:
    policy = load_policy(case.policy, dict(case.given))
    assert list(differences(case, policy)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_tests_of_a_policy_are_told_apart_by_their_ids(name: str) -> None:
    ids = [case.id for case in cases(name)]
    assert len(ids) == len(set(ids)) > 0


@pytest.mark.parametrize("name", NAMES)
def test_each_policy_has_a_page_that_the_index_lists(name: str) -> None:
    page = (DOCS / "policies" / f"{name}.md").read_text("utf-8")
    assert page.startswith(f"# `{name}`: ")
    assert f"](policies/{name}.md)" in (DOCS / "index.md").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_each_policy_cites_an_authority_for_every_rule(name: str) -> None:
    policy = load_policy(name, GIVEN.get(name, {}))
    assert policy.authority
    assert [rule.id for rule in policy.rules if not rule.citations] == []
