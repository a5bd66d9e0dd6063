"""The command line as a process: closed pipes, signals, bytes of the locale, cost of a start."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

import redact

ROOT = str(Path(redact.__file__).parent.parent)
REDACT = [sys.executable, "-m", "redact.cli.main"]
CABLE = "C O N F I D E N T I A L PARIS 001292\n\nSUBJECT: X\n\n1. (U) Été.\n\nRIVKIN\n"
APPLY = ["apply", "cable.txt", "--policy", "public", "--as-of", "2009-09-23"]


def environment(**changes: str) -> dict[str, str]:
    path = os.pathsep.join(filter(None, [ROOT, os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path, **changes}


def redact_in(
    folder: Path, *arguments: str | bytes, **options: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*REDACT, *arguments],
        cwd=folder,
        env=environment(**options),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cable.txt").write_text(CABLE, "utf-8")
    return tmp_path


def in_shell(folder: Path, command: str) -> subprocess.CompletedProcess[bytes]:
    called = " ".join(REDACT)
    return subprocess.run(
        ["/bin/sh", "-c", command.replace("redact", called, 1)],
        cwd=folder,
        env=environment(),
        capture_output=True,
        timeout=60,
    )


def test_a_reader_that_leaves_is_no_error(folder: Path) -> None:
    long = "".join(f"{number}. (U) {'x' * 60}\n\n" for number in range(1, 5000))
    (folder / "cable.txt").write_text(CABLE + long, "utf-8")
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as pipe:
        done = subprocess.run(
            [*REDACT, *APPLY],
            cwd=folder,
            env=environment(),
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 141
    assert done.stderr == b""


def test_error_closed_standard_output(folder: Path) -> None:
    done = in_shell(folder, f"redact {' '.join(APPLY)} >&-")
    assert done.returncode == 2
    assert done.stderr.startswith(b"standard output: cannot be written")
    assert done.stderr.count(b"\n") == 1


def test_error_full_standard_output(folder: Path) -> None:
    done = in_shell(folder, f"redact {' '.join(APPLY)} > /dev/full")
    assert done.returncode == 2
    assert b"no space left" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_error_closed_standard_input(folder: Path) -> None:
    done = in_shell(folder, "redact apply - --policy public --quiet <&-")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_closed_standard_error_loses_nothing(folder: Path) -> None:
    done = in_shell(folder, "redact apply cable.txt --policy public 2>&-")
    assert done.returncode == 0
    assert done.stdout.startswith(b"[RELEASED")


def test_output_is_utf8_whatever_the_locale(folder: Path) -> None:
    plain = redact_in(folder, *APPLY)
    other = redact_in(folder, *APPLY, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "Été".encode() in plain.stdout
    assert other.stdout == plain.stdout
    assert other.returncode == plain.returncode == 0


def test_error_file_name_that_is_not_utf8(folder: Path) -> None:
    done = redact_in(folder, "apply", b"caf\xe9.txt", "--policy", "public", "--quiet")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"no such file" in done.stderr


def test_interrupted_batch_leaves_whole_files_and_no_summary(folder: Path) -> None:
    source = folder / "source"
    source.mkdir()
    for number in range(4000):
        (source / f"{number:04}.txt").write_text(CABLE, "utf-8")
    command = ["batch", "source", "--policy", "public", "--as-of", "2009-09-23", "--output", "out"]
    process = subprocess.Popen(
        [*REDACT, *command],
        cwd=folder,
        env=environment(),
        stderr=subprocess.PIPE,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),
    )
    wait_for(folder / "out" / "0003.txt")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == b""
    assert not (folder / "out.account" / "summary.json").exists()
    manifest = (folder / "out.account" / "manifest.jsonl").read_bytes()
    assert manifest.endswith(b"}\n")
    assert len({path.stat().st_size for path in (folder / "out").iterdir()}) == 1


def test_terminated_apply_leaves_nothing_half_written(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    pipe = os.open(folder / "pipe", os.O_RDWR)
    command = [*REDACT, "apply", "pipe", "--policy", "public", "--output", "new.txt"]
    process = subprocess.Popen(
        command, cwd=folder, env=environment(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    assert process.stderr is not None
    assert b"today in UTC" in process.stderr.readline()
    os.write(pipe, CABLE.encode())
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        process.terminate()  # again: what is raised in a callback of the interpreter is dropped
        time.sleep(0.5)
    process.communicate(timeout=60)
    os.close(pipe)
    assert process.returncode == 143
    assert sorted(path.name for path in folder.iterdir()) == ["cable.txt", "pipe"]


def test_version_starts_without_typer(folder: Path) -> None:
    done = redact_in(folder, "--version", PYTHONPROFILEIMPORTTIME="1")
    assert done.stdout == f"redact {redact.__version__}\n".encode()
    for module in (b"typer", b"lark", b"yaml", b"rich"):
        assert b" " + module + b"\n" not in done.stderr


def test_no_command_imports_rich(folder: Path) -> None:
    done = redact_in(folder, *APPLY, PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    assert b" rich\n" not in done.stderr


def test_no_colour_is_ever_written(folder: Path) -> None:
    for options in ({}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}):
        done = redact_in(folder, "--help", **options)
        assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_the_commands(folder: Path, shell: str) -> None:
    options = {"_REDACT_COMPLETE": f"complete_{shell}", "COMP_WORDS": "redact ", "COMP_CWORD": "1"}
    more = {"_TYPER_COMPLETE_ARGS": "redact ", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    done = redact_in(folder, **options, **more)
    assert all(name in done.stdout for name in (b"apply", b"batch", b"policy"))


def wait_for(path: Path) -> None:
    for _ in range(3000):
        if path.exists():
            return
        time.sleep(0.01)
    raise AssertionError("the batch did not begin")
