"""`redact explain`: why each portion is released or withheld."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from redact.cli.dates import as_of_date
from redact.cli.diagnostics import UsageError, report
from redact.cli.documents import put_document
from redact.cli.options import (
    AsOfOption,
    CablesArgument,
    PolicyOption,
    QuietOption,
    SetOption,
    require_choice,
)
from redact.cli.output import put
from redact.cli.settings import given_values
from redact.cli.sources import require_one_standard_input, telegram_of
from redact.errors import RedactError

if TYPE_CHECKING:
    from collections.abc import Callable

    from redact.cable.model import Cable
    from redact.policy.model import Policy

_FORMATS = ("text", "json", "csv", "html")
_EPILOG = (
    "Examples: redact explain cable.txt --policy public --as-of 2019-09-21 --portion 5; "
    "redact explain cables/*.txt --policy public --as-of 2019-09-21 --format csv > index.csv"
)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("explain", epilog=_EPILOG)(explain)


def explain(
    cables: CablesArgument,
    policy: PolicyOption,
    as_of: AsOfOption = None,
    set_: SetOption = None,
    portion: Annotated[
        int | None,
        typer.Option("--portion", metavar="N", help="Only the portion with this index (parse)."),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="F", help="text or json; csv or html: a Vaughn index."
        ),
    ] = "text",
    *,
    quiet: QuietOption = False,
) -> int:
    """Say why each portion is released or withheld: facts, rules, near misses, citations."""
    from redact.policy import load_policy

    require_choice("--format", format_, _FORMATS)
    require_one_standard_input(cables)
    _require_one_cable(cables, portion, format_)
    rules = load_policy(policy, given_values(set_ or ()))
    day = as_of_date(as_of, quiet=quiet)
    if format_ in _INDEXES:
        return _index(cables, rules, day, format_)
    return _explanations(cables, rules, day, portion, format_)


_INDEXES = ("csv", "html")


def _require_one_cable(cables: list[str], portion: int | None, format_: str) -> None:
    if portion is not None and format_ in _INDEXES:
        raise UsageError("an index is of whole cables", remedy="leave --portion out")
    if len(cables) > 1 and format_ == "json":
        raise UsageError(
            "a document explains one cable", remedy="name one cable, or --format csv or html"
        )
    if len(cables) > 1 and portion is not None:
        raise UsageError("--portion is of one cable", remedy="name one cable")


def _explanations(
    cables: list[str], rules: "Policy", day: date, portion: int | None, format_: str
) -> int:
    from redact.policy import explanation_document, explanation_text
    from redact.policy.assess import assess

    def put_explanation(telegram: "Cable") -> None:
        chosen = _chosen(telegram, portion)
        assessment = assess(telegram, day)
        if format_ == "json":
            put_document(explanation_document(telegram, assessment, rules, chosen))
        else:
            heading = f"{telegram.source.name}\n" if len(cables) > 1 else ""
            put(heading + explanation_text(telegram, assessment, rules, chosen))

    return _with_each(cables, put_explanation)


def _index(cables: list[str], rules: "Policy", day: date, format_: str) -> int:
    from redact.policy import assess, decide
    from redact.vaughn.csv import index_csv
    from redact.vaughn.html import index_html
    from redact.vaughn.model import Reviewed
    from redact.vaughn.rows import vaughn_index

    reviewed: list[Reviewed] = []
    status = _with_each(
        cables,
        lambda telegram: reviewed.append(Reviewed(telegram, decide(assess(telegram, day), rules))),
    )
    rows = vaughn_index(reviewed)
    if not rows:
        return status
    if format_ == "csv":
        put(index_csv(rows))
    else:
        put(index_html(rows, rules.identity, day.isoformat()))
    return status


def _with_each(cables: list[str], use: "Callable[[Cable], None]") -> int:
    """Read each cable for one use; the status says whether one of them could not be read."""
    status = 0
    for cable in cables:
        try:
            telegram = telegram_of([cable])
        except RedactError as error:
            status = report(error)
        else:
            use(telegram)
    return status


def _chosen(telegram: "Cable", portion: int | None) -> tuple[int, ...] | None:
    """The one portion to explain, None for all. Raises UsageError where there is no such one."""
    if portion is None:
        return None
    last = len(telegram.portions) - 1
    if not 0 <= portion <= last:
        raise UsageError("the cable has no such portion", remedy=f"its portions are 0 to {last}")
    return (portion,)
