"""Visa numbers: control numbers, foils, applications, cases of immigrants; only behind a label."""

import re
from collections.abc import Iterator

from redact.detectors.labels import label, labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN, END, SEPARATOR, run

_LABEL = label(
    r"\bvisas?\b|\bfoils?\b|\bcontrol[ \n](?:no|nos|number)|\bcase[ \n](?:no|nos|number|#)|"
    r"(?-i:\b(?:NIV|IV|CCD|CEAC)\b)|\bDS-?(?:156|160|230|260|261)\b|\bbarcode\b",
    "visa",
    "foil",
    "control n",
    "control\nn",
    "case n",
    "case\nn",
    "case #",
    "case\n#",
    "NIV",
    "IV",
    "CCD",
    "CEAC",
    "ds-",
    "ds1",
    "ds2",
    "barcode",
)
_NUMBER = re.compile(
    rf"{BEGIN}(?:{run(14, 14)}|AA[ \n-]?[0-9O](?:{SEPARATOR}?[0-9A-Z]){{7}}"
    rf"|[A-Z](?:[ \n]?[A-Z]){{2}}{SEPARATOR}?{run(9, 10)}){END}"
)
_FOIL_LABEL = label(
    r"\bvisas?\b|\bfoils?\b",
    "visa",
    "foil",
)
_FOIL = re.compile(rf"{BEGIN}[A-Z]?{run(8, 8)}{END}")


def find(text: str) -> Iterator[Found]:
    """The shapes of 22 CFR 41 and 42 practice, each behind a label of its own."""
    for found in labelled(text, _LABEL, _NUMBER):
        yield Found(*found.span(), Thing.NUMBER)
    for found in labelled(text, _FOIL_LABEL, _FOIL):
        yield Found(*found.span(), Thing.NUMBER)
