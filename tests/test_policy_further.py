"""Facts that few policies ask for: families of controls, audience, owners, equities, header."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redact.cable.model import Cable
from redact.cable.reading import read
from redact.policy import assess, decide
from redact.policy.conditions import Condition, Form
from redact.policy.decision import Effect
from redact.policy.fact_register import FACTS, Type
from redact.policy.facts import UNKNOWN, Facts, Further, value_of
from redact.policy.loading import parse_policy
from redact.policy.model import Rule
from redact.policy.reference import facts_page
from tests.policy_cables import cable_of, instruction_of, marking_of, policy_of, portion_of

AS_OF = date(2024, 1, 1)
END = instruction_of({"basis": "instruction", "date": "2019-09-22"})
PARIS = """VZCZCXYZ0001
RR RUEHC
DE RUEHFR #1292/01 2651517
R 221517Z SEP 09
FM USDAO PARIS
TO RUEHC/SECSTATE WASHDC 7187
INFO RUEHLO/AMEMBASSY LONDON 0001
C O N F I D E N T I A L PARIS 001292

E.O. 12958: DECL: 09/22/2019
TAGS: PREL, ETTC, FR
SUBJECT: (U) TEST
REF: A. TDCS 12345 B. STATE 090236

Classified By: Someone for reasons 1.4(b) and (d).

Controlled by: Department of State, OES
Decontrol on: 2024-01-01

