"""The findings on instructions: code, severity, what is the matter, what to do (section 10)."""

from typing import NamedTuple

from redact.declassification import authorities
from redact.findings import Finding, Severity
from redact.text import Span


class Notice(NamedTuple):
    """What a finding says wherever it is made; it never quotes the text."""

    severity: Severity
    message: str
    authority: str | None
    remedy: str


NOTICES = {
    "instruction-missing": Notice(
        Severity.WARNING,
        "no declassification instruction is given; the 25-year rule binds",
        authorities.INCOMPLETE,
        "give the telegram its instruction from the classification authority",
    ),
    "instruction-unreadable": Notice(
        Severity.ERROR,
        "the declassification instruction cannot be read here; nothing declassifies by it",
        None,
        "have a person read the instruction and write it in a form the rules know",
    ),
    "impossible-date": Notice(
        Severity.ERROR,
        "a day its calendar does not have; nothing declassifies by this instruction",
        None,
        "correct the day; day and month are never swapped",
    ),
    "date-not-after-document": Notice(
        Severity.ERROR,
        "the day is not after the document's date; nothing declassifies by this instruction",
        None,
        "correct the day, or the document's date",
    ),
    "date-out-of-reach": Notice(
        Severity.ERROR,
        "the day is more than 75 years after the document; nothing declassifies by it",
        authorities.EXEMPTION_50_75,
        "correct the day, or the document's date",
    ),
    "beyond-order-limit": Notice(
        Severity.WARNING,
        "the day lies beyond what its order allowed; it stands as written",
        authorities.BEYOND_LIMIT,
        "ask the originator whether the longer duration was meant",
    ),
    "retired-instruction": Notice(
        Severity.INFO,
        "the instruction was no longer to be used on the document's date; it is read all the same",
        authorities.RETIRED,
        "replace it by a day when the document is next handled",
    ),
    "exemption-without-date": Notice(
        Severity.WARNING,
        "the exemption needs a day or an event and has none",
        authorities.EXEMPTION_25,
        "ask the originator for the day that belongs to the exemption",
    ),
    "exemption-date-too-early": Notice(
        Severity.ERROR,
        "the day beside the exemption comes no later than the rule it exempts from",
        authorities.EXEMPTION_25,
        "ask the originator for the day; the longest period binds meanwhile",
    ),
    "unknown-order": Notice(
        Severity.WARNING,
        "the order named is none on the classification of information",
        None,
        "correct the number of the order",
    ),
    "misspelt-order": Notice(
        Severity.WARNING,
        "the number of the order is misspelt; it is read as the order it stands for",
        None,
        "correct the number of the order",
    ),
    "order-not-in-force": Notice(
        Severity.WARNING,
        "the order named was not in force on the document's date",
        None,
        "correct the number of the order, or the document's date",
    ),
    "several-instructions": Notice(
        Severity.WARNING,
        "several instructions stand here; the one that protects longest binds",
        authorities.DERIVATIVE,
        "leave only the instruction that binds",
    ),
    "partial-date": Notice(
        Severity.INFO,
        "only a month or a year is given; its last day is meant",
        authorities.WRITTEN_DAY,
        "write the day in full",
    ),
    "stamp-without-authority": Notice(
        Severity.WARNING,
        "a stamp says declassified without authority, day or extent that would make it count",
        authorities.STAMP,
        "complete the stamp: the word, the authority, the day",
    ),
    "classified-but-not-applicable": Notice(
        Severity.ERROR,
        "a classified telegram says that no instruction applies; nothing declassifies by it",
        authorities.INCOMPLETE,
        "give the telegram its instruction, or correct its classification",
    ),
}
"""Every finding of this package by its name, which is its code without `declassification/`."""


def finding(name: str, span: Span) -> Finding:
    """The finding of that name at a place."""
    notice = NOTICES[name]
    return Finding(
        f"declassification/{name}",
        notice.severity,
        notice.message,
        span,
        notice.authority,
        notice.remedy,
    )
