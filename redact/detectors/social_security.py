"""Social security numbers: three, two and four digits, in the ranges that are issued."""

import re
from collections.abc import Iterator

from redact.detectors.labels import label, labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN, DASH, END, digits, group, run

_LABEL = label(
    r"\bS\.?S\.?N\b|\bS\.?S\.? ?(?:no|nr|number|#)|\bsoc(?:ial)?[ \n-]?\.?[ \n]?sec(?:urity)?\b|"
    r"\bSSA[ \n]number",
    "ssn",
    "s.s",
    "ss n",
    "ss #",
    "ss#",
    "ssa",
    "social",
    "soc ",
    " soc",
    "soc-",
    "socsec",
)
_LABELLED = re.compile(rf"{BEGIN}(?:{run(9, 9)}|[xX*]{{3}}-xx-\d{{4}}){END}")
_DASHED = re.compile(rf"{BEGIN}{group(3)}{DASH}{group(2)}{DASH}{group(4)}{END}")


def find(text: str) -> Iterator[Found]:
    """Behind a label in any ranges; with its dashes also alone, in the ranges that are issued."""
    for found in labelled(text, _LABEL, _LABELLED):
        yield Found(*found.span(), Thing.NUMBER, is_issued(digits(found.group())))
    for found in _DASHED.finditer(text):
        if is_issued(digits(found.group())):
            yield Found(*found.span(), Thing.NUMBER)


def is_issued(number: str) -> bool:
    """Whether nine digits lie in the ranges: area not 000, 666, 900–999; group not 00; serial not
    0000 (20 CFR 422.103; SSA, randomization of 25 June 2011)."""
    area, group, serial = number[:3], number[3:5], number[5:]
    return area not in {"000", "666"} and area < "900" and group != "00" and serial != "0000"
