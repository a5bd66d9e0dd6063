"""Every citation that can be printed stands in the register, and none stands there in vain.

The register says of each citation where it was read. A citation is printed as an authority of an
effective date, of a finding, of a rule; several are joined by a semicolon.
"""

import ast
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from redact.declassification import read_instruction
from redact.policy import load_policy, shipped_policies
from tests.policy_cases import GIVEN

ROOT = Path(__file__).parent.parent
REGISTER: dict[str, str] = json.loads((ROOT / "tests/cases/citations.json").read_text("utf-8"))
_PATTERNS = (
    *("declassification/*", "policy/*", "release/*", "forecast/*"),
    *("checks/classifiers", "checks/endings", "checks/declassification"),
)
MODULES = sorted(
    module for pattern in _PATTERNS for module in (ROOT / "redact").glob(f"{pattern}.py")
)
"""What speaks of declassification and release; markings have a register of their own."""

TABLES = sorted((ROOT / "tests" / "cases").glob("declassification*.json"))

_CITATION = re.compile(r"(?:E\.O\. \d|\d+ (?:CFR|U\.S\.C\.|FAM|FAH)|ISOO Notice|NSC Directive).*")


def parts(citation: str) -> list[str]:
    """The citations of an authority, one by one."""
    return citation.split("; ")


def written(module: Path) -> Iterator[str]:
    """The citations that stand as whole texts in a module, not in its docstrings."""
    tree = ast.parse(module.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in said else None
        if isinstance(text, str) and _CITATION.fullmatch(text):
            yield from parts(text)


def in_policies() -> set[str]:
    """What the policies that ship cite."""
    policies = [load_policy(name, GIVEN.get(name, {})) for name in shipped_policies()]
    cited = {part for one in policies for rule in one.rules for part in rule.citations}
    return cited | {part for one in policies for part in parts(one.authority)}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_every_citation_of_a_module_stands_in_the_register(module: Path) -> None:
    assert set(written(module)) <= set(REGISTER)


def test_every_citation_of_a_policy_stands_in_the_register() -> None:
    assert in_policies() <= set(REGISTER)


def test_no_citation_stands_in_the_register_in_vain() -> None:
    used = {citation for module in MODULES for citation in written(module)} | in_policies()
    assert set(REGISTER) == used


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_authority_that_a_case_prints_stands_in_the_register(table: Path) -> None:
    for row in json.loads(table.read_text("utf-8")):
        if not isinstance(row, dict) or "input" not in row:
            continue
        dated = row.get("dated", row.get("doc_date"))
        found = read_instruction(row["input"], date.fromisoformat(dated) if dated else None)
        printed = [found.effective.authority, *(one.authority for one in found.findings)]
        for authority in filter(None, printed):
            assert set(parts(authority)) <= set(REGISTER)
