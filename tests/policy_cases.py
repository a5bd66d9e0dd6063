"""The tests of the policies that ship: a whole short cable, a day, what comes out of it and why.

`policies/tests/NAME.yaml` holds `cables`, by a name, and `tests`. A test names a cable, a day
(`as_of`), the values of parameters (`set`), and what to `expect` of portions: by number, or by kind
for all portions of it. Of each it says which rules apply for certain, by their effect: `withhold`,
`release`, `excise`. A portion that has `withhold` among them is withheld, by an empty list because
no rule releases it. Where they stand, `exemptions`, `refer` and `cut` (the texts that are taken
out) are held to as well, and `unknown`: the rules that apply through unknown facts alone.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from redact.cable.model import Cable
from redact.cable.reading import read
from redact.policy import assess, decide
from redact.policy.decision import Decision, Effect
from redact.policy.facts import Assessment
from redact.policy.model import Policy

FOLDER = Path(__file__).parent.parent / "policies"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))

GIVEN = {"foreign-partner": {"partner": "GBR"}}
"""A value for each parameter without default, by policy."""


class Case(NamedTuple):
    """One test of a policy."""

    policy: str
    id: str
    cable: str
    as_of: date
    given: tuple[tuple[str, str], ...]
    expect: dict[str, dict[str, list[str]]]


@cache
def cases(policy: str) -> tuple[Case, ...]:
    """The tests of a policy that ships, in the order of their file."""
    file = yaml.safe_load((FOLDER / "tests" / f"{policy}.yaml").read_text("utf-8"))
    return tuple(_case(policy, test, file["cables"]) for test in file["tests"])


def _case(policy: str, test: dict[str, Any], cables: dict[str, str]) -> Case:
    given = tuple(sorted((name, str(value)) for name, value in test.get("set", {}).items()))
    expect = {str(key): value for key, value in test["expect"].items()}
    return Case(policy, test["id"], cables[test["cable"]], test["as_of"], given, expect)


def differences(case: Case, policy: Policy) -> Iterator[str]:
    """Each portion of which `policy` says something else than the test, in the order expected."""
    cable, assessment = _assessed(case.cable, case.as_of)
    decisions = decide(assessment, policy).decisions
    for key, expected in case.expect.items():
        found = [decision for decision in decisions if key in (decision.number, decision.kind)]
        if not found:
            yield f"{key}: no such portion"
        for decision in found:
            said = _said(decision, cable)
            told = {name: said[name] for name in {*expected, "withhold", "release", "excise"}}
            if told != {"withhold": None, "release": [], "excise": [], **expected}:
                yield f"{key}: {told}"


@cache
def _assessed(text: str, as_of: date) -> tuple[Cable, Assessment]:
    cable = read(text.encode(), name="cable.txt")
    assessment = assess(cable, as_of)
    detect, tell = assessment.detect, assessment.tell
    assert detect is not None
    assert tell is not None
    return cable, Assessment(as_of, assessment.portions, cache(detect), cache(tell))


def _said(decision: Decision, cable: Cable) -> dict[str, list[str] | None]:
    certain = [rule for rule in decision.applied if not rule.unknown]
    text = cable.source.text
    return {
        "withhold": _ids(certain, Effect.WITHHOLD) if decision.effect is Effect.WITHHOLD else None,
        "release": _ids(certain, Effect.RELEASE),
        "excise": _ids(certain, Effect.EXCISE),
        "unknown": sorted(rule.rule for rule in decision.applied if rule.unknown),
        "refer": list(decision.referrals),
        "cut": [text[cut.span.start : cut.span.end] for cut in decision.excised],
        "exemptions": list(
            dict.fromkeys(
                (*decision.exemptions, *(e for cut in decision.excised for e in cut.exemptions))
            )
        ),
    }


def _ids(applied: list[Any], effect: Effect) -> list[str]:
    return sorted(rule.rule for rule in applied if rule.effect is effect)
