"""What is found goes out of a released portion: the scenarios of requests under 5 U.S.C. 552."""

from datetime import date

import pytest

import redact
from redact.policy.loading import parse_policy

POLICY = """
redact: 1
name: requests
version: 1.0.0
title: Requests
authority: 5 U.S.C. 552
rules:
  - id: header
    release: Routing, date, references
    when: {kind: [envelope, header, reference, page-break, signature]}
  - id: unclassified
    release: Unclassified text without controls
    when: {level: U, controls: none}
  - id: ended
    release: Text whose classification has ended
    when: {declassified: true, basis: {any: [instruction, period, schedule, declassified]},
           level: {at_least: C}}
  - id: classified
    withhold: Still classified
    when: {level: {at_least: C}, declassified: false}
    exemptions: ["(b)(1)"]
  - id: identifiers
    excise: Identifiers
    spans: [us-ssn, itin, passport, mrz, alien-number, card, iban, account, national-id, birth,
            telephone, e-mail, street-address]
    exemptions: ["(b)(6)"]
  - id: visas
    excise: Visa records
    spans: [visa]
    exemptions: ["(b)(3)"]
  - id: names
    excise: Names under protect words
    spans: [protected-name]
    exemptions: ["(b)(6)"]
"""
HEADER = """R 221517Z SEP 09
FM AMEMBASSY PARIS
TO RUEHC/SECSTATE WASHDC PRIORITY 7187

C O N F I D E N T I A L PARIS 001292

SIPDIS

E.O. 12958: DECL: 09/22/2019
TAGS: PREL, PGOV, (ROE, RICHARD)
SUBJECT: (U) ROE ON QUOTAS

REF: STATE 090236

"""
BEFORE, AFTER = date(2019, 9, 21), date(2019, 9, 22)


def released(body: str, as_of: date = BEFORE) -> str:
    source = f"{HEADER}{body}\n\nRIVKIN\n".encode()
    return redact.apply(source, parse_policy(POLICY, "requests.yaml"), as_of).text


@pytest.mark.parametrize(
    ("body", "gone", "left"),
    [
        ("1. (U) His SSN 219-09-9361 is old.", ["219", "9361"], ["His SSN", "(b)(6)", "is old."]),
        ("1. (U) His passport No. K4471902.", ["K44", "1902"], ["passport No.", "(b)(6)"]),
        ("1. (U) DOB: 03/14/1961, met on 04/11/2007.", ["03/14", "1961"], ["met on 04/11/2007."]),
        ("1. (U) It was in STATE 090236.", [], ["STATE 090236."]),
        (
            "1. (U) His telephone is +44 20\n7946 0958 at home.",
            ["+44", "7946", "0958"],
            ["telephone is", "at home."],
        ),
        ("1. (U) Visa control number 20071364520017.", ["2007136", "0017"], ["(b)(3)"]),
        (
            "1. (U) Richard Roe (strictly protect) agreed. Roe left.",
            ["Richard", "RICHARD", "Roe", "ROE"],
            ["(strictly protect) agreed.", "ON QUOTAS", "left."],
        ),
        ("1. (SBU) SSN 219-09-9361 and more.", ["219", "and more"], []),
    ],
    ids=["ssn", "passport", "birth", "message", "line-end", "visa", "protect", "sensitive"],
)
def test_an_identifier_goes_and_the_rest_comes_out(
    body: str, gone: list[str], left: list[str]
) -> None:
    text = released(body)
    assert [word for word in gone if word in text] == []
    assert [word for word in left if word not in text] == []


def test_an_account_number_goes_out_of_text_past_its_date() -> None:
    text = released("1. (C) He sent it to GB82 WEST 1234 5698 7654 32 in May.", AFTER)
    assert "WEST" not in text
    assert "He sent it to" in text
    assert "in May." in text


def test_text_before_its_date_is_withheld_whole() -> None:
    text = released("1. (C) His SSN 219-09-9361 is old.")
    assert "His SSN" not in text
    assert "(b)(1)" in text
    assert "(b)(6)" not in text
