"""The policies that ship, and their tests as `redact policy test` reads them."""

from functools import cache
from pathlib import Path

from redact.policy.problems import Problems
from redact.policy.suite import Trial, read_suite

FOLDER = Path(__file__).parent.parent / "policies"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))

GIVEN = {"foreign-partner": {"partner": "GBR"}}
"""A value for each parameter without default, by policy."""


@cache
def cases(policy: str) -> tuple[Trial, ...]:
    """The tests of a policy that ships, in the order of their file."""
    problems = Problems(f"{policy}.yaml")
    tests = read_suite((FOLDER / "tests" / f"{policy}.yaml").read_text("utf-8"), problems)
    assert problems.in_order() == ()
    return tests
