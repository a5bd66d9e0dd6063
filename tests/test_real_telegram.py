"""The telegram the project was started from; it runs only where that telegram lies beside it."""

from datetime import date
from pathlib import Path

import pytest

import redact

FOLDER = Path(__file__).parents[2] / "shared" / "cables"
TELEGRAMS = sorted(FOLDER.glob("000_*.txt"))
EFFECTIVE = date(2019, 9, 22)


@pytest.mark.parametrize("path", TELEGRAMS, ids=lambda path: path.stem)
@pytest.mark.parametrize("as_of", [date(2009, 10, 1), date(2019, 9, 21)])
def test_before_its_date_the_header_goes_out_and_no_line_of_the_text(
    path: Path, as_of: date
) -> None:
    cable = redact.read(path.read_bytes())
    release = redact.apply(path.read_bytes(), redact.load_policy("public"), as_of)
    for portion in cable.portions:
        text = cable.text_of(portion)
        if portion.kind in ("paragraph", "subparagraph", "subject"):
            lines = [line.strip() for line in text.splitlines() if len(line.strip()) > 12]
            assert not [line for line in lines if line in release.text], portion.index
        else:
            assert text in release.text


@pytest.mark.parametrize("path", TELEGRAMS, ids=lambda path: path.stem)
def test_from_its_date_on_every_line_comes_out_as_it_stands(path: Path) -> None:
    data = path.read_bytes()
    release = redact.apply(data, redact.load_policy("public"), EFFECTIVE)
    assert data.decode() in release.text
    assert release.outcome == "released_in_full"


@pytest.mark.parametrize("path", TELEGRAMS, ids=lambda path: path.stem)
def test_every_paragraph_says_when_its_decision_changes(path: Path) -> None:
    cable = redact.read(path.read_bytes())
    account = redact.decide(redact.assess(cable, date(2009, 10, 1)), redact.load_policy("public"))
    body = [d for d in account.decisions if d.kind in ("paragraph", "subparagraph", "subject")]
    assert len(body) == 15
    assert {decision.changes_on for decision in body} == {EFFECTIVE}
    assert {decision.deciding for decision in body} == {("classified",)}
    assert all("E.O. 13526" in " ".join(decision.citations) for decision in body)
