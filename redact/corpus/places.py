"""Where a batch may write: apart from its source, into what is new, the account apart from both."""

import os
from pathlib import Path

from redact.corpus.writing import real_place
from redact.errors import ReleaseError

_PACKED = (".jsonl", ".ndjson", ".csv", ".parquet", ".tar", ".gz", ".tgz", ".zst", ".xz", ".zip")


def real_places(source: Path, out: Path, account: Path) -> tuple[Path, Path]:
    """Where `out` and `account` lead, in which a batch of `source` may write.

    Raises ReleaseError unless the three can be read and written and lie apart.
    """
    _require_folder(source)
    _require_unpacked(out)
    places = {"source": _real(source), "output": _real(out), "account": _real(account)}
    for inner, outer in (
        ("output", "source"),
        ("account", "source"),
        ("account", "output"),
        ("output", "account"),
    ):
        if places[inner].is_relative_to(places[outer]):
            raise _refused(places[inner], f"the {inner} lies in the {outer}", "keep them apart")
    _require_new(places["output"], out)
    _require_new(places["account"], account)
    return places["output"], places["account"]


def default_account(out: Path) -> Path:
    """The name of the output with `.account` added. Raises ReleaseError where it has no name."""
    real = _real(out)
    if not real.name:
        raise _refused(out, "no account can lie beside it", "name another, or give --account")
    return real.with_name(f"{real.name}.account")


def _require_folder(source: Path) -> None:
    try:
        os.scandir(source).close()
    except (FileNotFoundError, ValueError):
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


def _real(place: Path) -> Path:
    try:
        return real_place(place)
    except (OSError, ValueError) as error:
        raise _unusable(place, error) from None


def _require_new(real: Path, place: Path) -> None:
    """Raise ReleaseError unless a folder can be made there, or an empty one used."""
    try:
        os.lstat(real)
        if not real.is_dir() or any(real.iterdir()):
            raise _refused(
                place, "exists and is not an empty folder", "name a new one, or move it away"
            )
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:
        raise _unusable(place, error) from None
    _require_writable(real, place)


def _require_writable(real: Path, place: Path) -> None:
    folder = next(folder for folder in (real, *real.parents) if os.path.lexists(folder))
    if not folder.is_dir():
        raise _refused(place, "lies in what is no folder", "name another")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _refused(place, "may not be written to", "name another, or check your rights")


def _unusable(place: Path, error: Exception) -> ReleaseError:
    reason = (getattr(error, "strerror", None) or "not a file name").lower()
    return _refused(place, f"cannot be used: {reason}", "name another")


def _refused(place: Path, message: str, remedy: str) -> ReleaseError:
    return ReleaseError("corpus/place-refused", message, remedy=remedy, place=str(place))
