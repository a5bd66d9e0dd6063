"""The bytes of a source, however it is reached; no more than a telegram can hold."""

from pathlib import Path
from typing import BinaryIO

from redact.errors import ReadError

MAX_BYTES = 32 * 1024 * 1024
"""Larger is no telegram: the longest of the shared archives has less than one megabyte."""


def read_source(path: Path, *, name: str) -> bytes:
    """The bytes of the file at `path`; `name` is what an error calls it.

    Raises ReadError where it is missing, a folder, not readable, empty or too large.
    """
    try:
        if path.is_dir():
            raise _folder(name)
        with path.open("rb") as stream:
            return read_stream(stream, name=name)
    except (OSError, ValueError) as error:
        raise unreadable(error, name) from None


def read_stream(stream: BinaryIO, *, name: str) -> bytes:
    """All bytes of an open stream.

    Raises ReadError where it is empty or holds more than MAX_BYTES.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReadError(
            "corpus/too-large",
            f"more than {MAX_BYTES // 1024**2} MB, larger than any telegram",
            remedy="cut it into single cables",
            place=name,
        )
    if not data:
        raise ReadError(
            "corpus/empty", "the source is empty", remedy="give a cable with text", place=name
        )
    return data


def unreadable(error: OSError | ValueError, name: str) -> ReadError:
    """What a person is told when the system refuses to open or read a source.

    ValueError: no file can have such a name.
    """
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return ReadError("corpus/no-such-file", "no such file", remedy="check the path", place=name)
    reason = (error.strerror or type(error).__name__).lower()
    return ReadError(
        "corpus/unreadable-file",
        f"cannot be read: {reason}",
        remedy="check that it is a file you may read",
        place=name,
    )


def _folder(name: str) -> ReadError:
    return ReadError(
        "corpus/is-a-folder",
        "this is a folder, not a cable",
        remedy="use `redact batch` for a folder",
        place=name,
    )
