"""Whom a group in a release list stood for on the day of the document (D2)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import redact
from redact.markings import parse_marking
from redact.markings.audience import audience_codes, releasable_to
from redact.policy.loading import load_policy

CASES = json.loads(
    Path(__file__).with_name("cases").joinpath("organisation-members.json").read_text("utf-8")
)
"""`listed` beside USA; `has` and `lacks`: who may have a text of that day, and who may not."""

CABLE = """R 221517Z SEP {year}
FM AMEMBASSY PARIS
TO RUEHC/SECSTATE WASHDC PRIORITY 7187

S E C R E T PARIS 001292

E.O. 12958: DECL: 09/22/2035
TAGS: PREL
SUBJECT: QUOTAS

1. (S//REL TO USA, NATO) It rained.

RIVKIN
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['listed']} {case['dated']}")
def test_a_group_stands_for_those_who_had_joined(case: dict[str, Any]) -> None:
    marking = parse_marking(f"S//REL TO USA, {', '.join(case['listed'].split())}")
    dated = case["dated"] and date.fromisoformat(case["dated"])
    told = audience_codes(marking, dated=dated)
    has, lacks = case["has"].split(), case["lacks"].split()
    assert told >= set(has)
    assert told.isdisjoint(lacks)
    assert [code for code in has + lacks if releasable_to(marking, code, dated=dated)] == has


@pytest.mark.parametrize(
    ("cable", "partner", "goes_out"),
    [
        (CABLE.format(year="05"), "POL", True),
        (CABLE.format(year="05"), "MKD", False),
        (CABLE.format(year="05"), "NATO", True),
        (CABLE.format(year="05").split("\n", 1)[1], "GBR", True),
        (CABLE.format(year="05").split("\n", 1)[1], "POL", False),
        (CABLE.format(year="98") + CABLE.format(year="05"), "POL", False),
    ],
    ids=["member", "later", "group", "undated founder", "undated", "the earlier of two telegrams"],
)
def test_a_telegram_goes_to_the_members_of_its_day(
    cable: str, partner: str, goes_out: bool
) -> None:
    policy = load_policy("foreign-partner", {"partner": partner})
    text = redact.apply(cable.encode(), policy, date(2025, 1, 1)).text
    assert ("It rained." in text) is goes_out
