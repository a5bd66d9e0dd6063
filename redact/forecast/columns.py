"""The chart of many cables: a column a year, as high as the number of portions that open in it."""

from collections.abc import Iterator, Sequence
from datetime import date

from redact.forecast.axis import PALE, Axis
from redact.forecast.bars import legend
from redact.forecast.drawing import Anchor, Box, Drawing, Rule, Word
from redact.forecast.model import Forecast
from redact.forecast.years import Summary, Year, summary
from redact.policy.decision import PolicyIdentity

_COLOURS = {
    "U": "#a9cfe8",
    "R": "#7fb3d5",
    "C": "#4a8ab8",
    "S": "#e08e45",
    "TS": "#b5482f",
    None: "#8c8c8c",
}
_WIDTH, _LEFT, _RIGHT = 960, 70, 930
_TOP, _BOTTOM = 120, 420
_WIDEST = 80


def columns(forecasts: Sequence[Forecast], policy: PolicyIdentity) -> Drawing:
    """How many portions of many cables open in which year under a policy."""
    sums = summary(forecasts)
    shapes: list[Box | Rule | Word] = [*_head(sums, policy)]
    if sums.years:
        axis = Axis(sums.years[0].year, sums.years[-1].year, _LEFT, _RIGHT)
        highest = max(year.count for year in sums.years)
        shapes += _scale(highest)
        for year in sums.years:
            shapes += _column(year, highest, axis)
        for named in axis.named():
            middle = axis.place(date(named, 7, 2))
            shapes.append(Word(middle, _BOTTOM + 14, str(named), anchor=Anchor.MIDDLE))
    return Drawing(_WIDTH, _BOTTOM + 36, _title(sums), _in_words(sums), tuple(shapes))


def _title(sums: Summary) -> str:
    return f"When the text of {sums.cables} cables opens"


def _head(sums: Summary, policy: PolicyIdentity) -> Iterator[Box | Word]:
    yield Word(20, 26, _title(sums), size=20)
    yield Word(
        20,
        50,
        f"policy {policy.name} {policy.version}; {sums.portions} portions of text: "
        f"{sums.open_at_first} open at once, {sums.never} without a known day",
    )
    found = {level for year in sums.years for level, _ in year.portions}
    entries = tuple(
        (colour, level or "not known") for level, colour in _COLOURS.items() if level in found
    )
    yield from legend(entries, 74)
    yield Word(20, 100, "portions that open in the year, by level")


def _scale(highest: int) -> Iterator[Rule | Word]:
    for count in sorted({0, highest // 2, highest}):
        y = _height_at(count, highest)
        yield Rule(_LEFT, y, _RIGHT, y, PALE)
        yield Word(_LEFT - 8, y, str(count), anchor=Anchor.END)


def _column(year: Year, highest: int, axis: Axis) -> Iterator[Box]:
    begins, ends = axis.place(date(year.year, 1, 1)), axis.place(date(year.year, 12, 31))
    width = min(_WIDEST, max(1, (ends - begins) * 2 // 3))
    left = (begins + ends - width) // 2
    below = 0
    for level, number in year.portions:
        top = _height_at(below + number, highest)
        foot = _height_at(below, highest)
        yield Box(left, top, width, foot - top, _COLOURS[level])
        below += number


def _height_at(count: int, highest: int) -> int:
    return _BOTTOM - round((_BOTTOM - _TOP) * count / highest)


def _in_words(sums: Summary) -> str:
    return "; ".join(f"{year.year}: {year.count}" for year in sums.years) or "no day is known"
