"""The rule book of declassification instructions, as tables: what is read, what it means, when.

`declassification.json`, `…-specimens.json` and `…-arithmetic.json` are the tables of the rule book;
`…-accepted.json` and `…-refused.json` walk its rules one by one, refusals as carefully as the rest.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redact.declassification import (
    InstructionError,
    Kind,
    instruction_document,
    is_declassified,
    parse_instruction,
    read_instruction,
)

_CASES = Path(__file__).parent / "cases"


def _table(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((_CASES / name).read_text(encoding="utf-8"))
    return rows


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _title(row: dict[str, Any]) -> str:
    return f"{row.get('rule', row.get('why'))}: {row['input']}"


@pytest.mark.parametrize("row", _table("declassification.json"), ids=_title)
def test_case_has_kind_order_date_and_basis(row: dict[str, Any]) -> None:
    found = read_instruction(row["input"], _day(row["doc_date"]))
    assert found.kind.value == row["kind"]
    assert found.order == row["order"]
    assert found.effective.date == _day(row["expect_date"])
    assert found.effective.basis.value == row["basis"]
    if "as_of" in row:
        assert is_declassified(found, _day(row["as_of"])) is row["declassified"]


@pytest.mark.parametrize("row", _table("declassification-specimens.json"), ids=_title)
def test_specimen_has_codes_and_authority(row: dict[str, Any]) -> None:
    register = json.loads((_CASES / "declassification-authorities.json").read_text("utf-8"))
    found = read_instruction(row["input"], _day(row["dated"]))
    unclaimed = row["effective"] is None and row["basis"] == "none"
    assert found.kind.value == row["kind"]
    assert list(found.codes) == row["codes"]
    assert found.effective.date == _day(row["effective"])
    assert found.effective.basis.value == row["basis"]
    assert found.effective.authority == (
        None if unclaimed else register["letters"][row["authority"]]
    )


@pytest.mark.parametrize("row", _table("declassification-arithmetic.json"), ids=_title)
def test_arithmetic_is_exact_to_the_day(row: dict[str, Any]) -> None:
    found = read_instruction(row["input"], _day(row["dated"]))
    assert found.effective.date == _day(row["effective"])
    assert found.effective.basis.value == row["basis"]
    assert is_declassified(found, _day(row["as_of"])) is row["declassified"]


@pytest.mark.parametrize("row", _table("declassification-accepted.json"), ids=_title)
def test_rule_accepts(row: dict[str, Any]) -> None:
    document = instruction_document(read_instruction(row["input"], _day(row["dated"])), None)
    effective = document["effective"]
    assert isinstance(effective, dict)
    assert {key: document[key] for key in ("kind", "order", "date", "event", "codes")} == {
        key: row[key] for key in ("kind", "order", "date", "event", "codes")
    }
    assert (effective["date"], effective["basis"]) == (row["effective"], row["basis"])


@pytest.mark.parametrize("row", _table("declassification-refused.json"), ids=_title)
def test_rule_refuses(row: dict[str, Any]) -> None:
    found = read_instruction(row["input"], _day(row["dated"]))
    assert found.kind is Kind.UNREADABLE
    assert (found.effective.date, found.effective.basis.value) == (None, "none")
    assert (found.date, found.event, found.codes) == (None, None, ())
    assert found.effective.authority is None
    assert any(f.code == "declassification/instruction-unreadable" for f in found.findings)


def test_refusals_are_as_many_as_acceptances() -> None:
    accepted = {(r["dated"], r["input"]) for r in _table("declassification-accepted.json")}
    refused = {(r["dated"], r["input"]) for r in _table("declassification-refused.json")}
    assert len(refused) >= len(accepted)


def test_error_names_the_finding_and_never_the_text() -> None:
    with pytest.raises(InstructionError) as refused:
        parse_instruction("DECL: 02/29/2011", date(2001, 3, 1))
    assert refused.value.code == "declassification/impossible-date"
    assert "29" not in str(refused.value)


def test_parse_gives_what_read_gives_where_it_is_readable() -> None:
    text, dated = "E.O. 12958: DECL: 09/22/2019", date(2009, 9, 22)
    assert parse_instruction(text, dated) == read_instruction(text, dated)


@pytest.mark.parametrize(
    ("level", "text", "effective"),
    [
        ("C", "E.O. 11652: GDS", "1981-12-31"),
        ("S", "E.O. 11652: GDS", "1983-12-31"),
        ("TS", "E.O. 11652: GDS", "1985-12-31"),
        (None, "E.O. 11652: GDS", "1985-12-31"),
        ("C", "SECRET E.O. 11652: GDS", "1983-12-31"),
        ("S", "CONFIDENTIAL E.O. 11652: GDS", "1983-12-31"),
        ("U", "E.O. 11652: GDS", "1985-12-31"),
    ],
)
def test_schedule_counts_by_the_highest_level_known(
    level: str | None, text: str, effective: str
) -> None:
    found = read_instruction(text, date(1975, 3, 3), level=level)
    assert found.effective.date == date.fromisoformat(effective)


@pytest.mark.parametrize(
    ("order", "text", "named", "effective"),
    [
        ("11652", "GDS", "11652", date(1985, 12, 31)),
        ("11625", "GDS", "11652", date(1985, 12, 31)),
        ("12065", "GDS", "12065", date(2006, 12, 31)),
        ("12968", "GDS", None, date(2006, 12, 31)),
        ("12065", "E.O. 11652: GDS", "11652", date(1985, 12, 31)),
        (None, "E.O. 11652: GDS; E.O. 12065: GDS", "11652", date(2006, 12, 31)),
    ],
)
def test_order_split_off_by_the_caller_counts_where_the_text_names_none(
    order: str | None, text: str, named: str | None, effective: date
) -> None:
    found = read_instruction(text, date(1975, 3, 3), order=order)
    assert found.order == named
    assert found.effective.date == effective


def test_document_is_the_contract() -> None:
    found = read_instruction("E.O. 13526: DECL: 25X6, 20401231", date(2012, 5, 2))
    assert instruction_document(found, date(2040, 12, 31)) == {
        "schema": "redact/instruction/1",
        "text": "E.O. 13526: DECL: 25X6, 20401231",
        "order": "13526",
        "kind": "exemption",
        "date": "2040-12-31",
        "event": None,
        "codes": ["25X6"],
        "effective": {
            "date": "2040-12-31",
            "basis": "instruction",
            "authority": "E.O. 13526 §3.3(b), (h)",
        },
        "declassified": True,
        "findings": [],
    }


def test_declassified_is_unknown_only_without_an_as_of_date() -> None:
    dated = read_instruction("DECL: 09/22/2019", date(2009, 9, 22))
    unreadable = read_instruction("DECL: ??", date(2009, 9, 22))
    assert is_declassified(dated, None) is None
    assert is_declassified(unreadable, None) is None
    assert is_declassified(unreadable, date.max) is False
