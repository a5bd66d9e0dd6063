"""One telegram in several files, joined in the order of its SECTION lines."""

import gzip
from pathlib import Path

import pytest

from redact.cable.joining import read_sections
from redact.cli.main import run
from redact.errors import ReadError

HEAD = (
    "VZCZCXRO221{0}\nOO RUEHLMC\nDE RUEHPE #0412/0{0} 0402241\nZNY SSSSS ZZH\nO 092241Z FEB 07\n"
    "FM AMEMBASSY LIMA\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 3908\nBT\n"
    "S E C R E T SECTION 0{0} OF 03 LIMA 000412\n\nSIPDIS\n\nE.O. 12958: DECL: 02/08/2032\n"
    "TAGS: PREL, SNAR, PE\nSUBJECT: (C) RIVER PATROLS\n\n"
)
TEXTS = ("1. (S) The navy wants boats and\n", "the money for them.\n\n2. (U) It is\n", "late.\n")
SECTIONS = [HEAD.format(at) + text for at, text in enumerate(TEXTS, 1)]
FILES = [(text.encode(), f"telegram.sec{at}") for at, text in enumerate(SECTIONS, 1)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_sections_are_joined_in_the_order_they_state(order: tuple[int, ...]) -> None:
    cable = read_sections([FILES[at] for at in order])
    assert cable.source.text == "".join(SECTIONS)
    assert [section.number for section in cable.header.sections] == [1, 2, 3]
    numbered = [portion.number for portion in cable.portions if portion.number]
    assert numbered == ["1", "2"]
    assert "".join(map(cable.text_of, cable.portions)) == cable.source.text


def test_section_without_a_last_line_end_gets_one() -> None:
    cut = [(data.rstrip(), name) for data, name in FILES]
    assert read_sections(cut).source.text == "".join(SECTIONS)


def test_packed_sections_are_joined() -> None:
    mixed = [(gzip.compress(FILES[0][0]), "a.gz"), *FILES[1:]]
    assert read_sections(mixed).source.encoding == "gzip+utf-8, utf-8"


OTHER = (FILES[1][0].replace(b"LIMA 000412", b"LIMA 000413"), "other")
YEAR_BEFORE = (FILES[1][0].replace(b"FEB 07", b"FEB 06"), "year-before")
REFUSED = {
    "missing-first": (FILES[1:], "cable/missing-section"),
    "missing-last": (FILES[:2], "cable/missing-section"),
    "doubled": ([*FILES, FILES[1]], "cable/doubled-section"),
    "mixed": ([FILES[0], OTHER, FILES[2]], "cable/mixed-sections"),
    "a-year-apart": ([FILES[0], YEAR_BEFORE, FILES[2]], "cable/mixed-sections"),
    "plain-text": ([FILES[0], (b"1. (U) The lease is shared.\n", "b")], "cable/no-section"),
    "whole-telegram": ([(b"".join(data for data, _ in FILES), "b")], "cable/no-section"),
    "nothing": ([], "cable/no-section"),
}


@pytest.mark.parametrize(("files", "code"), REFUSED.values(), ids=REFUSED)
def test_error_files_that_are_not_the_sections_of_one_telegram(
    files: list[tuple[bytes, str]], code: str
) -> None:
    with pytest.raises(ReadError) as refused:
        read_sections(files)
    assert refused.value.code == code


@pytest.fixture
def names(tmp_path: Path) -> list[str]:
    for data, name in FILES:
        (tmp_path / name).write_bytes(data)
    return [str(tmp_path / name) for _, name in FILES]


def test_command_line_joins(names: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    policy = ["--policy", "public", "--as-of", "2040-01-01"]
    assert run(["apply", "--join", *names[::-1], *policy]) == 0
    release = capfdbinary.readouterr().out.decode()
    assert release.count("Policy: public") == 1
    assert release.index("The navy wants") < release.index("the money") < release.index("late.")
    assert run(["parse", "--join", *names]) == 0
    assert b"RIVER PATROLS" in capfdbinary.readouterr().out


def test_error_command_line_refuses_what_cannot_be_joined(
    names: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["parse", *names]) == 2
    assert run(["parse", "--join", *names[1:]]) == 2
    assert run(["apply", "--join", *names[:2], "--policy", "public", "--quiet"]) == 2
    said = capfd.readouterr().err
    assert "section 1 of 3 is missing" in said
    assert "section 3 of 3 is missing" in said
    assert "navy" not in said
