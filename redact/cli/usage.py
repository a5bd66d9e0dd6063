"""Usage errors in one line: what is wrong with the command line, and where to read how it goes.

Typer quotes what was typed. That may be a cable pasted without quotes, so only what looks like
an option or a command is quoted.
"""

import re

from redact.cli.diagnostics import UsageError, report

_OPTION = re.compile(r"--?[a-z][a-z-]{0,29}")
_COMMAND = re.compile(r"No such command '([a-z][a-z-]{0,19})'")


def report_usage(error: Exception) -> int:
    """Print the line, return the exit status."""
    context = getattr(error, "ctx", None)
    command: str = context.command_path if context is not None else "redact"
    return report(UsageError(_message(error), remedy=f"run `{command} --help`", place=command))


def _message(error: Exception) -> str:
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(str(getattr(error, "option_name", "")))
        case "MissingParameter":
            return f"{_parameter(error)} is missing"
        case "BadOptionUsage":
            return f"{getattr(error, 'option_name', 'the option')} needs a value"
        case "BadParameter":
            return f"{_parameter(error)} has no such value"
        case _:
            return _other(str(error))


def _no_such_option(name: str) -> str:
    return f"no such option {name}" if _OPTION.fullmatch(name) else "no such option"


def _other(message: str) -> str:
    if message.startswith("Missing command"):
        return "no command is named"
    if found := _COMMAND.match(message):
        return f"no such command {found[1]}"
    if message.startswith("No such command"):
        return "no such command"
    return "too many arguments" if "extra argument" in message else "this cannot be understood"


def _parameter(error: Exception) -> str:
    """The option as it is typed, the argument as the help calls it."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "an option"
    options = [name for name in parameter.opts if name.startswith("--")]
    return options[0] if options else str(parameter.metavar or "an argument")
