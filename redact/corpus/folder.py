"""A folder as a source: its entries in the order of their relative paths, each with its lot."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from redact.errors import ReadError


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a source folder: `path` is relative, with `/`; `refusal` says why it is not read.

    `skipped`: it is no cable (a hidden file), so leaving it out is no failure.
    """

    path: str
    location: Path
    refusal: ReadError | None = None
    skipped: bool = False


def entries_of(folder: Path) -> Iterator[Entry]:
    """Every file below `folder`, sorted by relative path, whatever order the folder keeps.

    Hidden files and folders are skipped; a link that leaves the folder, a link to a folder, and
    what is neither file nor folder is refused. Raises OSError where `folder` cannot be listed.
    """
    root = folder.resolve(strict=True)
    return _walk(root, root, "")


def _walk(root: Path, folder: Path, prefix: str) -> Iterator[Entry]:
    with os.scandir(folder) as listing:
        found = sorted(listing, key=_place_in_order)
    for item in found:
        path = f"{prefix}{item.name}"
        if _is_open_folder(item):
            yield from _below(root, Path(item.path), path)
        else:
            yield _entry(root, item, path)


def _below(root: Path, folder: Path, path: str) -> Iterator[Entry]:
    try:
        yield from _walk(root, folder, f"{path}/")
    except OSError:
        yield Entry(path, folder, _refusal("unreadable-folder", "the folder cannot be listed"))


def _place_in_order(item: os.DirEntry[str]) -> str:
    """Sorts the entries of one folder so that all paths come out sorted: `a.txt`, `a/b`, `b`."""
    return f"{item.name}/" if _is_open_folder(item) else item.name


def _is_open_folder(item: os.DirEntry[str]) -> bool:
    return item.is_dir(follow_symlinks=False) and not item.name.startswith(".")


def _entry(root: Path, item: os.DirEntry[str], path: str) -> Entry:
    location = Path(item.path)
    if item.name.startswith("."):
        return Entry(path, location, _refusal("hidden-file", "hidden, not read"), skipped=True)
    if item.is_symlink() and not _stays_inside(root, location):
        return Entry(path, location, _refusal("outside-link", "a link that leaves the folder"))
    if item.is_dir():
        return Entry(path, location, _refusal("linked-folder", "a link to a folder"))
    if not item.is_file():
        return Entry(path, location, _refusal("not-a-file", "neither a file nor a folder"))
    return Entry(path, location)


def _stays_inside(root: Path, link: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _refusal(code: str, message: str) -> ReadError:
    return ReadError(f"corpus/{code}", message)
