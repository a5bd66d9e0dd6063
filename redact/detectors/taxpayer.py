"""Individual taxpayer numbers: like social security numbers, in a range of their own."""

import re
from collections.abc import Iterator

from redact.detectors.labels import label, labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN, DASH, END, digits, group, run

_LABEL = label(
    r"\bI?TINs?\b|\btax[ \n]?payer\b|\btax[ \n]?(?:id\b|identification|number|no\b)",
    "TIN",
    "tin",
    "tax",
)
_LABELLED = re.compile(rf"{BEGIN}{run(9, 9)}{END}")
_DASHED = re.compile(rf"{BEGIN}(?=9){group(3)}{DASH}[5-9][ \n]?\d{DASH}{group(4)}{END}")
_RANGES = re.compile(r"9\d\d[5-9]\d\d{4}")


def find(text: str) -> Iterator[Found]:
    """Behind a label any nine digits; with dashes and in the ranges also alone."""
    for found in labelled(text, _LABEL, _LABELLED):
        sure = _RANGES.fullmatch(digits(found.group())) is not None
        yield Found(*found.span(), Thing.NUMBER, sure)
    for found in _DASHED.finditer(text):
        yield Found(*found.span(), Thing.NUMBER)
