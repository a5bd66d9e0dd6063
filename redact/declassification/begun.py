"""The day from which each code could stand on a document, as dated rows (section 1).

A source that bears a code and the date of an earlier year has a torn date: `11/16/20` is not 1920
(R29). Within the year a source may have been marked anew.
"""

import re
from datetime import date
from typing import NamedTuple


class Beginning(NamedTuple):
    """Codes, as a pattern of their names, and the day on which their order came into force."""

    codes: re.Pattern[str]
    begins: date
    citation: str


BEGINNINGS = (
    Beginning(re.compile(r"GROUP-.*"), date(1961, 9, 20), "E.O. 10964"),
    Beginning(re.compile(r"X?GDS.*|ADS"), date(1972, 6, 1), "E.O. 11652 §5(A)"),
    Beginning(re.compile(r"[RX]DS.*"), date(1978, 12, 1), "E.O. 12065 §1-4"),
    Beginning(re.compile(r"OADR"), date(1982, 8, 1), "E.O. 12356 §1.4(b)"),
    Beginning(re.compile(r"X[1-8]|(?:25|50|75)X.*"), date(1995, 10, 14), "E.O. 12958 §1.6"),
)


def could_stand(code: str, dated: date) -> bool:
    """Whether a document of a date can bear the code."""
    return all(row.begins.year <= dated.year for row in BEGINNINGS if row.codes.fullmatch(code))
