"""Instructions for property tests: specimens of the rule book mixed with printed values.

`plain_values` leaves out codes that take a day straight behind them (GDS, ADS, XGDS, RDS, 25X, 50X,
75X), for a day added there belongs to the code and is no further value. `values` has them all.
"""

import json
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

_CASES = Path(__file__).parent.parent / "cases"


def _inputs(name: str) -> list[str]:
    return [row["input"] for row in json.loads((_CASES / name).read_text(encoding="utf-8"))]


SPECIMENS = tuple(
    text
    for name in ("declassification.json", "declassification-accepted.json")
    for text in _inputs(name)
)
REFUSED = tuple(_inputs("declassification-refused.json"))

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

document_dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))
"""Any date a document can have."""

edge_dates = st.sampled_from(
    (
        date(1972, 5, 31),
        date(1972, 6, 1),
        date(1978, 11, 30),
        date(1978, 12, 1),
        date(1981, 12, 31),
        date(1982, 1, 1),
        date(1995, 10, 13),
        date(1996, 2, 29),
        date(2003, 9, 22),
        date(2010, 6, 27),
    )
)
"""Days on which a rule begins or ends."""

labels = st.sampled_from(
    (
        "",
        "DECL: ",
        "DECLASSIFY ON: ",
        "E.O. 12958: DECL: ",
        "EO 12356 DECL: ",
        "E.O. 13526: ",
        "E.O. 12968: DECL: ",
        "E.O. 12598, AS AMENDED: DECL: ",
    )
)


def printed(day: date, form: int) -> str:
    """A day in one of the forms of R6, with a four-digit year."""
    month = _MONTHS[day.month - 1]
    return (
        f"{day.month:02}/{day.day:02}/{day.year:04}",
        f"{day.month}-{day.day}-{day.year:04}",
        f"{day.day} {month} {day.year:04}",
        f"{day.day:02}{month}{day.year:04}",
        f"{month} {day.day}, {day.year:04}",
        f"{day.year:04}/{day.month:02}/{day.day:02}",
        f"{day.year:04}-{day.month:02}-{day.day:02}",
        f"{day.year:04}{day.month:02}{day.day:02}",
    )[form]


forms = st.integers(0, 7)
written_days = st.builds(printed, st.dates(date(1950, 1, 1), date(2150, 12, 31)), forms)
events = st.sampled_from(
    (
        "UPON SIGNATURE OF TREATY",
        "AFTER KOREAN REUNIFICATION",
        "CLOSURE OF EMBASSY",
        "WHEN TALKS ARE OVER",
        "UPON DEPARTURE OF AMBASSADOR AND WIFE",
    )
)
periods = st.builds(
    "{} {}".format,
    st.one_of(st.integers(1, 80), st.sampled_from(("TEN", "TWENTY-FIVE"))),
    st.sampled_from(("YEARS", "YRS", "MONTHS", "WKS", "DAYS")),
)
plain_codes = st.sampled_from(
    ("X1", "1.6 X6", "OADR", "MR", "INDEFINITE", "N/A", "NONE", "GROUP 4", "GROUP 3", "DCI ONLY")
)
codes_with_day = st.sampled_from(
    ("GDS", "ADS", "XGDS-2", "RDS-1", "XDS", "25X1", "50X6", "75X3", "50X1-HUM", "25X1-HUMAN")
)
plain_values = st.one_of(written_days, periods, events, plain_codes)
values = st.one_of(plain_values, codes_with_day)

residues = st.sampled_from(
    (
        ".",
        " ;",
        " ?",
        " OR LATER",
        " APPROX",
        " (SMITH, JOHN)",
        " (PARAS 1-3)",
        " OR-M",
        " DNG: C 10/12/2003",
        " EXCEPT ANNEX",
        " FRD",
        " SECRET",
        " AND",
        " X",
        "\u200b",
        " UNLESS EXTENDED",
        " TAGS: PREL",
    )
)
"""What may follow a value: allowed or not, it never brings the date forward."""

doubts = st.sampled_from((" AND ", " & ", " ", ", ", "; ", " OR ", " AND/OR "))
"""What may stand between two values."""

instructions = st.one_of(
    st.sampled_from(SPECIMENS),
    st.sampled_from(REFUSED),
    st.builds("{}{}".format, labels, values),
    st.builds("{}{}{}{}".format, labels, values, doubts, values),
    st.builds("{}{}{}".format, labels, values, residues),
)
"""Instructions of every kind, sound and damaged."""


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An instruction with one character struck out, doubled, or put in."""
    text = draw(instructions)
    at = draw(st.integers(0, len(text)))
    put = draw(
        st.sampled_from(("", "0", "1", "/", ",", ";", " ", "O", "X", "-", "(", ")", "\u0410"))
    )
    return text[:at] + put + text[at + draw(st.integers(0, 1)) :]


@st.composite
def ordered_days(draw: st.DrawFn) -> tuple[date, date, date]:
    """A document's date and two days after it within 75 years, the earlier in front."""
    dated = draw(document_dates)
    first, second = sorted(draw(st.tuples(st.integers(1, 27_000), st.integers(1, 27_000))))
    return dated, dated + timedelta(days=first), dated + timedelta(days=second)
