"""The Typer application without its commands: what `redact` itself says and takes."""

from typing import Annotated

import typer

from redact.cli.output import put
from redact.version import __version__

_EPILOG = "Exit status: 0 done; 1 what was asked to hold does not hold; 2 it could not be done."


def application() -> typer.Typer:
    """A new application; plain help without colours, and no tracebacks of Typer's own."""
    app = typer.Typer(
        name="redact",
        help="Declassify and redact diplomatic cables by policy, as of a date.",
        epilog=_EPILOG,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_redact)
    return app


def _redact(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and leave.", is_eager=True),
    ] = False,
) -> None:
    if version:
        put(f"redact {__version__}\n")
        raise typer.Exit
