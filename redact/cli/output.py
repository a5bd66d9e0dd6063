"""Results go to standard output, as UTF-8."""

import os
import sys

from redact.errors import ReleaseError

_PIPE_CLOSED = 141  # 128 + SIGPIPE: what a shell reports of a program whose reader has left


def put(result: str | bytes) -> None:
    """Write to standard output as UTF-8, whatever the locale.

    Raises SystemExit quietly where the reader has left, ReleaseError where nothing can be written.
    """
    data = result.encode("utf-8", "backslashreplace") if isinstance(result, str) else result
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _discard_standard_output()
        raise SystemExit(_PIPE_CLOSED) from None
    except (OSError, AttributeError, ValueError) as error:
        _discard_standard_output()
        raise unwritable("standard output", error) from None


def unwritable(place: str, error: Exception) -> ReleaseError:
    """What a person is told when the system refuses to take a result."""
    reason = (getattr(error, "strerror", None) or "closed").lower()
    return ReleaseError(
        "release/unwritable",
        f"cannot be written: {reason}",
        remedy="name another place for the output",
        place=place,
    )


def _discard_standard_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter leaves quietly."""
    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
