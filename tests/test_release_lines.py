"""Around a hole the lines are set afresh, in every form: they tell nothing of what was cut out."""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import redact
from redact.cable.model import Kind
from redact.detectors.model import Thing
from redact.release.rendering import FORMS, render
from redact.release.styles import STYLES
from redact.verification.self_check import self_check
from tests.release_builder import Piece, account_of, cable_of

DAY = date(2020, 1, 1)
CASES = json.loads((Path(__file__).parent / "cases/lines-around-holes.json").read_text("utf-8"))
LINE_ENDS = ("\n", "\r\n", "\r", "  \n", "&#x000A;\n", "<br />\n", "\u2028")
WORDS = st.sampled_from(
    "a the Minister said. On-the-record GOF, (protect) well-known 12. - -- 1984 U.S. & 'é".split()
)


def laid_out(words: Sequence[str], width: int, end: str, indent: str, *, padded: bool) -> str:
    """Words as a drafter sets them: a line ends where the next word, or a part of it, has no room.

    A sentence ends with two blanks within a line; the last line has no end.
    """
    spaced = " ".join(f"{word} " if word.endswith(".") else word for word in words)
    lines = textwrap.wrap(spaced, width, subsequent_indent=indent, break_long_words=False)
    return end.join(line.ljust(width) if padded else line for line in lines)


@st.composite
def layouts(draw: st.DrawFn) -> tuple[int, str, str, bool]:
    """A width, a line end, what later lines are indented by, whether all are filled with blanks."""
    width, end = draw(st.integers(12, 80)), draw(st.sampled_from(LINE_ENDS))
    return width, end, draw(st.sampled_from(["", "   ", "\t", "&nbsp; "])), draw(st.booleans())


@st.composite
def twins(draw: st.DrawFn) -> tuple[list[Piece], list[Piece]]:
    """Two cables that differ in the names in them, and so in where their lines end."""
    made: tuple[list[Piece], list[Piece]] = ([], [])
    shapes = draw(layouts()), draw(layouts())
    for number in range(draw(st.integers(1, 3))):
        before, behind = draw(st.lists(WORDS, max_size=25)), draw(st.lists(WORDS, max_size=25))
        sign, close = draw(st.sampled_from(["", "("])), draw(st.sampled_from(["", ",", "-based"]))
        kind = draw(st.sampled_from([Kind.PARAGRAPH, Kind.SUBJECT, Kind.QUOTATION, Kind.HEADER]))
        gap = draw(st.sampled_from(["\n", "\n\n", "\n \n\n", "\n\nAnd\nmore.\n"]))
        for pieces, (width, end, indent, padded) in zip(made, shapes, strict=True):
            name = f"N{number}{'x' * draw(st.integers(0, 40))}N"
            words = [f"{number}.", *before, f"{sign}{name}{close}", *behind]
            text = laid_out(words, width, end, indent, padded=padded)
            pieces.append(
                Piece(f"{text}{gap}", kind, withheld=False, excised=((name, Thing.NAME),))
            )
    return made


@settings(max_examples=60, deadline=None)
@given(twins(), st.sampled_from(sorted(FORMS)), st.sampled_from([*STYLES]))
def test_lines_do_not_tell_how_long_a_name_was(
    pair: tuple[list[Piece], list[Piece]], format_: str, style: str
) -> None:
    one, other = (
        render(cable_of(pieces), account_of(pieces), format=format_, style=style).encode()
        for pieces in pair
    )
    assert one == other


@settings(max_examples=30, deadline=None)
@given(twins(), st.sampled_from(["text", "json", "markdown", "html"]))
def test_what_is_set_afresh_passes_its_own_check(
    pair: tuple[list[Piece], list[Piece]], format_: str
) -> None:
    cable, account = cable_of(pair[0]), account_of(pair[0])
    release = render(cable, account, format=format_)
    assert self_check(release, release.encode(), cable, account) == ()


