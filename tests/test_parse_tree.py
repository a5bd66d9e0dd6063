"""`redact parse` for a person: every field and portion, colour on a terminal only."""

import io
import re
import sys
from pathlib import Path

import pytest

import redact
from redact.cable.tree import cable_tree
from redact.cli.colour import paint, shows_colour
from redact.cli.main import run

SPECIMENS = sorted((Path(__file__).parent / "cases" / "specimens").glob("*.txt"))
_CODE = re.compile(r"\x1b\[[\d;]*m")


class Terminal(io.StringIO):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.stem)
def test_tree_names_every_portion_and_says_the_same_in_colour(path: Path) -> None:
    cable = redact.read(path.read_bytes())
    tree = cable_tree(cable)
    for portion in cable.portions:
        assert re.search(rf"^ *{portion.index}  line .*\b{portion.kind}", tree, re.MULTILINE)
    painted = cable_tree(cable, paint)
    assert painted != tree
    assert _CODE.sub("", painted) == tree


def test_tree_shows_the_whole_header() -> None:
    tree = cable_tree(redact.read(SPECIMENS[0].read_bytes()))
    header = redact.read(SPECIMENS[0].read_bytes()).header
    assert header.classified_by is not None
    assert f"{header.classified_by.name}, {header.classified_by.title}" in tree
    for addressee in (*header.to, *header.info):
        assert f"{addressee.route}/{addressee.name}" in tree
    assert all(one.id in tree for one in header.references if one.id)


def test_nothing_in_a_cable_moves_the_cursor() -> None:
    text = "CONFIDENTIAL LIMA 000412\nSUBJECT: A\x1b[2JB\n\n1. (C) \x1b]0;x\x07\x9b1m Text.\n"
    tree = cable_tree(redact.read(text.encode()))
    assert not re.search(r"[^\n -~\u00a1-\uffff]", tree)


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_is_shown_where_it_is_wanted(
    variables: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert shows_colour() is coloured


def test_no_colour_into_a_pipe(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert run(["parse", str(SPECIMENS[0])]) == 0
    assert b"\x1b" not in capfdbinary.readouterr().out
