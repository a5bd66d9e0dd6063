"""Laws of every release: nothing of withheld text but its extent, everything of released text."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from redact.cable.model import Kind
from redact.detectors.model import Thing
from redact.errors import ReleaseError
from redact.release.extent import extent_of
from redact.release.rendering import FORMS, render
from redact.release.styles import STYLES
from tests.release_builder import Piece, account_of, cable_of

BLANKS = st.sampled_from(["", " ", "  ", "\t", "\u00a0", "\u3000"])
WORDS = st.text("Aé字𝔸x​,.([", min_size=1, max_size=12).filter(lambda word: word.strip() != "")
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
KINDS = st.sampled_from(
    [Kind.PARAGRAPH, Kind.SUBJECT, Kind.HEADING, Kind.QUOTATION, Kind.TRAILER, Kind.REFERENCE]
)


@st.composite
def lines(draw: st.DrawFn, amount: int) -> str:
    """Text of so many lines, with odd blanks, ends and empty lines among them."""
    parts = []
    for _ in range(amount):
        parts += [draw(BLANKS), draw(WORDS), draw(BLANKS), draw(LINE_ENDS)]
        parts += [draw(BLANKS) + draw(LINE_ENDS) for _ in range(draw(st.integers(0, 2)))]
    return "".join(parts)


@st.composite
def twins(draw: st.DrawFn) -> tuple[list[Piece], list[Piece]]:
    """Two cables that differ only in the text of what is withheld, not in its extent."""
    first, second = [], []
    for number in range(draw(st.integers(1, 5))):
        kind, withheld = draw(KINDS), draw(st.booleans())
        head = f"{number}. (C) " if kind is Kind.PARAGRAPH else "(C) "
        amount = draw(st.integers(1, 4))
        text = draw(lines(amount))
        other = draw(lines(amount)) if withheld else text
        piece = Piece(head + text, kind, str(number), "(C)", withheld=withheld)
        first.append(piece)
        second.append(replace(piece, text=head + other))
    return first, second


@st.composite
def twins_with_names(draw: st.DrawFn) -> tuple[list[Piece], list[Piece]]:
    """Two cables that differ only in what is excised from released portions, in any length."""
    first: list[Piece] = []
    second: list[Piece] = []
    for number in range(draw(st.integers(1, 4))):
        before, after = draw(lines(1)), draw(lines(1))
        thing = draw(st.sampled_from(Thing))
        extent = draw(st.booleans())
        for pieces in (first, second):
            name = f"<{number}{draw(lines(draw(st.integers(1, 2))))}>"
            excised = ((name, thing),)
            text = f"{number}. {before}{name}{after}"
            piece = Piece(text, number=str(number), withheld=False, extent=extent, excised=excised)
            pieces.append(piece)
    return first, second


def rendered(pieces: Sequence[Piece], format_: str, style: str) -> bytes:
    """The release, or the words by which a form refuses what it cannot show."""
    try:
        return render(cable_of(pieces), account_of(pieces), format=format_, style=style).encode()
    except ReleaseError as error:
        return str(error).encode()


@settings(max_examples=60, deadline=None)
@given(twins() | twins_with_names(), st.sampled_from(sorted(FORMS)), st.sampled_from([*STYLES]))
def test_a_release_says_nothing_of_withheld_text_but_its_extent(
    pair: tuple[list[Piece], list[Piece]], format_: str, style: str
) -> None:
    one, other = pair
    assert rendered(one, format_, style) == rendered(other, format_, style)


@settings(max_examples=40, deadline=None)
@given(twins())
def test_everything_released_stands_in_the_release_in_order(
    pair: tuple[list[Piece], list[Piece]],
) -> None:
    text = render(cable_of(pair[0]), account_of(pair[0])).text
    at = text.index("]\n\n") + 3
    for piece in pair[0]:
        if piece.withheld:
            at = text.index("\n\n", at) + 2
        else:
            assert text[at : at + len(piece.text)] == piece.text
            at += len(piece.text)
    assert at == len(text)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 9).flatmap(lambda amount: st.tuples(st.just(amount), lines(amount))))
def test_extent_counts_the_lines_that_are_not_blank(drawn: tuple[int, str]) -> None:
    amount, text = drawn
    cable = cable_of([Piece(text, Kind.QUOTATION)])
    expected = "1 line" if amount == 1 else f"{amount} lines"
    assert extent_of(cable.source.text, cable.portions[0]) == expected
