"""Automatic declassification: 31 December of the 25th, 50th and 75th year (section 2)."""

from datetime import date
from typing import NamedTuple

from redact.declassification.model import Basis
from redact.declassification.periods import last_of_year


class Rule(NamedTuple):
    """A rule that ends classification without an instruction, and the first day it bound."""

    years: int
    onset: date
    basis: Basis
    citation: str


RULE_25 = Rule(25, date(2006, 12, 31), Basis.AUTOMATIC_25, "E.O. 13526 §3.3(a)")
RULE_50 = Rule(50, date(2013, 12, 31), Basis.AUTOMATIC_50, "E.O. 13526 §3.3(h)")
RULE_75 = Rule(75, date(2013, 12, 31), Basis.AUTOMATIC_75, "E.O. 13526 §3.3(h)")


def automatic_day(rule: Rule, origin: date | None) -> date | None:
    """31 December of the rule's year, counted from the year of origin, not before its onset.

    None where the date of origin is unknown (R30).
    """
    if origin is None:
        return None
    day = last_of_year(origin.year + rule.years)
    return None if day is None else max(day, rule.onset)