1. (C) Text.
"""


def told(cable: Cable, as_of: date = AS_OF) -> tuple[Further, ...]:
    tell = assess(cable, as_of).tell
    assert tell is not None
    return tell()


def of_marking(**fields: Any) -> Further:
    cable = cable_of([portion_of(marking_of(fields))], END, dated=date(2020, 1, 1))
    return told(cable)[0]


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        (
            {"level": "S", "sci": ["SI-G", "TK"], "dissem": ["OC", "NF"]},
            {"sci": "SI TK", "dissem": "NF OC", "equities": "NSA ORIGINATOR", "owner": ""},
        ),
        ({"level": "S", "aea": ["RD-SG 14", "RD"]}, {"aea": "RD SIGMA", "equities": "DOE"}),
        ({"level": "TS", "sap": ["BUTTER"]}, {"sap": "BUTTER"}),
        ({"level": "S", "fgi": ["GBR"]}, {"fgi": "GBR", "owner": "GBR", "equities": "FOREIGN"}),
        ({"level": "S", "fgi": []}, {"fgi": "UNKNOWN", "owner": "UNKNOWN", "equities": "FOREIGN"}),
        ({"level": "S", "non_us": "GBR"}, {"owner": "GBR", "equities": "FOREIGN"}),
        ({"level": "S", "non_us": "FGI"}, {"owner": "UNKNOWN", "equities": "FOREIGN"}),
        ({"level": "S", "non_us": "NATO"}, {"owner": "NATO", "equities": "NATO"}),
        ({"level": "S", "joint": ["GBR", "USA"]}, {"owner": "GBR USA", "equities": "FOREIGN"}),
        ({"level": "U", "non_ic": ["LES"]}, {"non_ic": "LES", "releasable_to": ""}),
        (
            {"level": "U", "cui": {"categories": ["PRVCY"], "specified": ["CTI"], "dissem": []}},
            {"cui": "CUI PRVCY SP-CTI"},
        ),
        ({"level": "S", "display_only": ["GBR"]}, {"releasable_to": "", "displayable_to": "GBR"}),
        ({"level": "S", "rel_to": ["USA", "GBR"], "dissem": ["NF"]}, {"releasable_to": ""}),
    ],
    ids=str,
)
def test_a_marking_tells_families_owners_and_equities(
    fields: dict[str, Any], known: dict[str, str]
) -> None:
    found = of_marking(**fields)
    for fact, words in known.items():
        assert getattr(found, fact) == frozenset(words.split()), fact


@pytest.mark.parametrize(
    ("listed", "has", "lacks"),
    [
        ("USA GBR", "USA GBR", "FRA FVEY"),
        ("USA FVEY", "USA FVEY NZL ACGU GBR", "FRA"),
        ("USA ACGU NZL", "FVEY CAN", "NATO"),
    ],
)
def test_an_audience_is_told_with_its_groups(listed: str, has: str, lacks: str) -> None:
    found = of_marking(level="S", rel_to=listed.split()).releasable_to
    assert found is not UNKNOWN
    assert found >= set(has.split())
    assert found.isdisjoint(lacks.split())


def test_what_has_no_marking_or_is_in_doubt_tells_nothing_of_it() -> None:
    portions = [portion_of(None), portion_of(marking_of({"level": "S"}), doubts=["cable/torn"])]
    for found in told(cable_of(portions, END)):
        assert {found.owner, found.releasable_to, found.equities, found.cui} == {UNKNOWN}


def test_the_header_is_told_to_every_portion() -> None:
    cable = read(PARIS.encode(), name="cable.txt")
    found = told(cable)[-1]
    assert (found.banner, found.order) == ("C", "12958")
    assert found.tags == frozenset({"PREL", "ETTC", "FR"})
    assert found.from_ == frozenset({"USDAO PARIS"})
    assert found.to == frozenset({"SECSTATE WASHDC"})
    assert found.info == frozenset({"AMEMBASSY LONDON"})
    assert found.equities == frozenset({"DOD", "CIA"})
    assert found.decontrolled_on == date(2024, 1, 1)
    days = (date(2023, 12, 31), AS_OF)
    assert [told(cable, day)[-1].cui_decontrolled for day in days] == [False, True]


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "Decontrol on: 2024",
        "Decontrol on: 2020-01-01\nDecontrol on: when the treaty ends",
        "Decontrol on: 2009-09-22",
        "Decontrol on: 2009-09-01",
        "The paper said:\nDecontrol on: 2024-01-01",
        "Decontrol on: 2024-01-01\nis what it says.",
        "\nDecontrol on: 2024-01-01",
        "POC: P. OFFICER\n\nDecontrol on: 2024-01-01",
    ],
)
def test_a_decontrol_that_is_not_recorded_whole_is_none(lines: str) -> None:
    text = PARIS.replace("Decontrol on: 2024-01-01", lines)
    found = told(read(text.encode(), name="cable.txt"))[-1]
    assert (found.decontrolled_on, found.cui_decontrolled) == (None, False)


@pytest.mark.parametrize(
    "line",
    [
        "\nDecontrol on: 2012-05-06\n",
        "\n2. (U) Iran's paper said:\n\nDecontrol on: 2012-05-06\n",
        "\n2. (U) Iran's paper said:\n\nControlled by: Iran\nDecontrol on: 2012-05-06\n",
        "\nText.\nControlled by: Iran\nDecontrol on: 2012-05-06\n",
    ],
)
def test_a_line_outside_the_block_records_no_decontrol_and_can_only_prolong(line: str) -> None:
    bare = PARIS.replace("Controlled by: Department of State, OES\nDecontrol on: 2024-01-01\n", "")
    assert told(read((bare + line).encode(), name="cable.txt"))[-1].decontrolled_on is None
    found = told(read((PARIS + line).encode(), name="cable.txt"))[-1]
    assert found.decontrolled_on == date(2024, 1, 1)
    later = told(read((PARIS + line.replace("2012", "2052")).encode(), name="cable.txt"))[-1]
    assert later.decontrolled_on == date(2052, 5, 6)


def test_a_block_records_a_decontrol_with_its_other_lines() -> None:
    lines = "CUI Category: PRVCY\nDistribution: FEDCON\nPOC: P. OFFICER\nDecontrol on: 2024-01-01"
    text = PARIS.replace("Decontrol on: 2024-01-01", lines)
    found = told(read(text.encode(), name="cable.txt"))[-1]
    assert found.decontrolled_on == date(2024, 1, 1)


def test_a_policy_is_told_what_it_asks_for_and_foresees_it() -> None:
    cable = read(PARIS.encode(), name="cable.txt")
    policy = parse_policy(
        "redact: 1\nname: a\nversion: 1.0.0\ntitle: A\nrules:\n  - id: a\n    release: A\n"
        "    when: {cui_decontrolled: true, equities: {any: [CIA]}, from: {only: [USDAO PARIS]}}\n",
        "a.yaml",
    )
    before, after = (decide(assess(cable, day), policy) for day in (date(2023, 1, 1), AS_OF))
    assert before.decisions[-1].effect is Effect.WITHHOLD
    assert before.decisions[-1].changes_on == AS_OF
    assert after.decisions[-1].effect is Effect.RELEASE


def test_nobody_asked_is_not_known() -> None:
    policy = policy_of(Rule("a", Effect.WITHHOLD, "A", (Condition("tags", Form.PRESENT),)))
    facts = assess(cable_of([portion_of(marking_of({"level": "U"}))], END), AS_OF)
    bare = type(facts)(facts.as_of, facts.portions)
    assert decide(bare, policy).decisions[0].applied[0].unknown == ("tags",)


def test_every_fact_of_the_register_has_a_value_of_its_type() -> None:
    cable = read(PARIS.encode(), name="cable.txt")
    assessment = assess(cable, AS_OF)
    facts = assessment.portions[-1]._replace(further=told(cable)[-1])
    types = {Type.WORD: str, Type.TRUTH: bool, Type.NUMBER: int, Type.DAY: date}
    for fact in FACTS.values():
        value = value_of(fact.id, facts)
        if fact.is_set:
            assert isinstance(value, frozenset | tuple), fact.id
            assert all(map(fact.knows, value)), fact.id
        else:
            assert isinstance(value, types[fact.type]), fact.id
    fields = {name.rstrip("_") for name in (*Facts._fields, *Further._fields)}
    assert set(FACTS) == fields - {"index", "number", "authority", "detections", "further"} | {
        "rests_on",
        "spans",
    }


def test_the_reference_page_is_made_from_the_register() -> None:
    page = Path(__file__).parent.parent / "docs" / "reference" / "facts.md"
    assert page.read_text("utf-8") == facts_page()
