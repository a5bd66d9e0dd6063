"""Files are written whole or not at all."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from itertools import count, takewhile
from pathlib import Path


def real_place(place: str | Path) -> Path:
    """Where a place leads, through links, and past folders that are not there.

    Raises OSError where links lead in a circle, ValueError where no file can have the name.
    """
    real = os.path.realpath(place)
    if os.path.islink(real):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(place))
    return Path(real)


def make_folders(folder: Path) -> None:
    """Make a folder and those above it, however deep, where they are not there. Raises OSError."""
    with suppress(FileNotFoundError):
        os.lstat(folder)  # refuses what can never be, before anything above it is made
    missing = takewhile(lambda one: not one.exists(), (folder, *folder.parents))
    for one in reversed([*missing]):
        one.mkdir(exist_ok=True)
    if not folder.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))


def write_new(target: Path, data: Iterable[bytes]) -> None:
    """Write a file that does not exist yet, part by part, and the folders above it.

    Raises OSError where it exists or cannot be written; then nothing of it is left.
    """
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    try:
        with os.fdopen(_create_in_folder(target), "wb") as stream:
            stream.writelines(data)
    except FileExistsError:
        raise
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _create_in_folder(target: Path) -> int:
    try:
        return _create(target)
    except FileNotFoundError:
        make_folders(target.parent)
        return _create(target)


def write_over(target: Path, data: bytes) -> None:
    """Put `data` in the place of `target` in one step, for whoever looks and whatever happens.

    A link is followed; a device or a pipe is written to. Raises OSError where it cannot be
    written; then `target` is what it was.
    """
    real = real_place(target)
    if real.exists() and not real.is_file():
        with real.open("wb") as stream:
            stream.write(data)
        return
    _replace(real, data)


def _create(target: Path) -> int:
    return os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)


def _replace(target: Path, data: bytes) -> None:
    beside = _free_name(target.parent)
    try:
        descriptor = _create(beside)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _free_name(folder: Path) -> Path:
    """A name in `folder` that no file has; it holds the number of this process."""
    names = (folder / f".redact-{os.getpid()}-{number}.part" for number in count())
    return next(name for name in names if not os.path.lexists(name))
