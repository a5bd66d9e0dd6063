"""Dates on the command line, and today: the only clock in the house."""

import re
from datetime import UTC, date, datetime

from redact.cli.diagnostics import UsageError, note

_SHAPE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def as_of_date(text: str | None, *, quiet: bool) -> date:
    """The date of `--as-of`; without one today in UTC, and a note that says so.

    Raises UsageError where the text is no date.
    """
    if text is not None:
        return date_of(text, "--as-of")
    today = datetime.now(UTC).date()
    note(f"as of {today}, today in UTC; give --as-of to fix the date", quiet=quiet)
    return today


def date_of(text: str, option: str) -> date:
    """A date `YYYY-MM-DD`. Raises UsageError where the text is none."""
    if _SHAPE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise UsageError(f"{option} is not a date of the calendar", remedy="write it as YYYY-MM-DD")
