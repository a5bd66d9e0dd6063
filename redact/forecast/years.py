"""Timelines added up: how many portions open in which year, and how many cables with them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from redact.forecast.model import Forecast, Outlook

LEVELS = ("U", "R", "C", "S", "TS", None)
"""The levels in the order in which they are shown; None is a level that is not known."""


@dataclass(frozen=True, slots=True)
class Year:
    """`portions` that are first released in a year, by level; `cables` that are then all open."""

    year: int
    portions: tuple[tuple[str | None, int], ...]
    cables: int

    @property
    def count(self) -> int:
        """All portions, of any level."""
        return sum(number for _, number in self.portions)


@dataclass(frozen=True, slots=True)
class Summary:
    """`years` in which something opens; text released at once, and text without a known day."""

    years: tuple[Year, ...]
    cables: int
    portions: int
    open_at_first: int
    never: int
    cables_open_at_first: int
    cables_never: int


def summary(forecasts: Iterable[Forecast]) -> Summary:
    """The sums over `forecasts`, of text alone: header and envelope go out with any telegram."""
    found = tuple(forecasts)
    opening: dict[int, Counter[str | None]] = {}
    whole: Counter[int] = Counter()
    texts = [text for cable in found for text in _texts(cable)]
    for text in texts:
        if text.opens_on:
            opening.setdefault(text.opens_on.year, Counter())[text.level] += 1
    for cable in found:
        days = [text.opens_on for text in _texts(cable) if not text.open_at_first]
        known = [day for day in days if day is not None]
        if known and len(known) == len(days):
            whole[max(known).year] += 1
    return Summary(
        tuple(Year(year, _by_level(opening[year]), whole[year]) for year in sorted(opening)),
        len(found),
        len(texts),
        sum(text.open_at_first for text in texts),
        sum(text.never_opens for text in texts),
        sum(all(text.open_at_first for text in _texts(cable)) for cable in found),
        sum(any(text.never_opens for text in _texts(cable)) for cable in found),
    )


def _texts(cable: Forecast) -> list[Outlook]:
    return [outlook for outlook in cable.outlooks if not outlook.structural]


def _by_level(counts: Counter[str | None]) -> tuple[tuple[str | None, int], ...]:
    return tuple((level, counts[level]) for level in LEVELS if counts[level])
