"""The cables a command names: a path each, or `-` for standard input."""

import sys
from collections.abc import Sequence
from pathlib import Path

from redact.cli.diagnostics import UsageError, shown
from redact.corpus.intake import read_source, read_stream, unreadable


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
