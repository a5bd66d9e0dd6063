"""A batch: every file has its lot and its line, the same whatever order the folder keeps."""

import json
import os
import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from redact.cable.reading import read
from redact.cli.main import run
from redact.corpus.writing import write_new

CABLE = "C O N F I D E N T I A L PARIS 001292\n\nSUBJECT: X\n\n1. (C) Florent Aydalot.\n\nRIVKIN\n"
LINE = {"path", "sha256", "outcome", "released", "withheld", "output_sha256", "error"}


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with cables at two depths, in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = Path("cables")
    for name in ("b.txt", "a/c.txt", "a/b/d.txt", "a.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(CABLE, "utf-8")
    return folder


def batch(*more: str, output: str = "out") -> int:
    fixed = ("--policy", "public", "--as-of", "2019-09-21", "--quiet")
    return run(["batch", "cables", *fixed, "--output", output, *more])


def lines(account: str = "out.account") -> list[dict[str, Any]]:
    text = Path(account, "manifest.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def files(folder: str) -> dict[str, bytes]:
    found = (path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def sparse(path: Path) -> None:
    with path.open("xb") as stream:
        stream.truncate(1 << 27)


def failures() -> dict[str, str]:
    return {line["path"]: line["error"]["code"] for line in lines() if line["error"]}


def test_every_cable_comes_out_at_its_path(source: Path) -> None:
    assert batch() == 0
    assert sorted(files("out")) == ["a.txt", "a/b/d.txt", "a/c.txt", "b.txt"]
    assert all(b"Aydalot" not in data for data in files("out").values())


def test_a_release_of_a_batch_is_that_of_apply(source: Path) -> None:
    batch()
    command = ["apply", "cables/a.txt", "--policy", "public", "--as-of", "2019-09-21"]
    assert run([*command, "--output", "alone.txt"]) == 0
    assert Path("alone.txt").read_bytes() == files("out")["a.txt"]


def test_account_has_a_line_a_cable_in_the_order_of_paths(source: Path) -> None:
    batch()
    found = lines()
    assert [line["path"] for line in found] == ["a.txt", "a/b/d.txt", "a/c.txt", "b.txt"]
    assert all(set(line) == LINE for line in found)
    assert found[0]["sha256"] == sha256(CABLE.encode()).hexdigest()
    assert found[0]["output_sha256"] == sha256(files("out")["a.txt"]).hexdigest()
    assert found[0]["error"] is None


def test_summary_counts(source: Path) -> None:
    (source / "empty.txt").touch()
    (source / ".hidden").touch()
    assert batch() == 1
    summary = json.loads(Path("out.account/summary.json").read_text("utf-8"))
    assert summary["schema"] == "redact/summary/1"
    assert (summary["files"], summary["cables"]) == (6, 4)
    assert (summary["failed"], summary["skipped"]) == (1, 1)
    assert summary["portions"]["withheld"] == sum(line["withheld"] for line in lines())


def test_report_holds_no_text_and_no_script(source: Path) -> None:
    (source / "<script>.txt").write_text(CABLE, "utf-8")
    batch()
    report = Path("out.account/report.html").read_text("utf-8")
    assert "<script" not in report
    assert "&lt;script&gt;.txt" in report
    assert "Aydalot" not in report


def test_same_in_same_out(source: Path) -> None:
    batch()
    shutil.copytree("cables", "again")
    shutil.rmtree("cables")
    for name in sorted(files("again"), reverse=True):
        Path("cables", name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path("again", name), Path("cables", name))
    batch(output="two")
    assert files("two") == files("out")
    assert files("two.account") == files("out.account")


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("empty", lambda path: path.touch(), "corpus/empty"),
        ("binary", lambda path: path.write_bytes(bytes(range(256)) * 8), "cable/not-text"),
        ("pipe", os.mkfifo, "corpus/not-a-file"),
        ("out-link", lambda path: path.symlink_to("/etc/hostname"), "corpus/outside-link"),
        ("up-link", lambda path: path.symlink_to("../alien.txt"), "corpus/outside-link"),
        ("dead-link", lambda path: path.symlink_to("nowhere"), "corpus/outside-link"),
        ("circle", lambda path: path.symlink_to("circle"), "corpus/outside-link"),
        ("folder-link", lambda path: path.symlink_to("a"), "corpus/linked-folder"),
        ("huge", sparse, "corpus/too-large"),
    ],
)
def test_error_of_one_file_never_stops_the_rest(
    source: Path, name: str, make: Any, code: str
) -> None:
    Path("alien.txt").write_text(CABLE, "utf-8")
    make(source / name)
    assert batch() == 1
    assert failures() == {name: code}
    assert len(files("out")) == 4


def test_a_link_that_stays_inside_is_a_cable(source: Path) -> None:
    (source / "link.txt").symlink_to("a/c.txt")
    assert batch() == 0
    assert files("out")["link.txt"] == files("out")["a/c.txt"]


def test_hidden_files_are_left_out_and_said(source: Path) -> None:
    (source / ".git").mkdir()
    (source / ".git/config").write_text(CABLE, "utf-8")
    assert batch() == 0
    assert failures() == {".git": "corpus/hidden-file"}
    assert ".git/config" not in files("out")


def test_file_name_that_is_not_utf8(source: Path) -> None:
    (source / os.fsdecode(b"caf\xe9.txt")).write_text(CABLE, "utf-8")
    assert batch() == 0
    assert b"caf\xe9.txt" in os.listdir(b"out")
    assert "caf\udce9.txt" in [line["path"] for line in lines()]


def test_error_defect_of_one_cable_never_stops_the_rest(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def defect(data: bytes, *, name: str) -> Any:
        if name == "a/c.txt":
            raise IndexError("Florent Aydalot")
        return read(data, name=name)

    monkeypatch.setattr("redact.corpus.batch.read", defect)
    assert batch() == 1
    assert failures() == {"a/c.txt": "corpus/internal-error"}
    assert "Aydalot" not in Path("out.account/manifest.jsonl").read_text("utf-8")


def test_error_release_that_cannot_be_written_has_a_line(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: Path, data: Iterable[bytes]) -> None:
        if target.name == "c.txt":
            raise OSError(28, "No space left on device")
        write_new(target, data)

    monkeypatch.setattr("redact.corpus.batch.write_new", full)
    assert batch() == 1
    assert failures() == {"a/c.txt": "corpus/unwritable"}


def test_empty_output_folder_is_used_and_a_used_one_refused(source: Path) -> None:
    Path("out").mkdir()
    assert batch() == 0
    before = files("out")
    assert batch() == 2
    assert files("out") == before


def test_account_lies_where_it_is_told(source: Path) -> None:
    assert batch("--account", "elsewhere") == 0
    assert sorted(files("elsewhere")) == ["manifest.jsonl", "report.html", "summary.json"]
    assert not Path("out.account").exists()


def test_public_documents_of_a_batch(source: Path) -> None:
    assert batch("--format", "json") == 0
    assert json.loads(files("out")["a.txt"])["schema"] == "redact/release/1"


def test_empty_folder_is_a_batch_of_nothing(source: Path) -> None:
    shutil.rmtree("cables")
    Path("cables").mkdir()
    assert batch() == 0
    assert lines() == []
