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
    """The countries a code stood for on the day of a document; itself where nobody can say (D2).

    A member counts from the day on which it joined; where the register does not know these days, a
    group is taken apart only for a document of the register's day or later. Without a day, for a
    marking that stands alone, the members are those of the register's day.
    """
    listed = _members(code)
    if not listed:
        return frozenset({code})
    day = date.fromisoformat(register("organisations")["as_of"]) if dated is None else dated
    return frozenset(who for who, joined in listed.items() if joined <= day) or frozenset({code})


def ever_members(code: str) -> frozenset[str]:
    """The countries that a code has come to stand for; itself where it cannot be taken apart."""
    return frozenset(_members(code)) or frozenset({code})


@cache
def _members(code: str) -> dict[str, date]:
    """The members of an organisation, each with the day from which it counts."""
    entries = register("organisations")
    listed = entries["members"].get(code, "").split()
    joined = entries["joined"].get(code)
    otherwise = date.fromisoformat(entries["as_of"]) if joined is None else date.min
    days = {who: date.fromisoformat(day) for who, day in (joined or {}).items()}
    return {who: days.get(who, otherwise) for who in (*listed, *days)}


def expanded(codes: Iterable[str], dated: date | None = None) -> frozenset[str]:
    """The countries and undivided organisations that a list stands for."""
    return frozenset(member for code in codes for member in members(code, dated))
