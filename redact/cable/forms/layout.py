"""What the body of a form has of its own: its page furniture, and how it ends."""

from collections.abc import Callable
from typing import NamedTuple

from redact.cable.body.signature import signature_of
from redact.cable.lines import Line


class Ending(NamedTuple):
    """How a text ends: the line that names the signer, the lines of signature and trailer.

    `signer` is None where nobody signed; the signature stands on the lines `signed` to `signed_to`,
    the trailer on `first` to `last`. A stretch whose first line is beyond its last is empty.
    """

    signer: int | None
    signed: int
    signed_to: int
    first: int
    last: int


class Layout(NamedTuple):
    """`name` is that of the form.

    `is_page` says whether a line is furniture of a page, besides page lines, level words and
    stamps; it sees the lines around it. `ending` finds the end of a text among its lines.
    `copied`: an archive's block of routing lines stands on top. `is_chain`: a line begins a quoted
    mail.
    """

    name: str
    ending: Callable[[list[Line], int, int], Ending]
    is_page: Callable[[list[Line], int], bool] | None = None
    is_chain: Callable[[list[Line], int], bool] | None = None
    copied: bool = False
    plain: bool = False


def ending_of(signer: int | None, last: int, stop: int) -> Ending:
    """A signature of one line, and the trailer under it up to line `last`."""
    if signer is None:
        return Ending(None, stop, -1, stop, -1)
    return Ending(signer, signer, signer, signer + 1, last)


def _telegram_ending(lines: list[Line], first: int, stop: int) -> Ending:
    return ending_of(*signature_of(lines, first, stop), stop)


TELEGRAM = Layout("C03", _telegram_ending, plain=True)
"""The form of about 1980 to 2010; everything in it is known to the scan itself."""
