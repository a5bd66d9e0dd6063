"""Withheld words are found wherever a PDF hides them; an honest PDF holds."""

import pytest
from reportlab.pdfgen.canvas import Canvas

import redact
from tests.sabotage.files import CHANGED, DRAWN, RAW, UNJUDGED, changed
from tests.sabotage.honest import AS_OF, CABLE, codes, policy, their_pdf, verified
from tests.sabotage.ours import HIDDEN, hiding

WITHHELD = "release/withheld-text"


@pytest.mark.parametrize("drawing", DRAWN)
def test_words_are_found_however_they_are_drawn(drawing: str) -> None:
    assert WITHHELD in codes(their_pdf(DRAWN[drawing]))


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize("change", CHANGED)
def test_words_are_found_in_every_object(change: str, *, packed: bool) -> None:
    assert WITHHELD in codes(changed(CHANGED[change], packed=packed))


@pytest.mark.parametrize("change", RAW)
def test_words_are_found_in_the_bytes(change: str) -> None:
    assert WITHHELD in codes(RAW[change]())


@pytest.mark.parametrize("change", UNJUDGED)
def test_what_cannot_be_judged_is_a_problem(change: str) -> None:
    assert codes(UNJUDGED[change]()) & {"release/cannot-be-judged", "release/hidden-content"}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_an_honest_file_holds(*, packed: bool) -> None:
    assert verified(changed(lambda pdf: None, packed=packed)).problems == ()


def test_text_on_a_box_is_judged_by_what_it_says_and_not_by_its_look() -> None:
    def draw(canvas: object) -> None:
        canvas.rect(30, 20, 300, 30, fill=1)  # type: ignore[attr-defined]
        canvas.setFillColorRGB(1, 1, 1)  # type: ignore[attr-defined]
        canvas.drawString(40, 30, "PAGE 1 OF 1")  # type: ignore[attr-defined]

    assert verified(their_pdf(draw)).problems == ()


def test_the_lines_of_a_table_and_the_points_of_a_list_are_no_letters() -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(40):
            for across in (40, 120, 160, 230, 300, 420):
                canvas.line(across, 800 - 12 * row, across, 788 - 12 * row)
                canvas.line(across, 800 - 12 * row, across + 40, 800 - 12 * row)
        for point in range(20):
            canvas.circle(30, 300 - 12 * point, 1, fill=1)

    assert verified(their_pdf(draw)).problems == ()


def test_a_place_names_page_and_line_or_object_and_key() -> None:
    (problem,) = verified(their_pdf(DRAWN["black-box"])).problems
    assert problem.place.startswith("page 1, line ")
    (problem,) = verified(their_pdf(DRAWN["author"])).problems
    assert problem.place.endswith(", /Author")


@pytest.mark.parametrize("place", HIDDEN)
def test_one_withheld_word_is_found_in_a_file_of_ours(place: str) -> None:
    ours = redact.apply(CABLE, policy(), AS_OF, format="pdf").encode()
    found = verified(hiding(ours, place, "ledger"))
    assert any("ledger" in (problem.text or "") for problem in found.problems)
