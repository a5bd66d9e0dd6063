"""The days on which what a policy asks of a portion can change, and the facts on such a day.

Time enters through the as-of date alone (design: semantics 5), and three facts depend on it:
`declassified` changes on the effective date, `age` on anniversaries of the document, and
`cui_decontrolled` on the day that the text records for it.
"""

from collections.abc import Iterator
from datetime import date

from redact.declassification.periods import add_years, full_years
from redact.policy.conditions import Form, bound_of, leaves
from redact.policy.facts import UNKNOWN, Facts
from redact.policy.model import Policy


def breakpoints(facts: Facts, policy: Policy) -> frozenset[date]:
    """Every day on which the outcome of `facts` under `policy` may be another than the day before.

    `facts` may be those of any day. The outcome need not change on each of them.
    """
    return frozenset(_days(facts, policy))


def facts_on(facts: Facts, day: date) -> Facts:
    """The facts of the same portion as they are known on another day."""
    ends, declassified, age = facts.effective_date, facts.declassified, facts.age
    if declassified is not UNKNOWN:
        declassified = isinstance(ends, date) and ends <= day
    if facts.dated is not None and age is not UNKNOWN:
        age = full_years(facts.dated, day)
    further = facts.further
    if further.cui_decontrolled is not UNKNOWN:
        ends = further.decontrolled_on
        further = further._replace(cui_decontrolled=isinstance(ends, date) and ends <= day)
    return facts._replace(declassified=declassified, age=age, further=further)


def _days(facts: Facts, policy: Policy) -> Iterator[date]:
    if facts.declassified is not UNKNOWN and isinstance(facts.effective_date, date):
        yield facts.effective_date
    decontrolled_on = facts.further.decontrolled_on
    if "cui_decontrolled" in policy.asked and isinstance(decontrolled_on, date):
        yield decontrolled_on
    if policy.asks_for_days and facts.dated is not None and facts.age is not UNKNOWN:
        for years in _years(policy):
            day = add_years(facts.dated, years)
            if day is not None:
                yield day


def _years(policy: Policy) -> Iterator[int]:
    """The ages on whose first day some condition begins or ceases to hold; age 0 has none."""
    for condition in leaves(found for rule in policy.rules for found in rule.when):
        if condition.fact == "age":
            bound = bound_of(condition)
            assert isinstance(bound, int)
            years = bound if condition.form is Form.AT_LEAST else bound + 1
            if years > 0:
                yield years
