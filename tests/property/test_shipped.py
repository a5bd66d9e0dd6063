"""The policies that ship on generated and damaged cables: nothing that must stay comes out."""

from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import redact
from tests.policy_cases import NAMES
from tests.property.choose import between, drawn, one_of
from tests.property.releases import came_out, leaks
from tests.property.strategies import Specimen, as_of, specimen
from tests.property.tokens import squeezed

STRANGER = {"foreign-partner": {"partner": "MNG"}}
"""A partner that no generated mark names."""
DATELESS = ("unclassified-only", "cui-decontrol")
"""Policies under which no day ends a classification; no generated cable records a decontrol."""
BY_AGE = ("automatic-25-year", "historian")
YOUNGEST = date(2028, 12, 30)
"""Until then age frees nothing: generated telegrams are of 2003 and later, but for the copies."""

EXAMPLES = settings().max_examples // 4
"""A cable costs more here than elsewhere: it is released twice."""


@cache
def policy(name: str) -> redact.Policy:
    return redact.load_policy(name, STRANGER.get(name, {}))


def letters(cable: Specimen, day: date, name: str) -> str:
    """What is released, squeezed; nothing where the cable is refused."""
    try:
        return squeezed(redact.apply(cable.data, policy(name), day, format="text").text or "")
    except redact.RedactError:
        return ""


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_what_is_released_on_a_day_is_released_on_every_later_day(data: st.DataObject) -> None:
    choose = drawn(data)
    name, cable = one_of(choose, NAMES), specimen(choose)
    day = as_of(choose, cable.until)
    later = min(day, date(2990, 1, 1)) + timedelta(days=between(choose, 0, 20_000))
    early = came_out(cable, letters(cable, day, name))
    late = came_out(cable, letters(cable, max(day, later), name))
    assert set(early) <= set(late), (name, cable.damages)


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_what_must_stay_under_public_stays_under_every_policy(data: st.DataObject) -> None:
    """Nothing frees more than `public` does, but age; and that not yet."""
    choose = drawn(data)
    name, cable = one_of(choose, NAMES), specimen(choose)
    day = as_of(choose, cable.until)
    if name in BY_AGE:
        name, day = (name if cable.form == "C03" else "public"), min(day, YOUNGEST)
    assert leaks(cable, day, letters(cable, day, name)) == [], (name, cable.damages)


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_no_date_frees_what_was_ever_classified(data: st.DataObject) -> None:
    choose = drawn(data)
    name, cable = one_of(choose, DATELESS), specimen(choose)
    released = letters(cable, date(2999, 12, 31), name)
    kept = {token for token, promise in cable.promises.items() if promise.stays}
    assert kept.isdisjoint(came_out(cable, released)), (name, cable.damages)
