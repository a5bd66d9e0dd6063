"""Passport and travel document numbers: only behind a label."""

import re
from collections.abc import Iterator

from redact.detectors.labels import label, labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN, END, SEPARATOR, run

_WORD = (
    r"(?:\bpassports?\b|\bpassport(?=no)|(?-i:\bPP\b)|\bPPTs?\b|\btravel[ \n-]documents?\b|"
    r"\blaissez[ \n-]?passers?\b|\bpasaporte\b|\bpasseport\b|\breisepass\b|\bpassaporte?\b)"
)
_LABEL = label(
    _WORD,
    "passport",
    "PP",
    "ppt",
    "travel d",
    "travel\nd",
    "travel-d",
    "laissez",
    "pasaporte",
    "passeport",
    "reisepass",
    "passaport",
)
_NO_LETTERS = r"(?!(?:IS|NO|NR|OF|IN|TO|AT|ON|BY|AS|OR|AND|THE|FOR|US|USD|EUR|GBP|CHF|JPY)\b)"
_LETTERS = rf"(?:{_NO_LETTERS}[A-Z]{{1,3}}{SEPARATOR}?)"
_NUMBER = re.compile(
    rf"{BEGIN}(?:{_LETTERS}{run(6, 8)}|[a-z]{{1,2}}\d{{6,8}}|{run(8, 9)}"
    rf"|\d{{2}}{SEPARATOR}?[A-Z]{{2}}{SEPARATOR}?\d{{5}}){END}"
)
_NUMBERED = label(
    r"\bpassports?[ \n]?(?:\((?:no|nos|number)\.?\)|(?:nos?|nr|num(?:bers?)?)(?![a-z])"
    r"|n[\u00b0\u00ba]|#)"
    r"[.:# \n]{0,4}(?:is[ \n]|was[ \n])?",
    "passport",
)
_ANY = re.compile(
    rf"{BEGIN}(?:{_LETTERS}?{run(6, 10)}|(?=(?:[A-Za-z]{{0,8}}\d){{2}})[A-Za-z0-9]{{6,12}}"
    rf"|[A-Z0-9]{{1,5}}[ ]?(?=[A-Z]{{0,5}}\d)[A-Z0-9]{{3,9}}){END}"
)


def find(text: str) -> Iterator[Found]:
    """Behind a label the shapes of passports; where the label says `number`, any shape."""
    for found in labelled(text, _LABEL, _NUMBER):
        yield Found(*found.span(), Thing.NUMBER)
    for found in labelled(text, _NUMBERED, _ANY, reach=1):
        yield Found(*found.span(), Thing.NUMBER)
