"""A policy file: which keys it has and what each must hold, read from nodes."""

import json
import re
from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from redact.policy.conditions import leaves
from redact.policy.decision import PolicyIdentity
from redact.policy.keys import Keyed, keyed, require
from redact.policy.model import Policy, Rule
from redact.policy.parameters import Given, read_parameters
from redact.policy.problems import Problems, did_you_mean
from redact.policy.rule_schema import read_extent, read_rule
from redact.policy.scalars import kind_of, text_of, texts_of, whole_number
from redact.policy.scope import NOTHING, Scope, read_sets
from redact.policy.substitution import substituted
from redact.policy.yaml_nodes import Node, Refused, Scalar, Sequence

LANGUAGE = 1
"""The version of the policy language that this engine speaks."""

STYLES = ("frus", "bars", "redacted", "codes")
KEYS = (
    *("redact", "name", "version", "title", "authority", "extends", "replaces", "style"),
    *("extent", "parameters", "sets", "rules"),
)
REQUIRED = ("redact", "name", "version", "title", "rules")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}")


class Read(NamedTuple):
    """A policy, what its names stand for, and the ids of all rules it declares."""

    policy: Policy
    scope: Scope
    declared: frozenset[str]


Extending: TypeAlias = Callable[[Node, Problems], "Read | None"]
"""Reads the policy that is extended from the node that names it; None with a problem."""


def read_schema(
    node: Node, source: str, digest: str, given: Given, extending: Extending, problems: Problems
) -> Read | None:
    """The policy in `node`; only sound if no problem was noted. `digest` is that of the file."""
    entries = keyed(node, "the policy", KEYS, problems)
    if entries is None or not _speaks_our_language(entries, problems):
        return None
    require(entries, "the policy", REQUIRED, node, problems)
    name, version, title, authority = (
        _text(entries, key, problems) for key in ("name", "version", "title", "authority")
    )
    _check_shape(entries, "name", name, _NAME, "lower-case words joined by hyphens", problems)
    _check_shape(entries, "version", version, _VERSION, "three numbers such as 1.0.0", problems)
    base = extending(entries["extends"][1], problems) if "extends" in entries else None
    scope = _scope(entries, base.scope if base else NOTHING, given, problems)
    rules, declared = _rules(entries, base, scope, source, problems)
    policy = Policy(
        _identity(name, version, title, digest, base, scope),
        authority or (base.policy.authority if base else ""),
        rules,
        source,
        style=_style(entries, base, problems),
        extent=_extent(entries, problems) and (base is None or base.policy.extent),
        terms=_terms(rules, scope, node, problems),
    )
    return Read(policy, scope, declared)


def _speaks_our_language(entries: Keyed, problems: Problems) -> bool:
    """Whether reading on makes sense: a newer language may have keys that we do not know."""
    if "redact" not in entries:
        return True
    key, value = entries["redact"]
    version = whole_number(value, "redact", problems)
    if version is None or version == LANGUAGE:
        return True
    if version > LANGUAGE:
        remedy = "install a newer redact, or write the policy in version 1"
        message = f"the policy is written in version {version} of the language"
        problems.add("newer-language", key.at, f"{message}, this redact speaks {LANGUAGE}", remedy)
        return False
    problems.add("unknown-language", key.at, f"there is no version {version}", 'write "redact: 1"')
    return True


def _text(entries: Keyed, key: str, problems: Problems) -> str:
    return (text_of(entries[key][1], key, problems) or "") if key in entries else ""


def _check_shape(
    entries: Keyed, key: str, value: str, shape: re.Pattern[str], words: str, problems: Problems
) -> None:
    if value and not shape.fullmatch(value):
        problems.add(f"bad-{key}", entries[key][1].at, f'{key} "{value[:40]}" is not {words}')


def _scope(entries: Keyed, base: Scope, given: Given, problems: Problems) -> Scope:
    """The names of the policy beside those of the one it extends."""
    taken = (*base.sets, *base.values)
    sets = read_sets(entries["sets"][1], taken, problems) if "sets" in entries else {}
    values = {}
    if "parameters" in entries:
        values = read_parameters(entries["parameters"][1], given, (*taken, *sets), problems)
    return Scope({**base.sets, **sets}, {**base.values, **values})


def _identity(
    name: str, version: str, title: str, digest: str, base: Read | None, scope: Scope
) -> PolicyIdentity:
    """Lists of terms are no part of the digest: who guesses a name could try it."""
    values = sorted(scope.values.items())
    told = [(key, value.words) for key, value in values if not value.is_terms]
    if base is not None or told:
        parts = [digest, base.policy.identity.sha256 if base else None, told]
        digest = sha256(json.dumps(parts, separators=(",", ":")).encode()).hexdigest()
    known = tuple((key, value.words) for key, value in values)
    return PolicyIdentity(name, version, title, digest, known)


