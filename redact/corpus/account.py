"""The account of a batch: a line a cable, and the counts. Internal: it holds digests of sources."""

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from redact.policy.decision import PolicyIdentity
from redact.release.canonical import canonical_json
from redact.release.model import Outcome
from redact.version import __version__


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing of a cable was released; never with text of it."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file; the fields are those of a line of `manifest.jsonl`.

    `released` and `withheld` count portions. With an `error` nothing was released.
    """

    path: str
    sha256: str | None
    outcome: str | None
    released: int
    withheld: int
    output_sha256: str | None
    error: Failure | None


def line_json(line: Line) -> bytes:
    """The line as it stands in `manifest.jsonl`; a file name that is not UTF-8 is escaped."""
    return canonical_json(asdict(line)).encode("utf-8", "backslashreplace")


def tally_of(line: Line, *, skipped: bool) -> dict[str, int]:
    """What a line adds to the counts of a batch."""
    lot = "skipped" if skipped else line.outcome or "failed"
    return {"files": 1, lot: 1, "released": line.released, "withheld": line.withheld}


def summary_document(tally: Counter[str], policy: PolicyIdentity, as_of: date) -> dict[str, Any]:
    """The counts of a batch, schema `redact/summary/1`."""
    outcomes = {outcome.value: tally[outcome.value] for outcome in Outcome}
    return {
        "schema": "redact/summary/1",
        "engine": f"redact {__version__}",
        "policy": {"name": policy.name, "version": policy.version, "sha256": policy.sha256},
        "as_of": as_of.isoformat(),
        "files": tally["files"],
        "cables": sum(outcomes.values()),
        "outcomes": outcomes,
        "skipped": tally["skipped"],
        "failed": tally["failed"],
        "portions": {"released": tally["released"], "withheld": tally["withheld"]},
    }
