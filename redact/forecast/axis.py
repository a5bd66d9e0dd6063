"""The years under a chart: where a day stands, and which years are named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from redact.forecast.drawing import Anchor, Rule, Word

PALE = "#d0d0d0"
_MOST = 12


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day of `first` to the last day of `last`, between two places on the page."""

    first: int
    last: int
    left: int
    right: int

    def place(self, day: date) -> int:
        """Where a day stands; one outside the years stands at their end."""
        begins, ends = _first_day(self.first), _first_day(self.last + 1)
        share = (day.toordinal() - begins) / (ends - begins)
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left))

    def named(self) -> list[int]:
        """The years that are named: all of them, or every second, fifth, tenth …"""
        years = self.last - self.first + 1
        every = next(step for step in _STEPS if years <= _MOST * step)
        return [year for year in range(self.first, self.last + 1) if year % every == 0]

    def lines(self, top: int, bottom: int) -> Iterator[Rule | Word]:
        """A line at the beginning of every year that is named, and its name below."""
        for year in self.named():
            x = self.place(date(year, 1, 1))
            yield Rule(x, top, x, bottom, PALE)
            yield Word(x, bottom + 12, str(year), anchor=Anchor.MIDDLE)


_STEPS = (1, 2, 5, 10, 20, 50, 100, 1_000)


def axis_over(days: Iterable[date], left: int, right: int) -> Axis | None:
    """An axis that holds all days with some room behind, None where there is no day at all."""
    years = [day.year for day in days]
    if not years:
        return None
    return Axis(min(years), min(max(years) + 1, date.max.year), left, right)


def _first_day(year: int) -> int:
    """The ordinal of 1 January, also of the year behind the calendar's last."""
    return date(year, 1, 1).toordinal() if year <= date.max.year else date.max.toordinal() + 1
