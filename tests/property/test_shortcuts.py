"""Short cuts of the reader give what the general way gives, on clean and damaged telegrams."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import redact
from redact.cable.body import flowing, scanning, signs
from redact.cable.document import cable_document
from redact.errors import ReadError
from tests.property.choose import drawn
from tests.property.strategies import specimen

NEVER = re.compile(r"(?!)")
SHORTCUTS = ((signs, "_PLAIN_NUMBER"), (signs, "PLAIN_DASH"), (flowing, "_FIRST_WORD"))


def _document(data: bytes) -> dict[str, Any] | str:
    try:
        return cable_document(redact.read(data))
    except ReadError as error:
        return error.code


@given(st.data())
def test_short_cuts_read_like_the_general_way(data: st.DataObject) -> None:
    cable = specimen(drawn(data)).data
    with pytest.MonkeyPatch.context() as patched:
        for module, name in SHORTCUTS:
            patched.setattr(module, name, NEVER)
        patched.setattr(flowing, "_LINES", NEVER)
        patched.setattr(scanning, "_cut_common", lambda _: False)
        general = _document(cable)
    assert _document(cable) == general


def test_short_cuts_are_taken() -> None:
    assert signs._PLAIN_NUMBER.match("[1](#)3. (S//NF) The")
    assert signs.PLAIN_DASH.match("-- The minister said\n")
    assert flowing._FIRST_WORD.match("the minister said")
