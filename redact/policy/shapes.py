"""What words of facts look like that no list holds."""

import re
from typing import NamedTuple


class Shape(NamedTuple):
    """What a word looks like where no list has it; `example` shows one."""

    pattern: re.Pattern[str]
    example: str


FINDING = Shape(
    re.compile(r"(?:marking|declassification|cable)/[a-z0-9]+(?:-[a-z0-9]+)*"),
    "/".join(("marking", "unknown-word")),
)
"""The code of a finding of a layer that reads cables."""

REASON = Shape(re.compile(r"1\.[3-6]\([a-h]\)"), "1.4(b)")
EXEMPTED = Shape(re.compile(r"(?:25|50|75)X[1-9](?:-HUM|-HUMAN|-WMD)?"), "25X6")
TERMS = Shape(re.compile(r"term:[a-z0-9]+(?:-[a-z0-9]+)*"), "term:name-of-a-list")
PROGRAMME = Shape(re.compile(r"[A-Z0-9][A-Z0-9 -]{0,39}"), "BUTTER POPCORN")
TAG = Shape(re.compile(r"[A-Z][A-Z0-9 ,.'-]{1,59}"), "PREL")
POST = Shape(re.compile(r"[A-Z0-9][A-Z0-9 .,'&/()-]{0,79}"), "AMEMBASSY PARIS")
