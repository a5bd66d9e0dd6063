"""Every form by its own evidence, its small cases, and the attack on the edge of its header.

`forms.json` holds a telegram a row: the form it is read as, the kinds of its portions in order, and
the header fields that it shows. The authority is section 4 of the page on cables.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from redact.cable.document import cable_document
from redact.cable.model import STRUCTURAL
from redact.cable.reading import read

CASES = Path(__file__).parent / "cases"
Row = dict[str, Any]
FORMS: list[Row] = json.loads((CASES / "forms.json").read_text("utf-8"))
OLD = ("04", "05", "06", "07", "08", "09", "10", "11", "12", "13")
SPECIMENS = [path for path in sorted((CASES / "specimens").glob("*.txt")) if path.name[:2] in OLD]

STRAY = (
    "The minister told us that Zorblax would resign in May.",
    "THE MINISTER TOLD US THAT ZORBLAX WOULD RESIGN IN MAY.",
    "ZORBLAX RESIGNS",
    "Zorblax",
    "Zorblax, Deputy Minister, is for reasons of health out",
    "ACTION: ZORBLAX RESIGNS",
    "EUR - ZORBLAX RESIGNS",
    "     Zorblax resigned",
)


def _by_id(row: Row) -> str:
    return str(row["id"])


@pytest.mark.parametrize("row", FORMS, ids=_by_id)
def test_form_is_read_by_its_own_evidence(row: Row) -> None:
    document = cable_document(read(row["cable"].encode()))
    assert document["form"] == row["form"]
    assert [portion["kind"] for portion in document["portions"]] == row["kinds"]
    for field, value in row["header"].items():
        assert document["header"][field] == value, field


@pytest.mark.parametrize("row", FORMS, ids=_by_id)
def test_binding_marking_of_each_portion(row: Row) -> None:
    portions = cable_document(read(row["cable"].encode()))["portions"]
    assert [portion["effective"]["portion"] for portion in portions] == row["effective"]


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.stem)
@pytest.mark.parametrize("gap", ["", "\n"], ids=["direct", "behind-a-blank"])
def test_stray_sentence_in_a_header_never_goes_out(path: Path, gap: str) -> None:
    """Law 1: only what is recognised as its own belongs to envelope, header and references."""
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    body = next(p for p in read(text.encode()).portions if p.kind == "paragraph").span.start
    for at in range(text[:body].count("\n") + 1):
        for sentence in STRAY:
            damaged = "".join([*lines[:at], f"{gap}{sentence}\n", *lines[at:]])
            place = damaged.lower().index("zorblax")
            portions = read(damaged.encode()).portions
            around = next(p for p in portions if p.span.start <= place < p.span.end)
            assert around.kind not in STRUCTURAL, (at, sentence)


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.stem)
def test_truncated_text_keeps_the_partition(path: Path) -> None:
    """Law 2: nothing is lost, wherever the text breaks off or begins."""
    text = path.read_text("utf-8")
    for cut in range(1, len(text), 5):
        for part in filter(str.strip, (text[:cut], text[cut:])):
            spans = [portion.span for portion in read(part.encode()).portions]
            assert "".join(part[span.start : span.end] for span in spans) == part


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.stem)
def test_lines_lost_doubled_or_swapped_keep_the_partition(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    for at in range(len(lines)):
        lost, doubled = [*lines[:at], *lines[at + 1 :]], [*lines[:at], lines[at], *lines[at:]]
        swapped = [*lines[:at], *lines[at : at + 2][::-1], *lines[at + 2 :]]
        for mutated in map("".join, (lost, doubled, swapped)):
            spans = [portion.span for portion in read(mutated.encode()).portions]
            assert "".join(mutated[span.start : span.end] for span in spans) == mutated
