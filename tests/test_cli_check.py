"""`redact check`: lines and JSON, several cables, exit status."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from redact.cli.main import run

HEAD = (
    "R 011422Z MAR 04\nFM AMEMBASSY REYKJAVIK\nTO SECSTATE WASHDC\n"
    "C O N F I D E N T I A L REYKJAVIK 000044\nE.O. 12958: DECL: 02/28/2014\n"
    "SUBJECT: (U) CAPELIN\nClassified By: DCM Jane Roe, Reasons 1.4(b).\n"
)
IN_ORDER = f"{HEAD}1. (C) The recount was ordered.\n"
MARK_MISSING = f"{HEAD}1. The Wickremanayake recount was ordered.\n"
ABOVE = f"{HEAD}1. (S) The Wickremanayake recount was ordered.\n"
ON = ("--as-of", "2010-01-01")


@pytest.fixture(autouse=True)
def cables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cable of each kind in the current folder, the last on standard input too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ABOVE.encode())))
    named = {"order.txt": IN_ORDER, "missing.txt": MARK_MISSING, "above.txt": ABOVE}
    for name, text in named.items():
        Path(name).write_text(text, "utf-8")


Output = pytest.CaptureFixture[bytes]


def printed(capture: Output, *command: str, status: int) -> tuple[str, str]:
    """Standard output and standard error of a command that ends with `status`."""
    assert run(["check", *command]) == status
    captured = capture.readouterr()
    return captured.out.decode(), captured.err.decode()


def document(capture: Output, *command: str, status: int) -> dict[str, Any]:
    out, _ = printed(capture, *command, *ON, "--format", "json", status=status)
    read: dict[str, Any] = json.loads(out)
    return read


def test_nothing_found_is_said(capfdbinary: Output) -> None:
    assert printed(capfdbinary, "order.txt", *ON, status=0) == ("order.txt: no findings\n", "")


def test_a_warning_is_no_failure(capfdbinary: Output) -> None:
    out, _ = printed(capfdbinary, "missing.txt", *ON, status=0)
    assert out.startswith("missing.txt:8:1: warning: marking/portion-mark-missing: ")


def test_an_error_is_one(capfdbinary: Output) -> None:
    out, err = printed(capfdbinary, "above.txt", *ON, status=1)
    assert "above.txt:8:4: error: marking/portion-above-banner: " in out
    assert "Wickremanayake" not in out + err


def test_standard_input_gives_the_same(capfdbinary: Output) -> None:
    file, _ = printed(capfdbinary, "above.txt", *ON, status=1)
    stream, _ = printed(capfdbinary, "-", *ON, status=1)
    assert stream == file.replace("above.txt:", "-:")


def test_several_cables_stand_in_the_order_given(capfdbinary: Output) -> None:
    read = document(capfdbinary, "order.txt", "above.txt", "missing.txt", status=1)
    assert [cable["name"] for cable in read["cables"]] == ["order.txt", "above.txt", "missing.txt"]
    assert [bool(cable["findings"]) for cable in read["cables"]] == [False, True, True]


def test_a_document_has_every_field_of_the_contract(capfdbinary: Output) -> None:
    read = document(capfdbinary, "missing.txt", status=0)
    assert list(read) == ["schema", "as_of", "cables"]
    assert (read["schema"], read["as_of"]) == ("redact/findings/1", "2010-01-01")
    (finding,) = read["cables"][0]["findings"]
    names = "code level message start end authority remedy line column"
    assert list(finding) == names.split()
    assert MARK_MISSING[finding["start"] : finding["end"]] == "1"
    assert (finding["line"], finding["column"]) == (8, 1)


def test_without_a_date_it_is_today_and_said(capfdbinary: Output) -> None:
    _, err = printed(capfdbinary, "order.txt", status=0)
    assert err.startswith("redact: as of 2")
    assert printed(capfdbinary, "order.txt", "--quiet", status=0)[1] == ""


def test_error_one_cable_that_cannot_be_read_leaves_the_others(capfdbinary: Output) -> None:
    out, err = printed(capfdbinary, "nowhere.txt", "above.txt", *ON, status=2)
    assert "above.txt:8:4: error: " in out
    assert err == "nowhere.txt: no such file; check the path\n"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--format", "xml"), "--format has no such value; choose one of: table, json, sarif"),
        (("--due-within", "-1"), "--due-within is below 0"),
        (("--due-within", "soon"), "--due-within has no such value"),
        (("--as-of", "1 May"), "--as-of is not a date of the calendar"),
        (("-", "-"), "standard input can be read only once"),
    ],
)
def test_error_what_cannot_be_done(
    options: tuple[str, ...], says: str, capfdbinary: Output
) -> None:
    out, err = printed(capfdbinary, "order.txt", *options, status=2)
    assert out == ""
    assert says in err
