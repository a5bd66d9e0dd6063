"""The pages that are looked at: releases of golden cables in every style, and a worksheet."""

from collections.abc import Iterator
from dataclasses import replace

import redact
from redact.detectors.model import Thing
from redact.policy.decision import Excised
from redact.release.styles import STYLES
from redact.release.worksheet import worksheet
from redact.text import Span
from tests.golden import FOLDER, read_case

HIDDEN = "Wickremanayake"
"""A name in a golden cable."""


def decided(case: str, day: int) -> tuple[redact.Cable, redact.Account]:
    """A golden cable and what is decided of it on its first or its second date."""
    golden = read_case(FOLDER / case)
    cable = redact.read(golden.cable)
    assessment = redact.assess(cable, golden.dates[day])
    return cable, redact.decide(assessment, redact.load_policy(golden.policy_place))


def with_a_hole(case: str, word: str) -> tuple[redact.Cable, redact.Account]:
    """The same on its second date, with a word taken out of the text that is released."""
    cable, account = decided(case, 1)
    start = cable.source.text.index(word)
    cut = Excised(Span(start, start + len(word)), Thing.NAME, ("(b)(6)",), (), ("private",))
    decisions = tuple(
        decision._replace(excised=(cut,)) if _within(start, portion.span) else decision
        for portion, decision in zip(cable.portions, account.decisions, strict=True)
    )
    return cable, replace(account, decisions=decisions)


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of each page: a release in each style, one in full, a denied one, the sheet."""
    for style in STYLES:
        cable, account = with_a_hole("mixed-portions", HIDDEN)
        yield style, redact.render(cable, account, format="html", style=style).text
    for case, day in (("plain-date", 1), ("banner-lost", 0)):
        cable, account = decided(case, day)
        yield case, redact.render(cable, account, format="html").text
    yield "worksheet", worksheet(*with_a_hole("mixed-portions", HIDDEN))


def _within(offset: int, span: Span) -> bool:
    return span.start <= offset < span.end
