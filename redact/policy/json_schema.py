"""The JSON Schema (draft 2020-12) of policy files, from the register of facts: editors check by it.

It refuses what has the wrong shape or an unknown word. What needs the whole policy (names, ids,
contradictions) `redact policy check` finds.
"""

from typing import Any

from redact.policy.fact_register import FACTS, Fact, Type
from redact.policy.parameters import TYPES
from redact.policy.schema import KEYS, LANGUAGE, REQUIRED, STYLES
from redact.policy.vocabulary import DETECTORS, EXEMPTION

_NAME = "^\\$[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
_TEXT: dict[str, Any] = {"type": "string", "pattern": "\\S"}
_DAY: dict[str, Any] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
_STANDS_FOR: dict[str, Any] = {"type": "string", "pattern": _NAME}
_SET_FORMS = ("any", "all", "only", "none_of")
_VALUE_FORMS = ("any", "none_of")


def policy_schema() -> dict[str, Any]:
    """The schema, ready for JSON."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"redact/policy-file/{LANGUAGE}",
        "title": "A policy of redact",
        **_mapping({key: _HEAD.get(key, _TEXT) for key in KEYS}, required=REQUIRED),
        "dependentRequired": {"replaces": ["extends"]},
        "$defs": {"conditions": _conditions(), "rule": _rule()},
    }


def _mapping(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    closed = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**closed, **{key: list(value) for key, value in more.items()}}


def _one_or_more(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}


_TEXTS = _one_or_more(_TEXT)
_HEAD: dict[str, Any] = {
    "redact": {"const": LANGUAGE},
    "name": {"type": "string", "pattern": _ID},
    "version": {
        "type": "string",
        "pattern": "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$",
    },
    "replaces": _TEXTS,
    "style": {"enum": list(STYLES)},
    "extent": {"const": "none"},
    "parameters": {
        "type": "object",
        "propertyNames": {"pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
        "additionalProperties": _mapping(
            {"type": {"enum": list(TYPES)}, "about": _TEXT, "default": {}},
            required=("type", "about"),
        ),
    },
    "sets": {
        "type": "object",
        "propertyNames": {"pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
        "additionalProperties": {"type": "array", "items": _TEXT, "minItems": 1},
    },
    "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
}


def _rule() -> dict[str, Any]:
    exemption: dict[str, Any] = {
        "anyOf": [{"type": "string", "pattern": f"^(?:{EXEMPTION.pattern})$"}, _STANDS_FOR]
    }
    detector: dict[str, Any] = {"anyOf": [{"enum": list(DETECTORS)}, _STANDS_FOR]}
    shared = {
        "id": {"type": "string", "pattern": _ID},
        "when": {"$ref": "#/$defs/conditions"},
        "cite": _TEXTS,
    }
    claims = {"exemptions": _one_or_more(exemption), "refer": _TEXT}
    found = {"spans": _one_or_more(detector), "terms": _TEXTS}
    excises = _mapping({**shared, "excise": _TEXT, **claims, **found}, required=("id", "excise"))
    return {
        "oneOf": [
            _mapping({**shared, "release": _TEXT}, required=("id", "release", "when")),
            _mapping(
                {**shared, "withhold": _TEXT, **claims, "extent": {"const": "none"}},
                required=("id", "withhold"),
            ),
            {**excises, "anyOf": [{"required": ["spans"]}, {"required": ["terms"]}]},
        ]
    }


def _conditions() -> dict[str, Any]:
    several = {"type": "array", "items": {"$ref": "#/$defs/conditions"}, "minItems": 1}
    given = {"type": "object", "minProperties": 1, "additionalProperties": True}
    joints = {"all": several, "any": several, "not": {"$ref": "#/$defs/conditions"}}
    facts = {fact.id: _condition(fact) for fact in FACTS.values()}
    return {**_mapping({**facts, **joints, "parameters": given}), "minProperties": 1}


def _condition(fact: Fact) -> dict[str, Any]:
    said = {"description": f"{fact.about} ({fact.authority})"}
    if fact.type is Type.TRUTH:
        return {**said, "anyOf": [{"type": "boolean"}, _STANDS_FOR]}
    if fact.type in (Type.NUMBER, Type.DAY):
        bound = {"anyOf": [_NUMBER if fact.type is Type.NUMBER else _DAY, _STANDS_FOR]}
        pair = {"type": "array", "items": bound, "minItems": 2, "maxItems": 2}
        bounds = {key: pair if key == "between" else bound for key in fact.bounds}
        return {**said, **_mapping(bounds), "minProperties": 1}
    words = _one_or_more(_word(fact))
    forms = (*(_SET_FORMS if fact.is_set else _VALUE_FORMS), *fact.bounds)
    mapping = {**_mapping(dict.fromkeys(forms, words)), "minProperties": 1}
    bare = {"enum": ["none", "any"]} if fact.is_set else words
    return {**said, "anyOf": [bare, mapping]}


def _word(fact: Fact) -> dict[str, Any]:
    known: list[dict[str, Any]] = [_STANDS_FOR]
    if words := fact.words():
        known.append({"enum": list(words)})
    if fact.shape is not None:
        known.append({"type": "string", "pattern": f"^(?:{fact.shape.pattern.pattern})$"})
    return {"anyOf": known}
