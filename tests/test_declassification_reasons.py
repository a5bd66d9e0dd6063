"""Classification reasons, canonical and in order (section 5)."""

import json
from pathlib import Path
from typing import Any

import pytest

from redact.declassification import read_reasons

_ROWS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases" / "declassification-reasons.json").read_text()
)


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["input"])
def test_reasons_are_canonical(row: dict[str, Any]) -> None:
    assert list(read_reasons(row["input"])) == row["reasons"]


def test_canonical_reasons_read_as_themselves() -> None:
    for row in _ROWS:
        assert list(read_reasons(", ".join(row["reasons"]))) == row["reasons"]
