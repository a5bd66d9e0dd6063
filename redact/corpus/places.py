"""Where a batch may write: apart from its source, into what is new, the account apart from both."""

import os
from pathlib import Path

from redact.errors import ReleaseError

_PACKED = (".jsonl", ".ndjson", ".csv", ".parquet", ".tar", ".gz", ".tgz", ".zst", ".xz", ".zip")


def require_places(source: Path, out: Path, account: Path) -> None:
    """Raise ReleaseError unless a batch can read `source` and write `out` and `account`."""
    _require_folder(source)
    _require_unpacked(out)
    places = {"source": source.resolve(), "output": out.resolve(), "account": account.resolve()}
    for inner, outer in (
        ("output", "source"),
        ("account", "source"),
        ("account", "output"),
        ("output", "account"),
    ):
        if places[inner].is_relative_to(places[outer]):
            raise _refused(places[inner], f"the {inner} lies in the {outer}", "keep them apart")
    _require_new(out)
    _require_new(account)


def default_account(out: Path) -> Path:
    """The name of the output with `.account` added."""
    resolved = out.resolve()
    return resolved.with_name(f"{resolved.name}.account")


def _require_folder(source: Path) -> None:
    try:
        os.scandir(source).close()
    except FileNotFoundError:
        raise _refused(source, "no such folder", "check the path") from None
    except NotADirectoryError:
        remedy = "a batch reads a folder; unpack the source into one"
        raise _refused(source, "not a folder", remedy) from None
    except OSError as error:
        reason = (error.strerror or "").lower()
        raise _refused(source, f"cannot be listed: {reason}", "check your rights") from None


def _require_unpacked(out: Path) -> None:
    if out.suffix.lower() in _PACKED and not out.is_dir():
        raise _refused(out, "a packed output is not supported", "name a folder")


def _require_new(place: Path) -> None:
    try:
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise _refused(
                place, "exists and is not an empty folder", "name a new one, or move it away"
            )
    except OSError as error:
        raise _refused(place, f"cannot be used: {error.strerror}", "name another") from None


def _refused(place: Path, message: str, remedy: str) -> ReleaseError:
    return ReleaseError("corpus/place-refused", message, remedy=remedy, place=str(place))
