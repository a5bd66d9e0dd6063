"""The order a text names (section 3: the field `order`)."""

import re
from typing import NamedTuple

from redact.declassification.orders import MISSPELLINGS, named
from redact.text import Span

_ORDER = re.compile(
    r"(?<![A-Z0-9])(?:E *[.,:]{0,2} *[O0] *[.,:]?|EXECUTIVE +ORDER)(?![A-Z])[ :.,-]*"
    r"(?P<number>(?:[0-9]{3,6}|[0-9]{1,2}(?= *: *D))(?![0-9]))(?P<stuck>[A-Z](?![A-Z0-9]))?"
)
_TORN = re.compile(
    r"(?<![A-Z0-9])(?:(?:[A-Z][.,] *|[.,] *|E)?[O0Q]\.? *(?P<headless>[0-9]{5})"
    r"|E[. ]*O[. ]*(?P<number>[0-9A-Z]{5}|[0-9]{1,4} [0-9]{1,4}))(?= *:)"
)
IMAGERY = "12951"
"""E.O. 12951 on imagery: no order on classification, but it keeps imagery until the DNI decides."""


class Cited(NamedTuple):
    """An order named in a text: `order` is its number, None if it is none on classification.

    `number` is as printed, for a letter stuck to it with that letter.
    """

    number: str
    order: str | None
    span: Span

    @property
    def misspelt(self) -> bool:
        """Whether the number is a registered misspelling."""
        return self.number in MISSPELLINGS


def is_imagery(order: Cited) -> bool:
    """Whether an order is that on imagery, also with its last figure read as a letter."""
    return order.number in {IMAGERY, "1295I", "1295L"}


def cited_orders(text: str) -> tuple[Cited, ...]:
    """The orders an evened text names, in their order, and behind them those that are torn."""
    found = [
        cited(match["number"] + (match["stuck"] or ""), Span(*match.span("number")))
        for match in _ORDER.finditer(text)
    ]
    whole = {one.span.end for one in found}
    return (*found, *(_torn(match) for match in _TORN.finditer(text) if match.end() not in whole))


def _torn(match: re.Match[str]) -> Cited:
    """A torn label or number names an order, but none that is known."""
    group = match.lastgroup or 0
    return Cited(f"?{match[group]}", None, Span(*match.span(group)))


def cited(number: str, span: Span) -> Cited:
    """The order a number names, at its place."""
    found = named(number)
    return Cited(number, found.number if found else None, span)