def one_portion(text: str, kind: Kind = Kind.PARAGRAPH, name: str = "Quetzal") -> str:
    """What stands in the public document of a cable of one portion, `{}` in the place of a name."""
    name = name if name in text else name.upper()
    piece = Piece(text, kind, withheld=False, excised=((name, Thing.NAME),))
    release = render(cable_of([piece]), account_of([piece]), format="json", style="redacted")
    return str(json.loads(release.text)["portions"][0]["text"]).replace("[REDACTED]", "{}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_what_stays_of_the_lines_around_a_hole(case: dict[str, str]) -> None:
    assert one_portion(case["text"], Kind(case["kind"])) == case["shown"]


def test_a_portion_without_a_hole_stays_as_it_is() -> None:
    held = Piece("1. Ms. Quetzal\nleft.\n", withheld=False, excised=(("Quetzal", Thing.NAME),))
    free = Piece("2.  One   \n  two-\nthree.   \r\n\n", withheld=False)
    assert render(cable_of([held, free]), account_of([held, free])).text.endswith(free.text)


def test_what_goes_on_on_the_line_of_a_hole_is_set_afresh_too() -> None:
    held = Piece("1. Ms. Quetzal\nleft.  ", withheld=False, excised=(("Quetzal", Thing.NAME),))
    pieces = [held, Piece("Some\nsay.\n\nNot\nall.\n", withheld=False)]
    text = render(cable_of(pieces), account_of(pieces), style="redacted").text
    assert text.endswith("1. Ms. [REDACTED] left. Some say.\n\nNot\nall.\n")


def test_the_blank_before_a_hole_stays_where_a_release_is_repaired() -> None:
    piece = Piece("1. Ms.  \nQuetzal&amp;Co  \nleft. ", excised=(("Quetzal", Thing.NAME),))
    pieces = [replace(piece, withheld=False)]
    account = replace(account_of(pieces), repaired=True)
    release = render(cable_of(pieces), account, style="redacted")
    assert release.text.endswith("1. Ms. [REDACTED]&Co left.")
    assert self_check(release, release.encode(), cable_of(pieces), account) == ()


def test_each_page_that_a_paragraph_goes_on_to_is_set_afresh() -> None:
    turn = "\nCONFIDENTIAL\n\nPAGE 0{} OSLO 00734 121402Z\n\n"
    first = "Our contact Florent Aydalot (strictly protect)\nsays it\n"
    body = f"{first}{turn.format(2)}every\nday\n{turn.format(3)}of the\nweek."
    released = redact.apply(CABLE.format(body, "").encode(), redact.load_policy("foia"), DAY).text
    assert "(strictly protect) says it\n" in released
    assert "\nevery day\n" in released
    assert "\nof the week.\n" in released


CABLE = """\
C O N F I D E N T I A L OSLO 000734

E.O. 12958: DECL: 11/12/2019
SUBJECT: TALKS

1. (C) {}

CONFIDENTIAL

PAGE 02 OSLO 00734 121402Z

{}

2. (C) He
left.

HALVORSEN
"""
NAMES = (("Li Ng", 40), ("Florent Aydalot", 66), ("Maximilian Hoogenbandwickremanayake", 30))


@pytest.mark.parametrize("format_", FORMS)
def test_the_next_page_does_not_tell_how_long_a_name_was(format_: str) -> None:
    """A paragraph goes on behind the turn of a page; the policy finds the name and takes it out."""
    released = set()
    for name, width in NAMES:
        first = f"Our contact {name} (strictly protect) says that {name} and the ministry"
        rest = "will publish none of the figures before the summer, whoever asks for them."
        text = CABLE.format(textwrap.fill(first, width), textwrap.fill(rest, width))
        cable, policy = redact.read(text.encode()), redact.load_policy("foia")
        account = redact.decide(redact.assess(cable, DAY), policy)
        release = redact.render(cable, account, format=format_)
        assert self_check(release, release.encode(), cable, account) == ()
        assert redact.verify(release.encode(), cable, policy=policy, as_of=DAY).holds
        released.add(release.encode())
    assert len(released) == 1
