"""Header lines as telegrams of 1973-79 have them, each in a telegram of its own, all invented."""

import json
from pathlib import Path
from typing import Any

import pytest

from redact.cable.document import cable_document
from redact.cable.reading import read

Row = dict[str, Any]
ROWS: list[Row] = json.loads(
    (Path(__file__).parent / "cases" / "archive-lines.json").read_text("utf-8")
)
TELEGRAM = {
    "banner": "C O N F I D E N T I A L LIMA 4417",
    "order": "E.O. 11652: GDS",
    "tags": "TAGS: PFOR, PE",
    "subject": "SUBJECT: FISH",
    "references": "REF: STATE 190001",
}
TOP = (
    "CONFIDENTIAL\nPAGE 01 LIMA 04417 141935Z\n43\nACTION ARA-10\n"
    "INFO OCT-01 ISO-00 EB-07 /026 W\n--------------------- 099491\nR 141810Z AUG 75\n"
    "FM AMEMBASSY LIMA\nTO SECSTATE WASHDC 4410\n"
)


def _value(header: Row, field: str) -> Any:
    match field:
        case "references":
            return [[one["label"], one["id"]] for one in header["references"]]
        case "banner":
            sections = [[one["number"], one["total"]] for one in header["sections"]]
            whole = [header[name] for name in ("mrn", "id", "classification")]
            return [*whole, sections, header["captions"]]
        case "order":
            declassify = header["declassify"]
            return [header["order"], declassify["kind"], declassify["codes"]]
        case _:
            return header[field]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["line"])
def test_line_of_a_telegram_of_the_archive(row: Row) -> None:
    lines = {**TELEGRAM, row["field"]: row["line"]}
    text = TOP + "\n".join(lines.values()) + "\n1. FISH WAS SERVED.\nDEAN\n"
    assert _value(cable_document(read(text.encode()))["header"], row["field"]) == row["value"]
