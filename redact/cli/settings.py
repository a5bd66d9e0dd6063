"""`--set NAME=VALUE`: values of the parameters of a policy, from the command line or a file.

A value may be a list of names that must not get out: no message repeats one.
"""

from collections.abc import Iterable

from redact.cli.diagnostics import UsageError

_MAX_BYTES = 4_000_000


def given_values(settings: Iterable[str]) -> dict[str, str | tuple[str, ...]]:
    """The values by name; `@FILE` gives the lines of a file. Raises UsageError."""
    given: dict[str, str | tuple[str, ...]] = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign or not name:
            raise UsageError("--set needs a name and a value", remedy="write --set NAME=VALUE")
        if name in given:
            raise UsageError("--set gives one parameter twice", remedy="keep one")
        given[name] = _lines(value[1:]) if value.startswith("@") else value
    return given


def value_files(settings: Iterable[str]) -> list[str]:
    """The files that settings name."""
    values = (setting.partition("=")[2] for setting in settings)
    return [value[1:] for value in values if value.startswith("@")]


def _lines(path: str) -> tuple[str, ...]:
    """The lines of a file that say something, in strict UTF-8; they may end in CR LF."""
    try:
        with open(path, "rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except ValueError:
        raise UsageError("no such file", remedy="check the path", place=path) from None
    if len(data) > _MAX_BYTES:
        raise UsageError("the file is too long", remedy="split the list", place=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("the file is not UTF-8", remedy="save it as UTF-8", place=path) from None
    lines = (line.strip() for line in text.replace("\r\n", "\n").split("\n"))
    return tuple(line for line in lines if line)
