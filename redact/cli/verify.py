"""`redact verify`: whether anything withheld stands in a release, whoever made it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from redact.cli.dates import as_of_date, date_of
from redact.cli.diagnostics import UsageError, note
from redact.cli.documents import put_document
from redact.cli.options import (
    AsOfOption,
    QuietOption,
    SetOption,
    TableFormatOption,
    require_choice,
)
from redact.cli.output import put
from redact.cli.settings import given_values
from redact.cli.sources import require_one_standard_input, source_bytes, telegram_of

if TYPE_CHECKING:
    from redact.policy.model import Policy
    from redact.verification.model import Problem, Verification

_EPILOG = (
    "Examples: redact verify release.txt --original cable.txt --manifest manifest.json; "
    "redact verify theirs.pdf --original cable.txt --policy public --as-of 2019-09-21 --show"
)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("verify", epilog=_EPILOG)(verify)


def verify(
    release: Annotated[
        str, typer.Argument(metavar="RELEASE", help="Text, Markdown, HTML, PDF or JSON.")
    ],
    original: Annotated[
        list[str],
        typer.Option(
            "--original",
            metavar="CABLE",
            help="The cable it was made from; once for each file of its sections.",
        ),
    ],
    manifest: Annotated[
        str | None, typer.Option("--manifest", metavar="M", help="The manifest of the release.")
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option("--policy", "-p", metavar="P", help="By which policy text may stand in it."),
    ] = None,
    as_of: AsOfOption = None,
    set_: SetOption = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="A name that may not stand in it; repeatable."),
    ] = None,
    format_: TableFormatOption = "table",
    *,
    show: Annotated[
        bool, typer.Option("--show", help="Also show the text that should not stand there.")
    ] = False,
    quiet: QuietOption = False,
) -> int:
    """Prove that nothing withheld stands in a release, and that nothing in it was altered."""
    from redact.verification.model import verification_document
    from redact.verification.verifying import verify as verify_release

    require_choice("--format", format_, ("table", "json"))
    require_one_standard_input([release, *original, manifest or ""])
    names = _names(name or [])
    claim = None if manifest is None else source_bytes(manifest)
    rules = None if policy is None else _policy(policy, set_ or [], claim)
    if rules is None and claim is None:
        note("no policy and no manifest: all text of the cable counts as withheld", quiet=quiet)
    found = verify_release(
        source_bytes(release),
        telegram_of(original),
        policy=rules,
        as_of=_day(as_of, needed=rules is not None and claim is None, quiet=quiet),
        manifest=claim,
        names=names,
    )
    if format_ == "json":
        put_document(verification_document(found, show=show))
    else:
        put(_table(found, show=show))
    return 0 if found.holds else 1


def _policy(reference: str, settings: list[str], manifest: bytes | None) -> "Policy":
    """The policy with the parameters given, or with those that the manifest states."""
    from redact.policy.loading import load_policy
    from redact.verification.proof import claimed_parameters, read_claim

    if settings or manifest is None:
        return load_policy(reference, given_values(settings))
    return load_policy(reference, claimed_parameters(read_claim(manifest)))


def _day(as_of: str | None, *, needed: bool, quiet: bool) -> date | None:
    """The day given; today where a policy needs one and no manifest says which."""
    if as_of is not None:
        return date_of(as_of, "--as-of")
    return as_of_date(None, quiet=quiet) if needed else None


def _names(names: list[str]) -> list[str]:
    if any(sum(letter.isalnum() for letter in name) < 2 for name in names):
        raise UsageError("--name is not a name", remedy="give at least two letters")
    return names


def _table(found: "Verification", *, show: bool) -> str:
    lines = [_line(problem, show=show) for problem in found.problems]
    counts: dict[str | None, int] = dict.fromkeys(("release", "withhold", None), 0)
    for passage in found.passages:
        counts[passage.effect] += 1
    named = {"release": "released", "withhold": "withheld", None: "not decided"}
    met = ", ".join(f"{number} {named[effect]}" for effect, number in counts.items() if number)
    lines.append(f"passages of the original: {met or 'none'}")
    number = len(found.problems)
    lines.append(f"does not hold: {number} problem{'s'[: number > 1]}" if number else "holds")
    return "".join(f"{line}\n" for line in lines)


def _line(problem: "Problem", *, show: bool) -> str:
    text = " ".join((problem.text or "").split()) if show else ""
    visible = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f"{problem.place}: {problem.code}: {problem.message}" + (f": {visible}" if text else "")
