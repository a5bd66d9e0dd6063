"""What is foreseen for one cable, as values."""

from dataclasses import dataclass
from datetime import date

from redact.cable.model import STRUCTURAL, Cable, Kind, Portion
from redact.policy.controls import controls_of
from redact.policy.model import Policy
from redact.policy.timeline import Step, timeline

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Outlook:
    """A portion and the days on which it opens or closes.

    `label` is its number, or its kind where it has none. `level` is None where it is not known.
    `controlled`: its marking has more than a level.
    `open_at_first` holds before the first of `changes`, each of which turns it over.
    """

    index: int
    label: str
    level: str | None
    controlled: bool
    structural: bool
    open_at_first: bool
    changes: tuple[date, ...]

    @property
    def opens_on(self) -> date | None:
        """The day on which it is first released, None where it is from the start or never is."""
        return None if self.open_at_first or not self.changes else self.changes[0]

    @property
    def never_opens(self) -> bool:
        """Whether no day is known on which it is released."""
        return not self.open_at_first and not self.changes


@dataclass(frozen=True, slots=True)
class Forecast:
    """The timeline of one cable under one policy; `name` is its file, `id` as in the header."""

    name: str
    id: str | None
    dated: date | None
    outlooks: tuple[Outlook, ...]
    steps: tuple[Step, ...]

    @property
    def title(self) -> str:
        """How a person calls the cable: its number, else its file."""
        return self.id or shortened(self.name)


def shortened(name: str) -> str:
    """A file's name as it fits above a chart: its end, which tells files apart."""
    return name if len(name) <= _LONGEST else f"...{name[3 - _LONGEST :]}"


def forecast(cable: Cable, policy: Policy) -> Forecast:
    """What `policy` will release of `cable`, and from which day on."""
    steps = timeline(cable, policy)
    labels = _labels(cable.portions)
    released = [frozenset(step.released) for step in steps]
    outlooks = tuple(
        _outlook(
            portion,
            labels[portion.index],
            steps,
            [portion.index in indices for indices in released],
        )
        for portion in cable.portions
    )
    return Forecast(cable.source.name, cable.header.id, cable.dated, outlooks, steps)


def _outlook(portion: Portion, label: str, steps: tuple[Step, ...], open_on: list[bool]) -> Outlook:
    turns = (
        step.begins
        for step, before, now in zip(steps[1:], open_on, open_on[1:], strict=False)
        if before is not now and step.begins is not None
    )
    marking = portion.effective.marking
    return Outlook(
        portion.index,
        label,
        str(marking.level) if marking and not portion.doubts else None,
        bool(marking and controls_of(marking)),
        portion.kind in STRUCTURAL,
        open_on[0],
        tuple(turns),
    )


def _labels(portions: tuple[Portion, ...]) -> list[str]:
    """The number of each portion, else that of the numbered one it hangs on, else its kind."""
    labels: list[str] = []
    for portion in portions:
        above = labels[portion.parent] if _hangs(portion) and portion.parent is not None else ""
        own = portion.number or ""
        labels.append(own or above or portion.kind.value)
    return labels


def _hangs(portion: Portion) -> bool:
    return portion.kind in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.QUOTATION)
