"""`redact apply` and the commands that only look: results, where they go, exit status."""

import io
import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from redact.cli.main import run

CABLE = (
    "C O N F I D E N T I A L PARIS 001292\n\n"
    "E.O. 12958: DECL: 09/22/2019\nTAGS: PREL, FR\nSUBJECT: X\n\n"
    "1. (C) Florent Aydalot\nsaid so.\n\n2. (U) Open.\n\nRIVKIN\n"
)
COMMANDS = "apply batch parse marking declass check explain timeline verify policy".split()
BEFORE = ("--policy", "public", "--as-of", "2019-09-21")


@pytest.fixture(autouse=True)
def cables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two cables in the current folder, one on standard input."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CABLE.encode())))
    for name in ("one.txt", "two.txt"):
        Path(name).write_text(CABLE, "utf-8")


def output_of(capture: pytest.CaptureFixture[bytes], *command: str, status: int = 0) -> str:
    assert run(list(command)) == status
    return capture.readouterr().out.decode()


def document_of(capture: pytest.CaptureFixture[bytes], *command: str, status: int = 0) -> Any:
    return json.loads(output_of(capture, *command, status=status))


def test_release_goes_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    text = output_of(capfdbinary, "apply", "one.txt", *BEFORE)
    assert text.startswith("[RELEASED IN PART]\n")
    assert "1. (C) [2 lines not declassified. " in text
    assert "2. (U) Open.\n" in text
    assert "Aydalot" not in text


