"""Findings as SARIF 2.1.0 (OASIS), for viewers of code scanning; no text of a cable is in it."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from redact.cable.model import Cable
from redact.checks.document import Checked
from redact.findings import Finding, Severity
from redact.version import __version__

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_document(checked: Sequence[Checked]) -> dict[str, Any]:
    """One run over the cables, in the order given; rules are the codes that occur, sorted.

    The same findings give the same document: it has no clock, no host, no user.
    """
    found = sorted({finding.code for one in checked for finding in one.findings})
    numbers = {code: number for number, code in enumerate(found)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "redact",
                        "semanticVersion": __version__,
                        "rules": [_rule(code, _first(code, checked)) for code in found],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(one.cable, finding, numbers)
                    for one in checked
                    for finding in one.findings
                ],
            }
        ],
    }


def _first(code: str, checked: Iterable[Checked]) -> Finding:
    """The first finding with a code: its severity and remedy stand for all of them."""
    return next(found for one in checked for found in one.findings if found.code == code)


def _rule(code: str, finding: Finding) -> dict[str, Any]:
    title = code.partition("/")[2].replace("-", " ")
    rule: dict[str, Any] = {
        "id": code,
        "name": "".join(word.capitalize() for word in code.replace("/", "-").split("-")),
        "shortDescription": {"text": f"{title[:1].upper()}{title[1:]}"},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }
    if finding.remedy:
        rule["help"] = {"text": f"{finding.remedy[:1].upper()}{finding.remedy[1:]}."}
    return rule


def _result(cable: Cable, finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": _sentence(finding)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(cable.source.name)},
                    "region": _region(cable, finding),
                }
            }
        ],
    }
    if finding.authority:
        result["properties"] = {"authority": finding.authority}
    return result


def _sentence(finding: Finding) -> str:
    remedy = f"; {finding.remedy}" if finding.remedy else ""
    return f"{finding.message}{remedy}"


def _region(cable: Cable, finding: Finding) -> dict[str, int]:
    """Lines and columns from 1, characters from 0; the end is that behind the last character."""
    start, end = finding.span
    lines = cable.source.lines
    first, last = lines.position(start), lines.position(max(start, end))
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": max(0, end - start),
    }


def _uri(name: str) -> str:
    """A relative reference: a path as it was given, without a root; standard input by its name."""
    parts = PurePath(name).parts if name != "-" else ("stdin",)
    kept = [part for part in parts if part not in ("/", "\\\\", ".", "..")]
    return quote("/".join(kept).encode("utf-8", "surrogateescape"), safe="/")
