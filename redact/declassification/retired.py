"""Instructions that later rules retired, as dated rows (sections 1 and 10)."""

from datetime import date
from typing import NamedTuple


class Retirement(NamedTuple):
    """A code, the first document date on which it was no longer right, None: it never was."""

    code: str
    since: date | None
    citation: str


_X = date(2003, 9, 22)

RETIREMENTS = (
    *(Retirement(f"X{n}", _X, "32 CFR 2001.22(e)") for n in range(1, 9)),
    Retirement("OADR", date(1995, 10, 14), "32 CFR 2001.22(e)"),
    Retirement("MR", None, "32 CFR 2001.22(e)"),
    Retirement("DCI-ONLY", None, "32 CFR 2001.22(e)"),
    Retirement("DNI-ONLY", None, "32 CFR 2001.22(e)"),
    Retirement("TREATY", None, "32 CFR 2001.26(a)(6)"),
    Retirement("25X1-HUMAN", None, "ISOO Notice 2012-02"),
)

_BY_CODE = {row.code: row for row in RETIREMENTS}


def is_retired(code: str, dated: date | None) -> bool:
    """Whether a code was no longer to be used on a document's date."""
    row = _BY_CODE.get(code)
    if row is None:
        return False
    return row.since is None or (dated is not None and dated >= row.since)
