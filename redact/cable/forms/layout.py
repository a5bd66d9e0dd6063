"""What the body of a form has of its own: its page furniture, and how it ends."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from redact.cable.body.signature import signature_of
from redact.cable.header.banner import level_words
from redact.cable.lines import Line

if TYPE_CHECKING:
    from redact.cable.drafts import Scan
    from redact.cable.header.cursor import Cursor


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


_ACTING = re.compile(r" *- *ACTING$")


def _surname(text: str) -> str | None:
    return _ACTING.sub("", text)


class Layout(NamedTuple):
    """What a form has of its own; `name` is that of the form, `plain` says it has nothing.

    `ending` finds the end of a text among its lines. `is_page` says whether a line in the text is
    furniture of a page, besides page lines, level words and stamps; `head` what a line states of
    the whole as a head, a foot or a last sentence. `take` takes a line of the header that no other
    form has; `field` is how such lines begin: where none follows, unknown text begins the body.
    `is_chain` says whether a line begins a mail that is quoted to the end; `note_end` gathers what
    the end of the text says of the header, `signer` the name from the line of the signature,
    `subject` what of a subject's words are its own. `copied`: an archive's block stands on top;
    `headed`: the level stands over all labels.
    """

    name: str
    ending: Callable[[list[Line], int, int], Ending]
    is_page: "Callable[[list[Line], int], bool] | None" = None
    head: Callable[[str], str | None] = level_words
    take: "Callable[[Cursor], bool] | None" = None
    field: re.Pattern[str] | None = None
    is_chain: Callable[[list[Line], int], bool] | None = None
    note_end: "Callable[[Scan, Ending], None] | None" = None
    signer: Callable[[str], str | None] = _surname
    subject: Callable[[str], str] = str
    copied: bool = False
    headed: bool = False
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
