"""`redact timeline`: tables, documents, charts and calendars, and that no text is in them."""

import io
import json
import sys
import xml.etree.ElementTree as ElementTree
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PIL import Image

from redact.cable.reading import read
from redact.cli.main import run
from redact.errors import ReleaseError
from redact.forecast.bars import bars
from redact.forecast.calendar import calendar
from redact.forecast.columns import columns
from redact.forecast.document import timeline_document
from redact.forecast.drawing import Box, Drawing, Word
from redact.forecast.model import Forecast, forecast
from redact.forecast.png import png
from redact.forecast.rows import rows
from redact.forecast.svg import svg
from redact.forecast.table import timeline_table
from redact.forecast.years import summary
from redact.policy import load_policy
from redact.policy.loading import parse_policy
from tests.policy_cables import cable_of, instruction_of, marking_of, portion_of

PUBLIC = load_policy("public")
CABLE = (
    "R 221517Z SEP 09\nFM AMEMBASSY PARIS\nTO SECSTATE WASHDC\n"
    "C O N F I D E N T I A L PARIS 001292\n\n"
    "E.O. 12958: DECL: 09/22/2019\nTAGS: PREL, FR\nSUBJECT: (C) QUARRELSOME QUAYSIDE\n\n"
    "Classified By: DCM John Roe, Reasons 1.4(b), (d).\n\n"
    "1. (U) Open zebra.\n\n2. (C) Florent Aydalot\nsaid so.\n\n3. (S//RD) Quagga.\n\n"
    "4. (SBU) Okapi.\n\nRIVKIN\n"
)
OTHER = CABLE.replace("001292", "000007").replace("09/22/2019", "03/15/2015")
TEXT = ("zebra", "Florent", "Aydalot", "Quagga", "Okapi", "RIVKIN", "QUAYSIDE", "John", "Roe")
BOUNDED = parse_policy(
    """
redact: 1
name: bounded
version: 1.0.0
title: Text of a certain age
rules:
  - id: aged
    release: Text of 25 to 39 years
    when: {level: [U, C], age: {at_least: 25, at_most: 39}}
""",
    "bounded.yaml",
)


def seen(text: str = CABLE, policy: Any = PUBLIC, name: str = "one.txt") -> Forecast:
    return forecast(read(text.encode(), name=name), policy)


TWO = [seen(), seen(OTHER, name="two.txt")]


def test_the_document_is_that_of_the_contract() -> None:
    document = timeline_document([seen()], PUBLIC.identity)
    assert json.loads(json.dumps(document)) == document
    assert document["schema"] == "redact/timeline/1"
    assert document["policy"]["name"] == "public"
    (cable,) = document["cables"]
    assert (cable["name"], cable["id"], cable["dated"]) == ("one.txt", "09PARIS1292", "2009-09-22")
    assert [step["from"] for step in cable["steps"]] == [None, "2019-09-22"]
    first, second = cable["steps"]
    opened = set(second["released"]) - set(first["released"])
    assert opened == set(first["withheld"]) - set(second["withheld"])
    assert [seen().outlooks[index].label for index in sorted(opened)] == ["subject", "2"]


def test_portions_add_up_by_year() -> None:
    sums = summary(TWO)
    assert [(year.year, year.portions, year.cables) for year in sums.years] == [
        (2015, (("C", 2),), 0),
        (2019, (("C", 2),), 0),
    ]
    assert (sums.cables, sums.portions, sums.open_at_first, sums.never) == (2, 10, 2, 4)


def test_a_cable_is_open_in_the_year_of_its_last_portion() -> None:
    days = ("2019-09-22", "2030-01-01")
    portions = [
        portion_of(
            marking_of({"level": "C"}),
            instruction=instruction_of({"basis": "instruction", "date": day}),
        )
        for day in days
    ]
    found = forecast(cable_of(portions, instruction_of(None)), PUBLIC)
    assert [(year.year, year.count, year.cables) for year in summary([found]).years] == [
        (2019, 1, 0),
        (2030, 1, 1),
    ]


TABLE = """\
policy public 1.0.0

one.txt: 09PARIS1292, dated 2009-09-22
from        released  withheld  what changes
before      5         4         open at once: 1 (U)
2019-09-22  7         2         opens subject, 2 (C)
no known day releases 3 (S), 4 (U, controlled)
"""
TABLE_OF_TWO = """\
policy public 1.0.0

cable    text at once  opens from  until       no known day
one.txt  1             2019-09-22  2019-09-22  2
two.txt  1             2015-03-15  2015-03-15  2

year  portions  by level  cables then open
2015  2         2 C       0
2019  2         2 C       0

2 cables, 10 portions of text: 2 open at once, 4 without a known day
"""


def test_the_table_of_a_cable_and_of_several() -> None:
    table = timeline_table([seen()], PUBLIC.identity)
    assert table == TABLE
    assert timeline_table(TWO, PUBLIC.identity) == TABLE_OF_TWO


def test_a_policy_with_an_upper_bound_closes_again() -> None:
    found = seen(policy=BOUNDED)
    assert [step.begins for step in found.steps] == [None, date(2034, 9, 22), date(2049, 9, 22)]
    table = timeline_table([found], BOUNDED.identity)
    assert "opens subject (C), 1 (U), 2 (C), 4 (U, controlled)" in table
    assert "closes subject (C), 1 (U), 2 (C), 4 (U, controlled)" in table
    shapes = bars(found, BOUNDED.identity).shapes
    words = [shape.text for shape in shapes if isinstance(shape, Word)]
    assert "opens 2034-09-22, closes 2049-09-22" in words


