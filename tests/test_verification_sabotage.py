"""Sabotaged releases are found, honest ones hold (release.md 2.4, 2.5)."""

import json

import pytest

from tests.sabotage.honest import (
    CABLE,
    LEAK,
    codes,
    text,
    their_html,
    their_text,
    verified,
)
from tests.sabotage.pages import PAGES, UNJUDGED
from tests.sabotage.texts import ALTERATIONS, DOCUMENTS, SPELLINGS, spelled

WITHHELD = "release/withheld-text"


@pytest.mark.parametrize("spelling", ["as-it-stands", "zero-width", "base64", "in-reverse"])
def test_withheld_words_are_found_in_a_release_of_ours(spelling: str) -> None:
    assert WITHHELD in codes(spelled(spelling))


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_withheld_words_are_found_however_they_are_spelled(spelling: str) -> None:
    made = f"{their_text()}\n{SPELLINGS[spelling](LEAK)}\n"
    assert codes(made.encode()) == {WITHHELD}


@pytest.mark.parametrize("place", DOCUMENTS)
def test_withheld_words_are_found_wherever_they_stand_in_a_document(place: str) -> None:
    document = {"text": their_text(), "more": DOCUMENTS[place](LEAK.split())}
    assert WITHHELD in codes(json.dumps(document).encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_withheld_words_are_found_in_every_encoding(encoding: str) -> None:
    assert WITHHELD in codes(f"{their_text()}\n{LEAK}\n".encode(encoding))


@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_an_altered_release_of_ours_does_not_hold(alteration: str) -> None:
    altered = ALTERATIONS[alteration](text())
    assert altered != text()
    assert not verified(altered.encode()).holds


@pytest.mark.parametrize("page", PAGES)
def test_withheld_words_are_found_wherever_a_page_hides_them(page: str) -> None:
    assert WITHHELD in codes(PAGES[page]().encode())


@pytest.mark.parametrize("element", UNJUDGED)
def test_what_cannot_be_judged_in_a_page_is_a_problem(element: str) -> None:
    page = their_html().replace("</body>", f"{UNJUDGED[element]}</body>")
    assert not verified(page.encode()).holds


@pytest.mark.parametrize("release", [text(), their_text(), their_html()])
def test_honest_releases_hold(release: str) -> None:
    assert verified(release.encode()).problems == ()


def test_line_ends_of_another_system_do_not_matter() -> None:
    assert verified("\r\n".join([*text().splitlines(), ""]).encode()).holds


def test_four_words_are_no_passage() -> None:
    assert verified(f"{their_text()}\nshowed us the second\n".encode()).holds


def test_a_passage_is_placed_by_line_and_column_and_not_shown() -> None:
    (problem,) = verified(f"{their_text()}\n  {LEAK}\n".encode()).problems
    line = their_text().count("\n") + 2
    assert problem.place == f"line {line}, column 3"
    assert problem.message == "5 words in a row of portion 15 (paragraph 4), which is withheld"
    assert problem.text == LEAK


def test_each_place_is_named() -> None:
    made = f"{their_text()}\n{LEAK}\n\n{LEAK.upper()}\n"
    assert len(verified(made.encode()).problems) == 2


def test_the_whole_cable_is_found_portion_by_portion() -> None:
    found = verified(CABLE)
    withheld = {passage.portion for passage in found.passages if passage.effect == "withhold"}
    assert len(withheld) >= 8
    assert {passage.effect for passage in found.passages} == {"release", "withhold"}
