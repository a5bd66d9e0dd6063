"""The styles of a hole: the same facts, shown in brackets, as a bar, as one word, as a blank.

No style gives more away than the amount that the policy allows: a bar and a blank have one width
for each class of hole, whatever stood there.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

FRUS: Final = "frus"
BARS: Final = {True: "█" * 24, False: "█" * 8}
"""By whether a portion is withheld whole: one width a class (release 2.4)."""
_BLANK: Final = "    "


class Shown(NamedTuple):
    """A hole as it is shown: a bar or nothing, and the words that are read aloud."""

    bar: str
    words: str


Style = Callable[[str, str, bool], Shown]
"""From amount (empty where it may not be told), codes and class to what is shown."""


def _frus(amount: str, codes: str, _: bool) -> Shown:  # noqa: FBT001
    """`[7 lines not declassified. 1.4(b); (b)(1)]`: FRUS, editorial method; 5 U.S.C. 552(b)."""
    return Shown("", f"[{amount or 'text'} not declassified{codes}]")


def _bars(amount: str, codes: str, whole: bool) -> Shown:  # noqa: FBT001
    return Shown(BARS[whole], f"[{_note(amount, codes)}]")


def _redacted(_: str, __: str, ___: bool) -> Shown:  # noqa: FBT001
    return Shown("", "[REDACTED]")


def _codes(amount: str, codes: str, _: bool) -> Shown:  # noqa: FBT001
    return Shown("", f"[{_BLANK}{_note(amount, codes)}{_BLANK}]")


def _note(amount: str, codes: str) -> str:
    """`7 lines. 1.4(b); (b)(1)`, or the codes alone."""
    return amount + codes if amount else codes.lstrip(".; ")


STYLES: Mapping[str, Style] = MappingProxyType(
    {FRUS: _frus, "bars": _bars, "redacted": _redacted, "codes": _codes}
)
"""The styles by name; `frus` are the brackets of *Foreign Relations of the United States*."""
