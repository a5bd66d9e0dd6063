"""Timelines as a table for a person to read."""

from collections.abc import Iterator, Sequence
from datetime import date

from redact.forecast.model import Forecast, Outlook
from redact.forecast.rows import labels_of
from redact.forecast.years import Summary, summary
from redact.policy.decision import PolicyIdentity


def timeline_table(forecasts: Sequence[Forecast], policy: PolicyIdentity) -> str:
    """One cable step by step; several first one a line, then added up by year."""
    lines = [f"policy {policy.name} {policy.version}"]
    if len(forecasts) == 1:
        lines += ["", *_cable(forecasts[0])]
    else:
        lines += ["", *_cables(forecasts), "", *_years(summary(forecasts))]
    return "".join(f"{line}\n" for line in lines)


def _cable(cable: Forecast) -> Iterator[str]:
    yield _heading(cable)
    table = [("from", "released", "withheld", "what changes")]
    for step in cable.steps:
        begins = "before" if step.begins is None else step.begins.isoformat()
        changes = _changes(cable, step.begins)
        table.append((begins, str(len(step.released)), str(len(step.withheld)), changes))
    yield from _columns(table)
    never = [outlook for outlook in cable.outlooks if outlook.never_opens]
    if never:
        yield f"no known day releases {labels_of(never)}"


def _heading(cable: Forecast) -> str:
    dated = f", dated {cable.dated}" if cable.dated else ", date not known"
    return f"{cable.name}{f': {cable.id}' if cable.id else ''}{dated}"


def _changes(cable: Forecast, day: date | None) -> str:
    """What opens and what closes on a day; of the first step what is open before any."""
    if day is None:
        texts = [found for found in cable.outlooks if found.open_at_first and not found.structural]
        return f"open at once: {labels_of(texts)}" if texts else "no text is open"
    turned = [found for found in cable.outlooks if day in found.changes]
    opening = [found for found in turned if _is_opened(found, day)]
    closing = [found for found in turned if found not in opening]
    said = (("opens", opening), ("closes", closing))
    return "; ".join(f"{verb} {labels_of(found)}" for verb, found in said if found)


def _is_opened(outlook: Outlook, day: date) -> bool:
    """Whether the turn on a day is to open: turns alternate, beginning with the first state."""
    return outlook.open_at_first == (outlook.changes.index(day) % 2 == 1)


def _cables(forecasts: Sequence[Forecast]) -> Iterator[str]:
    table = [("cable", "text at once", "opens from", "until", "no known day")]
    for cable in forecasts:
        texts = [outlook for outlook in cable.outlooks if not outlook.structural]
        days = sorted(outlook.opens_on for outlook in texts if outlook.opens_on)
        table.append(
            (
                cable.name,
                str(sum(outlook.open_at_first for outlook in texts)),
                str(days[0]) if days else "",
                str(days[-1]) if days else "",
                str(sum(outlook.never_opens for outlook in texts)),
            )
        )
    yield from _columns(table)


def _years(sums: Summary) -> Iterator[str]:
    table = [("year", "portions", "by level", "cables then open")]
    for year in sums.years:
        levels = ", ".join(f"{number} {level or '?'}" for level, number in year.portions)
        table.append((str(year.year), str(year.count), levels, str(year.cables)))
    yield from _columns(table)
    yield ""
    yield (
        f"{sums.cables} cables, {sums.portions} portions of text: "
        f"{sums.open_at_first} open at once, {sums.never} without a known day"
    )


def _columns(table: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    for row in table:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
