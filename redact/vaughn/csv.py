"""The index as CSV (RFC 4180), for spreadsheets and scripts."""

import csv
import io
from collections.abc import Iterable

from redact.vaughn.model import TITLES, Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a cell begins that a spreadsheet would run; an apostrophe in front keeps it text."""


def index_csv(rows: Iterable[Row]) -> str:
    """A heading and one line a row, ended by CR LF; a cell of several lines becomes one line."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(TITLES)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _cell(text: str) -> str:
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA) else line
