"""The entry: find the command, run it, and turn whatever happens into an exit status.

Only the module of the command that is called is imported; all of them only for help, completion
and a name that is none.
"""

import os
import signal
import sys
from importlib import import_module

from redact.version import __version__

TYPE_CHECKING = False  # typing is not imported: it would be a third of the start
if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

    import typer

COMMANDS = tuple("apply batch parse marking declass check explain timeline verify policy".split())
"""Each is a module of this package with a function `register(app)`."""

_COMPLETION = "_REDACT_COMPLETE"


def main() -> "NoReturn":
    """Run the command line of this process and leave with its exit status."""
    signal.signal(signal.SIGTERM, _terminate)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line; total: errors become one line and a status of 2, never a traceback."""
    try:
        if arguments == ["--version"]:
            from redact.cli.output import put

            put(f"redact {__version__}\n")
            return 0
        return _dispatch(arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - whatever happens, no traceback: it may hold text
        from redact.cli.diagnostics import report

        return report(error)


def _dispatch(arguments: list[str]) -> int:
    import typer

    command = typer.main.get_command(_app(arguments))
    try:
        status = command.main(arguments, prog_name="redact", standalone_mode=False)
    except _usage_errors() as error:
        from redact.cli.usage import report_usage

        return report_usage(error)
    except typer.Abort:
        return 130
    return status if isinstance(status, int) else 0


def _usage_errors() -> type[Exception]:
    """The class of all of Typer's usage errors, which it does not export by name."""
    import typer

    base = typer.BadParameter.__base__
    return base if base is not None and issubclass(base, Exception) else typer.BadParameter


def _app(arguments: list[str]) -> "typer.Typer":
    from redact.cli.application import application

    app = application()
    called = arguments[0] if arguments and _COMPLETION not in os.environ else None
    for name in (called,) if called in COMMANDS else COMMANDS:
        import_module(f"redact.cli.{name}").register(app)
    return app


def _terminate(signum: int, frame: "FrameType | None") -> None:
    """Leave by an exception, so that nothing half-written is left behind."""
    raise SystemExit(128 + signum)


if __name__ == "__main__":
    main()
