"""The four steps in a row: read, assess, decide, render."""

from datetime import date

from redact.cable.reading import read
from redact.policy import Policy, assess, decide
from redact.release.model import Release
from redact.release.rendering import render


def apply(
    data: bytes,
    policy: Policy,
    as_of: date,
    *,
    name: str = "-",
    format: str = "text",  # noqa: A002
    style: str | None = None,
) -> Release:
    """The release of one cable under `policy` as of a date.

    Raises ReadError where the bytes cannot be read as text, ReleaseError as `render` does.
    """
    cable = read(data, name=name)
    account = decide(assess(cable, as_of), policy)
    return render(cable, account, format=format, style=style)
