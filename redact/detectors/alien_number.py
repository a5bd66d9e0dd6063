"""Alien registration numbers: an A and seven to nine digits."""

import re
from collections.abc import Iterator

from redact.detectors.labels import label, labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN, DASH, END, group, run

_NUMBERED = (
    "alien",
    "a-n",
    "a n",
    "a\nn",
    "anumber",
    "afile",
    "ano",
    "a f",
    "a\nf",
    "a-f",
    "uscis",
)
"""Of one of these stands in each label that names a number or a file."""

_LABEL = label(
    r"\baliens?\b|\bA[ \n-]?(?:number|file|no\b|nos\b|#)|\bUSCIS\b|(?-i:\bINS\b)|"
    r"\bgreen[ \n]cards?\b|\bpermanent[ \n]resident|(?-i:\bLPR\b)|\bimmigra\w+|\bdeport\w+|"
    r"\bremov(?:al|ed)\b",
    *_NUMBERED,
    "a#",
    "a #",
    "a-#",
    "a\n#",
    "INS",
    "green",
    "permanent",
    "LPR",
    "immigra",
    "deport",
    "remov",
)
_NUMBER = re.compile(rf"{BEGIN}A[ \n#-]{{0,3}}{run(7, 9)}{END}")
_STRONG = label(
    r"\balien[ \n](?:registration[ \n])?(?:no|nos|number|#)|\bA[ \n-]?(?:number|file|no\b|nos\b)|"
    r"\bUSCIS[ \n](?:no|number|#)",
    *_NUMBERED,
)
_DIGITS = re.compile(rf"{BEGIN}{run(7, 9)}{END}")
_GROUPED = rf"\d[ \n]?(?:\d[ \n]?)?\d(?:{DASH}{group(3)}){{2}}"
_ALONE = re.compile(rf"{BEGIN}A(?:[ ]?#[ ]?\d(?:[ \n-]?\d){{6,8}}|[ \n-]?{_GROUPED}){END}")


def find(text: str) -> Iterator[Found]:
    """With the number sign or in its groups alone; else behind a label."""
    for said, number in ((_LABEL, _NUMBER), (_STRONG, _DIGITS)):
        for found in labelled(text, said, number):
            yield Found(*found.span(), Thing.NUMBER)
    for found in _ALONE.finditer(text):
        yield Found(*found.span(), Thing.NUMBER)
