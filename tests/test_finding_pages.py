"""A page a finding, a row a refusal: the codes of the product and the documents, one to one."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from redact.checks.notices import NOTICES as CHECKS
from redact.declassification.findings import NOTICES

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs" / "findings").glob("*.md"))
REFUSALS = (ROOT / "docs" / "reference" / "refusals.md").read_text("utf-8")

_CODE = re.compile(
    r"(?:marking|declassification|cable|policy|release|corpus)/[a-z0-9]+(?:-[a-z0-9]+)*"
)


def codes_written(folder: str) -> Iterator[str]:
    """Every code that stands as a whole text in the modules below a folder."""
    root = ROOT / folder
    for module in sorted(root.rglob("*.py")) if root.is_dir() else [root]:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and _CODE.fullmatch(str(node.value)):
                yield str(node.value)


def names_of_marking_findings() -> set[str]:
    """The keys of the table of notices of the markings layer."""
    tree = ast.parse((ROOT / "redact" / "markings" / "notices.py").read_text("utf-8"))
    (table,) = (node for node in ast.walk(tree) if isinstance(node, ast.Dict))
    return {str(ast.literal_eval(key)) for key in table.keys if key is not None}


def rows() -> list[str]:
    """The codes of the refusals page, in its order."""
    return re.findall(r"^\| `([^`]+)` \|", REFUSALS, re.MULTILINE)


def code_of(page: Path) -> str:
    """The code a page is about: its heading."""
    return page.read_text("utf-8").split("\n", 1)[0].removeprefix("# ")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_named_as_its_code_and_shows_it(page: Path) -> None:
    code = code_of(page)
    assert page.stem == code.replace("/", "-", 1)
    console = page.read_text("utf-8").split("```console\n")[1].split("```")[0]
    assert code in console.split("\n", 1)[1]


def paged(family: str) -> set[str]:
    """The codes of a family that have a page."""
    return {code for page in PAGES if (code := code_of(page)).startswith(f"{family}/")}


def checked(family: str) -> set[str]:
    """The codes of a family that only checking a cable gives."""
    return {code for code in codes_written("redact/checks") if code.startswith(f"{family}/")}


def test_every_finding_on_an_instruction_has_its_page() -> None:
    names = {*NOTICES, *CHECKS}
    assert paged("declassification") == {f"declassification/{name}" for name in names}


def test_every_finding_on_a_marking_has_its_page() -> None:
    of_marks = {f"marking/{name}" for name in names_of_marking_findings()}
    assert paged("marking") == of_marks | checked("marking")


def test_every_finding_on_a_cable_has_its_page_or_is_a_refusal() -> None:
    assert paged("cable") | {code for code in rows() if code.startswith("cable/")} == set(
        codes_written("redact/cable")
    )


def test_every_refusal_has_its_row() -> None:
    written = {
        code
        for folder in ("corpus", "release", "cli")
        for code in codes_written(f"redact/{folder}")
    }
    assert written <= set(rows())


def test_every_problem_of_a_verification_has_its_row() -> None:
    page = (ROOT / "docs" / "how-to" / "verify-a-release.md").read_text("utf-8")
    problems = set(re.findall(r"^\| `(release/[^`]+)` \|", page, re.MULTILINE))
    written = set(codes_written("redact/verification"))
    assert problems < written
    assert written <= problems | set(rows())


def test_every_refusal_of_a_policy_has_its_row() -> None:
    cases = json.loads((ROOT / "tests" / "cases" / "policy-refusals.json").read_text("utf-8"))
    assert {case["code"] for case in cases} | set(codes_written("redact/policy")) <= set(rows())


def test_rows_are_sorted_and_stand_once() -> None:
    for table in REFUSALS.split("\n## ")[1:]:
        codes = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
        assert codes == sorted(set(codes))
