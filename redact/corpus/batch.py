"""A batch: every cable of a folder through the same policy, each by itself.

One cable that cannot be read never stops the others: it gets its line in the account and nothing
of it is released.
"""

import errno
import os
from collections import Counter
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import RawIOBase
from pathlib import Path
from typing import Any

from redact.cable.reading import read
from redact.corpus.account import Failure, Line, line_json, summary_document, tally_of
from redact.corpus.folder import Entry, entries_of
from redact.corpus.intake import read_source
from redact.corpus.report import report_html
from redact.corpus.writing import make_folders, write_new
from redact.errors import RedactError
from redact.policy import Policy, assess, decide
from redact.policy.decision import Effect
from redact.release.canonical import canonical_json
from redact.release.rendering import render
from redact.verification.self_check import checked


@dataclass(frozen=True, slots=True)
class Job:
    """What a batch does to each cable."""

    policy: Policy
    as_of: date
    format: str
    style: str | None


@dataclass(frozen=True, slots=True)
class Sanitised:
    """What became of one file: its line, and the bytes to write (None: nothing is released)."""

    line: Line
    data: bytes | None


def run_batch(source: Path, out: Path, account: Path, job: Job) -> dict[str, Any]:
    """Sanitise every cable below `source` into `out`; return the summary.

    `out` and `account` are those of `redact.corpus.places.real_places`. Raises OSError
    where `source` cannot be listed or the account cannot be written.
    """
    make_folders(out)
    make_folders(account)
    tally: Counter[str] = Counter()
    with (account / "manifest.jsonl").open("xb", buffering=0) as manifest:
        for entry in entries_of(source):
            tally.update(tally_of(_settle(entry, out, job, manifest), skipped=entry.skipped))
    summary = summary_document(tally, job.policy.identity, job.as_of)
    _write_report(account, summary)
    write_new(account / "summary.json", [canonical_json(summary).encode()])
    return summary


def sanitise_entry(entry: Entry, job: Job) -> Sanitised:
    """Read, decide and render one file; total: whatever goes wrong becomes its line's error."""
    if entry.refusal is not None:
        return _failed(entry.path, None, entry.refusal)
    digest = None
    try:
        data = read_source(entry.location, name=entry.path)
        digest = sha256(data).hexdigest()
        return _sanitised(entry.path, digest, data, job)
    except RedactError as error:
        return _failed(entry.path, digest, error)
    except Exception as error:  # noqa: BLE001 - a defect met by one cable must not stop the others
        defect = RedactError("corpus/internal-error", f"internal error ({type(error).__name__})")
        return _failed(entry.path, digest, defect)


def _sanitised(path: str, digest: str, data: bytes, job: Job) -> Sanitised:
    cable = read(data, name=path)
    account = decide(assess(cable, job.as_of), job.policy)
    release = render(cable, account, format=job.format, style=job.style)
    output = checked(release, cable, account)
    released = sum(item.effect is Effect.RELEASE for item in account.decisions)
    withheld = len(account.decisions) - released
    outcome = release.outcome.value
    line = Line(path, digest, outcome, released, withheld, sha256(output).hexdigest(), None)
    return Sanitised(line, output)


def _settle(entry: Entry, out: Path, job: Job, manifest: RawIOBase) -> Line:
    """Write the release first, then its line: a line never promises a file that is not there."""
    done = sanitise_entry(entry, job)
    if done.data is not None:
        try:
            write_new(out / entry.path, [done.data])
        except OSError as error:
            reason = f"the release cannot be written: {(error.strerror or '').lower()}"
            refused = RedactError("corpus/unwritable", reason)
            done = _failed(entry.path, done.line.sha256, refused)
    _record(done.line, manifest)
    return done.line


def _record(line: Line, manifest: RawIOBase) -> None:
    """Append a whole line or, where the disk is full, none of it."""
    before = manifest.tell()
    data = line_json(line)
    if manifest.write(data) != len(data):
        manifest.truncate(before)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _failed(path: str, digest: str | None, error: RedactError) -> Sanitised:
    failure = Failure(error.code, error.message)
    return Sanitised(Line(path, digest, None, 0, 0, None, failure), None)


def _write_report(account: Path, summary: dict[str, Any]) -> None:
    with (account / "manifest.jsonl").open("rb") as manifest:
        write_new(account / "report.html", report_html(summary, manifest))
