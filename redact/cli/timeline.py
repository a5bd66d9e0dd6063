"""`redact timeline`: the days on which the outcome changes, and what each releases."""

from typing import TYPE_CHECKING, Annotated

import typer

from redact.cli.diagnostics import report, shown
from redact.cli.options import CablesArgument, PolicyOption, SetOption, require_choice
from redact.cli.output import put
from redact.cli.settings import given_values
from redact.cli.sources import require_one_standard_input, source_bytes
from redact.errors import RedactError

if TYPE_CHECKING:
    from redact.forecast.model import Forecast
    from redact.policy.model import Policy

_FORMATS = ("table", "json", "svg", "png", "ics")
_EPILOG = (
    "Examples: redact timeline cable.txt --policy public; "
    "redact timeline cables/*.txt --policy public --format svg > chart.svg"
)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("timeline", epilog=_EPILOG)(timeline)


def timeline(
    cables: CablesArgument,
    policy: PolicyOption,
    set_: SetOption = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="F", help="table, json, svg, png or ics.")
    ] = "table",
) -> int:
    """Say on which days the outcome changes, and what each releases."""
    from redact.policy.loading import load_policy

    require_choice("--format", format_, _FORMATS)
    require_one_standard_input(cables)
    rules = load_policy(policy, given_values(set_ or ()))
    status = 0
    forecasts = []
    for cable in cables:
        try:
            forecasts.append(_forecast(cable, rules))
        except RedactError as error:
            status = report(error)
    if forecasts:
        _put(forecasts, rules, format_)
    return status


def _forecast(cable: str, policy: "Policy") -> "Forecast":
    from redact.cable.reading import read
    from redact.forecast.model import forecast

    return forecast(read(source_bytes(cable), name=shown(cable)), policy)


def _put(forecasts: "list[Forecast]", policy: "Policy", format_: str) -> None:
    identity = policy.identity
    match format_:
        case "json":
            from redact.cli.documents import put_document
            from redact.forecast.document import timeline_document

            put_document(timeline_document(forecasts, identity))
        case "ics":
            from redact.forecast.calendar import calendar

            put(calendar(forecasts, identity))
        case "svg" | "png":
            put(_chart(forecasts, policy, format_))
        case _:
            from redact.forecast.table import timeline_table

            put(timeline_table(forecasts, identity))


def _chart(forecasts: "list[Forecast]", policy: "Policy", format_: str) -> bytes:
    if len(forecasts) == 1:
        from redact.forecast.bars import bars

        drawing = bars(forecasts[0], policy.identity)
    else:
        from redact.forecast.columns import columns

        drawing = columns(forecasts, policy.identity)
    if format_ == "svg":
        from redact.forecast.svg import svg

        return svg(drawing)
    from redact.forecast.png import png

    return png(drawing)
