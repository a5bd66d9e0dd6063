"""The laws of part E on every pair and triple of markings of each kind, exceptions and all (E1)."""

from functools import cache, lru_cache
from itertools import combinations_with_replacement, product
from typing import cast

import pytest

from redact.markings import dominates, join, parse_marking, releasable_to
from redact.markings.model import Level, Marking
from tests.test_markings_cases import table

TEXTS = cast(list[str], table("marking-lattice"))
MARKINGS = [parse_marking(text) for text in TEXTS]
GAIN_OR_LOSE = {"C//XD", "S//EYES", "S//USA/GBR EYES ONLY", "S//REL"}
"""Not idempotent: EXDIS gains NF, EYES and a bare REL give way (E1)."""
NOBODY = {"NF", "SBU-NF", "LES-NF", "XD", "ND"}


@cache
def above() -> list[list[bool]]:
    """Whether the first of two markings dominates the second, by their places."""
    return [[dominates(one, other) for other in MARKINGS] for one in MARKINGS]


@lru_cache(maxsize=1 << 14)
def joined(one: Marking, other: Marking) -> Marking:
    """The join, worked out once a pair."""
    return join(one, other)


def is_silent(marking: Marking) -> bool:
    """Whether a marking says nothing of release: then nobody, though it does not say so."""
    said = {*marking.dissem, *marking.non_ic}
    return not (marking.rel_to or marking.display_only or said & (NOBODY | {"RELIDO"}))


def is_foreign_restricted(marking: Marking) -> bool:
    """A foreign R counts as C where the whole is American."""
    return marking.level is Level.R and marking.non_us is not None


def test_join_is_commutative() -> None:
    for one, other in combinations_with_replacement(MARKINGS, 2):
        assert joined(one, other) == joined(other, one)


def test_join_is_associative() -> None:
    for one, two, three in product(MARKINGS, MARKINGS, MARKINGS[::3]):
        assert joined(joined(one, two), three) == joined(one, joined(two, three))


@pytest.mark.parametrize("text", TEXTS)
def test_join_is_idempotent_but_for_what_gains_or_loses(text: str) -> None:
    marking = parse_marking(text)
    once = join(marking, marking)
    assert (once == marking) is (text not in GAIN_OR_LOSE)
    assert join(once, once) == once


def test_join_is_an_upper_bound() -> None:
    for one, other in combinations_with_replacement(MARKINGS, 2):
        assert dominates(joined(one, other), one)
        assert dominates(joined(one, other), other)


def test_join_is_the_least_upper_bound_but_for_silence_and_a_foreign_restricted() -> None:
    bounds = [place for place, one in enumerate(MARKINGS) if not is_silent(one)]
    plain = [place for place, one in enumerate(MARKINGS) if not is_foreign_restricted(one)]
    for one, other in combinations_with_replacement(plain, 2):
        least = joined(MARKINGS[one], MARKINGS[other])
        for bound in bounds:
            if above()[bound][one] and above()[bound][other]:
                assert dominates(MARKINGS[bound], least)


def test_silence_is_the_exception_that_the_rule_names() -> None:
    silent, *parts = map(parse_marking, ("S", "S//REL TO USA, GBR", "S//REL TO USA, FRA"))
    assert all(dominates(silent, part) for part in parts)
    assert not dominates(silent, join(*parts))


def test_dominance_is_a_preorder() -> None:
    places = range(len(MARKINGS))
    assert all(above()[place][place] for place in places)
    for one, other in product(places, places):
        if above()[one][other]:
            below = (place for place in places if above()[other][place])
            assert all(above()[one][place] for place in below)


@pytest.mark.parametrize("code", ["AFG", "AUS", "CAN", "FRA", "GBR"])
def test_nothing_joined_is_seen_by_more_people_than_each_part(code: str) -> None:
    classified = [one for one in MARKINGS if one.level is not Level.U]
    for one, other in combinations_with_replacement(classified, 2):
        if releasable_to(joined(one, other), code):
            assert releasable_to(one, code)
            assert releasable_to(other, code)


def test_both_outcomes_occur() -> None:
    judged = [answer for row in above() for answer in row]
    assert 0.2 < sum(judged) / len(judged) < 0.8
