"""The portions of a cable as a person lists them: neighbours that fare alike on one row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from redact.forecast.model import Outlook


@dataclass(frozen=True, slots=True)
class Row:
    """`label` names the portions: `1`, `2-4`, `subject`."""

    label: str
    level: str | None
    controlled: bool
    open_at_first: bool
    changes: tuple[date, ...]

    @property
    def name(self) -> str:
        """Label and level, as a mark stands behind a number.

        Of unclassified text it is said whether a control keeps it back.
        """
        level = "U, controlled" if self.level == "U" and self.controlled else self.level or "?"
        return f"{self.label} ({level})"


def rows(outlooks: Iterable[Outlook]) -> tuple[Row, ...]:
    """Text alone, in its order: header, envelope and the like go out with any telegram."""
    texts = (outlook for outlook in outlooks if not outlook.structural)
    return tuple(_row(list(alike)) for _, alike in groupby(texts, _fate))


def labels_of(outlooks: Iterable[Outlook]) -> str:
    """`1 (U), 2-4 (C)`: the portions named, neighbours of one level together."""
    found = groupby(outlooks, lambda outlook: (outlook.level, outlook.controlled))
    return ", ".join(_row(list(alike)).name for _, alike in found)


def _fate(outlook: Outlook) -> tuple[str | None, bool, bool, tuple[date, ...]]:
    return outlook.level, outlook.controlled, outlook.open_at_first, outlook.changes


def _row(alike: Sequence[Outlook]) -> Row:
    first, *_ = alike
    label = _ranged(dict.fromkeys(outlook.label for outlook in alike))
    return Row(label, first.level, first.controlled, first.open_at_first, first.changes)


def _ranged(labels: Iterable[str]) -> str:
    """`subject, 2-4`: words one by one, numbers that stand together by the first and the last."""
    ranges: list[list[str]] = []
    for label in labels:
        if ranges and label[0].isdigit() and ranges[-1][-1][0].isdigit():
            ranges[-1].append(label)
        else:
            ranges.append([label])
    return ", ".join(one[0] if len(one) == 1 else f"{one[0]}-{one[-1]}" for one in ranges)
