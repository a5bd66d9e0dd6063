"""The order a text names (section 3: the field `order`)."""

import re
from typing import NamedTuple

from redact.declassification.orders import MISSPELLINGS, named
from redact.text import Span

_ORDER = re.compile(
    r"(?<![A-Z0-9])(?:E\.? *[O0]\.?|EXECUTIVE +ORDER)(?![A-Z])[ :.,-]*"
    r"(?:(?P<torn>(?=(?:[OILSBZ]*[0-9]){3})(?=[0-9]*[OILSBZ])[0-9OILSBZ]{5}(?![A-Z0-9]))"
    r"|(?P<number>[0-9]{3,6}(?![0-9]))(?P<stuck>[A-Z](?![A-Z0-9]))?)"
)
IMAGERY = "12951"
"""E.O. 12951 on imagery: no order on classification, but it keeps imagery until the DNI decides."""


_FIGURES = str.maketrans("OILSBZ", "011582")


class Cited(NamedTuple):
    """An order named in a text: `order` is its number, None if it is none on classification.

    `number` is as printed, for a letter stuck to it with that letter; with a figure that was read
    as a letter it is no order's (`I2958`).
    """

    number: str
    order: str | None
    span: Span

    @property
    def misspelt(self) -> bool:
        """Whether the number is a registered misspelling."""
        return self.number in MISSPELLINGS


def is_imagery(order: Cited) -> bool:
    """Whether an order is that on imagery, also with figures read as letters."""
    return order.number.translate(_FIGURES) == IMAGERY


def cited_orders(text: str) -> tuple[Cited, ...]:
    """The orders an evened text names, in their order."""
    return tuple(
        cited(
            match["torn"] or match["number"] + (match["stuck"] or ""),
            Span(*match.span("torn" if match["torn"] else "number")),
        )
        for match in _ORDER.finditer(text)
    )


def cited(number: str, span: Span) -> Cited:
    """The order a number names, at its place."""
    found = named(number)
    return Cited(number, found.number if found else None, span)
