"""The characters of an instruction: what is evened out, and what makes it unreadable (R1).

Every text here keeps its length, so that a place in it is a place in the text that was read.
"""

import re

from redact.declassification.refusals import Unreadable
from redact.text import Span

_EVENED = str.maketrans(
    {
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2013": "-",
        "\u2014": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
    }
)
_FOREIGN = re.compile(r"[^ -~]")
_FRONT_CUT = re.compile(
    r"(?:^|(?<= ))(?<![0-9] )(?<!DS )[-.:/]"
    r"(?=[0-9](?![0-9])|[0-9]{1,2} *[-./] *[0-9]{4}(?![0-9])"
    r"|[0-9]+[ -]*(?:Y|MO|WEEK|WK|DAY))"
    r"|(?<![0-9A-Z/.-])[0-9]{1,2}[,;:(][0-9]{1,2} *(?:[/.-]|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG)"
    r"|SEP|OCT|NOV|DEC)|(?<=[A-Z0-9)] ),(?=[A-Z0-9])"
)
_SIGNED = re.compile(r":-(?=[0-9]+[ -]*(?:Y|MO|WEEK|WK|DAY))", re.IGNORECASE)
_YEAR_CUT_SHORT = re.compile(r"/(?:19|20)(?:[*_:-]|\.{2})")


def evened(text: str) -> str:
    """Capitals, plain blanks, dashes and quotes, the same length; anything else stays."""
    return text.translate(_EVENED).translate(_CAPITALS)


def refuse_foreign(text: str) -> None:
    """Raise Unreadable at the first character that is not printable ASCII, at a year cut short, or
    at a length of time that a sign may have cut.

    Look-alike letters, invisible characters, accents: what looks like a day may not be one. Nor is
    `02/08/20**` a day of 2020: its year lost two digits.
    """
    if match := _FOREIGN.search(text) or _YEAR_CUT_SHORT.search(text) or _SIGNED.search(text):
        raise Unreadable(Span(*match.span()))


def refuse_front_cut(values: str) -> None:
    """Raise Unreadable where a sign may stand for a figure or letter, or part the figures of a day.

    So in `-1-2015`, `-5 YEARS`, `.10 YEARS`, `1,2/14/2021`, and `,ND UPON SIGNATURE`.

    A full day whose month has two figures needs no more (`-09/22/2019`, R2).
    """
    if match := _FRONT_CUT.search(values):
        raise Unreadable(Span(*match.span()))


_CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
