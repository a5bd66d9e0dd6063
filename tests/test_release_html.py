"""HTML and the worksheet: what stands in them, and what must not."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from redact.cable.model import Cable, Header, Kind
from redact.detectors.model import Thing
from redact.errors import ReleaseError
from redact.markings.model import Level
from redact.release.rendering import render
from redact.release.worksheet import INTERNAL, worksheet
from tests.release_builder import ENDS, Piece, account_of, cable_of
from tests.release_reading import Page

HEADER = Piece("C O N F I D E N T I A L PARIS 001292\n\n", Kind.HEADER, withheld=False)
SUBJECT = Piece("SUBJECT: A VISIT\n", Kind.SUBJECT, withheld=False)
SHUT = Piece("2. (C) Florent\nAydalot & sons.\n", number="2", mark="(C)")
OPEN = Piece(
    "3. (U) Ms. Aydalot <agreed>.\n",
    number="3",
    withheld=False,
    level=Level.U,
    excised=(("Aydalot", Thing.NAME),),
)
PIECES = (HEADER, SUBJECT, SHUT, OPEN)


def with_subject(*pieces: Piece) -> Cable:
    return replace(cable_of(pieces), header=Header(subject="A VISIT"))


def html_of(*pieces: Piece, style: str = "frus") -> str:
    return render(with_subject(*pieces), account_of(pieces), format="html", style=style).text


def test_a_notice_is_ordinary_text_in_its_place() -> None:
    text = html_of(*PIECES)
    held = '<em class="excision">[2 lines not declassified. 1.4(b), 1.4(d); (b)(1)]</em>'
    name = '<em class="excision">[name not declassified. (b)(6)]</em>'
    assert f"<p>2. (C) {held}\n\n</p>" in text
    assert f"<p>3. (U) Ms. {name} &lt;agreed&gt;.\n</p>" in text


def test_a_bar_is_decoration_of_one_width_a_class() -> None:
    text = html_of(*PIECES, style="bars")
    assert text.count('<span class="portion bar" aria-hidden="true"></span> [2 lines') == 1
    assert text.count('<span class="span bar" aria-hidden="true"></span> [name') == 1
    assert "█" not in text


def test_the_page_runs_nothing_and_loads_nothing() -> None:
    text = html_of(*PIECES)
    page = Page(text)
    attributes = {(tag, name) for tag, name, _ in page.attributes}
    assert attributes == {
        *(("html", "lang"), ("meta", "charset"), ("meta", "http-equiv")),
        *(("meta", "content"), ("meta", "name"), ("em", "class")),
    }
    policy = re.search(r"style-src 'sha256-([^']+)'", text)
    assert policy is not None
    style = sha256(page.text_of("style").encode()).digest()
    assert policy[1] == b64encode(style).decode()
    assert "default-src 'none'" in text
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (SUBJECT, "Sanitised cable, released in part: A VISIT"),
        (replace(SUBJECT, withheld=True), "Sanitised cable, released in part"),
        (replace(SUBJECT, excised=(("VISIT", Thing.TEXT),)), "Sanitised cable, released in part"),
        (replace(SUBJECT, text="SUBJECT: ANOTHER\n"), "Sanitised cable, released in part"),
    ],
    ids=["released", "withheld", "excised", "not-in-the-portion"],
)
def test_the_title_holds_the_subject_only_where_all_of_it_goes_out(
    subject: Piece, title: str
) -> None:
    assert Page(html_of(HEADER, subject, SHUT, OPEN)).text_of("title") == title


def test_what_is_cancelled_is_struck_through_and_says_so() -> None:
    pieces = (HEADER, replace(SHUT, withheld=False))
    text = render(cable_of(pieces), account_of(pieces, ENDS), format="html").text
    assert "<p>Original classification: <s>CONFIDENTIAL</s> cancelled</p>" in text
    assert "Declassified automatically on 2019-09-22" in text
    markdown = render(cable_of(pieces), account_of(pieces, ENDS), format="markdown").text
    assert "~~CONFIDENTIAL~~ cancelled" in markdown


def test_every_printed_page_bears_the_outcome() -> None:
    assert '@bottom-left { content: "RELEASED IN PART";' in html_of(*PIECES)


def test_each_code_has_its_meaning_once() -> None:
    page = Page(html_of(*PIECES, SHUT))
    assert page.texts["dt"] == ["(b)(1)", "(b)(6)", "1.4(b)", "1.4(d)"]
    assert len(page.texts["dd"]) == 4


def test_the_worksheet_shows_everything_and_says_that_it_is_internal() -> None:
    cable, account = with_subject(*PIECES), account_of(PIECES)
    text = worksheet(cable, account)
    page = Page(text)
    assert "2. (C) Florent\nAydalot & sons.\n" in page.text_of("td")
    assert page.text_of("mark") == "Aydalot"
    assert page.text_of("header").count(INTERNAL) == page.text_of("footer").count(INTERNAL) == 1
    assert f'content: "{INTERNAL}"' in text
    for words in ("WITHHOLD", "Rules: classified", "1.4(b), 1.4(d); (b)(1)", "name; private"):
        assert words in page.text_of("td")
    assert "Signature" in page.text_of("main")


def test_error_worksheet_of_another_cable() -> None:
    with pytest.raises(ReleaseError, match="does not decide"):
        worksheet(cable_of((HEADER, SHUT)), account_of((HEADER,)))
