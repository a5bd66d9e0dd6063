"""Files as they come: a page of the web with a telegram in it, and what gzip has packed."""

import gzip
import html
from pathlib import Path

import pytest

from redact.cable.model import STRUCTURAL, Cable
from redact.cable.reading import read
from redact.errors import ReadError

TELEGRAM = (Path(__file__).parent / "cases" / "specimens" / "04-nara-1974.txt").read_text("utf-8")
LINES = html.escape(TELEGRAM).split("\n")
HEAD = "<head><title>Zorblax resigns</title><script>let zorblax = 1</script></head>"
PAGES = {
    "in-pre": f"<!DOCTYPE html>\n<html>{HEAD}<body><h1>A cable</h1>\n<pre>\n"
    + "\n".join(LINES)
    + "</pre>\n<p>Zorblax is ill.</p></body></html>\n",
    "line-breaks": f"<html>{HEAD}<body>" + "<br>\n".join(LINES) + "</body></html>",
    "paragraphs": f"<html>{HEAD}<body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body>",
    "comment-inside": f"<html><body><pre>{TELEGRAM}<!-- Zorblax resigns --></pre></body></html>",
    "words-in-a-tag": "<html><body><pre>"
    + TELEGRAM.replace("FM AM", '<span title="Zorblax resigns">FM</span> AM')
    + "</pre></body></html>",
}


def _around(cable: Cable, place: int) -> str:
    return next(str(p.kind) for p in cable.portions if p.span.start <= place < p.span.end)


@pytest.mark.parametrize("name", PAGES)
def test_telegram_in_a_page_of_the_web_is_read(name: str) -> None:
    page = PAGES[name]
    cable = read(page.encode())
    assert cable.form == "N73"
    assert cable.header.id == "74SANTIAGO3318"
    assert cable.source.text == page
    assert "".join(map(cable.text_of, cable.portions)) == page


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_the_page_itself_goes_out(name: str) -> None:
    """Law 1: title, script, comment and the words inside a tag belong to no header."""
    page = PAGES[name]
    cable = read(page.encode())
    places = [at for at in range(len(page)) if page[at : at + 7].lower() == "zorblax"]
    assert not {_around(cable, place) for place in places} & set(map(str, STRUCTURAL))


def test_what_is_around_the_telegram_is_withheld_on_every_date() -> None:
    first, *_, last = read(PAGES["in-pre"].encode()).portions
    assert first.doubts == last.doubts == ("cable/page-around",)


def test_packed_telegram_is_read_and_the_packing_named() -> None:
    cable = read(gzip.compress(TELEGRAM.encode()))
    assert cable.source.encoding == "gzip+utf-8"
    assert cable.source.text == TELEGRAM


WIDE = {
    "utf-16-le": TELEGRAM.encode("utf-16-le"),
    "utf-16-be": TELEGRAM.encode("utf-16-be"),
    "utf-16-le+mark": b"\xff\xfe" + TELEGRAM.encode("utf-16-le"),
    "utf-32-le+mark": b"\xff\xfe\0\0" + TELEGRAM.encode("utf-32-le"),
    "utf-32-be+mark": b"\0\0\xfe\xff" + TELEGRAM.encode("utf-32-be"),
}


@pytest.mark.parametrize("name", WIDE)
def test_wide_letters_are_read_with_or_without_a_mark(name: str) -> None:
    cable = read(WIDE[name])
    assert cable.source.encoding == name.removesuffix("+mark")
    assert cable.header.id == "74SANTIAGO3318"
    assert cable.source.text.removeprefix("\ufeff") == TELEGRAM


def test_half_a_character_at_the_end_is_kept_as_one_nobody_can_read() -> None:
    assert read(WIDE["utf-16-le"] + b"\n").source.text == f"{TELEGRAM}\ufffd"


@pytest.mark.parametrize("odd", ["\0", "\0\0\0", "\f", "\x1a"])
def test_control_characters_of_tapes_and_pages_are_kept(odd: str) -> None:
    text = TELEGRAM.replace("\n1. ", f"\n{odd}1. ") + odd
    cable = read(text.encode())
    assert cable.header.id == "74SANTIAGO3318"
    assert "".join(map(cable.text_of, cable.portions)) == text


def test_members_of_a_gzip_file_are_read_one_behind_the_other() -> None:
    half = len(TELEGRAM) // 2
    packed = gzip.compress(TELEGRAM[:half].encode()) + gzip.compress(TELEGRAM[half:].encode())
    assert read(packed).source.text == TELEGRAM


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + TELEGRAM.encode(),
        b"%PDF-1.7\n" + TELEGRAM.encode(),
        b"{\\rtf1 " + TELEGRAM.encode(),
        gzip.compress(b"PK\x03\x04" + TELEGRAM.encode()),
        gzip.compress(gzip.compress(TELEGRAM.encode())),
        b"7z\xbc\xaf\x27\x1c" + TELEGRAM.encode(),
        TELEGRAM.encode()[:257] + b"ustar" + TELEGRAM.encode(),
    ],
    ids=["zip", "pdf", "rtf", "zip-in-gzip", "gzip-in-gzip", "7z", "tar"],
)
def test_error_archive_or_document_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        read(data)
    assert refused.value.code == "cable/not-text"
    assert "unpack" in refused.value.remedy


@pytest.mark.parametrize(
    "data",
    [gzip.compress(TELEGRAM.encode())[:100], b"\x1f\x8b", gzip.compress(b"a") + b"more"],
    ids=["truncated", "two-bytes", "trailing"],
)
def test_error_damaged_packing_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(data)
