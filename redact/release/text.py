"""The text form: the stamp, then the cable with a notice in the place of what is withheld."""

from redact.cable.model import Cable
from redact.policy.decision import Account
from redact.release.model import Outcome
from redact.release.pieces import pieces_of
from redact.release.stamp import stamp_text


def text_form(cable: Cable, account: Account, outcome: Outcome, style: str) -> str:
    """The release as plain text; stamp and notices end in LF, released text is as it came."""
    texts = [
        piece if isinstance(piece, str) else piece.text
        for pieces in pieces_of(cable, account, style)
        for piece in pieces
    ]
    return stamp_text(cable, account, outcome) + "".join(texts)
