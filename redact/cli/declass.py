"""`redact declass`: what a declassification instruction means and when it takes effect."""

from typing import Annotated

import typer

from redact.cli.dates import as_of_date, date_of
from redact.cli.documents import has_error, put_document, table_of
from redact.cli.options import AsOfOption, QuietOption, TableFormatOption, require_choice
from redact.cli.output import put

_EPILOG = "Example: redact declass 'E.O. 12958: DECL: 09/22/2019' --dated 2009-09-22"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("declass", epilog=_EPILOG)(declass)


def declass(
    instruction: Annotated[str, typer.Argument(metavar="INSTRUCTION", help="The E.O. line.")],
    dated: Annotated[
        str | None,
        typer.Option("--dated", metavar="YYYY-MM-DD", help="The date of the document."),
    ] = None,
    as_of: AsOfOption = None,
    format_: TableFormatOption = "table",
    *,
    quiet: QuietOption = False,
) -> int:
    """Say what a declassification instruction means and when it takes effect."""
    from redact.declassification import instruction_document, read_instruction

    require_choice("--format", format_, ("table", "json"))
    document_date = None if dated is None else date_of(dated, "--dated")
    day = as_of_date(as_of, quiet=quiet)
    document = instruction_document(read_instruction(instruction, document_date), day)
    if format_ == "json":
        put_document(document)
    else:
        put(table_of(document))
    return 1 if has_error(document) else 0