def test_neighbours_that_fare_alike_share_a_row() -> None:
    names = [row.name for row in rows(seen().outlooks)]
    assert names == ["subject (C)", "1 (U)", "2 (C)", "3 (S)", "4 (U, controlled)"]
    portions = [portion_of(marking_of({"level": "C"}), number=str(n)) for n in range(1, 5)]
    ends = instruction_of({"basis": "instruction", "date": "2019-09-22"})
    (row,) = rows(forecast(cable_of(portions, ends), PUBLIC).outlooks)
    assert row.name == "1-4 (C)"


def test_bars_turn_on_the_day() -> None:
    drawing = bars(seen(), PUBLIC.identity)
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.height == 16]
    by_row = {box.y: [other for other in boxes if other.y == box.y] for box in boxes}
    assert [len(row) for row in by_row.values()] == [2, 1, 2, 1, 1]
    for row in by_row.values():
        assert sum(box.width for box in row) == 540
        assert all(one.x + one.width == other.x for one, other in pairwise(row))
    subject, _, second, _, _ = by_row.values()
    assert subject[0].width == second[0].width


@pytest.fixture(params=["bars", "columns", "nothing-known", "no-cable-opens"])
def drawing(request: pytest.FixtureRequest) -> Drawing:
    undated = "UNCLAS PARIS 001292\n\nSUBJECT: X\n\n1. (SBU) Okapi.\n\nRIVKIN\n"
    match request.param:
        case "bars":
            return bars(seen(), PUBLIC.identity)
        case "columns":
            return columns(TWO, PUBLIC.identity)
        case "nothing-known":
            return bars(seen(undated), PUBLIC.identity)
        case _:
            return columns([seen(undated), seen(undated, name="two.txt")], PUBLIC.identity)


def test_svg_is_well_formed_and_says_itself_in_words(drawing: Drawing) -> None:
    data = svg(drawing)
    assert data == svg(drawing)
    root = ElementTree.fromstring(data)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == drawing.title
    assert root[1].text
    for shape in root.iter():
        for name in ("x", "width"):
            assert 0 <= float(shape.get(name, "0")) <= drawing.width
        for name in ("y", "height"):
            assert 0 <= float(shape.get(name, "0")) <= drawing.height


def test_png_is_the_same_twice_and_not_empty(drawing: Drawing) -> None:
    data = png(drawing)
    assert data == png(drawing)
    image = Image.open(io.BytesIO(data))
    assert image.size == (2 * drawing.width, 2 * drawing.height)
    assert len(image.getcolors(1 << 20) or []) > 2
    assert image.info == {}


def test_error_a_chart_too_high_for_a_picture() -> None:
    with pytest.raises(ReleaseError, match="too many rows"):
        png(Drawing(960, 100_000, "", "", ()))


def test_a_name_of_any_letters_can_be_drawn() -> None:
    found = seen(CABLE.replace("001292", "ABC"), name="<a&b>\ud800\x07\u202e.txt" * 30)
    root = ElementTree.fromstring(svg(bars(found, PUBLIC.identity)))
    assert "<a&b>" in (root[0].text or "")
    assert Calendar.from_ical(calendar([found], PUBLIC.identity))


def test_the_calendar_is_one() -> None:
    data = calendar([*TWO, TWO[0]], PUBLIC.identity)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
    parsed = Calendar.from_ical(data)
    events = parsed.walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [
        "09PARIS7: 2 portions open",
        "09PARIS1292: 2 portions open",
    ]
    assert [event.decoded("DTSTART") for event in events] == [date(2015, 3, 15), date(2019, 9, 22)]
    assert [event.decoded("DTEND") for event in events] == [date(2015, 3, 16), date(2019, 9, 23)]
    assert len({str(event["UID"]) for event in events}) == 2
    assert all(event.decoded("DTSTAMP").date() == event.decoded("DTSTART") for event in events)
    assert "one.txt: subject, 2 (C). Policy public 1.0.0." in str(events[1]["DESCRIPTION"])
    assert parsed.errors == []


def test_a_calendar_without_events_is_valid() -> None:
    parsed = Calendar.from_ical(calendar([], PUBLIC.identity))
    assert parsed.walk("VEVENT") == []


def test_the_identity_of_an_event_does_not_hang_on_the_text() -> None:
    other = seen(CABLE.replace("Aydalot", "Somebody"))
    assert calendar([other], PUBLIC.identity) == calendar([seen()], PUBLIC.identity)


@pytest.fixture
def cables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CABLE.encode())))
    Path("one.txt").write_text(CABLE)
    Path("two.txt").write_text(OTHER)
    Path("empty.txt").write_text("")


@pytest.mark.usefixtures("cables")
@pytest.mark.parametrize("names", [["one.txt"], ["one.txt", "two.txt"], ["-"]], ids=" ".join)
@pytest.mark.parametrize("form", ["table", "json", "svg", "ics"])
def test_no_text_of_the_cable_is_in_any_form(
    names: list[str], form: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["timeline", *names, "--policy", "public", "--format", form]) == 0
    out, err = capfdbinary.readouterr()
    assert out
    assert err == b""
    assert [word for word in TEXT if word.lower() in out.decode().lower()] == []


@pytest.mark.usefixtures("cables")
def test_a_cable_that_cannot_be_read_does_not_hinder_the_others(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run(["timeline", "empty.txt", "one.txt", "-p", "public", "-f", "json"]) == 2
    out, err = capfdbinary.readouterr()
    assert [cable["name"] for cable in json.loads(out)["cables"]] == ["one.txt"]
    assert len(err.splitlines()) == 1


@pytest.mark.usefixtures("cables")
def test_error_without_pillow_says_what_to_install(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert run(["timeline", "one.txt", "-p", "public", "-f", "png"]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.decode() == (
        "redact: a chart as PNG needs Pillow, which is not installed; "
        "pip install 'redact-cables[png]', or take --format svg\n"
    )
