"""`redact parse`: the telegram taken apart."""

from typing import Annotated

import typer

from redact.cli.colour import paint, shows_colour, unpainted
from redact.cli.diagnostics import UsageError
from redact.cli.documents import put_document
from redact.cli.options import CablesArgument, JoinOption, require_choice
from redact.cli.output import put
from redact.cli.sources import require_one_standard_input, telegram_of

_EPILOG = "Example: redact parse cable.txt --format json"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("parse", epilog=_EPILOG)(parse)


def parse(
    cables: CablesArgument,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="F", help="tree or json.")
    ] = "tree",
    *,
    join: JoinOption = False,
) -> int:
    """Take a telegram apart: header fields and portions. Shows its text: not for release."""
    from redact.cable.document import cable_document
    from redact.cable.tree import cable_tree

    require_choice("--format", format_, ("tree", "json"))
    if len(cables) > 1 and not join:
        raise UsageError(
            "one cable at a time is taken apart", remedy="use --join for sections of one telegram"
        )
    require_one_standard_input(cables)
    telegram = telegram_of(cables)
    if format_ == "json":
        put_document(cable_document(telegram))
    else:
        put(cable_tree(telegram, paint if shows_colour() else unpainted))
    return 0
