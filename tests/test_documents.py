"""The documents run: what a page shows is what the command line says.

In a block ```` ```console ```` a line beginning with `$ ` is a command and what follows is its
output, standard output and standard error together; a line `…` stands for any lines, `…` within a
line for any characters. `make` is not run: what `make demo` prints are commands of its own. A block
with `file=NAME` is saved under that name first. Each page has a folder of its own, with a copy of
the golden cases.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from redact.cli.main import run

ROOT = Path(__file__).parent.parent
PAGES = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
RUN_APART = {"docs/reference/commands.md"}
"""Pages whose examples another test runs."""
RUNNING = [
    page
    for page, name in zip(PAGES, NAMES, strict=True)
    if "```console" in page.read_text("utf-8") and name not in RUN_APART
]

_BLOCK = re.compile(r"^```([a-z]+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
_PLAIN = re.compile(r"redact [^|;&<>$*]+")
"""A command that needs no shell and is run in this process, which is quicker."""
_ANY = "…"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the golden cases and a `redact` of this checkout."""
    shutil.copytree(ROOT / "fixtures" / "golden", tmp_path / "fixtures" / "golden")
    for name, arguments in (("redact", " -m redact.cli.main"), ("python", "")):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n')
        program.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("page", RUNNING, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_print_what_the_page_shows(
    page: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.chdir(folder)
    for kind, what, text in steps(page.read_text("utf-8")):
        if kind == "file":
            Path(what).write_bytes(text.encode())
            continue
        if _PLAIN.fullmatch(what):
            run(shlex.split(what)[1:])
            printed = capfdbinary.readouterr()
            output = (printed.err + printed.out).decode()
        else:
            output = run_in_shell(what, folder)
        assert fits(text, output), f"{what}\n{output}"


def test_the_demo_prints_what_the_readme_shows(folder: Path) -> None:
    shutil.copy(ROOT / "fixtures" / "demo.sh", folder / "fixtures")
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = readme.split("$ make demo\n")[1].split("```")[0]
    output = run_in_shell("sh fixtures/demo.sh", folder)
    assert fits(shown, output), output


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_links_lead_to_pages_that_exist(page: Path) -> None:
    targets = _LINK.findall(page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_page_is_in_the_table_of_contents() -> None:
    index = ROOT / "docs" / "index.md"
    named = {
        (index.parent / target).resolve() for target in _LINK.findall(index.read_text("utf-8"))
    }
    assert {page for page in (ROOT / "docs").rglob("*.md") if page != index} <= named


@pytest.mark.parametrize(
    ("shown", "output", "holds"),
    [
        ("one\ntwo\n", "one\ntwo\n", True),
        ("one\n…\n", "one\ntwo\nthree\n", True),
        ("one\n…\n", "one\n", True),
        ("…\nthree\n", "one\ntwo\nthree\n", True),
        ("", "", True),
        ("one\n", "one\ntwo\n", False),
        ("one\n…\nfour\n", "one\ntwo\nthree\n", False),
        ("on.\n", "one\n", False),
        ("o…e\n", "one\n", True),
        ("o…e\n", "one\ntwo\ne\n", False),
    ],
)
def test_an_ellipsis_stands_for_any_lines(shown: str, output: str, *, holds: bool) -> None:
    assert fits(shown, output) is holds


def steps(page: str) -> Iterator[tuple[str, str, str]]:
    """What a page does, in order: `("file", name, text)` or `("run", command, output)`."""
    for language, name, text in _BLOCK.findall(page):
        if name:
            yield "file", name, text
        elif language == "console":
            for command, output in _COMMAND.findall(text):
                if not command.startswith("make "):
                    yield "run", command, output


def run_in_shell(command: str, folder: Path) -> str:
    """What a shell prints in `folder`."""
    environment = {
        "PATH": f"{folder / 'bin'}:{os.defpath}:{os.environ.get('PATH', '')}",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=60,
    )
    return done.stdout.decode()


def fits(shown: str, output: str) -> bool:
    """Whether an output is what a page shows of it; blank lines at the end do not count."""
    pattern = "".join(
        "(?:.*\n)*?" if line == _ANY else re.escape(line).replace(_ANY, ".*") + "\n"
        for line in shown.rstrip("\n").splitlines()
    )
    lines = output.rstrip("\n").splitlines()
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines)) is not None
