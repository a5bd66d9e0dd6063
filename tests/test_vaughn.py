"""The Vaughn index: a row a withholding, nothing of what is withheld."""

import csv
import io
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

import redact
from redact.cli.main import run
from redact.vaughn.csv import index_csv
from redact.vaughn.html import index_html
from redact.vaughn.model import TITLES, Reviewed, Row
from redact.vaughn.rows import vaughn_index

GOLDEN = Path(__file__).parent.parent / "fixtures" / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/cable.txt"))
BEFORE = date(2018, 4, 15)


def reviewed(case: str, as_of: date = BEFORE) -> Reviewed:
    cable = redact.read((GOLDEN / case / "cable.txt").read_bytes(), name=f"{case}.txt")
    return Reviewed(cable, redact.decide(redact.assess(cable, as_of), redact.load_policy("public")))


def test_each_withholding_has_its_exemption_and_its_justification() -> None:
    rows = vaughn_index([reviewed("plain-date")])
    assert [(row.place, row.extent, row.exemption) for row in rows] == [
        ("¶2", "2 lines", "1.4(b), 1.4(d); (b)(1)"),
        ("¶3", "1 line", "none claimed; needs a reviewer"),
    ]
    first = rows[0]
    assert first.message == "08TALLINN211"
    assert (first.sender, first.disposition) == ("AMEMBASSY TALLINN", "RIP")
    assert "Confidential, classified until 2018-04-16" in first.justification
    assert first.changes_on == "2018-04-16"
    assert first.segregability.startswith("released: ")
    assert "¶1" in first.segregability


def test_a_cable_that_goes_out_whole_has_one_row() -> None:
    policy = redact.load_policy("public")
    cable = redact.read(
        b"UNCLAS TALLINN 000211\n\nE.O. 12958: N/A\nSUBJECT: FERRIES\n\n1. (U) They run.\n"
    )
    (row,) = vaughn_index([Reviewed(cable, redact.decide(redact.assess(cable, BEFORE), policy))])
    assert (row.disposition, row.place, row.justification) == ("RIF", "", "nothing is withheld")


def test_documents_have_the_same_number_in_any_order_of_files() -> None:
    found = [reviewed(case) for case in CASES]
    assert vaughn_index(found) == vaughn_index(found[::-1])
    numbers = [int(row.document) for row in vaughn_index(found)]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, len(CASES) + 1))


@pytest.mark.parametrize("case", CASES)
def test_no_line_of_withheld_text_is_in_it(case: str) -> None:
    item = reviewed(case)
    rows = vaughn_index([item])
    page = index_html(rows, item.account.policy, "2018-04-15") + index_csv(rows)
    for portion, decision in zip(item.cable.portions, item.account.decisions, strict=True):
        if decision.effect == "withhold":
            for line in item.cable.text_of(portion).splitlines():
                assert len(line.split()) < 4 or line.strip() not in page


def test_csv_is_read_back_cell_by_cell() -> None:
    rows = vaughn_index([reviewed(case) for case in CASES])
    read = list(csv.reader(io.StringIO(index_csv(rows))))
    assert tuple(read[0]) == tuple(TITLES)
    assert [Row(*line) for line in read[1:]] == list(rows)


def test_a_spreadsheet_runs_nothing() -> None:
    row = Row(*("=1+1", "@x", "a\nb", "-2", "+3"), *("",) * 10)
    assert index_csv([row]).splitlines()[1].startswith("'=1+1,'@x,a b,'-2,'+3,")


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_says_all_cells_and_runs_nothing() -> None:
    items = [reviewed(case) for case in CASES]
    rows = vaughn_index(items)
    parser = _Cells()
    parser.feed(index_html(rows, items[0].account.policy, "2018-04-15"))
    assert all(cell in parser.text for row in rows for cell in row)
    assert parser.tags.count("tbody") == len(CASES)
    assert not {"script", "img", "link", "iframe", "object"} & set(parser.tags)


def test_markup_in_a_subject_stays_text() -> None:
    row = Row("1", *("",) * 5, "<script>alert(1)</script>", *("",) * 8)
    page = index_html([row], reviewed("plain-date").account.policy, "2018-04-15")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_command_says_which_cable_it_could_not_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    cable = str(GOLDEN / "plain-date" / "cable.txt")
    options = ["--policy", "public", "--as-of", "2018-04-15", "--format", "csv"]
    assert run(["explain", cable, str(tmp_path / "missing.txt"), *options]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [["--format", "json"], ["--portion", "3"], ["--portion", "3", "--format", "html"]],
    ids=["json", "portion", "portion of an index"],
)
def test_what_is_of_one_cable_is_refused_for_two(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    cables = [str(GOLDEN / name / "cable.txt") for name in ("plain-date", "two-sections")]
    assert run(["explain", *cables, "--policy", "public", "--as-of", "2018-04-15", *options]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
