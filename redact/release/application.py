"""The four steps in a row: read, assess, decide, render."""

from dataclasses import replace
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
    repair: bool = False,
) -> Release:
    """The release of one cable under `policy` as of a date.

    Released text is the source's, damage included, unless `repair` asks for what is certain.

    Raises ReadError where the bytes cannot be read as text, ReleaseError as `render` does.
    """
    cable = read(data, name=name)
    account = replace(decide(assess(cable, as_of), policy), repaired=repair)
    return render(cable, account, format=format, style=style)
