"""Which of several instructions binds a telegram (R18, R33, K13; 32 CFR 2001.22(e))."""

from datetime import date

import pytest

from redact.declassification import Instruction, Kind, binding, read_instruction

DATED = date(2003, 3, 3)
EARLY, LATE = "DECL: 01/01/2010", "DECL: 01/01/2012"
OADR, NEVER, UNREADABLE = "DECL: OADR", "N/A TO RD PORTIONS", "DECL: ??"
NOT_APPLICABLE, MISSING = "E.O. 12958: N/A", "E.O. 12958:"


def _read(*texts: str) -> list[Instruction]:
    return [read_instruction(text, DATED) for text in texts]


@pytest.mark.parametrize(
    ("texts", "bound"),
    [
        ((EARLY, LATE), LATE),
        ((LATE, EARLY), LATE),
        ((LATE, OADR), OADR),
        ((OADR, NEVER), NEVER),
        ((NEVER, UNREADABLE), UNREADABLE),
        ((UNREADABLE, EARLY), UNREADABLE),
        ((EARLY, NOT_APPLICABLE), EARLY),
        ((NOT_APPLICABLE, EARLY), EARLY),
        ((EARLY, MISSING), EARLY),
        ((MISSING, EARLY), EARLY),
        ((MISSING, NOT_APPLICABLE), NOT_APPLICABLE),
        ((NOT_APPLICABLE, UNREADABLE), UNREADABLE),
        ((MISSING,), MISSING),
        ((NOT_APPLICABLE,), NOT_APPLICABLE),
    ],
)
def test_the_longest_protection_binds(texts: tuple[str, ...], bound: str) -> None:
    assert binding(_read(*texts)).text == bound


def test_of_two_alike_the_first_binds() -> None:
    first, second = _read("DECL: 01/01/2010", "DECLASSIFY ON: 01/01/2010")
    assert binding([first, second]) is first


@pytest.mark.parametrize("level", ["C", "S", "TS"])
def test_not_applicable_under_a_classified_banner_protects_longest(level: str) -> None:
    assert binding(_read(EARLY, NOT_APPLICABLE), level=level).text == NOT_APPLICABLE


def test_not_applicable_under_an_unclassified_banner_states_nothing() -> None:
    assert binding(_read(EARLY, NOT_APPLICABLE), level="U").text == EARLY


def test_no_instruction_at_all_is_a_missing_one() -> None:
    assert binding([]).kind is Kind.MISSING
    assert binding([]).effective.date is None
