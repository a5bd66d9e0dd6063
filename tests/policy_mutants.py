"""Slips in the policies that ship, each of which one of their tests must notice.

A mutant is the file with one rule dropped or of another effect, one condition dropped or turned
over, one thing less to take out, one rule of the extended policy not replaced or not there, one
default turned.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

import yaml

from redact.policy.loading import read_policy
from redact.policy.model import Policy
from redact.policy.running import differences
from tests.policy_cases import FOLDER, cases

_FLIPPED = {"release": "withhold", "withhold": "release", "excise": "withhold"}
_KEPT = ("id", "when", "cite")


class Mutant(NamedTuple):
    """A policy with a slip, and in words which."""

    policy: str
    slip: str
    text: str


def mutants(policy: str) -> tuple[Mutant, ...]:
    """Every slip in the file of a policy that ships."""
    file = _document(policy)
    slips = (*_of_head(file), *_of_rules(file))
    return tuple(Mutant(policy, slip, _text(document)) for slip, document in slips)


def unchanged(policy: str) -> Mutant:
    """The file of a policy that ships, written anew without a slip."""
    return Mutant(policy, "none", _text(_document(policy)))


def _document(policy: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((FOLDER / f"{policy}.yaml").read_text("utf-8"))
    return document


def _text(document: dict[str, Any]) -> str:
    return yaml.safe_dump(document, allow_unicode=True, width=10_000)


def killer(mutant: Mutant) -> str | None:
    """What notices the slip: the loader, or the first test that fails; None if nothing does."""
    read: dict[tuple[tuple[str, str], ...], Policy | None] = {}
    for case in cases(mutant.policy):
        if case.given not in read:
            name = f"{mutant.policy}.yaml"
            read[case.given] = read_policy(mutant.text, name, dict(case.given)).policy
        policy = read[case.given]
        if policy is None:
            return "refused"
        if differences(case, policy):
            return case.id
    return None


def _of_head(file: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    own = {rule["id"] for rule in file["rules"]}
    replaced = file.get("replaces", [])
    for name in (name for name in replaced if name not in own):
        others = [other for other in replaced if other != name]
        yield f"{name} not replaced", {**file, "replaces": others}
    for name in _inherited(file):
        yield f"{name} not inherited", {**file, "replaces": [*replaced, name]}
    for name, parameter in file.get("parameters", {}).items():
        if isinstance(parameter.get("default"), bool):
            turned = {**parameter, "default": not parameter["default"]}
            yield f"{name} turned", {**file, "parameters": {**file["parameters"], name: turned}}


def _inherited(file: dict[str, Any]) -> tuple[str, ...]:
    """The ids of the rules that the policy has from those it extends."""
    if "extends" not in file:
        return ()
    base = _document(file["extends"])
    ids = (*_inherited(base), *(rule["id"] for rule in base["rules"]))
    return tuple(name for name in ids if name not in file.get("replaces", []))


def _of_rules(file: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    rules = file["rules"]
    for at, rule in enumerate(rules):
        yield f"{rule['id']} dropped", {**file, "rules": [*rules[:at], *rules[at + 1 :]]}
        for slip, changed in _of_rule(rule):
            yield (
                f"{rule['id']}: {slip}",
                {**file, "rules": [*rules[:at], changed, *rules[at + 1 :]]},
            )


def _of_rule(rule: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    effect = next(effect for effect in _FLIPPED if effect in rule)
    kept = {key: value for key, value in rule.items() if key in _KEPT}
    yield "effect", {**kept, _FLIPPED[effect]: rule[effect]}
    for word in rule.get("spans", []):
        yield (
            f"without {word}",
            {**rule, "spans": [other for other in rule["spans"] if other != word]},
        )
    for slip, when in _of_conditions(rule.get("when", {})):
        changed = {key: value for key, value in rule.items() if key != "when"}
        yield slip, {**changed, "when": when} if when else changed


def _of_conditions(when: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Conditions with one dropped or turned over, at any depth."""
    for key, value in when.items():
        others = {other: found for other, found in when.items() if other != key}
        yield f"{key} dropped", others
        turned = value if key == "not" else {"not": {key: value}}
        yield f"{key} turned", {**others, "all": [*others.get("all", []), turned]}
        if key == "not":
            for slip, inner in _of_conditions(value):
                yield f"not: {slip}", {**others, "not": inner} if inner else others
        elif key in ("any", "all"):
            for at, part in enumerate(value):
                rest = [*value[:at], *value[at + 1 :]]
                yield f"{key} {at + 1} dropped", {**others, key: rest} if rest else others
                for slip, inner in _of_conditions(part) if len(part) > 1 else _turned(part):
                    parts = deepcopy(value)
                    parts[at] = inner
                    yield f"{key} {at + 1}: {slip}", {**others, key: parts}


def _turned(part: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "turned", {"not": part}
