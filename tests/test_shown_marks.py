"""Marks of withheld text carry nothing out: programs, compartments, numbers (E.O. 13526 §4.3)."""

import json
import re
from datetime import date

import pytest

import redact
from redact.errors import MarkingError
from redact.markings import parse_marking
from redact.markings.shown import shown_mark, without_names
from redact.policy import explanation_text, parse_policy
from redact.policy.explanation_document import explanation_document
from redact.release.rendering import FORMS
from redact.vaughn.model import Reviewed
from redact.vaughn.rows import vaughn_index
from tests.test_detectors import HEADER

DAY = date(2018, 4, 15)
OPEN = {
    "S//SAR-ZEBRA": "S//SAR-NAME",
    "S//SAR-ZEBRA KING IS DEAD TODAY": "S//SAR-NAME",
    "SECRET//SPECIAL ACCESS REQUIRED-ZEBRA": "S//SAR-NAME",
    "S//SAR-ZEBRA/ZEBRB-ZEB 10/NF": "S//SAR-NAME//NF",
    "S//SAR-GBR": "S//SAR-NAME",
    "TS//SI-ZEB ZEBRA//NF": "TS//SI-NAME//NF",
    "TS//HCS-P ZEBRA": "TS//HCS-P NAME",
    "TS//SI-G ZEBR//OC": "TS//SI-G NAME//OC",
    "TS//TK-BLFH ZEBRA-ZEB": "TS//TK-BLFH NAME-NAME",
    "TS//SI-14": "TS//SI-NAME",
    "S//RD-SG 14 15": "S//RD",
    "S//RD-CNWDI-SG 18": None,
    "C//20281212": "C",
}
"""Marks with words that no register holds, and what is shown of each."""

CLOSED = (
    *("S", "S/NF", "SECRET/NOFORN", "C - ENTIRE TEXT", "SBU/NOFORN", "LOU", "TS//SI-G//OC/NF"),
    *("TS//SI-GAMMA", "TS//HCS-P", "TS//TK-BLFH", "S//REL TO USA, GBR AND CAN", "S//FGI GBR"),
    *("CUI//SP-CTI//NF", "C//X1", "S//RD", "S//CNWDI", "TS//BOHEMIA"),
)


@pytest.mark.parametrize(("mark", "shown"), [pair for pair in OPEN.items() if pair[1]])
def test_a_name_is_shown_as_one_word(mark: str, shown: str) -> None:
    marking = parse_marking(mark)
    assert shown_mark(f"({mark})", marking) == shown
    assert parse_marking(shown) == without_names(marking)
    assert shown_mark(f"({shown})", parse_marking(shown)) == shown


@pytest.mark.parametrize("mark", CLOSED)
def test_a_mark_of_registered_words_stays_as_it_was_typed(mark: str) -> None:
    try:
        marking = parse_marking(mark)
    except MarkingError:
        marking = parse_marking(f"C//{mark}")
    assert shown_mark(f"({mark})", marking) == mark


def cable_of(mark: str, banner: str = "TOP SECRET") -> bytes:
    header = HEADER.replace("UNCLAS PARIS", f"{banner} PARIS").replace("N/A", "DECL: 09/22/2019")
    items = f"1. ({mark}) LION.\n\n2. (U) Hello.\n\n- ({mark}) LION.\n\nLION ({mark})\n\n3. LION."
    return f"{header}{items}\n\nRIVKIN\n".encode()


POLICY = """
redact: 1
name: programmes
version: 1.0.0
title: Programmes
authority: E.O. 13526
rules:
  - id: header
    release: Routing
    when: {kind: [envelope, header, reference, page-break, signature]}
  - id: unclassified
    release: Unclassified text
    when: {level: U}
  - id: programmes
    withhold: A special access programme
    when: {sap: {any: [GIRAFFE]}}
"""


@pytest.mark.parametrize("mark", [mark for mark in OPEN if "ZEB" in mark])
@pytest.mark.parametrize("banner", ["TOP SECRET", None])
@pytest.mark.parametrize("policy", ["public", "foia", POLICY])
def test_no_name_leaves_by_any_way(mark: str, banner: str | None, policy: str) -> None:
    if policy is POLICY:
        rules = parse_policy(POLICY, "programmes.yaml")
    else:
        rules = redact.load_policy(policy)
    in_banner = re.sub("^(S|TS)//", r"SECRET//", mark)
    cable = redact.read(cable_of(mark, banner or in_banner))
    assessment = redact.assess(cable, DAY)
    account = redact.decide(assessment, rules)
    said = [redact.render(cable, account, format=form) for form in FORMS if form != "pdf"]
    out = [release.text for release in said]
    out += [finding.message for finding in cable.findings]
    out.append(explanation_text(cable, assessment, rules))
    out.append(json.dumps(explanation_document(cable, assessment, rules)))
    out += [" ".join(map(str, row)) for row in vaughn_index([Reviewed(cable, account)])]
    assert not [text for text in out if "ZEB" in text or "LION" in text or "KING" in text]
    assert all("PARIS 001292" in re.sub(r"\s+", " ", release.text) for release in said)
    assert all("Hello" in release.text for release in said)


def test_a_name_in_a_banner_goes_and_the_line_stays() -> None:
    cable = redact.read(cable_of("S", "SECRET//SAR-ZEBRA KING//NOFORN"))
    account = redact.decide(redact.assess(cable, DAY), redact.load_policy("public"))
    text = redact.render(cable, account).text
    assert "SECRET//SAR-[name not declassified; needs a reviewer]//NOFORN PARIS 001292" in text


def test_a_banner_without_names_stays_letter_for_letter() -> None:
    cable = redact.read(cable_of("S", "TOP SECRET//SI-G//NOFORN"))
    account = redact.decide(redact.assess(cable, DAY), redact.load_policy("public"))
    assert "\nTOP SECRET//SI-G//NOFORN PARIS 001292\n" in redact.render(cable, account).text


def test_a_name_in_the_banner_of_a_further_telegram_goes_too() -> None:
    first, second = cable_of("S", "SECRET"), cable_of("S", "SECRET//SAR-ZEBRA")
    second = second.replace(b"001292", b"001293")
    for text in (first + b"\nNNNN\n" + second, second + b"\nNNNN\n" + first):
        cable = redact.read(text)
        account = redact.decide(redact.assess(cable, DAY), redact.load_policy("public"))
        released = redact.render(cable, account).text
        assert "ZEBRA" not in released
        assert released.count("Hello") == 2
