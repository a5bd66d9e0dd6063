"""`redact verify`: whether anything withheld stands in a release, whoever made it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from redact.cli.dates import as_of_date, date_of
from redact.cli.diagnostics import UsageError, note, shown
from redact.cli.documents import put_document
from redact.cli.options import AsOfOption, QuietOption, TableFormatOption, require_choice
from redact.cli.output import put
from redact.cli.sources import require_one_standard_input, source_bytes

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
        str, typer.Option("--original", metavar="CABLE", help="The cable it was made from.")
    ],
    manifest: Annotated[
        str | None, typer.Option("--manifest", metavar="M", help="The manifest of the release.")
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option("--policy", "-p", metavar="P", help="By which policy text may stand in it."),
    ] = None,
    as_of: AsOfOption = None,
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
    from redact.policy.loading import load_policy
    from redact.verification.model import verification_document
    from redact.verification.verifying import verify as verify_release

    require_choice("--format", format_, ("table", "json"))
    require_one_standard_input([release, original, manifest or ""])
    rules = None if policy is None else load_policy(policy)
    day = _day(as_of, rules, manifest, quiet=quiet)
    if rules is None and manifest is None:
        note("no policy and no manifest: all text of the cable counts as withheld", quiet=quiet)
    found = verify_release(
        source_bytes(release),
        source_bytes(original),
        policy=rules,
        as_of=day,
        manifest=None if manifest is None else source_bytes(manifest),
        names=_names(name or []),
        name=shown(original),
    )
    if format_ == "json":
        put_document(verification_document(found, show=show))
    else:
        put(_table(found, show=show))
    return 0 if found.holds else 1


def _day(
    as_of: str | None, policy: "Policy | None", manifest: str | None, *, quiet: bool
) -> date | None:
    """The day to decide for; the manifest's own, or none, where no policy decides."""
    if as_of is None and (policy is None or manifest is not None):
        return None
    return date_of(as_of, "--as-of") if as_of is not None else as_of_date(None, quiet=quiet)


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
    lines.append("holds" if found.holds else f"does not hold: {len(found.problems)} problems")
    return "".join(f"{line}\n" for line in lines)


def _line(problem: "Problem", *, show: bool) -> str:
    text = " ".join((problem.text or "").split()) if show else ""
    visible = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f"{problem.place}: {problem.code}: {problem.message}" + (f": {visible}" if text else "")
