"""The stamp on top of a release: outcome, codes, policy, date, original classification.

Authority: 32 CFR 2001.25 (what has been declassified is marked so, with the date and the
instruction, and its overall marking cancelled); 5 U.S.C. 552(b). Every line stands in square
brackets, so that nobody takes one for a banner, a field or a mark.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from redact.cable.model import STRUCTURAL, Cable
from redact.declassification.model import Basis
from redact.markings.model import Level
from redact.policy.decision import Account, Decision, Effect
from redact.policy.facts import Facts, Known
from redact.release.codes import NEEDS_REVIEWER, codes_of, join_codes
from redact.release.model import Outcome

OUTCOME_WORDS = {
    Outcome.RELEASED_IN_FULL: "RELEASED IN FULL",
    Outcome.RELEASED_IN_PART: "RELEASED IN PART",
    Outcome.DENIED_IN_FULL: "DENIED IN FULL",
}
_LEVELS = {
    Level.U: "UNCLASSIFIED",
    Level.R: "RESTRICTED",
    Level.C: "CONFIDENTIAL",
    Level.S: "SECRET",
    Level.TS: "TOP SECRET",
}
_PLAIN_DAY = re.compile(r"DECL: \d{1,4}[/-]\d{1,2}[/-]\d{1,4}")
_ENDED_BY = {
    Basis.INSTRUCTION.value: "under its own instruction",
    Basis.PERIOD.value: "under its own instruction",
    Basis.SCHEDULE.value: "under the declassification schedule",
    Basis.AUTOMATIC_25.value: "at 25 years",
    Basis.AUTOMATIC_50.value: "at 50 years",
    Basis.AUTOMATIC_75.value: "at 75 years",
}


_Claim: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""The exemptions and citations of a hole."""
_End: TypeAlias = tuple[Known[str], Known[bool], Known[str], Any]
"""Level, whether declassified, basis and effective date of text that goes out."""
_END = itemgetter(*map(Facts._fields.index, ("level", "declassified", "basis", "effective_date")))


class Line(NamedTuple):
    """A line of the stamp; `cancelled` is an overall marking that no longer holds, behind it."""

    words: str
    cancelled: str = ""

    def __str__(self) -> str:
        return f"{self.words}{self.cancelled} — cancelled" if self.cancelled else self.words


def stamp_lines(cable: Cable, account: Account, outcome: Outcome) -> tuple[Line, ...]:
    """What the stamp says, line by line."""
    banner = cable.banner and cable.banner.level
    policy, instruction = account.policy, cable.instruction
    basis = instruction.order, instruction.text
    by = policy.name, policy.version, account.as_of
    decisions = _each_once(account)
    return _lines(outcome, _claims(decisions), _ends(decisions), banner, basis, by)


def stamp_text(cable: Cable, account: Account, outcome: Outcome) -> str:
    """The block, each line in brackets, with a blank line behind it."""
    return _block(stamp_lines(cable, account, outcome))


def claims_of(account: Account) -> frozenset[_Claim]:
    """What the holes of a release claim, each once; an empty claim: a person must look."""
    return _claims(_each_once(account))


def _each_once(account: Account) -> list[Decision]:
    """The decisions, those that portions share once."""
    return [*{id(item): item for item in account.decisions}.values()]


def _claims(decisions: list[Decision]) -> frozenset[_Claim]:
    release = Effect.RELEASE
    claims = set()
    for item in decisions:
        if item.effect is not release:
            claims.add((item.exemptions, item.citations))
        elif item.excised:
            claims |= {(found.exemptions, found.citations) for found in item.excised}
    return frozenset(claims)


def codes_claimed(claims: frozenset[_Claim]) -> list[str]:
    """Every code that holes claim, sorted, each once."""
    return sorted({code for claim in claims for code in codes_of(*claim)})


def _ends(decisions: list[Decision]) -> frozenset[_End]:
    release, structural = Effect.RELEASE, STRUCTURAL
    found = [
        item.facts for item in decisions if item.effect is release and item.kind not in structural
    ]
    return frozenset(map(_END, found))


def _basis(order: str | None, text: str) -> str:
    """` (E.O. 12958, DECL: 09/22/2019)`: the order, and the instruction where it is a plain day."""
    words = [f"E.O. {order}"] if order else []
    words += [text] if _PLAIN_DAY.fullmatch(text) else []
    return f" ({', '.join(words)})" if words else ""


@lru_cache(maxsize=1024)
def _block(lines: tuple[Line, ...]) -> str:
    return "".join(f"[{line}]\n" for line in lines) + "\n"


@lru_cache(maxsize=1024)
def _lines(
    outcome: Outcome,
    claims: frozenset[_Claim],
    ends: frozenset[_End],
    banner: Level | None,
    basis: tuple[str | None, str],
    by: tuple[str, str, date],
) -> tuple[Line, ...]:
    name, version, as_of = by
    return (
        Line(OUTCOME_WORDS[outcome]),
        *_withheld_under(claims),
        _original(outcome, ends, banner),
        *_declassified(outcome, ends, _basis(*basis)),
        Line(f"Policy: {name} {version}, as of {as_of}"),
    )


def _withheld_under(claims: frozenset[_Claim]) -> Iterator[Line]:
    codes = codes_claimed(claims)
    parts = [join_codes(codes)] if codes else []
    if not all(exemptions for exemptions, _ in claims):
        parts.append(NEEDS_REVIEWER)
    if parts:
        yield Line(f"Withheld: {', '.join(parts)}")


def _original(outcome: Outcome, ends: frozenset[_End], banner: Level | None) -> Line:
    """The level of the banner in words, cancelled only where all of it has ended."""
    if banner is None:
        return Line("Original classification: not known")
    line = f"Original classification: {_LEVELS[banner]}"
    if banner is Level.U or outcome is Outcome.DENIED_IN_FULL or not _all_unclassified(ends):
        return Line(line)
    if outcome is Outcome.RELEASED_IN_FULL:
        return Line("Original classification: ", _LEVELS[banner])
    return Line(f"{line}; as released: {_LEVELS[Level.U]}")


def _declassified(outcome: Outcome, ends: frozenset[_End], basis: str) -> Iterator[Line]:
    """On which day and by which rule the last classified portion was declassified."""
    if outcome is not Outcome.RELEASED_IN_FULL or not _all_unclassified(ends):
        return
    passed = [
        (day, str(rule))
        for level, ended, rule, day in ends
        if level != "U" and ended is True and isinstance(day, date) and rule in _ENDED_BY
    ]
    if passed:
        day, rule = max(passed)
        named = basis if rule in (Basis.INSTRUCTION, Basis.PERIOD) else ""
        yield Line(f"Declassified automatically on {day} {_ENDED_BY[rule]}{named}")


def _all_unclassified(ends: frozenset[_End]) -> bool:
    """Whether all text that goes out is unclassified by now (a policy may hand over more)."""
    return all(level == "U" or ended is True for level, ended, _, _ in ends)
