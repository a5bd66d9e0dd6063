"""From a cable to facts: level and controls, date, captions, doubts."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redact.cable.model import Kind
from redact.policy import assess
from redact.policy.controls import controls_of
from redact.policy.facts import RESTS_ON, UNKNOWN, Facts
from redact.policy.vocabulary import BASES, CONTROLS, LEVELS
from tests.policy_cables import cable_of, instruction_of, marking_of, portion_of

CASES = json.loads(
    (Path(__file__).parent / "cases" / "policy-controls.json").read_text(encoding="utf-8")
)
OWN_DATE = instruction_of({"basis": "instruction", "date": "2019-09-22", "authority": "a law"})
SECRET = marking_of({"level": "S", "dissem": ["NF"]})
AS_OF = date(2019, 9, 22)


def facts_of(portion: Any, as_of: date = AS_OF, **more: Any) -> Facts:
    return assess(cable_of([portion], OWN_DATE, **more), as_of).portions[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: json.dumps(case["marking"]))
def test_controls_are_codes_and_families(case: dict[str, Any]) -> None:
    found = controls_of(marking_of(case["marking"]))
    assert found == set(case["controls"])
    assert found <= set(CONTROLS)


def test_facts_of_a_marked_portion() -> None:
    facts = facts_of(portion_of(SECRET, kind=Kind.SUBJECT), reasons=["1.4(b)"])
    assert facts.kind == "subject"
    assert (facts.level, facts.controls) == ("S", frozenset({"NF"}))
    assert (facts.declassified, facts.basis) == (True, "instruction")
    assert (facts.effective_date, facts.authority) == (date(2019, 9, 22), "a law")
    assert facts.captions | facts.doubts == set()
    assert facts.reasons == ("1.4(b)",)


def test_the_effective_date_itself_counts() -> None:
    portion = portion_of(SECRET)
    days = (date(2019, 9, 21), date(2019, 9, 22), date(2019, 9, 23))
    assert [facts_of(portion, day).declassified for day in days] == [False, True, True]


def test_no_date_is_never_passed() -> None:
    cable = cable_of([portion_of(SECRET)], instruction_of({"basis": "never-by-date"}))
    facts = assess(cable, date(9999, 12, 31)).portions[0]
    assert (facts.declassified, facts.effective_date) == (False, None)


def test_an_instruction_of_its_own_binds_a_portion() -> None:
    later = instruction_of({"basis": "period", "date": "2030-01-01"})
    facts = facts_of(portion_of(SECRET, instruction=later))
    assert (facts.declassified, facts.basis) == (False, "period")
    assert facts.effective_date == date(2030, 1, 1)


def test_no_marking_is_unknown_never_free_of_controls() -> None:
    facts = facts_of(portion_of(None))
    assert (facts.level, facts.controls, facts.declassified) == (UNKNOWN, UNKNOWN, True)


def test_any_doubt_makes_marking_and_end_unknown() -> None:
    facts = facts_of(portion_of(SECRET, doubts=["cable/broken-boundary"]))
    assert (facts.level, facts.controls, facts.declassified) == (UNKNOWN, UNKNOWN, UNKNOWN)
    assert facts.doubts == {"cable/broken-boundary"}


def test_only_captions_that_restrict_are_facts_and_unknown_words_are_not_repeated() -> None:
    captions = [("NODIS", True), ("SIPDIS", False), ("GOLDFINCH", True), ("TURNSTONE", False)]
    facts = facts_of(portion_of(SECRET), captions=captions)
    assert facts.captions == {"NODIS", "UNKNOWN"}


def test_every_portion_has_its_facts_in_order() -> None:
    portions = [portion_of(SECRET), portion_of(None), portion_of(SECRET, number=None)]
    assessment = assess(cable_of(portions, OWN_DATE), AS_OF)
    assert assessment.as_of == AS_OF
    assert [facts.level for facts in assessment.portions] == ["S", UNKNOWN, "S"]


AGES = [
    # dated, as of, full years
    (date(1994, 9, 22), date(2019, 9, 21), 24),
    (date(1994, 9, 22), date(2019, 9, 22), 25),
    (date(1994, 9, 22), date(2019, 9, 23), 25),
    (date(1996, 2, 29), date(2021, 2, 28), 24),  # R14: no 29 February 2021, so 1 March
    (date(1996, 2, 29), date(2021, 3, 1), 25),
    (date(1996, 2, 29), date(2020, 2, 29), 24),
    (date(1999, 12, 31), date(2000, 1, 1), 0),
    (date(1999, 12, 31), date(2000, 12, 31), 1),
    (date(2019, 9, 22), date(2019, 9, 22), 0),
    (date(2019, 9, 22), date(2000, 1, 1), 0),  # not yet written
    (date(2019, 9, 22), date.min, 0),
    (date(1900, 3, 1), date.max, 8099),
]


@pytest.mark.parametrize(("dated", "as_of", "years"), AGES, ids=str)
def test_age_counts_full_years(dated: date, as_of: date, years: int) -> None:
    assert facts_of(portion_of(SECRET), as_of, dated=dated).age == years


def test_age_is_unknown_where_the_date_is() -> None:
    assert facts_of(portion_of(SECRET)).age is UNKNOWN


def test_every_basis_rests_on_something() -> None:
    assert set(RESTS_ON) == set(BASES)


@pytest.mark.parametrize(
    ("basis", "rests_on"),
    [
        ("instruction", "instruction"),
        ("period", "instruction"),
        ("schedule", "instruction"),
        ("declassified", "instruction"),
        ("automatic-25-year", "automatic"),
        ("automatic-50-year", "automatic"),
        ("automatic-75-year", "automatic"),
        ("never-by-date", "none"),
        ("none", "none"),
    ],
)
def test_what_a_date_rests_on(basis: str, rests_on: str) -> None:
    instruction = instruction_of({"basis": basis})
    (facts,) = assess(cable_of([portion_of(SECRET)], instruction), AS_OF).portions
    assert facts.rests_on == rests_on


@pytest.mark.parametrize("level", LEVELS)
def test_a_bare_level_has_no_controls(level: str) -> None:
    assert controls_of(marking_of({"level": level})) == frozenset()
