"""What the command line refuses: status 2, one line that helps, no word of a cable, no new file."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from redact.cli.main import run

CASES = json.loads((Path(__file__).parent / "cases/cli_refusals.json").read_text("utf-8"))
CABLE = "C O N F I D E N T I A L PARIS 001292\n\nSUBJECT: X\n\n1. (C) Florent Aydalot.\n\nRIVKIN\n"
SECRETS = ("Florent", "Aydalot", "RIVKIN")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The files that the cases name, in a folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    contents = {
        "cable": CABLE.encode(),
        "other": CABLE.encode(),
        "empty": b"",
        "blank": b" \n\n",
        "binary": bytes(range(256)) * 8,
        "broken": b"redact: 1\nrules: Aydalot\n",
        "own": b"redact: 1\nname: own\nextends: base.yaml\n",
        "base": b"redact: 1\nname: base\n",
    }
    names = {
        name: f"{name}.{'yaml' if data.startswith(b'redact') else 'txt'}"
        for name, data in contents.items()
    }
    for name, data in contents.items():
        Path(names[name]).write_bytes(data)
    with open("huge.txt", "wb") as huge:
        huge.truncate(100 * 1024 * 1024)
    os.link("cable.txt", "hardlink.txt")
    os.symlink("cable.txt", "symlink.txt")
    os.symlink("circle.txt", "circle.txt")
    Path("cables").mkdir()
    Path("cables/cable.txt").write_text(CABLE)
    names |= {"huge": "huge.txt", "hardlink": "hardlink.txt", "symlink": "symlink.txt"}
    names |= {"circle": "circle.txt"}
    return names | {"folder": "cables", "long": "Aydalot" * 40, "deep": "x/" * 3000}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_error_is_one_line_that_helps(
    case: dict[str, Any], places: dict[str, str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    before = _everything()
    status = run([argument.format_map(places) for argument in case["args"]])
    out, err = capfdbinary.readouterr()
    lines = [line for line in err.decode().splitlines() if "today in UTC" not in line]
    assert status == 2
    assert out == b""
    assert len(lines) == 1
    assert case["says"] in lines[0]
    assert not any(secret in lines[0] for secret in SECRETS)
    assert _everything() == before


def _everything() -> dict[Path, int]:
    """All that lies in the current folder; of files also when they were written."""
    found = Path().rglob("*")
    return {path: 0 if path.is_dir() else path.lstat().st_mtime_ns for path in found}


def test_there_are_at_least_twenty_refusals() -> None:
    assert len(CASES) >= 20


def test_error_defect_shows_neither_traceback_nor_text(
    places: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    def defect(*_: object, **__: object) -> None:
        raise KeyError("Florent Aydalot")

    monkeypatch.setattr("redact.release.rendering.render", defect)
    command = ["apply", places["cable"], "--policy", "public", "--quiet", "--output", "new.txt"]
    assert run(command) == 2
    err = capfdbinary.readouterr().err
    assert err.startswith(b"redact: internal error (KeyError)")
    assert err.count(b"\n") == 1
    assert b"Aydalot" not in err
    assert not Path("new.txt").exists()


def test_error_out_of_memory_is_one_line(
    places: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("redact.release.rendering.render", exhausted)
    assert run(["apply", places["cable"], "--policy", "public", "--quiet"]) == 2
    assert capfdbinary.readouterr().err == b"redact: not enough memory; give smaller sources\n"
