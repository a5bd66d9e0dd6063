"""The arguments and options that several commands share, each described once."""

from collections.abc import Sequence
from typing import Annotated, TypeAlias

import typer

from redact.cli.diagnostics import UsageError

CablesArgument: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="CABLE...", help="A path, or - for standard input.")
]
PolicyOption: TypeAlias = Annotated[
    str,
    typer.Option("--policy", "-p", metavar="P", help="A policy that ships, or the path of one."),
]
SetOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help="A parameter of the policy; @FILE gives a list, one entry on each line.",
    ),
]
AsOfOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--as-of", metavar="YYYY-MM-DD", help="The day to decide for. [default: today]"),
]
FormatOption: TypeAlias = Annotated[
    str, typer.Option("--format", "-f", metavar="F", help="text, markdown, html, pdf or json.")
]
TableFormatOption: TypeAlias = Annotated[
    str, typer.Option("--format", "-f", metavar="F", help="table or json.")
]
JoinOption: TypeAlias = Annotated[
    bool, typer.Option("--join", help="The files are the sections of one telegram: join them.")
]
StyleOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--style",
        metavar="S",
        help="How a hole is shown: frus, bars, redacted or codes. [default: as the policy says]",
    ),
]
QuietOption: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but errors on standard error.")
]


def require_choice(option: str, value: str, choices: Sequence[str]) -> None:
    """Raise UsageError where `value` is none of `choices`, and name them."""
    if value not in choices:
        raise UsageError(
            f"{option} has no such value", remedy=f"choose one of: {', '.join(choices)}"
        )
