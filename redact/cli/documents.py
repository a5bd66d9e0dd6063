"""Documents for a person or a script to read: JSON with indents, or names and values in columns."""

import json
from collections.abc import Mapping
from typing import Any

from redact.cli.output import put


def put_document(document: object) -> None:
    """Write one JSON document to standard output."""
    put(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def table_of(fields: Mapping[str, Any]) -> str:
    """One line a field that has a value: its name, its value in words; findings below."""
    named = {
        name: words
        for name, value in fields.items()
        if name not in ("schema", "findings") and (words := _words(value))
    }
    width = max(map(len, named), default=0)
    lines = [f"{name:<{width}}  {words}" for name, words in named.items()]
    lines += [_finding(finding) for finding in fields.get("findings", ())]
    return "".join(f"{line}\n" for line in lines)


def has_error(document: Mapping[str, Any]) -> bool:
    """Whether one of its findings is an error."""
    return any(finding["level"] == "error" for finding in document.get("findings", ()))


def _finding(finding: Mapping[str, Any]) -> str:
    remedy = finding.get("remedy")
    tail = f"; {remedy}" if remedy else ""
    return f"{finding['level']}: {finding['code']}: {finding['message']}{tail}"


def _words(value: object) -> str:
    match value:
        case None | () | []:
            return ""
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return ", ".join(map(str, value))
        case dict():
            return ", ".join(f"{name} {_words(part)}" for name, part in value.items() if part)
        case _:
            return str(value)
