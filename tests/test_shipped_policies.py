"""Each policy that ships does what its tests say, row by row of its table."""

import pytest

from redact.policy import load_policy
from redact.policy.running import differences, run_tests
from redact.policy.suite import Trial
from tests.policy_cases import FOLDER, GIVEN, NAMES, cases

DOCS = FOLDER.parent / "docs"
TESTS = [(name, test) for name in NAMES for test in cases(name)]


@pytest.mark.parametrize(("name", "test"), TESTS, ids=lambda found: getattr(found, "id", found))
def test_it_does_what_its_tests_say(name: str, test: Trial) -> None:
    assert differences(test, load_policy(name, dict(test.given))) == ()


@pytest.mark.parametrize("name", NAMES)
def test_its_tests_meet_every_rule(name: str) -> None:
    unmet = run_tests(name, cases(name), {}).unmet
    assert [missed.rule for missed in unmet if missed.condition is None] == []


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
