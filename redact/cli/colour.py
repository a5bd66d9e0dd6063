"""Colour on a terminal, and nowhere else (NO_COLOR: https://no-color.org)."""

import os
import sys

_CODES = {
    "name": "1",
    "dim": "2",
    "U": "32",
    "R": "36",
    "C": "34",
    "S": "31",
    "TS": "33",
    "error": "1;31",
    "warning": "33",
    "info": "36",
}
"""Bold, faint, and the colours of the cover sheets: green, blue, red, orange."""


def paint(look: str, text: str) -> str:
    """The text in the colour that a look has; as it is where it has none."""
    code = _CODES.get(look)
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


def unpainted(look: str, text: str) -> str:
    """The text as it is."""
    return text


def shows_colour() -> bool:
    """Whether standard output is a terminal that shows colour, and its owner wants any."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or sys.stdout is None:
        return False
    return sys.stdout.isatty()
