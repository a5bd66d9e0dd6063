"""The detectors there are: what each finds, by which evidence, on whose authority."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Final, NamedTuple

from redact.detectors.model import Thing


class Found(NamedTuple):
    """A span of a legible text in which a detector saw something."""

    start: int
    end: int
    thing: Thing
    sure: bool = True


class Detector(NamedTuple):
    """One detector: `evidence` says what it takes as such; `module` holds its function `find`."""

    title: str
    thing: Thing
    authority: str
    evidence: str
    module: str

    @property
    def find(self) -> Callable[[str], Iterator[Found]]:
        """The function that looks through a legible text; imported when first asked for."""
        return import_module(f"redact.detectors.{self.module}").find  # type: ignore[no-any-return]


_PRIVACY = "5 U.S.C. 552(b)(6)"

DETECTORS: Final = {
    "us-ssn": Detector(
        "Social security number",
        Thing.NUMBER,
        _PRIVACY,
        "ddd-dd-dddd in the ranges the Social Security Administration issues; "
        "nine digits behind a label in any ranges",
        "social_security",
    ),
    "card": Detector(
        "Payment card number",
        Thing.NUMBER,
        f"{_PRIVACY}; ISO/IEC 7812-1",
        "12 to 19 digits with the prefix and length of a network and the check digit; "
        "behind a label also without",
        "card",
    ),
    "iban": Detector(
        "International bank account number",
        Thing.NUMBER,
        f"{_PRIVACY}; ISO 13616-1",
        "country, length of that country and check digits; behind a label also without",
        "iban",
    ),
}
"""By the id that a policy writes."""
