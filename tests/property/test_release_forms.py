"""What a reader gets out of each form is what the text form says, whatever stands in the cable."""

from hypothesis import given, settings
from hypothesis import strategies as st

from redact.cable.model import Kind
from redact.detectors.model import Thing
from redact.release.rendering import render
from redact.release.styles import STYLES
from tests.release_builder import Piece, account_of, cable_of
from tests.release_reading import Page, shown_by_markdown

SIGNS = st.text("ab1 .)(*_`~#>-+=|[]<&!\\\t\n\r\x0c\x00\x92\u200bé/:", max_size=30)
WORDS = st.sampled_from(
    [
        *("<script>", "&amp;", "-->", "\n    code", "\n\n> quoted", "\n===\n", "\n1. one", "](x)"),
        *(
            "\n```\n",
            "\n***\n",
            "\n|-|-|\n",
            "<!--",
            "]]>",
            "&#13;",
            "\\\n",
            "  \n",
            "![a]",
            "a@b.c",
        ),
    ]
)
TEXTS = st.lists(SIGNS | WORDS, max_size=6).map("".join)


@st.composite
def cables(draw: st.DrawFn) -> list[Piece]:
    """Portions with every sign of Markdown and HTML in them, some withheld, some with a hole."""
    pieces = []
    for number in range(draw(st.integers(1, 4))):
        before, after = draw(TEXTS), draw(TEXTS)
        withheld = draw(st.booleans())
        kind = draw(st.sampled_from([Kind.PARAGRAPH, Kind.SUBJECT, Kind.HEADER]))
        excised = () if withheld or draw(st.booleans()) else (("Aydalot", Thing.NAME),)
        text = f"{before}Aydalot{after}"
        pieces.append(Piece(text, kind, str(number), withheld=withheld, excised=excised))
    return pieces


def made(pieces: list[Piece], format_: str, style: str) -> str:
    return render(cable_of(pieces), account_of(pieces), format=format_, style=style).text


def text_of(pieces: list[Piece], style: str) -> str:
    return made(pieces, "text", style).split("]\n\n", 1)[1]


def words_of(text: str) -> str:
    return "".join(text.replace("\0", "\ufffd").split())


@settings(max_examples=60, deadline=None)
@given(cables(), st.sampled_from(sorted(STYLES)))
def test_markdown_shows_the_text(pieces: list[Piece], style: str) -> None:
    blocks = shown_by_markdown(made(pieces, "markdown", style))
    assert words_of("".join(blocks[2:])) == words_of(text_of(pieces, style))


@settings(max_examples=60, deadline=None)
@given(cables(), st.sampled_from(sorted(STYLES)))
def test_html_shows_the_text_letter_for_letter(pieces: list[Piece], style: str) -> None:
    page = Page(made(pieces, "html", style))
    shown = "".join(page.texts["p"]).removeprefix("".join(page.texts["header"]).strip())
    text = text_of(pieces, style).replace("\0", "\ufffd")
    if style == "bars":
        text = text.replace("█", "").replace(" [", "[")
        shown = shown.replace(" [", "[")
    assert shown.endswith(text)
    assert page.comments == []
    assert {tag for tag, _, _ in page.attributes} <= {"html", "meta", "em", "span"}
