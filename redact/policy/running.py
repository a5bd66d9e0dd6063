"""The tests of a policy, run: what comes out, what should, and which rules no test meets."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from redact.cable.model import Cable
from redact.policy.assess import assess
from redact.policy.conditions import Condition, Outcome, leaves, outcome
from redact.policy.decide import decide
from redact.policy.decision import Decision, Effect
from redact.policy.facts import Assessment, Facts
from redact.policy.loading import load_policy
from redact.policy.model import Policy
from redact.policy.semantics import applies, match
from redact.policy.suite import Expectation, Trial

_Numbered: TypeAlias = tuple[str | None, Decision]
"""The number that a portion bears, and what is decided of it."""


class Result(NamedTuple):
    """A test and every way in which what came out is not what it says; none where it passes."""

    trial: Trial
    differences: tuple[str, ...]


class Unmet(NamedTuple):
    """A rule that applied for certain in no test; a condition that held, or failed, in none."""

    rule: str
    condition: Condition | None
    outcome: Outcome | None


class Run(NamedTuple):
    """All results, in the order of the tests, and what they leave unmet, by rule.

    `rules` is the number of rules that could be met.
    """

    results: tuple[Result, ...]
    unmet: tuple[Unmet, ...]
    rules: int

    @property
    def failed(self) -> tuple[Result, ...]:
        """The results of the tests that fail."""
        return tuple(result for result in self.results if result.differences)


def run_tests(reference: str, tests: Iterable[Trial], given: dict[str, Any]) -> Run:
    """Run `tests` on the policy that `load_policy` loads, with what is given for all of them.

    Raises PolicyError where the policy cannot be loaded with the parameters of a test.
    """
    results = []
    seen: dict[str, tuple[Policy, set[Facts]]] = {}
    for test in tests:
        policy = load_policy(reference, {**given, **dict(test.given)})
        decisions, text = _decided(test, policy)
        _, facts = seen.setdefault(repr(sorted(policy.identity.parameters)), (policy, set()))
        facts.update(decision.facts for _, decision in decisions)
        results.append(Result(test, tuple(_differences(test, decisions, text))))
    unmet = _unmet(list(seen.values()))
    rules = {rule.id for policy, _ in seen.values() for rule in policy.rules}
    return Run(tuple(results), unmet, len(rules))


def differences(test: Trial, policy: Policy) -> tuple[str, ...]:
    """In which ways what comes out under `policy` is not what `test` says; none where it is."""
    return tuple(_differences(test, *_decided(test, policy)))


def _decided(test: Trial, policy: Policy) -> tuple[tuple[_Numbered, ...], str]:
    """The decisions on a test's portions with their numbers, and the text of its cable."""
    if test.facts is not None:
        detections = test.facts.detections
        one = Assessment(
            test.as_of,
            (test.facts,),
            (lambda _: (detections,)) if isinstance(detections, tuple) else None,
        )
        return tuple((None, decision) for decision in decide(one, policy).decisions), ""
    cable, assessment = _assessed(test.cable or "", test.as_of)
    numbers = (portion.number for portion in cable.portions)
    decisions = decide(assessment, policy).decisions
    return tuple(zip(numbers, decisions, strict=True)), cable.source.text


@cache
def _assessed(text: str, as_of: date) -> tuple[Cable, Assessment]:
    from redact.cable.reading import read

    cable = read(text.encode(), name="cable.txt")
    found = assess(cable, as_of)
    detect, tell = found.detect, found.tell
    return cable, replace(found, detect=detect and cache(detect), tell=tell and cache(tell))


def _differences(test: Trial, decisions: tuple[_Numbered, ...], text: str) -> Iterator[str]:
    for expected in test.expected:
        found = [
            decision
            for number, decision in decisions
            if expected.portion in ("", number, decision.kind)
        ]
        if not found:
            yield f"{expected.portion}: the cable has no such portion"
        for decision in found:
            yield from _of_one(expected, decision, text)


def _of_one(expected: Expectation, decision: Decision, text: str) -> Iterator[str]:
    """What differs; texts that are cut out are not repeated."""
    said = expected.said
    rules = {"withhold", "release", "excise"}
    came = _came_out(decision, text)
    held_to = set(said) if "decision" in said and rules.isdisjoint(said) else rules | set(said)
    place = f"{expected.portion}: " if expected.portion else ""
    for key in sorted(held_to):
        wanted = said.get(key, None if key == "withhold" else ())
        if wanted == came[key]:
            continue
        if key == "cut":
            yield f"{place}cut: {len(came[key] or ())} texts, not those that the test names"
        else:
            yield f"{place}{key}: {_shown(came[key])}, not {_shown(wanted)}"


def _shown(words: tuple[str, ...] | None) -> str:
    if words is None:
        return "not withheld"
    return ", ".join(words) or "none"


def _came_out(decision: Decision, text: str) -> dict[str, tuple[str, ...] | None]:
    """In the words of a test. `withhold`: the rules that withhold for certain, None if released."""
    withheld = decision.effect is Effect.WITHHOLD
    claims = (code for cut in decision.excised for code in cut.exemptions)
    return {
        "decision": (decision.effect.value,),
        "withhold": _certain(decision, Effect.WITHHOLD) if withheld else None,
        "release": _certain(decision, Effect.RELEASE),
        "excise": _certain(decision, Effect.EXCISE),
        "unknown": tuple(sorted(rule.rule for rule in decision.applied if rule.unknown)),
        "exemptions": tuple(dict.fromkeys((*decision.exemptions, *claims))),
        "refer": decision.referrals,
        "cut": tuple(text[cut.span.start : cut.span.end] for cut in decision.excised),
    }


def _certain(decision: Decision, effect: Effect) -> tuple[str, ...]:
    """The rules with this effect that apply for certain, by id."""
    found = (rule for rule in decision.applied if rule.effect is effect and not rule.unknown)
    return tuple(sorted(rule.rule for rule in found))


def _unmet(seen: list[tuple[Policy, set[Facts]]]) -> tuple[Unmet, ...]:
    """Every rule and condition of the policies that the facts seen leave unmet, by rule."""
    missed: dict[Unmet, None] = {}
    met: set[Unmet] = set()
    for policy, facts in seen:
        for rule in policy.rules:
            whole = Unmet(rule.id, None, None)
            missed[whole] = None
            asked = dict.fromkeys(leaves(rule.conditions))
            missed |= {Unmet(rule.id, leaf, way): None for leaf in asked for way in _WAYS}
            for one in facts:
                found = match(rule, one)
                if applies(rule, found) and not found.unknown:
                    met.add(whole)
                outcomes = ((leaf, outcome(leaf, one)) for leaf in asked)
                met.update(Unmet(rule.id, leaf, way) for leaf, way in outcomes if way in _WAYS)
    left = [item for item in missed if item not in met]
    rules = {item.rule for item in left if item.condition is None}
    return tuple(item for item in left if item.condition is None or item.rule not in rules)


_WAYS = (Outcome.HOLDS, Outcome.FAILS)
