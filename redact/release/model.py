"""What leaves the house: a release and its outcome, as values."""

from dataclasses import dataclass
from enum import StrEnum

from redact.errors import ReleaseError


class Outcome(StrEnum):
    """How much of the text of a cable is released (State's three stamps, A/SKS/IAP)."""

    # every portion
    RELEASED_IN_FULL = "released_in_full"
    # some of the text
    RELEASED_IN_PART = "released_in_part"
    # no text: at most the header, as FRUS keeps the heading of a document it withholds
    DENIED_IN_FULL = "denied_in_full"


@dataclass(frozen=True, slots=True)
class Release:
    """A sanitised cable, ready to leave: nothing in it comes from withheld text but its extent.

    `data` are the bytes of a form that is no text; `text` is then what stands in it.
    """

    text: str
    outcome: Outcome
    format: str
    data: bytes | None = None

    def encode(self) -> bytes:
        """The release as it is written: its bytes, or its text in UTF-8.

        Raises ReleaseError where a character of the source has no UTF-8 form (a lone surrogate).
        """
        if self.data is not None:
            return self.data
        try:
            return self.text.encode()
        except UnicodeEncodeError:
            raise ReleaseError(
                "release/no-utf-8-form",
                "the cable holds characters that have no UTF-8 form",
                remedy="decode the source again from its bytes",
            ) from None
