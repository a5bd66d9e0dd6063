"""Golden cases: the releases beside each cable are what the product gives, byte for byte."""

import pytest

from redact import apply, load_policy
from redact.cli.main import run
from tests.golden import FOLDER, Case, cases, expected, produced, read_case

CASES = cases()
NAMES = [case.folder.name for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_releases_are_as_they_stand(case: Case) -> None:
    assert produced(case) == expected(case)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_apply_gives_the_same_as_the_steps(case: Case) -> None:
    policy = load_policy(case.policy_place)
    releases = {f"{day}.txt": apply(case.cable, policy, day).encode() for day in case.dates}
    assert releases.items() <= expected(case).items()


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_case_says_in_a_sentence_what_it_shows(case: Case) -> None:
    assert case.shows.endswith(".")
    assert len(case.dates) == 2


def test_command_line_gives_the_same_bytes(
    tmp_path: pytest.TempPathFactory, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    case = read_case(FOLDER / "plain-date")
    day = case.dates[0]
    cable = str(case.folder / "cable.txt")
    assert run(["apply", cable, "--policy", case.policy_place, "--as-of", str(day)]) == 0
    assert capfdbinary.readouterr().out == expected(case)[f"{day}.txt"]
