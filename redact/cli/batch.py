"""`redact batch`: the same for a folder of cables, with an account that lies apart."""

from pathlib import Path
from typing import Annotated, Any

import typer

from redact.cli.dates import as_of_date
from redact.cli.diagnostics import note
from redact.cli.options import (
    AsOfOption,
    FormatOption,
    PolicyOption,
    QuietOption,
    SetOption,
    StyleOption,
)
from redact.cli.settings import given_values

_EPILOG = "Example: redact batch cables --policy public --as-of 2019-09-22 --output releases"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("batch", epilog=_EPILOG)(batch)


def batch(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A folder of cables.")],
    policy: PolicyOption,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT", help="A new or an empty folder.")
    ],
    as_of: AsOfOption = None,
    set_: SetOption = None,
    account: Annotated[
        str | None,
        typer.Option(
            "--account", metavar="DIR", help="The internal account. [default: OUT.account]"
        ),
    ] = None,
    format_: FormatOption = "text",
    style: StyleOption = None,
    *,
    quiet: QuietOption = False,
) -> int:
    """Sanitise every cable of a folder into another; a cable that fails never stops the rest."""
    from redact.corpus.batch import Job, run_batch
    from redact.corpus.places import default_account, real_places
    from redact.policy.loading import load_policy
    from redact.release.rendering import require_form

    require_form(format_, style)
    out = Path(output)
    apart = default_account(out) if account is None else Path(account)
    releases, internal = real_places(Path(source), out, apart)
    rules = load_policy(policy, given_values(set_ or ()))
    job = Job(rules, as_of_date(as_of, quiet=quiet), format_, style)
    summary = run_batch(Path(source), releases, internal, job)
    note(_counts(summary, apart), quiet=quiet)
    return 1 if summary["failed"] else 0


def _counts(summary: dict[str, Any], account: Path) -> str:
    return (
        f"{summary['cables']} cables, {summary['failed']} failed, "
        f"{summary['skipped']} skipped; the account is in {account}"
    )
