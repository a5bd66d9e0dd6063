"""Country and organisation codes: their order, and which countries an organisation stands for.

Authority: Reg A.6 (order in lists), D.2 table 3 (expansion); ISMCAT tetragraph taxonomy.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from redact.markings.registers import register


@cache
def _organisations() -> frozenset[str]:
    organisations = register("organisations")
    named = f"{organisations['atoms']} {organisations['retired']}".split()
    return frozenset((*organisations["members"], *named))


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Each code once: countries sorted, then organisations sorted."""
    once = set(codes)
    organisations = once & _organisations()
    if not organisations:
        return tuple(sorted(once))
    return (*sorted(once - organisations), *sorted(organisations))


def release_order(codes: Iterable[str]) -> tuple[str, ...]:
    """The same with USA in front, where a release list has it."""
    once = set(codes)
    if "USA" not in once:
        return in_order(once)
    once.remove("USA")
    return ("USA", *in_order(once))


def is_country(code: str) -> bool:
    """Whether a code is a country's, not an organisation's."""
    return code not in _organisations()


def members(code: str, dated: date | None = None) -> frozenset[str]:
    """The countries a code stands for; itself where it cannot be taken apart (D2).

    Members that joined on a known day count only for a document of that day or later: without a
    date they do not.
    """
    organisations = register("organisations")
    if code not in organisations["members"]:
        return frozenset({code})
    joined = organisations["joined_later"].get(code, {})
    later = {who for who, day in joined.items() if dated and dated >= date.fromisoformat(day)}
    return frozenset(organisations["members"][code].split()) | later


def expanded(codes: Iterable[str], dated: date | None = None) -> frozenset[str]:
    """The countries and undivided organisations that a list stands for."""
    return frozenset(member for code in codes for member in members(code, dated))
