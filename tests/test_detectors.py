"""Detectors: what they find in a telegram, and what they never take for it."""

import redact
from redact.detectors import DETECTORS, detect
from redact.detectors.model import Wanted

HEADER = """R 221517Z SEP 09
FM AMEMBASSY PARIS
TO RUEHC/SECSTATE WASHDC PRIORITY 7187

UNCLAS PARIS 001292

SIPDIS

E.O. 12958: N/A
TAGS: PREL, PGOV
SUBJECT: CONSULAR NOTES

REF: STATE 090236

"""


def found(body: str, *detectors: str) -> list[tuple[str, str, bool]]:
    """Detector, text and sureness of all that is found in a telegram with this body."""
    cable = redact.read(f"{HEADER}{body}\n\nRIVKIN\n".encode())
    rows = detect(cable, Wanted(frozenset(detectors or DETECTORS)))
    text = cable.source.text
    return [(one.detector, text[slice(*one.span)], one.sure) for row in rows for one in row]


def test_a_number_is_found_over_a_line_end() -> None:
    assert found("1. (U) His SSN is 219-09-\n9361.") == [("us-ssn", "219-09-\n9361", True)]


def test_a_wrong_check_digit_behind_a_label_is_found_and_unsure() -> None:
    body = "1. (U) IBAN DE88370400440532013000 was used."
    assert found(body) == [("iban", "DE88370400440532013000", False)]


def test_a_card_number_needs_no_label() -> None:
    assert found("1. (U) He gave 4111 1111 1111 1111.") == [("card", "4111 1111 1111 1111", True)]
