"""Country and organisation codes: their order, and which countries an organisation stands for.

Authority: Reg A.6 (order in lists), D.2 table 3 (expansion); ISMCAT tetragraph taxonomy.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from redact.markings.registers import register


@cache
def organisations() -> frozenset[str]:
    """The codes of organisations, whether or not they can be taken apart."""
    entries = register("organisations")
    named = f"{entries['atoms']} {entries['retired']}".split()
    return frozenset((*entries["members"], *named))


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Each code once: countries sorted, then organisations sorted."""
    once = set(codes)
    groups = once & organisations()
    if not groups:
        return tuple(sorted(once))
    return (*sorted(once - groups), *sorted(groups))


def release_order(codes: Iterable[str]) -> tuple[str, ...]:
    """The same with USA in front, where a release list has it."""
    once = set(codes)
    if "USA" not in once:
        return in_order(once)
    once.remove("USA")
    return ("USA", *in_order(once))


def is_country(code: str) -> bool:
    """Whether a code is a country's, not an organisation's."""
    return code not in organisations()


def members(code: str, dated: date | None = None) -> frozenset[str]:
    """The countries a code stands for; itself where it cannot be taken apart (D2).

    Members that joined on a known day count only for a document of that day or later: without a
    date they do not.
    """
    entries = register("organisations")
    if code not in entries["members"]:
        return frozenset({code})
    joined = entries["joined_later"].get(code, {})
    later = {who for who, day in joined.items() if dated and dated >= date.fromisoformat(day)}
    return frozenset(entries["members"][code].split()) | later


def expanded(codes: Iterable[str], dated: date | None = None) -> frozenset[str]:
    """The countries and undivided organisations that a list stands for."""
    return frozenset(member for code in codes for member in members(code, dated))
