"""A row of the index and what it is made from, as values."""

from typing import NamedTuple

from redact.cable.model import Cable
from redact.policy.decision import Account


class Reviewed(NamedTuple):
    """A cable and what was decided of it."""

    cable: Cable
    account: Account


class Row(NamedTuple):
    """One withholding, or one document from which nothing is withheld; every cell is text.

    Rows with the same `document` belong together and repeat what is said of the document. Nothing
    in a row comes from withheld text but its extent.
    """

    document: str
    message: str
    date: str
    sender: str
    recipients: str
    type: str
    description: str
    disposition: str
    place: str
    extent: str
    exemption: str
    justification: str
    segregability: str
    changes_on: str
    referral: str


TITLES = Row(
    "Document no.",
    "Message no.",
    "Date",
    "From",
    "To",
    "Type",
    "Description",
    "Disposition",
    "Place",
    "Extent",
    "Exemption",
    "Justification",
    "Segregability",
    "Changes on",
    "Referral",
)
"""The heading of each column."""
