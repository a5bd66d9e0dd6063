"""What goes to standard error: one line each, and never a word of a cable."""

import sys

from redact.errors import RedactError

_LONGEST_NAME = 255
_DOES_NOT_HOLD = frozenset({"release/self-check-failed"})


class UsageError(RedactError):
    """The command line asks for what cannot be."""

    def __init__(self, message: str, *, remedy: str = "", place: str = "") -> None:
        super().__init__("cli/usage", message, remedy=remedy, place=place)


def note(message: str, *, quiet: bool = False) -> None:
    """Say something beside the result, unless asked to be quiet."""
    if not quiet:
        _line(f"redact: {message}")


def report(error: Exception) -> int:
    """One line about what kept a command from being done; returns the exit status.

    2: it could not be done; 1: it was, and the result does not hold.
    """
    _line(_sentence(error))
    return 1 if getattr(error, "code", None) in _DOES_NOT_HOLD else 2


def shown(name: str) -> str:
    """A file name as an error may show it.

    Text pasted in the place of a name (long, or with line ends in it) might be a cable: it is
    called what it is.
    """
    if len(name) > _LONGEST_NAME * 4 or any(ord(letter) < 32 for letter in name):
        return "(not a file name)"
    too_long = any(len(part) > _LONGEST_NAME for part in name.split("/"))
    return "(not a file name)" if too_long else name


def _sentence(error: Exception) -> str:
    if isinstance(error, RedactError):
        tail = f"; {error.remedy}" if error.remedy else ""
        return f"{shown(error.place or 'redact')}: {error.message}{tail}"
    if isinstance(error, MemoryError):
        return "redact: not enough memory; give smaller sources"
    if isinstance(error, OSError) and error.strerror:
        place = f"{shown(error.filename)}: " if isinstance(error.filename, str) else "redact: "
        return f"{place}{error.strerror.lower()}; check the path and try again"
    return f"redact: internal error ({type(error).__name__}); nothing was released, report it"


def _line(text: str) -> None:
    if sys.stderr is None:
        return
    line = "".join(letter if _can_stand(letter) else " " for letter in text)
    try:
        data = line.encode(sys.stderr.encoding or "utf-8", "backslashreplace")
        sys.stderr.buffer.write(data + b"\n")
        sys.stderr.buffer.flush()
    except OSError:
        return


def _can_stand(letter: str) -> bool:
    """Printable, or a byte of a file name that is not UTF-8 (it is written as an escape)."""
    return letter.isprintable() or "\udc80" <= letter <= "\udcff"
