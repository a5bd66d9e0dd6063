"""PDF: what stands in the file, by two parsers, and what must not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_text
from pypdf import PdfReader

from redact.cable.model import Kind
from redact.detectors.model import Thing
from redact.errors import ReleaseError
from redact.release.rendering import render
from redact.release.styles import STYLES
from tests.release_builder import ENDS, Piece, account_of, cable_of

HEADER = Piece("C O N F I D E N T I A L PARIS 001292\n\n", Kind.HEADER, withheld=False)
SHUT = Piece("2. (C) Florent\nQuetzal.\n", number="2", mark="(C)")
OPEN = Piece(
    "3. (U) Ms. Quetzal agrées — она тоже.\n",
    number="3",
    withheld=False,
    excised=(("Quetzal", Thing.NAME),),
)
PIECES = (HEADER, Piece("1. Open.\n", number="1", withheld=False), SHUT, OPEN)
FOOT = re.compile(r"(RELEASED ?IN ?(PART|FULL)|DENIED ?IN ?FULL)\s*page ?\d+ ?of ?\d+")
CATALOG = {
    *("/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/Metadata"),
    *("/Outlines", "/ViewerPreferences"),
}


def pdf_of(*pieces: Piece, style: str = "frus") -> bytes:
    return render(cable_of(pieces), account_of(pieces), format="pdf", style=style).encode()


def words_of(text: str) -> str:
    """A text without blanks and line ends, and without the foot of each page."""
    return "".join(text.split())


def by_pypdf(data: bytes) -> str:
    pages = PdfReader(BytesIO(data), strict=True).pages
    return words_of("".join(FOOT.sub("", page.extract_text()) for page in pages))


def by_pdfminer(data: bytes) -> str:
    return words_of(FOOT.sub("", extract_text(BytesIO(data))))


def text_of(*pieces: Piece, style: str = "frus") -> str:
    text = render(cable_of(pieces), account_of(pieces), style=style).text
    return words_of(text.replace("█", ""))


def streams_of(data: bytes) -> Iterator[bytes]:
    with pikepdf.open(BytesIO(data)) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Stream):
                yield item.read_bytes()


TEXTS = st.text("ab  éж1.(\n\r\f\t\x92\u200b\u0301“½", max_size=40)


@st.composite
def cables(draw: st.DrawFn) -> list[Piece]:
    pieces = []
    for number in range(draw(st.integers(1, 5))):
        text = f"{number}. {draw(TEXTS)}Quetzal{draw(TEXTS)}"
        text = text * draw(st.sampled_from([1, 1, 9])) if draw(st.booleans()) else text
        withheld = draw(st.booleans())
        excised = (("Quetzal", Thing.NAME),) if not withheld and text.count("Quetzal") == 1 else ()
        pieces.append(Piece(text, number=str(number), withheld=withheld, excised=excised))
    return pieces


@settings(max_examples=40, deadline=None)
@given(cables(), st.sampled_from(sorted(STYLES)))
def test_two_parsers_read_the_released_text_and_nothing_else(
    pieces: list[Piece], style: str
) -> None:
    data = pdf_of(*pieces, style=style)
    expected = text_of(*pieces, style=style)
    assert by_pypdf(data) == expected
    assert by_pdfminer(data) == expected


def test_blanks_within_a_line_are_those_of_the_text() -> None:
    data = pdf_of(HEADER, replace(OPEN, text="3. (U) Ms. Q, (here)   agrees.\n", excised=()))
    line = "3. (U) Ms. Q, (here)   agrees."
    assert line in PdfReader(BytesIO(data)).pages[0].extract_text().splitlines()
    assert line in extract_text(BytesIO(data)).splitlines()


def test_no_withheld_word_stands_in_bytes_or_streams() -> None:
    data = pdf_of(*PIECES)
    for part in (data, *streams_of(data)):
        for word in ("Quetzal", "Florent"):
            for encoded in (word.encode(), word.encode("utf-16-be"), word.encode().hex().encode()):
                assert encoded.lower() not in part.lower()


def test_the_catalog_holds_nothing_but_what_is_listed() -> None:
    with pikepdf.open(BytesIO(pdf_of(*PIECES))) as file:
        assert set(file.Root.keys()) == CATALOG
        assert set(file.trailer.keys()) == {"/Size", "/Root", "/ID"}
        assert not file.is_linearized
        assert file.check_pdf_syntax() == []
        metadata = file.Root.Metadata.read_bytes().decode()
    assert "Sanitised cable, released in part" in metadata
    assert "Date" not in metadata
    assert pdf_of(*PIECES).count(b"%%EOF") == 1


def test_the_same_bytes_on_every_run() -> None:
    assert pdf_of(*PIECES) == pdf_of(*PIECES)


def test_bookmarks_are_the_released_paragraphs() -> None:
    outline = PdfReader(BytesIO(pdf_of(*PIECES))).outline
    assert [item.title for item in outline if not isinstance(item, list)] == [
        *("Paragraph 1", "Paragraph 3"),
    ]
    with pikepdf.open(BytesIO(pdf_of(HEADER, SHUT))) as file:
        assert "/Outlines" not in file.Root


def test_every_page_bears_outcome_and_number() -> None:
    long = Piece("1. " + "word\n" * 120, number="1", withheld=False)
    pages = PdfReader(BytesIO(pdf_of(HEADER, long, SHUT))).pages
    feet = [page.extract_text().splitlines()[-1] for page in pages]
    assert [" ".join(foot.split()) for foot in feet] == [
        f"RELEASED IN PART page {number} of 3" for number in (1, 2, 3)
    ]


def test_a_form_feed_begins_a_page() -> None:
    pieces = (HEADER, Piece("1. One.\f2. Two.\n", number="1", withheld=False))
    pages = PdfReader(BytesIO(pdf_of(*pieces))).pages
    assert [("One" in page.extract_text(), "Two" in page.extract_text()) for page in pages] == [
        *((True, False), (False, True)),
    ]


def test_the_structure_names_every_run_in_the_order_of_reading() -> None:
    with pikepdf.open(BytesIO(pdf_of(*PIECES, style="bars"))) as file:
        root = file.Root.StructTreeRoot
        seen = list(elements_of(root.K[0]))
        parents = root.ParentTree.Nums[1]
        content = file.pages[0].Contents.read_bytes().decode()
    assert [tag for tag, _ in seen][:2] == ["/Document", "/H1"]
    assert [tag for tag, _ in seen].count("/Span") == 2
    numbers = [number for _, found in seen for number in found]
    assert sorted(numbers) == list(range(len(numbers))) == list(range(len(parents)))
    assert re.findall(r"/MCID (\d+) >> BDC", content) == [
        str(number) for number in range(len(numbers))
    ]
    assert content.count("BDC") + content.count("BMC") == content.count("EMC")
    assert content.count(" re f") == 2


def elements_of(element: Any) -> Iterator[tuple[str, list[int]]]:
    """Tag and own content of an element and of those inside it."""
    kids = list(element.K)
    yield str(element.S), [int(kid.MCID) for kid in kids if "/MCID" in kid]
    for kid in kids:
        if "/MCID" not in kid:
            yield from elements_of(kid)


def test_what_is_cancelled_is_struck_through() -> None:
    pieces = (HEADER, replace(SHUT, withheld=False))
    release = render(cable_of(pieces), account_of(pieces, ENDS), format="pdf")
    (page,) = [part for part in streams_of(release.encode()) if b" re f" in part]
    assert page.count(b" .8 re f") == 1


@pytest.mark.parametrize("text", ["字", "שלום", "مرحبا"], ids=ascii)
def test_error_what_cannot_be_shown_is_refused(text: str) -> None:
    with pytest.raises(ReleaseError) as caught:
        pdf_of(HEADER, Piece(f"1. {text}\n", number="1", withheld=False))
    assert caught.value.code == "release/no-glyph"
    assert text not in str(caught.value)
    pdf_of(HEADER, Piece(f"1. {text}\n", number="1"))


def test_thousands_of_paragraphs() -> None:
    pieces = [
        Piece(f"{n}. Word {n}.\n\n", number=str(n), withheld=n % 3 == 0) for n in range(1, 3001)
    ]
    reader = PdfReader(BytesIO(pdf_of(*pieces)))
    assert len(reader.pages) == 116
    assert "Word 2999." in reader.pages[-1].extract_text()
