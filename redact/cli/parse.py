"""`redact parse`: the telegram taken apart."""

from typing import Annotated

import typer

from redact.cli.diagnostics import shown
from redact.cli.documents import put_document
from redact.cli.options import CableArgument, require_choice
from redact.cli.output import put
from redact.cli.sources import source_bytes

_EPILOG = "Example: redact parse cable.txt --format json"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("parse", epilog=_EPILOG)(parse)


def parse(
    cable: CableArgument,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="F", help="tree or json.")
    ] = "tree",
) -> int:
    """Take a telegram apart: header fields and portions. Shows its text: not for release."""
    from redact.cable.document import cable_document
    from redact.cable.reading import read
    from redact.cable.tree import cable_tree

    require_choice("--format", format_, ("tree", "json"))
    telegram = read(source_bytes(cable), name=shown(cable))
    if format_ == "json":
        put_document(cable_document(telegram))
    else:
        put(cable_tree(telegram))
    return 0
