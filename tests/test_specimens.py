"""Specimens of every form that is read: each reads exactly as its expectation says."""

import json
from pathlib import Path
from typing import Any

import pytest

from redact.cable.document import cable_document
from redact.cable.reading import read

SPECIMENS = Path(__file__).parent / "cases" / "specimens"
NAMES = sorted(path.name.removesuffix(".txt") for path in SPECIMENS.glob("*.txt"))


def _document(name: str) -> tuple[str, dict[str, Any]]:
    cable = read((SPECIMENS / f"{name}.txt").read_bytes(), name=name)
    return cable.source.text, cable_document(cable)


def _expected(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((SPECIMENS / f"{name}.expected.json").read_text())
    return expected


def _plain(marking: str | None) -> str | None:
    return marking.removeprefix("U//") if marking else marking


def _comparable(field: str, value: Any) -> Any:
    if field == "captions":
        return set(value)
    if field == "subject_marking":
        return _plain(value)
    if field == "declassify" and value:
        return value["text"].removeprefix("DECL:").strip()
    if field == "classified_by" and value:
        return {key: (text or "").lower().strip(". ") for key, text in value.items()}
    return value


@pytest.mark.parametrize("name", NAMES)
def test_header_reads_as_expected(name: str) -> None:
    _, document = _document(name)
    for field, value in _expected(name)["header"].items():
        assert _comparable(field, document["header"][field]) == _comparable(field, value), field


@pytest.mark.parametrize("name", NAMES)
def test_portions_read_as_expected(name: str) -> None:
    text, document = _document(name)
    expected = _expected(name)["portions"]
    assert [portion["kind"] for portion in document["portions"]] == [p["kind"] for p in expected]
    for found, wanted in zip(document["portions"], expected, strict=True):
        words = " ".join(text[found["start"] : found["end"]].split())
        assert words.startswith(wanted["starts_with"])
        assert found["number"] == wanted["number"]
        if "marking" in wanted:
            own = found["marking"]["canonical"] if found["marking"] else None
            assert _plain(own) == _plain(wanted["marking"]), words
        if "effective" in wanted:
            assert _plain(found["effective"]["portion"]) == _plain(wanted["effective"]), words
            assert found["effective"]["source"] == wanted["source"], words


@pytest.mark.parametrize("name", NAMES)
def test_portions_partition_the_text(name: str) -> None:
    text, document = _document(name)
    assert "".join(text[p["start"] : p["end"]] for p in document["portions"]) == text
