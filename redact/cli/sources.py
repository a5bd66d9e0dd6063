"""The cables a command names: a path each, or `-` for standard input."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from redact.cli.diagnostics import UsageError, shown
from redact.corpus.intake import read_source, read_stream, unreadable

if TYPE_CHECKING:
    from redact.cable.model import Cable


def require_one_standard_input(cables: Sequence[str]) -> None:
    """Raise UsageError where `-` is named twice: standard input can be read once."""
    if list(cables).count("-") > 1:
        raise UsageError("standard input can be read only once", remedy="name `-` once")


def source_bytes(cable: str) -> bytes:
    """The bytes of a cable. Raises ReadError where it cannot be read."""
    if cable != "-":
        return read_source(Path(cable), name=shown(cable))
    if sys.stdin is None:
        raise UsageError("standard input is closed", remedy="name a file")
    try:
        return read_stream(sys.stdin.buffer, name="-")
    except OSError as error:
        raise unreadable(error, "-") from None


def telegram_of(cables: Sequence[str]) -> "Cable":
    """The telegram in a file, or the one whose sections stand in several.

    Raises ReadError where a file cannot be read or the files are not the sections of one telegram.
    """
    files = [(source_bytes(cable), shown(cable)) for cable in cables]
    if len(files) == 1:
        from redact.cable.reading import read

        return read(files[0][0], name=files[0][1])
    from redact.cable.joining import read_sections

    return read_sections(files)