def test_standard_input_gives_the_same(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    file = output_of(capfdbinary, "apply", "one.txt", *BEFORE)
    assert output_of(capfdbinary, "apply", "-", *BEFORE, "--output", "-") == file


def test_the_day_itself_counts(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    command = ("apply", "one.txt", "--policy", "public.yaml", "--as-of", "2019-09-22")
    text = output_of(capfdbinary, *command)
    assert text.startswith("[RELEASED IN FULL]\n")
    assert text.endswith("]\n\n" + CABLE)


def test_output_and_manifest_are_files(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    text = output_of(capfdbinary, "apply", "one.txt", *BEFORE)
    places = ("--output", "release.txt", "--manifest", "manifest.json")
    assert output_of(capfdbinary, "apply", "one.txt", *BEFORE, *places) == ""
    assert Path("release.txt").read_text("utf-8") == text
    assert json.loads(Path("manifest.json").read_text("utf-8"))["schema"] == "redact/manifest/1"


def test_a_worksheet_lies_apart(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    text = output_of(capfdbinary, "apply", "one.txt", *BEFORE)
    assert output_of(capfdbinary, "apply", "one.txt", *BEFORE, "--worksheet", "sheet.html") == text
    assert "Aydalot" in Path("sheet.html").read_text("utf-8")
    assert run(["apply", "one.txt", "two.txt", *BEFORE, "--worksheet", "sheets/"]) == 0
    assert sorted(path.name for path in Path("sheets").iterdir()) == [
        "one.txt.worksheet.html",
        "two.txt.worksheet.html",
    ]


def test_output_replaces_a_file_and_follows_a_link() -> None:
    Path("old.txt").write_text("old")
    Path("link.txt").symlink_to("old.txt")
    assert run(["apply", "one.txt", *BEFORE, "--output", "link.txt"]) == 0
    assert Path("link.txt").is_symlink()
    assert Path("old.txt").read_text("utf-8").startswith("[RELEASED")


def test_output_has_the_mode_of_a_new_file() -> None:
    mask = os.umask(0o027)
    try:
        assert run(["apply", "one.txt", *BEFORE, "--output", "release.txt"]) == 0
    finally:
        os.umask(mask)
    assert stat.S_IMODE(Path("release.txt").stat().st_mode) == 0o640


def test_output_to_a_device_leaves_the_device() -> None:
    assert run(["apply", "one.txt", *BEFORE, "--output", "/dev/null"]) == 0
    assert Path("/dev/null").is_char_device()


def test_error_output_is_never_the_file_on_standard_input(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with Path("one.txt").open(encoding="utf-8") as given:
        monkeypatch.setattr(sys, "stdin", given)
        assert run(["apply", "-", *BEFORE, "--output", "nowhere/../one.txt"]) == 2
    assert b"over an input" in capfdbinary.readouterr().err
    assert Path("one.txt").read_text("utf-8") == CABLE


def test_output_through_a_folder_that_is_not_there_makes_none() -> None:
    command = ["apply", "one.txt", *BEFORE, "--output"]
    assert run([*command, "nowhere/../release.txt"]) == 0
    assert run([*command, "nowhere/../new/"]) == 0
    assert Path("release.txt").read_bytes() == Path("new/one.txt").read_bytes()
    assert not Path("nowhere").exists()


def test_folders_are_made_however_deep(tmp_path: Path) -> None:
    deep = "x/" * 1200
    assert run(["apply", "one.txt", *BEFORE, "--output", deep]) == 0
    assert Path(deep, "one.txt").exists()
    subprocess.run(["rm", "-r", "x"], check=True, cwd=tmp_path)  # deeper than Python can remove


def test_several_cables_go_into_a_folder() -> None:
    command = ["apply", "one.txt", "two.txt", *BEFORE]
    assert run([*command, "--output", "new/", "--manifest", "accounts/"]) == 0
    assert sorted(path.name for path in Path("new").iterdir()) == ["one.txt", "two.txt"]
    assert sorted(path.name for path in Path("accounts").iterdir()) == [
        "one.txt.manifest.json",
        "two.txt.manifest.json",
    ]


def test_several_cables_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    one = output_of(capfdbinary, "apply", "one.txt", *BEFORE, "--format", "json")
    both = output_of(capfdbinary, "apply", "one.txt", "two.txt", *BEFORE, "--format", "json")
    assert both == one + one


def test_error_of_one_cable_keeps_the_others() -> None:
    assert run(["apply", "nowhere.txt", "two.txt", *BEFORE, "--output", "new/"]) == 2
    assert Path("new/two.txt").exists()


def test_as_of_today_is_said_unless_quiet(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run(["apply", "one.txt", "--policy", "public"])
    assert b"today in UTC" in capfdbinary.readouterr().err
    run(["apply", "one.txt", "--policy", "public", "--quiet"])
    assert capfdbinary.readouterr().err == b""


def test_parse(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    document = document_of(capfdbinary, "parse", "one.txt", "--format", "json")
    assert document["schema"] == "redact/cable/1"
    assert output_of(capfdbinary, "parse", "one.txt") != ""


def test_marking(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    document = document_of(capfdbinary, "marking", "(S//NF)", "--format", "json")
    assert document["schema"] == "redact/marking/1"
    assert document["banner"] == "SECRET//NOFORN"
    assert "SECRET//NOFORN" in output_of(capfdbinary, "marking", "(S//NF)")


def test_markings_roll_up(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    documents = document_of(capfdbinary, "marking", "(C)", "(S)", "--format", "json")
    assert [document["text"] for document in documents] == ["(C)", "(S)", None]
    assert documents[-1]["roll_up"] is True


def test_error_in_a_marking_is_status_1(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    document = document_of(capfdbinary, "marking", "(S//XYZZY)", "--format", "json", status=1)
    assert any(finding["level"] == "error" for finding in document["findings"])


def test_declass(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    command = ("declass", "DECL: 09/22/2019", "--dated", "2009-09-22", "--as-of", "2019-09-22")
    document = document_of(capfdbinary, *command, "--format", "json")
    assert document["effective"]["date"] == "2019-09-22"
    assert document["declassified"] is True
    assert "2019-09-22" in output_of(capfdbinary, *command)


def test_explain_one_portion(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    parsed = document_of(capfdbinary, "parse", "one.txt", "--format", "json")
    chosen = next(item["index"] for item in parsed["portions"] if item["number"] == "1")
    command = ("explain", "one.txt", *BEFORE, "--portion", str(chosen))
    document = document_of(capfdbinary, *command, "--format", "json")
    assert [(item["index"], item["decision"]) for item in document["portions"]] == [
        (chosen, "withhold")
    ]
    text = output_of(capfdbinary, *command)
    assert "2019-09-22" in text
    assert "Aydalot" not in text


def test_policy_list_show_check(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert "public" in output_of(capfdbinary, "policy", "list")
    assert document_of(capfdbinary, "policy", "show", "public", "--format", "json")
    assert "Release to the public" in output_of(capfdbinary, "policy", "show", "public")
    assert output_of(capfdbinary, "policy", "check", "public") == "public: valid\n"


def test_error_in_a_policy_is_status_1_a_line_each(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    Path("bad.yaml").write_text("redact: 1\nname: bad\nrulez: []\n")
    assert run(["policy", "check", "bad.yaml", "public"]) == 1
    out, err = capfdbinary.readouterr()
    assert out == b"public: valid\n"
    assert all(line.startswith(b"bad.yaml:") for line in err.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_a_page(
    command: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    page = Path(__file__).parent.parent / "docs/reference/commands.md"
    text = output_of(capfdbinary, command, "--help")
    assert text.startswith(f"Usage: redact {command}")
    assert f"## `redact {command}" in page.read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_stands_on_the_page_of_its_command(
    command: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    page = Path(__file__).parent.parent / "docs/reference/commands.md"
    section = page.read_text("utf-8").split(f"## `redact {command}")[1].split("\n## ")[0]
    options = set(re.findall(r"--[a-z-]+", output_of(capfdbinary, command, "--help")))
    assert options - {"--help"} <= set(re.findall(r"--[a-z-]+", section))


def test_the_example_on_the_page_has_run(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    page = Path(__file__).parent.parent / "docs/reference/commands.md"
    shown = page.read_text("utf-8").split("```console\n$ redact apply ")[1].split("```")[0]
    command, expected = shown.split("\n", 1)
    Path("cable.txt").write_text(
        "C O N F I D E N T I A L PARIS 001292\n\n"
        "E.O. 12958: DECL: 09/22/2019\nTAGS: PREL, FR\nSUBJECT: WHAT THE MINISTER SAID\n\n"
        "Classified By: DCM John Roe, Reasons 1.4(b), (d).\n\n"
        "1. (C) The minister spoke\nand left.\n\n"
        "2. (U) The press reported the meeting.\n\n"
        "RIVKIN\n"
    )
    assert output_of(capfdbinary, "apply", *command.split()) == expected
