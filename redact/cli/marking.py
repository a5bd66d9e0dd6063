"""`redact marking`: what one or more markings say, and their roll-up."""

from typing import Annotated

import typer

from redact.cli.documents import has_error, put_document, table_of
from redact.cli.options import TableFormatOption, require_choice
from redact.cli.output import put

_EPILOG = "Example: redact marking '(S//NF)' '(C//REL TO USA, GBR)' --format json"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("marking", epilog=_EPILOG)(marking)


def marking(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help="A marking each.")],
    format_: TableFormatOption = "table",
) -> int:
    """Parse markings: canonical portion and banner form; with several, also their roll-up."""
    from redact.markings import marking_document, read_marking, roll_up_document

    require_choice("--format", format_, ("table", "json"))
    readings = [read_marking(text) for text in texts]
    documents = [marking_document(reading) for reading in readings]
    if len(readings) > 1:
        documents.append(roll_up_document(readings))
    if format_ == "json":
        put_document(documents if len(readings) > 1 else documents[0])
    else:
        put("\n".join(table_of(document) for document in documents))
    return 1 if any(map(has_error, documents)) else 0
