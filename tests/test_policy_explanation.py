"""Explanations: what applied, what nearly did, and never a word of the cable."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redact.cable.model import Cable, Kind
from redact.policy import (
    assess,
    decide,
    explain,
    explanation_document,
    explanation_text,
    load_policy,
)
from tests.policy_cables import TEXT, cable_of, instruction_of, marking_of, portion_of

PUBLIC = load_policy("public")
BEFORE = date(2019, 9, 21)
AFTER = date(2019, 9, 22)
FIXTURES = Path(__file__).parent.parent / "fixtures" / "policies"


def specimen() -> Cable:
    """A header, a Confidential and a Restricted Data paragraph, one without mark, one in doubt."""
    own_date = instruction_of(
        {"basis": "instruction", "date": "2019-09-22", "authority": "E.O. 13526 §1.5(a)"}
    )
    unclassified = marking_of({"level": "U"})
    portions = [
        portion_of(marking_of({"level": "C"}), kind=Kind.HEADER, number=None),
        portion_of(marking_of({"level": "C", "dissem": ["NF"]}), number="1"),
        portion_of(marking_of({"level": "S", "aea": ["RD"]}), number="2"),
        portion_of(None, number="3"),
        portion_of(unclassified, number="4", doubts=["marking/unknown-word"]),
    ]
    return cable_of(portions, own_date, [("NODIS", True)], ["1.4(b)"])


def document(as_of: date, portions: Any = None) -> dict[str, Any]:
    cable = specimen()
    return explanation_document(cable, assess(cable, as_of), PUBLIC, portions)


def text(as_of: date, portions: Any = None) -> str:
    cable = specimen()
    return explanation_text(cable, assess(cable, as_of), PUBLIC, portions)


def test_the_text_of_an_explanation() -> None:
    expected = (FIXTURES / "explanation.txt").read_text(encoding="utf-8")
    assert text(BEFORE) == expected


def test_explanations_are_those_of_the_decisions() -> None:
    assessment = assess(specimen(), BEFORE)
    account = decide(assessment, PUBLIC)
    explanations = explain(assessment, PUBLIC)
    assert tuple(item.decision for item in explanations) == account.decisions
    assert [item.changes_on for item in explanations] == [None, AFTER, None, None, None]
    assert [len(item.applied) for item in explanations[:3]] == [1, 2, 3]


def test_the_document_has_what_the_contract_fixes() -> None:
    found = document(BEFORE)
    assert found["schema"] == "redact/explanation/1"
    assert found["policy"]["name"] == "public"
    assert found["as_of"] == "2019-09-21"
    portion = found["portions"][1]
    assert (portion["index"], portion["kind"], portion["number"]) == (1, "paragraph", "1")
    assert (portion["line"], portion["decision"]) == (2, "withhold")
    assert portion["changes_on"] == "2019-09-22"
    assert [rule["rule"] for rule in portion["applied"]] == ["caption", "classified"]
    assert portion["applied"][1]["effect"] == "withhold"
    assert portion["applied"][1]["exemptions"] == ["1.4(b)", "(b)(1)"]
    assert portion["applied"][1]["citations"] == ["E.O. 13526 §1.4"]
    assert {"rule": "classification-ended", "effect": "release", "failed": ["declassified"]} in (
        portion["nearly"]
    )


def test_facts_are_shown_as_they_are_known() -> None:
    portions = document(AFTER)["portions"]
    assert portions[1]["facts"] == {
        "level": "C",
        "controls": ["NF"],
        "declassified": True,
        "basis": "instruction",
        "rests_on": "instruction",
        "effective_date": "2019-09-22",
        "age": "unknown",
        "captions": ["NODIS"],
        "doubts": [],
        "reasons": ["1.4(b)"],
        "authority": "E.O. 13526 §1.5(a)",
    }
    assert portions[3]["facts"]["level"] == "unknown"
    assert portions[4]["facts"]["declassified"] == "unknown"


def test_near_rules_fail_by_at_most_two_facts_and_speak_of_this_kind() -> None:
    header, *texts = document(AFTER)["portions"]
    assert header["nearly"] == []
    for portion in texts:
        assert portion["nearly"]
        for near in portion["nearly"]:
            assert 1 <= len(near["failed"]) <= 2
            assert "kind" not in near["failed"]
        applied = {rule["rule"] for rule in portion["applied"]}
        assert applied.isdisjoint(near["rule"] for near in portion["nearly"])


@pytest.mark.parametrize("as_of", [BEFORE, AFTER])
def test_no_word_of_the_cable_is_in_an_explanation(as_of: date) -> None:
    said = text(as_of) + json.dumps(document(as_of))
    assert [word for word in (*TEXT.split(), "GOLDFINCH") if word in said] == []


def test_portions_can_be_chosen_by_index() -> None:
    assert [portion["index"] for portion in document(AFTER, [2, 1])["portions"]] == [1, 2]
    assert "paragraph 2" in text(AFTER, [2])
    assert "paragraph 1" not in text(AFTER, [2])
