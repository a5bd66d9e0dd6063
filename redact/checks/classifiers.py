"""Who classified and why: whether both are stated as the order of the day asked for."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from redact.cable.model import Cable
from redact.checks.endings import is_classified
from redact.checks.notices import notice
from redact.checks.places import authority_place
from redact.findings import Finding
from redact.text import Span


class Rule(NamedTuple):
    """A rule on documents of its days; `until` is None while it is in force."""

    begins: date
    until: date | None
    citation: str

    def binds(self, dated: date) -> bool:
        """Whether a document of that day is bound."""
        return self.begins <= dated and (self.until is None or dated <= self.until)


class Reasons(NamedTuple):
    """The section of an order's reasons and its letters, on documents of its days."""

    section: str
    letters: str
    rule: Rule


CLASSIFIER_NAMED = (
    Rule(date(1995, 10, 14), date(2003, 9, 21), "E.O. 12958 §1.7(a)"),
    Rule(date(2003, 9, 22), date(2010, 6, 26), "E.O. 12958 §1.6(a) as amended by E.O. 13292"),
    Rule(date(2010, 6, 27), None, "E.O. 13526 §1.6(a)"),
)
"""Since when a classified document must say who classified it."""

REASONS = (
    Reasons("1.3", "abc", Rule(date(1982, 8, 1), date(1995, 10, 13), "E.O. 12356 §1.3(a)")),
    Reasons("1.5", "abcdefg", Rule(date(1995, 10, 14), date(2003, 9, 21), "E.O. 12958 §1.5")),
    Reasons(
        "1.4",
        "abcdefgh",
        Rule(date(2003, 3, 25), date(2010, 6, 26), "E.O. 12958 §1.4 as amended by E.O. 13292"),
    ),
    Reasons("1.4", "abcdefgh", Rule(date(2010, 6, 27), None, "E.O. 13526 §1.4")),
)
"""Which list of reasons belongs to which days; in 2003 two stood side by side for half a year."""


def classifier_findings(cable: Cable) -> Iterator[Finding]:
    """What is missing or wrong about authority and reasons; nothing for an undated cable."""
    if cable.dated is None or not any(map(is_classified, cable.portions)):
        return
    if cable.header.classified_by is None:
        for rule in CLASSIFIER_NAMED:
            if rule.binds(cable.dated):
                message = "the telegram is classified and does not say by whom"
                yield notice("no-classification-authority", message, Span(0, 0), rule.citation)
    yield from _reasons(cable, cable.dated)


def _reasons(cable: Cable, dated: date) -> Iterator[Finding]:
    lists = [row for row in REASONS if row.rule.binds(dated)]
    known = {reason.section for reason in REASONS}
    for section, letter in sorted(_stated(cable)):
        fitting = [row for row in lists if row.section == section]
        if lists and not fitting and section in known:
            message = f"the reasons cite section {section}, which is not that of the order in force"
            rule = lists[-1].rule
            yield notice("reason-of-another-order", message, authority_place(cable), rule.citation)
        elif fitting and all(letter not in row.letters for row in fitting):
            message = f"section {section} has no reason ({letter})"
            rule = fitting[-1].rule
            yield notice("unknown-reason", message, authority_place(cable), rule.citation)


def _stated(cable: Cable) -> set[tuple[str, str]]:
    """Section and letter of every reason: `1.4(b)` in two."""
    return {(reason[:3], reason[4]) for reason in cable.header.reasons}
