"""A policy file: which keys it has and what each must hold, read from nodes."""

import re

from redact.policy.decision import PolicyIdentity
from redact.policy.keys import Keyed, keyed, require
from redact.policy.model import Policy, Rule
from redact.policy.problems import Problems
from redact.policy.rule_schema import read_rule
from redact.policy.scalars import kind_of, text_of, whole_number
from redact.policy.yaml_nodes import Node, Refused, Sequence

LANGUAGE = 1
"""The version of the policy language that this engine speaks."""

_KEYS = ("redact", "name", "version", "title", "authority", "rules")
_REQUIRED = ("redact", "name", "version", "title", "rules")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}")


def read_schema(node: Node, source: str, sha256: str, problems: Problems) -> Policy | None:
    """The policy in `node`; only sound if no problem was noted."""
    entries = keyed(node, "the policy", _KEYS, problems)
    if entries is None:
        return None
    if not _speaks_our_language(entries, problems):
        return None
    require(entries, "the policy", _REQUIRED, node, problems)
    name, version, title, authority = (
        _text(entries, key, problems) for key in ("name", "version", "title", "authority")
    )
    _check_shape(entries, "name", name, _NAME, "lower-case words joined by hyphens", problems)
    _check_shape(entries, "version", version, _VERSION, "three numbers such as 1.0.0", problems)
    rules = _rules(entries["rules"][1], problems) if "rules" in entries else ()
    return Policy(PolicyIdentity(name, version, title, sha256), authority, rules, source)


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


def _rules(node: Node, problems: Problems) -> tuple[Rule, ...]:
    """The rules by id; an id twice is a problem."""
    if not isinstance(node, Sequence):
        if not isinstance(node, Refused):
            problems.add("not-a-list", node.at, f"rules must be a list, not {kind_of(node)}")
        return ()
    rules: dict[str, Rule] = {}
    lines: dict[str, int] = {}
    for item in node.items:
        rule = read_rule(item, problems)
        if rule is None:
            continue
        if rule.id in rules:
            message = f'rule "{rule.id}" was on line {lines[rule.id]} already'
            problems.add("duplicate-rule", item.at, message, "give one of them another id")
        rules.setdefault(rule.id, rule)
        lines.setdefault(rule.id, item.at.line)
    return tuple(rules[name] for name in sorted(rules))
