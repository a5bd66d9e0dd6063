"""Where the results of several cables go, and that no input is ever written over."""

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from redact.cli.diagnostics import UsageError, shown
from redact.cli.output import unwritable
from redact.corpus.writing import make_folders, real_place, write_over
from redact.errors import ReleaseError


def destinations(
    cables: Sequence[str], place: str | None, option: str, suffix: str = ""
) -> list[Path | None]:
    """A file for each cable; None: standard output.

    `place` is a file for one cable, a folder (existing, or ending in `/`) for any number: then
    each file is named as its cable is, with `suffix`. Raises UsageError where several cables would
    go into one file.
    """
    if place is None:
        return [None] * len(cables)
    if _is_folder(place) or place.endswith("/"):
        return [Path(place) / f"{_file_name(cable)}{suffix}" for cable in cables]
    if len(cables) > 1:
        raise UsageError(
            f"{option} must be a folder for several cables",
            remedy="name an existing folder, or end the name with `/`",
        )
    return [Path(place)]


def require_apart(targets: Iterable[Path | None], inputs: Iterable[str]) -> None:
    """Raise ReleaseError where a target is an input, or two targets are the same file.

    Compared is what they really are, whatever links and folders lead there.
    """
    sources = {_identity(name) for name in inputs} - {None}
    seen: set[Path] = set()
    for target in targets:
        if target is None:
            continue
        real = _real(target)
        if real in seen:
            raise _refused(target, "two results would be written to the same file")
        if _identity(str(real)) in sources:
            raise _refused(target, "the output would be written over an input")
        seen.add(real)


def make_folder(place: str | None) -> None:
    """Make the folder that ends in `/` if it is not there. Raises ReleaseError if it cannot be."""
    if place is None or not place.endswith("/"):
        return
    try:
        make_folders(real_place(place))
    except OSError as error:
        reason = (error.strerror or "").lower()
        raise _refused(Path(place), f"the folder cannot be made: {reason}") from None


def put_file(target: Path, data: bytes) -> None:
    """Put `data` into `target` in one step. Raises ReleaseError where it cannot be written."""
    try:
        write_over(target, data)
    except (OSError, ValueError) as error:
        raise unwritable(shown(str(target)), error) from None


def _is_folder(place: str) -> bool:
    try:
        return bool(place) and real_place(place).is_dir()
    except (OSError, ValueError):
        return False


def _real(target: Path) -> Path:
    try:
        return real_place(target)
    except (OSError, ValueError) as error:
        raise unwritable(shown(str(target)), error) from None


def _identity(name: str) -> tuple[int, int] | None:
    """By what the system knows a file again, by whatever name; None for what is no file."""
    try:
        found = os.fstat(sys.stdin.fileno()) if name == "-" else os.stat(name)
    except (OSError, ValueError, AttributeError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _file_name(cable: str) -> str:
    return "stdin" if cable == "-" else Path(cable).name


def _refused(target: Path, message: str) -> ReleaseError:
    return ReleaseError(
        "release/place-refused", message, remedy="name another", place=shown(str(target))
    )
