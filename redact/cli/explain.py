"""`redact explain`: why each portion is released or withheld."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from redact.cli.dates import as_of_date
from redact.cli.diagnostics import UsageError, shown
from redact.cli.documents import put_document
from redact.cli.options import (
    AsOfOption,
    CableArgument,
    FormatOption,
    PolicyOption,
    QuietOption,
    require_choice,
)
from redact.cli.output import put
from redact.cli.sources import source_bytes

if TYPE_CHECKING:
    from redact.policy.facts import Assessment

_EPILOG = "Example: redact explain cable.txt --policy public --as-of 2019-09-21 --portion 5"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("explain", epilog=_EPILOG)(explain)


def explain(
    cable: CableArgument,
    policy: PolicyOption,
    as_of: AsOfOption = None,
    portion: Annotated[
        int | None,
        typer.Option("--portion", metavar="N", help="Only the portion with this index (parse)."),
    ] = None,
    format_: FormatOption = "text",
    *,
    quiet: QuietOption = False,
) -> int:
    """Say why each portion is released or withheld: facts, rules, near misses, citations."""
    from redact.cable.reading import read
    from redact.policy import explanation_document, explanation_text, load_policy
    from redact.policy.assess import assess

    require_choice("--format", format_, ("text", "json"))
    rules = load_policy(policy)
    day = as_of_date(as_of, quiet=quiet)
    telegram = read(source_bytes(cable), name=shown(cable))
    assessment = _only(assess(telegram, day), portion)
    if format_ == "json":
        put_document(explanation_document(telegram, assessment, rules))
    else:
        put(explanation_text(telegram, assessment, rules))
    return 0


def _only(assessment: "Assessment", portion: int | None) -> "Assessment":
    """The assessment of one portion alone. Raises UsageError where the cable has no such one."""
    if portion is None:
        return assessment
    chosen = tuple(facts for facts in assessment.portions if facts.index == portion)
    if not chosen:
        last = len(assessment.portions) - 1
        raise UsageError("the cable has no such portion", remedy=f"its portions are 0 to {last}")
    return replace(assessment, portions=chosen)
