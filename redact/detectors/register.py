"""The detectors there are: what each finds, by which evidence, on whose authority."""

from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from typing import Final, NamedTuple

from redact.detectors.model import Thing


class Found(NamedTuple):
    """A span of a legible text in which a detector saw something."""

    start: int
    end: int
    thing: Thing
    sure: bool = True


class Reads(Enum):
    """What a detector looks at."""

    NUMBERS = "text in which a number may stand"
    TEXT = "text"
    EVERYTHING = "text, header, references, envelope, page lines"


class Detector(NamedTuple):
    """One detector: `evidence` says what it takes as such; `module` holds its function `find`."""

    title: str
    thing: Thing
    authority: str
    evidence: str
    module: str
    reads: Reads = Reads.NUMBERS

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
        "ddd-dd-dddd in the ranges that are issued; nine digits behind a label in any ranges",
        "social_security",
    ),
    "itin": Detector(
        "Individual taxpayer number",
        Thing.NUMBER,
        f"{_PRIVACY}; 26 U.S.C. 6109",
        "9dd-[5-9]d-dddd; nine digits behind a label in any ranges",
        "taxpayer",
    ),
    "passport": Detector(
        "Passport or travel document number",
        Thing.NUMBER,
        _PRIVACY,
        "one to three letters and 6 to 8 digits, or 8 or 9 digits, behind a label; any shape of 6 "
        "to 12 behind `passport number`",
        "passport",
    ),
    "mrz": Detector(
        "Machine-readable line",
        Thing.TEXT,
        f"{_PRIVACY}; ICAO 9303",
        "26 or more letters, digits and fillers with two fillers in a row or the fields of the "
        "second line; a line without fillers with its three check digits",
        "mrz",
    ),
    "visa": Detector(
        "Visa number",
        Thing.NUMBER,
        "5 U.S.C. 552(b)(3); 8 U.S.C. 1202(f)",
        "behind a label: 14 digits, 8 digits of a foil, AA and 8, three letters and 9 or 10 digits",
        "visa",
    ),
    "alien-number": Detector(
        "Alien registration number",
        Thing.NUMBER,
        f"{_PRIVACY}; 8 U.S.C. 1302",
        "A and 7 to 9 digits behind a label; with a number sign or in groups of three also alone",
        "alien_number",
    ),
    "card": Detector(
        "Payment card number",
        Thing.NUMBER,
        f"{_PRIVACY}; ISO/IEC 7812-1",
        "12 to 19 digits with the prefix and length of a network and the check digit; behind a "
        "label 13 to 19 also without",
        "card",
    ),
    "iban": Detector(
        "International bank account number",
        Thing.NUMBER,
        f"{_PRIVACY}; ISO 13616-1",
        "length of the country and check digits; behind a label also without",
        "iban",
    ),
    "account": Detector(
        "Bank account or bank number",
        Thing.NUMBER,
        _PRIVACY,
        "6 to 22 digits behind a label; the code of a bank (ISO 9362) behind its own",
        "account",
    ),
    "national-id": Detector(
        "National identity number",
        Thing.NUMBER,
        _PRIVACY,
        "behind the words of a country its shape, sure where the check digits hold; behind words "
        "of no country any shape",
        "national_identity",
    ),
    "birth": Detector(
        "Date or place of birth",
        Thing.DATE,
        _PRIVACY,
        "a date, month or year within 60 characters behind a label, unsure where the calendar "
        "lacks the day; a place behind it or behind a label of its own",
        "birth",
        Reads.TEXT,
    ),
    "telephone": Detector(
        "Telephone number",
        Thing.NUMBER,
        f"{_PRIVACY}; ITU-T E.164",
        "`+` and 7 to 15 digits; North American (ddd) ddd-dddd; 5 to 15 digits behind a label; "
        "unsure where no numbering plan has the number",
        "telephone",
    ),
    "e-mail": Detector(
        "Address of electronic mail",
        Thing.ADDRESS,
        f"{_PRIVACY}; RFC 5321",
        "local part, `@` or `(at)`, domain; also broken at a hyphen or a line end",
        "electronic_mail",
        Reads.EVERYTHING,
    ),
    "street-address": Detector(
        "Street address",
        Thing.ADDRESS,
        _PRIVACY,
        "a number with a street word, in either order; what stands behind `resides at`, `address:`",
        "street",
        Reads.TEXT,
    ),
    "protected-name": Detector(
        "Name under a protect word",
        Thing.NAME,
        f"{_PRIVACY}; E.O. 13526 §1.4(d)",
        "the name or function before `(protect)`, `(strictly protect)` and the like, and each word "
        "of the name wherever it stands; the sentence or paragraph where none can be delimited",
        "protected_name",
        Reads.EVERYTHING,
    ),
}
"""By the id that a policy writes."""
