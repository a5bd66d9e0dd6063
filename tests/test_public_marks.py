"""What `public` does with each control in a mark before and after the date, and how it says why.

From the text of a cable to the explanation: controls that outlive the date withhold (K9).
"""

from datetime import date
from typing import Any

import pytest

import redact
from redact.cable.model import Kind
from redact.markings import parse_marking
from redact.markings.registers import register
from redact.policy import explanation_text
from redact.policy.decision import Decision
from tests.test_markings_cases import table

ROWS = table("public-marks")
PUBLIC = redact.load_policy("public")
BEFORE, AFTER, FAR = date(2014, 2, 27), date(2014, 2, 28), date(2150, 1, 1)


def cable_of(mark: str) -> redact.Cable:
    """A cable with one paragraph that bears `mark`."""
    return redact.read(
        (
            "R 011422Z MAR 04\nFM AMEMBASSY REYKJAVIK\nTO SECSTATE WASHDC\n"
            "T O P S E C R E T REYKJAVIK 000044\nE.O. 12958: DECL: 02/28/2014\n"
            f"SUBJECT: (U) CAPELIN\n\n1. ({mark}) The recount was ordered.\n"
        ).encode()
    )


def decided(mark: str, as_of: date) -> Decision:
    """What is decided of the paragraph."""
    cable = cable_of(mark)
    (place,) = (one.index for one in cable.portions if one.kind is Kind.PARAGRAPH)
    return redact.decide(redact.assess(cable, as_of), PUBLIC).decisions[place]


def named(row: dict[str, Any]) -> str:
    return str(row["mark"])


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_mark_before_and_after_the_date(row: dict[str, Any]) -> None:
    before, after, far = (decided(row["mark"], day) for day in (BEFORE, AFTER, FAR))
    assert before.effect == "withhold"
    assert after.effect == far.effect == row["after"]
    assert row["rule"] in after.deciding


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_explanation_cites_why(row: dict[str, Any]) -> None:
    cable = cable_of(row["mark"])
    text = explanation_text(cable, redact.assess(cable, AFTER), PUBLIC)
    paragraph = text[text.index("paragraph 1") :]
    assert row["rule"] in paragraph
    assert row["cites"] in paragraph


def test_every_control_of_the_register_is_in_the_table() -> None:
    said: set[str] = set()
    for row in ROWS:
        marking = parse_marking(row["mark"])
        said |= {*marking.dissem, *marking.non_ic, *marking.aea, *marking.sap}
    codes = {row["code"].replace("CNWDI", "RD-CNWDI") for row in register("controls")}
    assert codes <= said
