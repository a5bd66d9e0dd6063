"""Cables a hostile reviewer wrote: what each must not give out, and what it need not hold back.

`attacks.json` and `over-withheld.json` name the rule of every row: sections of the pages on
cables, markings, declassification and release, R- and K-numbers as there. Every row is read by
itself and released by `public`, in the format people read and in the one machines read.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import redact

CASES = Path(__file__).parent / "cases"
PUBLIC = redact.load_policy("public")
AS_OF = date(2012, 1, 1)
FORMATS = ["text", "json"]
Row = dict[str, Any]


def _rows(name: str) -> list[Row]:
    rows: list[Row] = json.loads((CASES / name).read_text("utf-8"))
    return rows


def _by_id(row: Row) -> str:
    return str(row["id"])


ATTACKS = _rows("attacks.json")
OVER_WITHHELD = _rows("over-withheld.json")


def _released(row: Row, format_: str) -> str:
    """All of a release, or of a public JSON document what its portions say."""
    as_of = date.fromisoformat(row["as_of"])
    return redact.apply(row["cable"].encode(), PUBLIC, as_of, format=format_).text


def _text_of(release: str, format_: str) -> str:
    if format_ == "text":
        return release
    return "".join(portion["text"] for portion in json.loads(release)["portions"])


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("row", ATTACKS, ids=_by_id)
def test_what_a_rule_withholds_stands_nowhere_in_the_release(row: Row, format_: str) -> None:
    assert row["token"].casefold() not in _released(row, format_).casefold(), row["rule"]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("row", OVER_WITHHELD, ids=_by_id)
def test_what_no_rule_withholds_comes_out(row: Row, format_: str) -> None:
    assert row["token"] in _text_of(_released(row, format_), format_), row["rule"]


@pytest.mark.parametrize("row", [row for row in OVER_WITHHELD if "form" in row], ids=_by_id)
def test_a_header_that_was_held_back_reads_as_its_form_says(row: Row) -> None:
    header = redact.read(row["cable"].encode()).header
    found = {
        "captions": [caption.name for caption in header.captions],
        "reasons": list(header.reasons),
    }
    for field, value in row["form"].items():
        assert found[field] == value, row["rule"]


@pytest.mark.parametrize("rows", [ATTACKS, OVER_WITHHELD], ids=["attacks", "over-withheld"])
def test_every_row_has_a_name_of_its_own_and_holds_its_word(rows: list[Row]) -> None:
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(row["token"].casefold() in row["cable"].casefold() for row in rows)


HEADER = "CONFIDENTIAL LIMA 000412\nE.O. 12958: DECL: 09/22/2019\nTAGS: PREL\nSUBJECT: (U) X\n"
BODY = "\n1. (C) x\n"
RULES = {
    "dashes-and-a-plus": HEADER + BODY + "\n" + "-" * 60 + "+\n",
    "dashes-and-a-channel-number": HEADER + BODY + "\n" + "-" * 60 + " 062281\n",
    "underscores-and-a-word": HEADER + BODY + "\n" + "_" * 60 + " Date:\n",
    "equals-and-a-word": HEADER + BODY + "\n" + "=" * 60 + " TABLE\n",
    "dashes-in-the-header": HEADER + "-" * 60 + " 062281\n" + BODY,
    "dashes-in-the-envelope": "-" * 60 + "+\n" + HEADER + BODY,
}
"""A rule with something behind it: once exponential in its length (more than a minute at 56)."""


@pytest.mark.parametrize("cable", RULES.values(), ids=RULES)
def test_a_long_rule_with_something_behind_it_is_read(cable: str) -> None:
    """In a process of its own, so that a pattern gone wild fails here and stops nothing else."""
    command = [sys.executable, "-m", "redact", "apply", "-", "--policy", "public"]
    done = subprocess.run(
        [*command, "--as-of", AS_OF.isoformat()],
        input=cable.encode(),
        cwd=Path(redact.__file__).parents[1],
        capture_output=True,
        timeout=30,
    )
    assert done.returncode == 0


GROWING: dict[str, Callable[[int], str]] = {
    "blanks-at-the-start-of-the-file": lambda size: " " * size + "x\n" + HEADER + BODY,
    "blanks-at-the-start-of-a-line": lambda size: HEADER + BODY + " " * size + "x\n",
    "tabs-at-the-start-of-a-line": lambda size: HEADER + BODY + "\t" * size + "x\n",
    "blank-lines-at-the-start-of-the-file": lambda size: "\n" * size + HEADER + BODY,
    "blanks-in-a-reference": lambda size: HEADER + "REF: A." + " " * size + "x\n" + BODY,
    "tabs-in-a-reference": lambda size: HEADER + "REF: A." + "\t" * size + "x\n" + BODY,
    "blanks-in-a-framed-heading": lambda size: HEADER + BODY + "\n--- a" + " " * size + "b\n",
    "lines-of-a-subject": lambda size: (
        HEADER.replace("(U) X\n", "X\n" + "MORE WORDS HERE\n" * (size // 2)) + BODY
    ),
    "tags": lambda size: HEADER.replace("PREL", "PREL, " * size) + BODY,
}
SIZE, TIMES, TURNS = 2000, 4, 3


def _seconds(cable: str) -> float:
    started = time.process_time()
    redact.apply(cable.encode(), PUBLIC, AS_OF)
    return time.process_time() - started


@pytest.mark.parametrize("cable_of", GROWING.values(), ids=GROWING)
def test_time_grows_with_length_and_not_with_its_square(cable_of: Callable[[int], str]) -> None:
    """Four times the length: linear is four, square is sixteen. No two lengths are alike, so that
    nothing is answered from memory."""
    short = min(_seconds(cable_of(SIZE + turn)) for turn in range(TURNS))
    long = min(_seconds(cable_of(TIMES * SIZE + turn)) for turn in range(TURNS))
    assert long / short < 2 * TIMES
