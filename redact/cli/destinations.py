"""Where the results of several cables go, and that no input is ever written over."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from redact.cli.diagnostics import UsageError, shown
from redact.cli.output import unwritable
from redact.corpus.writing import write_over
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
    if os.path.isdir(place) or place.endswith("/"):
        return [Path(place) / f"{_file_name(cable)}{suffix}" for cable in cables]
    if len(cables) > 1:
        raise UsageError(
            f"{option} must be a folder for several cables",
            remedy="name an existing folder, or end the name with `/`",
        )
    return [Path(place)]


def require_apart(targets: Iterable[Path | None], inputs: Iterable[str]) -> None:
    """Raise ReleaseError where a target is an input, or two targets are the same file."""
    sources = [Path(name) for name in inputs if name != "-"]
    seen: set[Path] = set()
    for target in targets:
        if target is None:
            continue
        resolved = target.resolve()
        if resolved in seen:
            raise _refused(target, "two results would be written to the same file")
        if any(_same(target, source) for source in sources):
            raise _refused(target, "the output would be written over an input")
        seen.add(resolved)


def make_folder(place: str | None) -> None:
    """Make the folder that ends in `/` if it is not there. Raises ReleaseError if it cannot be."""
    if place is None or not place.endswith("/"):
        return
    try:
        os.makedirs(place, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "").lower()
        raise _refused(Path(place), f"the folder cannot be made: {reason}") from None


def put_file(target: Path, data: bytes) -> None:
    """Put `data` into `target` in one step. Raises ReleaseError where it cannot be written."""
    try:
        write_over(target, data)
    except (OSError, ValueError) as error:
        raise unwritable(shown(str(target)), error) from None


def _same(target: Path, source: Path) -> bool:
    try:
        return target.samefile(source)
    except OSError:
        return False


def _file_name(cable: str) -> str:
    return "stdin" if cable == "-" else Path(cable).name


def _refused(target: Path, message: str) -> ReleaseError:
    return ReleaseError(
        "release/place-refused", message, remedy="name another", place=shown(str(target))
    )
