"""Checking a cable is total, and its findings quote nothing (law 6), whole or damaged."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import redact
from redact.checks import check
from redact.errors import ReadError
from tests.property.choose import drawn
from tests.property.strategies import specimen
from tests.property.tokens import squeezed


@given(st.data())
def test_findings_have_a_place_and_quote_nothing(data: st.DataObject) -> None:
    sample = specimen(drawn(data))
    try:
        cable = redact.read(sample.data)
    except ReadError:
        return
    findings = check(cable, date(2010, 1, 1), due_within=365)
    said = squeezed(" ".join(f"{one.message} {one.remedy} {one.authority}" for one in findings))
    assert [token for token in sample.promises if token in said] == []
    length = len(cable.source.text)
    assert all(0 <= one.span.start <= one.span.end <= length for one in findings)
    assert findings == check(cable, date(2010, 1, 1), due_within=365)