def _style(entries: Keyed, base: Read | None, problems: Problems) -> str:
    inherited = base.policy.style if base else STYLES[0]
    if "style" not in entries:
        return inherited
    node = entries["style"][1]
    text = text_of(node, "style", problems)
    if text is not None and text not in STYLES:
        message = f'style knows no "{text[:40]}"'
        problems.add("unknown-word", node.at, message, did_you_mean(text, STYLES))
    return text or inherited


def _extent(entries: Keyed, problems: Problems) -> bool:
    return "extent" not in entries or read_extent(entries["extent"][1], "the policy", problems)


def _rules(
    entries: Keyed, base: Read | None, scope: Scope, source: str, problems: Problems
) -> tuple[tuple[Rule, ...], frozenset[str]]:
    """The rules by id, those of the extended policy among them, and every id that is declared.

    An id twice is a problem, be it in the file or in the policy that it extends.
    """
    replaced = _replaced(entries, base, problems)
    rules = {rule.id: rule for rule in (base.policy.rules if base else ())}
    for name in replaced:
        rules.pop(name, None)
    inherited = (base.declared if base else frozenset()) - replaced
    lines: dict[str, int] = {}
    for item, name in _items(entries, scope, source, problems):
        rule = read_rule(item, scope, problems)
        if name and name in lines:
            message = f'rule "{name}" was on line {lines[name]} already'
            problems.add("duplicate-rule", item.at, message, "give one of them another id")
        elif name in inherited:
            message = f'rule "{name}" is one of the extended policy'
            remedy = f'give it another id, or write "replaces: [{name}]" in the head'
            problems.add("redefined-rule", item.at, message, remedy)
        elif rule is not None:
            rules[rule.id] = rule
        lines.setdefault(name, item.at.line)
    named = inherited.union(name for name in lines if name)
    return tuple(rules[name] for name in sorted(rules)), named


def _items(entries: Keyed, scope: Scope, source: str, problems: Problems) -> list[tuple[Node, str]]:
    """Each rule, names written out, with its id: empty where it has none that can be read."""
    if "rules" not in entries:
        return []
    node = entries["rules"][1]
    if "$" in source:
        node = substituted(node, scope, problems)
    if not isinstance(node, Sequence):
        if not isinstance(node, Refused):
            problems.add("not-a-list", node.at, f"rules must be a list, not {kind_of(node)}")
        return []
    return [(item, _id_of(item)) for item in node.items]


def _id_of(node: Node) -> str:
    for key, value in getattr(node, "entries", ()):
        if isinstance(key, Scalar) and key.text == "id" and isinstance(value, Scalar):
            return value.text
    return ""


def _replaced(entries: Keyed, base: Read | None, problems: Problems) -> frozenset[str]:
    """The rules of the extended policy that this one takes out."""
    if "replaces" not in entries:
        return frozenset()
    key, node = entries["replaces"]
    if "extends" not in entries:
        message = "the policy replaces rules and extends no policy"
        problems.add("nothing-to-replace", key.at, message, 'add "extends:", or delete the line')
        return frozenset()
    names = texts_of(node, "replaces", problems)
    for at, name in names if base else ():
        if name not in (base.declared if base else ()):
            message = f'replaces: the extended policy has no rule "{name[:40]}"'
            remedy = did_you_mean(name, base.declared if base else ())
            problems.add("unknown-rule", at, message, remedy)
    return frozenset(name for _, name in names)


def _terms(
    rules: tuple[Rule, ...], scope: Scope, node: Node, problems: Problems
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lists of terms that rules name, by name, each with its terms sorted."""
    taken = frozenset[str]().union(*(rule.spans for rule in rules))
    conditions = (leaf for rule in rules for leaf in leaves(rule.when) if leaf.fact == "spans")
    asked = frozenset[str]().union(*(leaf.words for leaf in conditions))
    words = sorted(word for word in taken | asked if word.startswith("term:"))
    names = [word.removeprefix("term:") for word in words]
    for name in names:
        if name not in scope.lists and f"term:{name}" in asked:
            message = f'a condition asks for "term:{name[:40]}", and the policy has no such list'
            problems.add("unknown-set", node.at, message, did_you_mean(name, scope.lists))
    return tuple((name, scope.terms_of(name)) for name in names if name in scope.lists)
