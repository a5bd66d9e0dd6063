"""The policy `public`, row by row: scenarios, K6, the controls K9, captions K10, kinds K11."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redact.cable.model import STRUCTURAL, Kind
from redact.policy import assess, decide, load_policy, policy_problems
from redact.policy.decision import Decision, Effect
from redact.policy.facts import Assessment
from redact.policy.vocabulary import CONTROLS
from tests.policy_cables import (
    cable_of,
    instruction_of,
    known_facts,
    marking_of,
    portion_of,
)

CASES = json.loads((Path(__file__).parent / "cases" / "public-policy.json").read_text("utf-8"))
PUBLIC = load_policy("public")
OWN_DATE = instruction_of({"basis": "instruction", "date": "2019-09-22"})
BEFORE = date(2019, 9, 21)
AFTER = date(2019, 9, 22)
FAR = date(2150, 1, 1)
REASONS = ("1.4(b)", "1.4(d)")


def decide_one(
    fields: dict[str, Any] | None,
    as_of: date,
    *,
    instruction: Any = OWN_DATE,
    captions: Any = (),
    kind: Kind = Kind.PARAGRAPH,
    doubts: tuple[str, ...] = (),
) -> Decision:
    """What `public` says of a portion alone in its cable."""
    marking = None if fields is None else marking_of(fields)
    portion = portion_of(marking, kind=kind, doubts=doubts)
    cable = cable_of([portion], instruction, [(n, r) for n, r in captions], REASONS)
    return decide(assess(cable, as_of), PUBLIC).decisions[0]


@pytest.mark.parametrize(
    "case", CASES["scenarios"] + CASES["ended"], ids=lambda case: str(case["id"])
)
def test_scenario(case: dict[str, Any]) -> None:
    decision = decide_one(
        case["marking"],
        date.fromisoformat(case["as_of"]),
        instruction=instruction_of(case["instruction"]),
        captions=case["captions"],
    )
    assert decision.effect == case["effect"]
    if case["deciding"] is not None:
        assert sorted(decision.deciding) == sorted(case["deciding"])
    if "exemptions" in case:
        assert list(decision.exemptions) == case["exemptions"]
    if "referrals" in case:
        assert list(decision.referrals) == case["referrals"]
    changes_on = case.get("changes_on")
    assert changes_on is None or decision.changes_on == date.fromisoformat(changes_on)


@pytest.mark.parametrize("row", CASES["controls"], ids=lambda row: str(row["control"]))
def test_control_before_and_after_the_date(row: dict[str, Any]) -> None:
    """K9, column `public`."""
    unclassified = decide_one({"level": "U", **row["fields"]}, AFTER)
    before = decide_one({"level": "S", **row["fields"]}, BEFORE)
    after = decide_one({"level": "S", **row["fields"]}, AFTER)
    assert unclassified.effect == row["unclassified"]
    assert before.effect == row["before"]
    assert after.effect == row["after"]
    assert not row["refer"] or after.referrals
    assert decide_one({"level": "S", **row["fields"]}, FAR).effect == row["after"]


@pytest.mark.parametrize(
    "row", CASES["captions"], ids=lambda row: f"{row['caption']}-{row['restricts']}"
)
def test_caption_before_and_after_the_date(row: dict[str, Any]) -> None:
    """K10."""
    captions = [(row["caption"], row["restricts"])]
    for level, name in (("U", "unclassified"), ("C", "classified")):
        for as_of, when in ((BEFORE, "before"), (AFTER, "after")):
            decision = decide_one({"level": level}, as_of, captions=captions)
            assert decision.effect == row[f"{name}_{when}"], (level, when)
    not_applicable = instruction_of(None)
    lasting = decide_one({"level": "U"}, FAR, instruction=not_applicable, captions=captions)
    assert lasting.effect == row["unclassified_telegram"]


def test_caption_holds_on_an_automatic_date() -> None:
    """K10 with K6: the 25-year date does not end classification under `public`."""
    automatic = instruction_of({"basis": "automatic-25-year", "date": "2009-12-31"})
    decision = decide_one({"level": "U"}, FAR, instruction=automatic, captions=[("EXDIS", True)])
    assert decision.deciding == ("caption-without-own-date",)


@pytest.mark.parametrize("kind", list(Kind))
def test_structural_kinds_go_out_with_any_telegram(kind: Kind) -> None:
    """K11: whatever binds them otherwise; no other row of the policy speaks of them."""
    decision = decide_one(
        {"level": "TS", "aea": ["RD"]}, BEFORE, kind=kind, captions=[("NODIS", True)]
    )
    assert (decision.effect is Effect.RELEASE) == (kind in STRUCTURAL)


@pytest.mark.parametrize("kind", sorted(STRUCTURAL))
def test_structural_kinds_go_out_unmarked(kind: Kind) -> None:
    decision = decide_one(None, BEFORE, kind=kind)
    assert decision.deciding == ("header",)


def test_unmarked_text_needs_a_reviewer_and_claims_nothing() -> None:
    """K12: neither banner nor marks."""
    for as_of in (BEFORE, AFTER, FAR):
        decision = decide_one(None, as_of)
        assert decision.effect is Effect.WITHHOLD
        assert decision.reason.startswith("unknown, needs a reviewer")
        assert decision.exemptions + decision.citations + decision.referrals == ()


@pytest.mark.parametrize("level", ["U", "C", "TS"])
def test_unreadable_mark_withholds_on_every_date(level: str) -> None:
    """K12: what cannot be read may be a control that outlives the date."""
    for as_of in (BEFORE, AFTER, FAR):
        decision = decide_one({"level": level}, as_of, doubts=("marking/unknown-word",))
        assert decision.effect is Effect.WITHHOLD
        assert decision.deciding == ("unreadable",)
        assert decision.reason.startswith("unknown, needs a reviewer")
        assert decision.exemptions == ()
        assert decision.changes_on is None


@pytest.mark.parametrize("level", ["U", "R", "C", "S", "TS"])
def test_only_what_restricts_to_whom_classified_text_goes_falls_with_the_date(level: str) -> None:
    """K9: every control of the vocabulary by itself, and none."""
    falling = {"NF", "REL TO", "REL", "RELIDO", "EYES", "DISPLAY ONLY", "XD", "ND"}
    each = [frozenset[str](), *(frozenset({control}) for control in CONTROLS)]
    facts = tuple(known_facts(level=level, controls=controls) for controls in each)
    decisions = decide(Assessment(AFTER, facts, lambda _: ((),) * len(facts)), PUBLIC).decisions
    released = {item.facts.controls for item in decisions if item.effect is Effect.RELEASE}
    fall = {frozenset({control}) for control in falling}
    assert released == {frozenset()} | (fall if level != "U" else set())


def test_every_rule_cites_and_the_policy_is_sound() -> None:
    assert policy_problems("public") == ()
    assert [rule.id for rule in PUBLIC.rules if not rule.citations] == []


def test_public_and_its_file_name_are_the_same() -> None:
    assert load_policy("public.yaml") == PUBLIC
