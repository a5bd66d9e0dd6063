"""`--repair`: certain damage mended in released text; no decision changed, nothing more let out."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import redact
from redact.cable.repair import repaired
from redact.cli.main import run
from tests.property.choose import drawn
from tests.property.releases import leaks
from tests.property.strategies import as_of, specimen
from tests.property.tokens import squeezed

PUBLIC = redact.load_policy("public")
DAY = date(2012, 1, 1)
HEADER = "UNCLAS LIMA 000412\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: PORTS\n\n"
TEXTS = {
    "anchor": ("[1](#)1. (U) The lease.", "1. (U) The lease."),
    "pilcrow": ("¶2. (U) The lease.", "2. (U) The lease."),
    "pilcrow-entity": ("&para;2. (U) The lease.", "2. (U) The lease."),
    "pilcrow-misread": ("Â¶2. (U) The lease.", "2. (U) The lease."),
    "links": ("TAGS: [PREL](#) [PE](#)", "TAGS: PREL PE"),
    "entities": ("Fish &amp; chips &#39;now&#39;", "Fish & chips 'now'"),
    "apostrophe-misread": ("the ministerâ€™s café", "the minister’s café"),
    "letter-misread": ("the cafÃ© in SÃ£o Paulo", "the café in São Paulo"),
    "windows-in-latin": ("the minister\x92s \x93lease\x94", "the minister’s “lease”"),
    "line-ends": ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    "no-break": ("one\xa0two\u202fthree", "one two three"),
    "invisible": ("mini\u200bster\ufeff of\xad fish\x00", "minister of fish"),
    "hard-breaks": ("one  \ntwo\t\n", "one\ntwo\n"),
}
KEPT = (
    "Âge tendre",
    "(c) 1999",
    "[...]",
    "[1 line not declassified]",
    "5 & 6",
    "señor",
    "A ¶ B",
    "É",
)


@pytest.mark.parametrize(("damaged", "whole"), TEXTS.values(), ids=TEXTS)
def test_certain_damage_is_mended(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


@pytest.mark.parametrize("text", KEPT)
def test_what_may_be_meant_is_kept(text: str) -> None:
    assert repaired(text) == text


@given(st.text(max_size=200))
def test_repair_is_total(text: str) -> None:
    assert isinstance(repaired(text), str)


def test_released_text_is_the_sources_unless_repair_is_asked_for() -> None:
    cable = (HEADER + "[1](#)1. (U) The minister&#39;s\xa0lease.\r\n").encode()
    assert "[1](#)1. (U) The minister&#39;s\xa0lease.\r\n" in redact.apply(cable, PUBLIC, DAY).text
    mended = redact.apply(cable, PUBLIC, DAY, repair=True).text
    assert "\n1. (U) The minister's lease.\n" in mended


PAGED = (
    "C O N F I D E N T I A L LIMA 000412\nE.O. 12958: DECL: 01/01/2030\nSUBJECT: (U) PORTS\n\n"
    "1. ({}) The minister would not\n\nLIMA 00000412  002 OF 003\n\n\nsign the lease.\n\n"
    "2. (U) Done.\n"
)


def test_page_turned_inside_a_released_paragraph_goes() -> None:
    release = redact.apply(PAGED.format("U").encode(), PUBLIC, DAY, repair=True).text
    assert "1. (U) The minister would not\nsign the lease.\n\n2. (U) Done." in release


def test_page_turned_between_withheld_text_stays() -> None:
    cable = PAGED.format("C").encode()
    plain, mended = (redact.apply(cable, PUBLIC, DAY, repair=one).text for one in (False, True))
    assert "LIMA 00000412  002 OF 003" in mended
    assert mended.split() == plain.split()


@given(st.data())
def test_repair_lets_nothing_more_out(data: st.DataObject) -> None:
    cable = specimen(drawn(data))
    day = as_of(drawn(data), cable.until)
    try:
        mended = redact.apply(cable.data, PUBLIC, day, repair=True).text
    except redact.errors.ReadError:
        return
    assert leaks(cable, day, squeezed(mended)) == [], cable.damages


def test_manifest_and_document_say_that_text_was_repaired(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    source, manifest = tmp_path / "cable.txt", tmp_path / "manifest.json"
    source.write_bytes((HEADER + "¶1. (U) Text.\n").encode())
    options = ["--policy", "public", "--as-of", "2012-01-01", "--format", "json"]
    assert run(["apply", str(source), *options, "--repair", "--manifest", str(manifest)]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["repaired"] is True
    assert json.loads(manifest.read_text())["repaired"] is True
    assert document["portions"][-1]["text"] == "1. (U) Text.\n"
    assert run(["apply", str(source), *options]) == 0
    assert "repaired" not in json.loads(capfdbinary.readouterr().out)


@pytest.mark.parametrize("format_", ["text", "json", "html", "markdown"])
def test_a_repaired_release_is_verified_with_its_manifest(tmp_path: Path, format_: str) -> None:
    source, manifest = tmp_path / "cable.txt", tmp_path / "manifest.json"
    release = tmp_path / "release"
    source.write_bytes((HEADER + "¶1. (U) Text of some length, as it were.\r\n").encode())
    options = ["--policy", "public", "--as-of", "2012-01-01", "--format", format_, "--repair"]
    places = ["--output", str(release), "--manifest", str(manifest)]
    assert run(["apply", str(source), *options, *places]) == 0
    verify = ["verify", str(release), "--original", str(source), "--manifest", str(manifest)]
    assert run(verify) == 0
    release.write_bytes(release.read_bytes().replace(b"some length", b"great length"))
    assert run(verify) == 1
