"""`redact apply`: decide every portion of a cable and emit the sanitised cable."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from redact.cli.dates import as_of_date
from redact.cli.destinations import destinations, make_folder, put_file, require_apart
from redact.cli.diagnostics import UsageError, report
from redact.cli.options import (
    AsOfOption,
    CablesArgument,
    FormatOption,
    JoinOption,
    PolicyOption,
    QuietOption,
    SetOption,
    StyleOption,
)
from redact.cli.output import put
from redact.cli.settings import given_values, value_files
from redact.cli.sources import require_one_standard_input, telegram_of
from redact.errors import RedactError

if TYPE_CHECKING:
    from redact.policy.model import Policy

_EPILOG = (
    "Examples: redact apply cable.txt --policy public --as-of 2019-09-22 --output release.txt; "
    "redact apply - --policy public --format html < cable.txt"
)


class Order(NamedTuple):
    """What is done to each cable of one call."""

    policy: "Policy"
    as_of: date
    format: str
    style: str | None
    repair: bool


class Places(NamedTuple):
    """Where the results of one cable go; None: standard output for a release, else nowhere."""

    release: Path | None
    manifest: Path | None
    worksheet: Path | None


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("apply", epilog=_EPILOG)(apply)


def apply(
    cables: CablesArgument,
    policy: PolicyOption,
    as_of: AsOfOption = None,
    set_: SetOption = None,
    format_: FormatOption = "text",
    style: StyleOption = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="PATH", help="A file; a folder for several cables."),
    ] = None,
    manifest: Annotated[
        str | None,
        typer.Option(
            "--manifest",
            metavar="PATH",
            help="Also write the internal account here; a folder for several cables.",
        ),
    ] = None,
    worksheet: Annotated[
        str | None,
        typer.Option(
            "--worksheet",
            metavar="PATH",
            help="Also write the internal sheet for a second reviewer; a folder for several.",
        ),
    ] = None,
    *,
    join: JoinOption = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what is certain in released text.")
    ] = False,
    quiet: QuietOption = False,
) -> int:
    """Decide every portion of each cable and emit the sanitised cable."""
    from redact.policy.files import policy_files
    from redact.policy.loading import load_policy
    from redact.release.rendering import require_form

    require_form(format_, style)
    require_one_standard_input(cables)
    telegrams = [cables] if join else [[cable] for cable in cables]
    read = [*cables, *value_files(set_ or ()), *policy_files(policy)]
    places = _places(telegrams, read, output, manifest, worksheet)
    rules = load_policy(policy, given_values(set_ or ()))
    order = Order(rules, as_of_date(as_of, quiet=quiet), format_, style, repair)
    for place in (output, manifest, worksheet):
        make_folder(place)
    status = 0
    for files, where in zip(telegrams, places, strict=True):
        try:
            _apply_one(files, order, where)
        except RedactError as error:
            status = max(status, report(error))
    return status


def _places(
    telegrams: list[list[str]],
    read: list[str],
    output: str | None,
    manifest: str | None,
    worksheet: str | None,
) -> list[Places]:
    """Where the results of each telegram go, named after its first file; not onto what is read."""
    for name, place in (("manifest", manifest), ("worksheet", worksheet)):
        if place == "-":
            raise UsageError(
                f"the {name} is internal and not for standard output", remedy="name a file"
            )
    named = [files[0] for files in telegrams]
    releases = destinations(named, None if output == "-" else output, "--output")
    manifests = destinations(named, manifest, "--manifest", suffix=".manifest.json")
    worksheets = destinations(named, worksheet, "--worksheet", suffix=".worksheet.html")
    require_apart([*releases, *manifests, *worksheets], read)
    return list(map(Places, releases, manifests, worksheets))


def _apply_one(files: list[str], order: Order, places: Places) -> None:
    from redact.policy.assess import assess
    from redact.policy.decide import decide
    from redact.release.rendering import render
    from redact.verification.self_check import checked

    source = telegram_of(files)
    account = replace(decide(assess(source, order.as_of), order.policy), repaired=order.repair)
    release = render(source, account, format=order.format, style=order.style)
    data = checked(release, source, account)
    if places.manifest is not None:
        from redact.release.canonical import canonical_json
        from redact.release.manifest import manifest_document

        document = manifest_document(source, account, release)
        put_file(places.manifest, canonical_json(document).encode())
    if places.worksheet is not None:
        from redact.release.worksheet import worksheet

        put_file(places.worksheet, worksheet(source, account).encode())
    if places.release is None:
        put(data)
    else:
        put_file(places.release, data)
