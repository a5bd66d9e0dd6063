"""No trace of a protected name comes out, in whatever form it is protected and written."""

import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import redact
from redact.policy.loading import load_policy

CASES = json.loads(
    Path(__file__).with_name("cases").joinpath("traces-of-names.json").read_text("utf-8")
)
"""Each body of a telegram with the words of which no trace may be left, and what must be left."""

HEADER = """R 221517Z SEP 09
FM AMEMBASSY LIMA
TO RUEHC/SECSTATE WASHDC PRIORITY 7187

UNCLAS LIMA 001292

SIPDIS

E.O. 12958: N/A
TAGS: PREL, PGOV{tags}
SUBJECT: {subject}

REF: STATE 090236

"""
_PLAIN = str.maketrans("ıłøđ", "ilod")


def letters(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return "".join(filter(str.isalnum, apart))


def released(case: dict[str, Any]) -> str:
    header = HEADER.format(tags=case.get("tags", ""), subject=case.get("subject", "CONSULAR NOTES"))
    source = f"{header}{case['text']}\n\nROE\n".encode()
    text = redact.apply(source, load_policy("foia"), date(2010, 1, 1)).text
    return text[text.index("R 221517Z") :]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][7:60])
def test_no_trace_is_left(case: dict[str, Any]) -> None:
    text = released(case)
    assert [name for name in case["gone"].split() if letters(name) in letters(text)] == []
    assert [said for said in case.get("left", ()) if said not in text] == []
    assert "221517Z SEP 09\nFM AMEMBASSY LIMA\nTO RUEHC/SECSTATE WASHDC" in text
    assert "UNCLAS LIMA 001292" in text
    assert "REF: STATE 090236" in text
