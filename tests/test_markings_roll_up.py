"""The marking of a whole, dominance and release (part E)."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from redact.markings import banner, dominates, join, parse_marking, releasable_to, roll_up
from tests.test_markings_cases import table

ROWS = table("marking-roll-up")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " + ".join(row["parts"]))
def test_parts_give_the_banner_in_any_order(row: dict[str, Any]) -> None:
    markings = [parse_marking(text) for text in row["parts"]]
    for ordered in permutations(markings):
        assert banner(roll_up(ordered)) == row["banner"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " + ".join(row["parts"]))
def test_the_whole_dominates_its_parts(row: dict[str, Any]) -> None:
    markings = [parse_marking(text) for text in row["parts"]]
    assert all(dominates(roll_up(markings), marking) for marking in markings)


def test_nothing_has_no_marking() -> None:
    with pytest.raises(ValueError, match="no markings"):
        roll_up([])


@pytest.mark.parametrize(
    ("dated", "banner_line"),
    [
        (None, "SECRET//NOFORN"),
        (date(2010, 6, 27), "SECRET//NOFORN"),
        (date(2010, 6, 28), "SECRET//RELIDO"),
    ],
)
def test_relido_beside_silence_depends_on_the_date(dated: date | None, banner_line: str) -> None:
    parts = [parse_marking("S//RELIDO"), parse_marking("S")]
    assert banner(roll_up(parts, dated=dated)) == banner_line


def test_relido_beside_a_caveat_is_noforn_on_any_date() -> None:
    parts = [parse_marking("S//RELIDO"), parse_marking("S//OC")]
    assert "NOFORN" in banner(roll_up(parts, dated=date(2020, 1, 1)))


@pytest.mark.parametrize(
    ("dated", "release"),
    [(None, "NF"), (date(2023, 4, 3), "NF"), (date(2023, 4, 4), "REL TO USA, FIN")],
)
def test_nato_is_expanded_as_of_the_date(dated: date | None, release: str) -> None:
    whole = join(parse_marking("S//REL TO USA, NATO"), parse_marking("S//REL TO USA, FIN"))
    assert str(whole) == "S//NF"
    whole = join(
        parse_marking("S//REL TO USA, NATO"), parse_marking("S//REL TO USA, FIN"), dated=dated
    )
    assert str(whole) == f"S//{release}"


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("S", "C"),
        ("S//NF", "S"),
        ("S", "//GBR S"),
        ("//GBR S", "S"),
        ("TS//SI-G//OC/NF", "TS//SI//NF"),
        ("S//RD//NF", "S//FRD//NF"),
        ("S//RD-SG 14//NF", "S//FRD-SG 14//NF"),
        ("S//FRD", "S//TFNI"),
        ("S//NF", "U//UCNI"),
        ("S//OC", "S//OC-USGOV"),
        ("S", "U//FOUO"),
        ("S//NF", "U//SBU-NF"),
        ("U//NF//SBU", "U//SBU-NF"),
        ("S//NF//ND", "S//NF//XD"),
        ("S", "U//DS"),
        ("S//REL TO USA, GBR", "S//REL TO USA, FVEY"),
        ("S", "S//REL TO USA, GBR"),
        ("CUI//SP-CTI", "CUI//CTI"),
        ("S//NF//LES", "U//LES-NF"),
    ],
)
def test_a_marking_dominates(higher: str, lower: str) -> None:
    assert dominates(parse_marking(higher), parse_marking(lower))


@pytest.mark.parametrize(
    ("marking", "other"),
    [
        ("C", "S"),
        ("S", "S//NF"),
        ("TS//SI//NF", "TS//SI-G//NF"),
        ("S//FRD", "S//RD"),
        ("S//RD", "S//RD-CNWDI"),
        ("S//RD-SG 14", "S//FRD-SG 18"),
        ("S//TFNI", "S//FRD"),
        ("S", "U//UCNI"),
        ("S//OC-USGOV", "S//OC"),
        ("U", "U//FOUO"),
        ("S//REL TO USA, FVEY", "S//REL TO USA, GBR"),
        ("S//REL TO USA, GBR", "S"),
        ("S//RELIDO", "S//NF"),
        ("S//NF//XD", "S//NF//ND"),
        ("U//SBU", "U//SBU-NF"),
        ("CUI//CTI", "CUI//SP-CTI"),
        ("CUI", "CUI//CTI"),
        ("CUI", "CUI//FED ONLY"),
        ("S", "CUI//SP-CTI"),
        ("U", "CUI"),
        ("S//SAR-BP", "S//SAR-CD"),
        ("//CTS", "//CTS//BALK"),
    ],
)
def test_a_marking_does_not_dominate(marking: str, other: str) -> None:
    assert not dominates(parse_marking(marking), parse_marking(other))


@pytest.mark.parametrize(
    ("text", "code", "may_have", "may_see"),
    [
        ("S//REL TO USA, GBR", "GBR", True, True),
        ("S//REL TO USA, GBR", "FRA", False, False),
        ("S//REL TO USA, FVEY", "GBR", True, True),
        ("S//REL TO USA, NATO", "NATO", True, True),
        ("S//REL TO USA, GBR", "FVEY", False, False),
        ("S//REL TO USA, CAN, FVEY", "TEYE", True, True),
        ("S//REL TO USA, ISAF", "ISAF", True, True),
        ("S//REL TO USA, ISAF", "GBR", False, False),
        ("S//DISPLAY ONLY AFG", "AFG", False, True),
        ("S//NF/REL TO USA, GBR", "GBR", False, False),
        ("U//REL TO USA, GBR//SBU-NF", "GBR", False, False),
        ("S//REL TO USA, GBR//XD", "GBR", False, False),
        ("S//USA/GBR EYES ONLY", "GBR", True, True),
        ("S//RELIDO", "GBR", False, False),
        ("S//REL", "GBR", False, False),
        ("S", "GBR", False, False),
        ("U", "GBR", False, False),
        ("//GBR S", "GBR", False, False),
    ],
)
def test_release_needs_a_name(text: str, code: str, *, may_have: bool, may_see: bool) -> None:
    marking = parse_marking(text)
    assert releasable_to(marking, code) is may_have
    assert releasable_to(marking, code, display=True) is may_see
