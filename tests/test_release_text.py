"""The text form: what stands in the place of withheld text, and that nothing else changes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from redact.cable.model import Kind
from redact.detectors.model import Thing
from redact.errors import ReleaseError
from redact.markings.model import Level
from redact.release.model import Outcome
from redact.release.rendering import FORMS, render
from redact.release.styles import STYLES
from redact.text import Span
from tests.release_builder import ENDS, Piece, account_of, cable_of

CASES = json.loads((Path(__file__).parent / "cases/release_notices.json").read_text("utf-8"))

HEADER = Piece("C O N F I D E N T I A L PARIS 001292\r\n\r\n", Kind.HEADER, withheld=False)
OPEN = Piece("1. (C) Odd  blanks\tand \x92 damage.\r\r\n\n", number="1", mark="(C)", withheld=False)
SHUT = Piece("2. (C) Florent\nAydalot.\n\n\n", number="2", mark="(C)")


def text_of(*pieces: Piece, style: str | None = None) -> str:
    return render(cable_of(pieces), account_of(pieces), style=style).text


def body_of(*pieces: Piece, style: str | None = None) -> str:
    return text_of(*pieces, style=style).split("]\n\n", 1)[1]


def piece_of(portion: dict[str, Any]) -> Piece:
    fields = dict(portion)
    fields["kind"] = Kind(portion["kind"])
    for name in {"exemptions", "citations"} & portion.keys():
        fields[name] = tuple(portion[name])
    return Piece(**fields)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_notice(case: dict[str, Any]) -> None:
    assert body_of(HEADER, piece_of(case["portion"])) == f"{HEADER.text}{case['notice']}\n\n"


def test_released_portions_stand_letter_for_letter() -> None:
    assert body_of(HEADER, OPEN) == HEADER.text + OPEN.text


def test_withheld_between_released_leaves_both_alone() -> None:
    after = Piece("3. (U) End.", number="3", mark="(U)", withheld=False, level=Level.U)
    notice = "2. (C) [2 lines not declassified. 1.4(b), 1.4(d); (b)(1)]\n\n"
    assert body_of(OPEN, SHUT, after) == OPEN.text + notice + after.text


def test_a_portion_within_a_line_is_less_than_one() -> None:
    before = Piece("TAGS: PREL ", Kind.HEADER, withheld=False)
    subject = Piece("SUBJECT: ONE ", Kind.SUBJECT)
    after = Piece("REF: A\n", Kind.REFERENCE, withheld=False)
    notice = "SUBJECT: [less than 1 line not declassified. 1.4(b), 1.4(d); (b)(1)]\n\n"
    assert body_of(before, subject, after) == f"TAGS: PREL {notice}REF: A\n"


NAMED = Piece(
    "3. (U) Ms. Aydalot,\nborn 1961, agreed.\n",
    number="3",
    mark="(U)",
    withheld=False,
    level=Level.U,
    excised=(("Aydalot", Thing.NAME), ("1961", Thing.DATE)),
)
BAR, LONG_BAR = "█" * 8, "█" * 24


@pytest.mark.parametrize(
    ("style", "whole", "name"),
    [
        ("frus", "[2 lines not declassified. 1.4(b); (b)(1)]", "[name not declassified. (b)(6)]"),
        ("bars", f"{LONG_BAR} [2 lines. 1.4(b); (b)(1)]", f"{BAR} [name. (b)(6)]"),
        ("redacted", "[REDACTED]", "[REDACTED]"),
        ("codes", "[    2 lines. 1.4(b); (b)(1)    ]", "[    name. (b)(6)    ]"),
    ],
)
def test_styles(style: str, whole: str, name: str) -> None:
    held = replace(SHUT, exemptions=("1.4(b)", "(b)(1)"))
    text = body_of(held, NAMED, style=style)
    date_ = name.replace("name", "date")
    assert text == f"2. (C) {whole}\n\n3. (U) Ms. {name}, born {date_}, agreed.\n"


@pytest.mark.parametrize(
    ("style", "whole", "name"),
    [
        ("frus", "[text not declassified; needs a reviewer]", "[text not declassified. (b)(6)]"),
        ("bars", f"{LONG_BAR} [needs a reviewer]", f"{BAR} [(b)(6)]"),
        ("redacted", "[REDACTED]", "[REDACTED]"),
        ("codes", "[    needs a reviewer    ]", "[    (b)(6)    ]"),
    ],
)
def test_styles_without_extent(style: str, whole: str, name: str) -> None:
    held = replace(SHUT, exemptions=(), extent=False)
    text = body_of(held, replace(NAMED, extent=False), style=style)
    assert text == f"2. (C) {whole}\n\n3. (U) Ms. {name}, born {name}, agreed.\n"


def test_the_style_of_the_policy_holds_unless_another_is_asked_for() -> None:
    account = replace(account_of((SHUT,)), style="redacted")
    assert "[REDACTED]" in render(cable_of((SHUT,)), account).text
    assert "2 lines not declassified" in render(cable_of((SHUT,)), account, style="frus").text


def test_an_excision_makes_a_release_in_part_and_claims_its_exemption() -> None:
    text = text_of(HEADER, NAMED)
    assert text.startswith("[RELEASED IN PART]\n[Withheld: (b)(6)]\n")
    assert "cancelled" not in text


def test_an_excision_in_the_header_alone_leaves_a_release_in_part() -> None:
    header = replace(HEADER, excised=(("PARIS", Thing.PLACE),))
    assert text_of(header).startswith("[RELEASED IN PART]\n")
    assert text_of(header, SHUT).startswith("[DENIED IN FULL]\n")


def test_a_span_at_the_edges_of_a_portion() -> None:
    piece = Piece("Aydalot", withheld=False, excised=(("Aydalot", Thing.NAME),))
    assert body_of(piece) == "[name not declassified. (b)(6)]"


@pytest.mark.parametrize("span", [(3, 99), (-1, 2), (2, 2), (4, 3)], ids=str)
def test_error_a_span_outside_its_portion_releases_nothing(span: tuple[int, int]) -> None:
    pieces = (HEADER, NAMED)
    account = account_of(pieces)
    first, second = account.decisions
    at = len(HEADER.text)
    moved = second.excised[0]._replace(span=Span(at + span[0], at + span[1]))
    broken = replace(account, decisions=(first, second._replace(excised=(moved,))))
    with pytest.raises(ReleaseError, match="does not decide"):
        render(cable_of(pieces), broken)


def test_stamp_of_a_release_in_part() -> None:
    assert text_of(HEADER, OPEN, SHUT).startswith(
        "[RELEASED IN PART]\n"
        "[Withheld: 1.4(b), 1.4(d); (b)(1)]\n"
        "[Original classification: CONFIDENTIAL]\n"
        "[Policy: public 1.0.0, as of 2019-09-21]\n"
        "\n"
    )


def test_stamp_says_unclassified_only_of_what_is() -> None:
    unclassified = Piece("1. (U) A.\n", number="1", mark="(U)", withheld=False, level=Level.U)
    line = "[Original classification: CONFIDENTIAL; as released: UNCLASSIFIED]"
    assert line in text_of(HEADER, unclassified, SHUT)
    assert line not in text_of(HEADER, OPEN, SHUT)


def test_stamp_of_a_declassified_cable() -> None:
    pieces = (HEADER, OPEN)
    assert render(cable_of(pieces), account_of(pieces, ENDS)).text.startswith(
        "[RELEASED IN FULL]\n"
        "[Original classification: CONFIDENTIAL — cancelled]\n"
        "[Declassified automatically on 2019-09-22 under its own instruction"
        " (E.O. 12958, DECL: 09/22/2019)]\n"
        "[Policy: public 1.0.0, as of 2019-09-22]\n"
        "\n"
    )


def test_stamp_of_what_needs_a_reviewer() -> None:
    doubtful = Piece("3. One.\n", number="3", exemptions=())
    stamp = text_of(HEADER, doubtful)
    assert stamp.startswith("[DENIED IN FULL]\n[Withheld: needs a reviewer]\n")


@pytest.mark.parametrize(
    ("pieces", "outcome"),
    [
        ((HEADER, OPEN), Outcome.RELEASED_IN_FULL),
        ((HEADER, OPEN, SHUT), Outcome.RELEASED_IN_PART),
        ((HEADER, SHUT), Outcome.DENIED_IN_FULL),
        ((HEADER,), Outcome.RELEASED_IN_FULL),
        ((SHUT,), Outcome.DENIED_IN_FULL),
    ],
    ids=["full", "part", "header-alone-is-no-release", "no-text-at-all", "nothing"],
)
def test_outcome(pieces: tuple[Piece, ...], outcome: Outcome) -> None:
    assert render(cable_of(pieces), account_of(pieces)).outcome is outcome


@pytest.mark.parametrize("format_", FORMS)
@pytest.mark.parametrize("style", STYLES)
def test_a_cable_without_any_text_has_every_form(format_: str, style: str) -> None:
    release = render(cable_of(()), account_of(()), format=format_, style=style)
    assert b"RELEASED IN FULL" in release.encode() or format_ in {"json", "pdf"}


def test_error_account_of_another_cable() -> None:
    with pytest.raises(ReleaseError, match="does not decide"):
        render(cable_of((HEADER, SHUT)), account_of((HEADER,)))


@pytest.mark.parametrize("option", [{"format": "papyrus"}, {"style": "papyrus"}], ids=str)
def test_error_unknown_form_names_those_that_exist(option: dict[str, str]) -> None:
    with pytest.raises(ReleaseError) as caught:
        render(cable_of((SHUT,)), account_of((SHUT,)), **option)
    assert "choose one of" in str(caught.value)


def test_error_no_utf8_form_names_no_text() -> None:
    release = render(cable_of((OPEN,)), account_of((OPEN,)))
    broken = type(release)(release.text + "Aydalot\ud800", release.outcome, release.format)
    with pytest.raises(ReleaseError) as caught:
        broken.encode()
    assert "Aydalot" not in str(caught.value)
