"""No word of a cable is in anything that foresees or checks it (law 6), whatever its damage."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from redact.cable.reading import read
from redact.checks import check
from redact.checks.document import Checked, findings_document, findings_table
from redact.checks.sarif import sarif_document
from redact.errors import ReadError
from redact.forecast.bars import bars
from redact.forecast.calendar import calendar
from redact.forecast.columns import columns
from redact.forecast.document import timeline_document
from redact.forecast.model import forecast
from redact.forecast.svg import svg
from redact.forecast.table import timeline_table
from redact.policy import load_policy
from tests.property.choose import drawn
from tests.property.strategies import specimen

PUBLIC = load_policy("public")
AS_OF = date(2030, 1, 1)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_no_word_of_the_text_is_in_any_form(data: st.DataObject) -> None:
    generated = specimen(drawn(data))
    try:
        cable = read(generated.data, name="cable.txt")
    except ReadError:
        return
    seen, policy = forecast(cable, PUBLIC), PUBLIC.identity
    checked = Checked(cable, check(cable, AS_OF, due_within=10_000))
    said = "".join(
        (
            timeline_table([seen], policy),
            timeline_table([seen, seen], policy),
            json.dumps(timeline_document([seen], policy)),
            svg(bars(seen, policy)).decode(),
            svg(columns([seen], policy)).decode(),
            calendar([seen], policy).decode(),
            findings_table([checked]),
            json.dumps(findings_document(AS_OF, [checked])),
            json.dumps(sarif_document([checked])),
        )
    ).lower()
    assert [token for token in generated.promises if token.lower() in said] == []
