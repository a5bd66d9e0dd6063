"""The chart of one cable: a bar a row of portions, dark while withheld, light once released."""

from collections.abc import Iterator

from redact.forecast.axis import Axis, axis_over
from redact.forecast.drawing import Anchor, Box, Drawing, Rule, Word
from redact.forecast.model import Forecast
from redact.forecast.rows import Row, rows
from redact.policy.decision import PolicyIdentity

WITHHELD = "#3d4a5c"
RELEASED = "#a9cfe8"
_VERBS = {False: "opens", True: "closes"}
_NO_DAY = "no known day"
_WIDTH, _LEFT, _RIGHT = 960, 180, 720
_TOP, _ROW = 96, 24


def bars(cable: Forecast, policy: PolicyIdentity) -> Drawing:
    """Which portions of a cable open when under a policy."""
    found = rows(cable.outlooks)
    days = {day for row in found for day in row.changes}
    axis = axis_over(days | ({cable.dated} if cable.dated else set()), _LEFT, _RIGHT)
    bottom = _TOP + _ROW * max(1, len(found))
    shapes: list[Box | Rule | Word] = [*_head(cable, policy)]
    if axis is not None:
        shapes += axis.lines(_TOP - 4, bottom)
    for number, row in enumerate(found):
        shapes += _row(row, _TOP + _ROW * number, axis)
    title = f"When {cable.title} opens"
    return Drawing(_WIDTH, bottom + 36, title, _in_words(found), tuple(shapes))


def _head(cable: Forecast, policy: PolicyIdentity) -> Iterator[Box | Word]:
    dated = f"dated {cable.dated}" if cable.dated else "date not known"
    yield Word(20, 26, f"When {cable.title} opens", size=20)
    yield Word(20, 50, f"{dated}; policy {policy.name} {policy.version}")
    yield from legend(((WITHHELD, "withheld"), (RELEASED, "released")), 74)


def legend(entries: tuple[tuple[str, str], ...], y: int) -> Iterator[Box | Word]:
    """A box of each colour, and what it means."""
    for number, (colour, words) in enumerate(entries):
        x = 20 + 110 * number
        yield Box(x, y - 6, 12, 12, colour)
        yield Word(x + 18, y, words)


def _row(row: Row, y: int, axis: Axis | None) -> Iterator[Box | Rule | Word]:
    middle = y + _ROW // 2
    yield Word(_LEFT - 10, middle, row.name, anchor=Anchor.END)
    places = [axis.place(day) for day in row.changes] if axis is not None else []
    open_now = row.open_at_first
    for begins, ends in zip((_LEFT, *places), (*places, _RIGHT), strict=True):
        colour = RELEASED if open_now else WITHHELD
        yield Box(begins, y + 4, max(1, ends - begins), _ROW - 8, colour)
        open_now = not open_now
    yield Word(_RIGHT + 10, middle, _when(row))


def _when(row: Row) -> str:
    if row.changes:
        turns = [f"{_VERBS[row.open_at_first]} {row.changes[0]}"]
        turns += [f"{_VERBS[not row.open_at_first]} {day}" for day in row.changes[1:2]]
        return ", ".join(turns) + (", ..." if len(row.changes) > len(turns) else "")
    return "at once" if row.open_at_first else _NO_DAY


def _in_words(found: tuple[Row, ...]) -> str:
    return "; ".join(f"{row.name}: {_when(row)}" for row in found) or "there is no text"
