"""A release that is read and sanitised again: it does not fail, and nothing more comes out."""

from datetime import date

import pytest

import redact
from redact.release.styles import STYLES

CABLE = (
    "VZCZCXYZ0007\nRR RUEHWEB\n\nDE RUEHNY #0734 3161402\nZNY CCCCC ZZH\nR 121402Z NOV 09\n"
    "FM AMEMBASSY OSLO\nTO RUEHC/SECSTATE WASHDC PRIORITY 8123\n\n"
    "C O N F I D E N T I A L OSLO 000734\n\nSIPDIS\n\n"
    "E.O. 12958: DECL: 11/12/2019\nTAGS: [EFIS](#) [PREL](#) [NO](#)\n"
    "SUBJECT: VIEWS ON THE SHRIMP QUOTA\n\nREF: A. STATE 115003\n\n"
    "Classified By: Economic Counselor Ingrid T. Vold, Reasons 1.\n4(b), (d).\n\n"
    "[1](#)1. (C) Adviser Sindre Aamodt gave us\nhis views.\n\n"
    "- Working Group: Aamodt thought little of it.\n\n"
    "[1](#)2. (U) The statement is on the web site.\n\n"
    "SUMMARY\n-------\n\n[1](#)3. (C) Aamodt asked us to wait.\n\nHALVORSEN\n"
)
DAYS = [date(2009, 11, 13), date(2019, 11, 11), date(2019, 11, 12), date(2060, 1, 1)]


@pytest.mark.parametrize("first", DAYS, ids=str)
@pytest.mark.parametrize("second", DAYS, ids=str)
@pytest.mark.parametrize("style", STYLES)
def test_nothing_more_comes_out_the_second_time(first: date, second: date, style: str) -> None:
    policy = redact.load_policy("public")
    once = redact.apply(CABLE.encode(), policy, first, style=style)
    twice = redact.apply(once.encode(), policy, second)
    said = {line for line in once.text.splitlines() if line}
    added = [line for line in twice.text.splitlines() if line and line not in said]
    assert all("not declassified" in line or line.startswith("[") for line in added)
    if first < date(2019, 11, 12):
        assert "Aamodt" not in twice.text


def test_the_stamp_is_no_banner_and_no_field() -> None:
    policy = redact.load_policy("public")
    once = redact.apply(CABLE.encode(), policy, DAYS[0])
    before, after = redact.read(CABLE.encode()), redact.read(once.encode())
    assert after.banner == before.banner
    assert after.form == before.form
    assert after.instruction.effective == before.instruction.effective
    for field in ("mrn", "dtg", "from_", "tags", "captions", "classification", "signer"):
        assert getattr(after.header, field) == getattr(before.header, field)
