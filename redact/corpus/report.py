"""The report of a batch for a person: one plain table without any text of a cable."""

import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Account of a batch</title>
<style>
body { font-family: sans-serif; margin: 2em; }
table { border-collapse: collapse; }
th, td { border: 1px solid #767676; padding: .2em .6em; text-align: left; }
</style>
</head>
<body>
<main>
<h1>Account of a batch</h1>
"""
_COLUMNS = ("File", "Outcome", "Portions released", "Portions withheld", "Error")


def report_html(summary: Mapping[str, Any], manifest: Iterable[bytes]) -> Iterator[bytes]:
    """The counts and one row for each line of `manifest.jsonl`, part by part.

    The page runs nothing and loads nothing.
    """
    policy = summary["policy"]
    said = (
        f"Policy {policy['name']} {policy['version']}, as of {summary['as_of']}: "
        f"{summary['cables']} cables, {summary['failed']} failed, {summary['skipped']} skipped."
    )
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in _COLUMNS)
    yield _HEAD.encode()
    yield f"<p>{escape(said)}</p>\n<table>\n<thead><tr>{columns}</tr></thead>\n<tbody>\n".encode()
    for line in manifest:
        yield _row(json.loads(line)).encode("utf-8", "backslashreplace")
    yield b"</tbody>\n</table>\n</main>\n</body>\n</html>\n"


def _row(line: Mapping[str, Any]) -> str:
    outcome = (line["outcome"] or "").replace("_", " ")
    error = f"{line['error']['code']}: {line['error']['message']}" if line["error"] else ""
    cells = (line["path"], outcome, str(line["released"]), str(line["withheld"]), error)
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>\n"
