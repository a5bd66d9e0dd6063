"""`redact check`: what is wrong with a cable, whatever the policy."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from redact.cli.dates import as_of_date
from redact.cli.diagnostics import UsageError, report, shown
from redact.cli.documents import put_document
from redact.cli.options import AsOfOption, CablesArgument, QuietOption, require_choice
from redact.cli.output import put
from redact.cli.sources import require_one_standard_input, source_bytes
from redact.errors import RedactError

if TYPE_CHECKING:
    from redact.checks.document import Checked

_EPILOG = "Example: redact check cable.txt --as-of 2019-09-01 --due-within 90"
_FORMATS = ("table", "json", "sarif")


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("check", epilog=_EPILOG)(check)


def check(
    cables: CablesArgument,
    as_of: AsOfOption = None,
    due_within: Annotated[
        int | None,
        typer.Option("--due-within", metavar="DAYS", help="Also name what ends in so many days."),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="F", help="table, json or sarif.")
    ] = "table",
    *,
    quiet: QuietOption = False,
) -> int:
    """Check the markings and the declassification dates of cables; no policy needed."""
    from redact.findings import Severity

    require_choice("--format", format_, _FORMATS)
    require_one_standard_input(cables)
    if due_within is not None and due_within < 0:
        raise UsageError("--due-within is below 0", remedy="give a number of days")
    day = as_of_date(as_of, quiet=quiet)
    checked: list[Checked] = []
    status = 0
    for cable in cables:
        try:
            checked.append(_checked(cable, day, due_within))
        except RedactError as error:
            status = report(error)
    _put(format_, day, checked)
    found = (finding.severity for one in checked for finding in one.findings)
    return status or int(Severity.ERROR in found)


def _checked(cable: str, as_of: date, due_within: int | None) -> "Checked":
    from redact.cable.reading import read
    from redact.checks import check as check_cable
    from redact.checks.document import Checked

    telegram = read(source_bytes(cable), name=shown(cable))
    return Checked(telegram, check_cable(telegram, as_of, due_within=due_within))


def _put(format_: str, as_of: date, checked: "Sequence[Checked]") -> None:
    """Write the findings to standard output."""
    from redact.checks.document import findings_document, findings_table

    match format_:
        case "table":
            put(findings_table(checked))
        case "json":
            put_document(findings_document(as_of, checked))
        case _:
            from redact.checks.sarif import sarif_document

            put_document(sarif_document(checked))
