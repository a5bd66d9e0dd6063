"""The text form: the stamp, then the cable with a notice in the place of what is withheld."""

from redact.cable.model import Cable
from redact.policy.decision import Account
from redact.release.model import Outcome
from redact.release.portions import sanitised_portions
from redact.release.stamp import stamp


def text_form(cable: Cable, account: Account, outcome: Outcome) -> str:
    """The release as plain text; stamp and notices end in LF, released text is as it came."""
    return stamp(cable, account, outcome) + "".join(sanitised_portions(cable, account))
