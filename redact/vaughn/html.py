"""The index as one page of HTML that runs nothing and loads nothing."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from redact.policy.decision import PolicyIdentity
from redact.release.page import page
from redact.vaughn.model import TITLES, Row

_STYLE = """
:root { color-scheme: light dark; }
body { font-family: sans-serif; margin: 2em; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9em; }
th, td { border: 1px solid #767676; padding: .3em .5em; text-align: left; vertical-align: top; }
tbody { border-top: 3px solid #767676; }
@media print { body { margin: 0; } @page { size: landscape; } .table { overflow: visible; } }
"""
_DOCUMENT_CELLS = TITLES.index("Place")


def index_html(rows: Iterable[Row], policy: PolicyIdentity, as_of: str) -> str:
    """A table with one group of rows for each document, whose own cells stand once."""
    said = f"{policy.title}: policy {policy.name} {policy.version}, as of {as_of}."
    legend = "RIF released in full, RIP released in part, DIF denied in full."
    columns = "".join(f'<th scope="col">{escape(title)}</th>' for title in TITLES)
    groups = (_group(list(group)) for _, group in groupby(rows, key=lambda row: row.document))
    table = f"<table>\n<thead><tr>{columns}</tr></thead>\n{''.join(groups)}</table>\n"
    body = (
        f"<main>\n<h1>Vaughn index</h1>\n<p>{escape(said)} {legend}</p>\n"
        '<div class="table" role="region" aria-label="Vaughn index" tabindex="0">\n'
        f"{table}</div>\n</main>\n"
    )
    return page("Vaughn index", _STYLE, body)


def _group(rows: list[Row]) -> str:
    lines = []
    for number, row in enumerate(rows):
        shared = () if number else row[:_DOCUMENT_CELLS]
        cells = [_shared_cell(cell, len(rows), first=not at) for at, cell in enumerate(shared)]
        cells += [f"<td>{escape(cell)}</td>" for cell in row[_DOCUMENT_CELLS:]]
        lines.append(f"<tr>{''.join(cells)}</tr>\n")
    return f"<tbody>\n{''.join(lines)}</tbody>\n"


def _shared_cell(text: str, rows: int, *, first: bool) -> str:
    span = f' rowspan="{rows}"' if rows > 1 else ""
    if first:
        return f'<th scope="rowgroup"{span}>{escape(text)}</th>'
    return f"<td{span}>{escape(text)}</td>"
