"""`redact policy diff`: what one policy decides otherwise than another."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from redact.cli.dates import as_of_date
from redact.cli.diagnostics import report, shown
from redact.cli.documents import put_document
from redact.cli.options import AsOfOption, FormatOption, QuietOption, SetOption, require_choice
from redact.cli.output import put
from redact.cli.settings import given_values
from redact.cli.sources import source_bytes
from redact.errors import RedactError

if TYPE_CHECKING:
    from redact.policy.comparison import PortionChange, Row
    from redact.policy.model import Policy


def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="A policy.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The policy to compare with it.")],
    cables: Annotated[
        list[str] | None, typer.Argument(metavar="CABLE...", help="Cables, or folders of them.")
    ] = None,
    as_of: AsOfOption = None,
    set_: SetOption = None,
    format_: FormatOption = "text",
    *,
    quiet: QuietOption = False,
) -> int:
    """Say what B decides otherwise than A: over the facts, and over cables."""
    from redact.policy.comparison import compare_facts

    require_choice("--format", format_, ("text", "json"))
    given = given_values(set_ or ())
    one, other = _loaded(first, given), _loaded(second, given)
    status = 0
    changed: dict[str, tuple[PortionChange, ...]] = {}
    if cables:
        day = as_of_date(as_of, quiet=quiet)
        for place in (place for cable in cables for place in _places(cable)):
            try:
                changed[shown(place)] = _changes(place, one, other, day)
            except RedactError as error:
                status = report(error)
    rows = compare_facts(one, other)
    if format_ == "json":
        put_document(_document(first, second, rows, changed))
    else:
        put(_text(rows, changed))
    return status


def _loaded(reference: str, given: dict[str, Any]) -> "Policy":
    """The policy, given what it has parameters for: the two need not have the same."""
    from redact.policy.loading import load_policy, parameter_names

    return load_policy(
        reference, {name: given[name] for name in given if name in parameter_names(reference)}
    )


def _places(cable: str) -> list[str]:
    """The files of a folder, below it too, sorted; any other place is itself."""
    folder = Path(cable)
    if cable == "-" or not folder.is_dir():
        return [cable]
    return sorted(str(path) for path in folder.rglob("*") if path.is_file())


def _changes(place: str, one: "Policy", other: "Policy", day: date) -> "tuple[PortionChange, ...]":
    from redact.cable.reading import read
    from redact.policy.comparison import compare_cable

    return compare_cable(read(source_bytes(place), name=shown(place)), one, other, day)


def _text(rows: "tuple[Row, ...]", changed: "dict[str, tuple[PortionChange, ...]]") -> str:
    from redact.policy.comparison import shown_rows

    lines = list(shown_rows(rows)) or ["the same over all facts that were tried"]
    for name, portions in changed.items():
        for portion in portions:
            title = f"{portion.kind} {portion.number}" if portion.number else portion.kind
            lines.append(f"{name}: [{portion.index}] {title}: {portion.change}")
    if changed:
        touched = sum(bool(portions) for portions in changed.values())
        lines.append(f"{len(changed)} cables, {touched} of them decided otherwise")
    return "\n".join(lines) + "\n"


def _document(
    first: str,
    second: str,
    rows: "tuple[Row, ...]",
    changed: "dict[str, tuple[PortionChange, ...]]",
) -> dict[str, Any]:
    return {
        "schema": "redact/policy-diff/1",
        "first": first,
        "second": second,
        "facts": [
            {"change": row.change, "facts": {fact: list(words) for fact, words in row.values}}
            for row in rows
        ],
        "cables": [
            {"name": name, "portions": [portion._asdict() for portion in portions]}
            for name, portions in changed.items()
        ],
    }
