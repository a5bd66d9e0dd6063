"""The words at a hole, style `frus`.

Authority: FRUS, editorial method (`[7 lines not declassified]`); 5 U.S.C. 552(b) (amount and
exemption stand at the place of the deletion); 22 U.S.C. 4351 (no deletion without indicating it).
"""

from redact.cable.model import Cable, Portion
from redact.policy.decision import Decision
from redact.release.codes import ending_of
from redact.release.extent import extent_of
from redact.release.lead import lead_of

AFTER_NOTICE = "\n\n"
"""What follows every notice, whatever followed the text: widths and line ends stay inside."""


def withheld_text(cable: Cable, portion: Portion, decision: Decision) -> str:
    """What stands in a release in the place of a withheld portion: one line and a blank one."""
    return f"{lead_of(cable, portion)}{_notice(cable, portion, decision)}{AFTER_NOTICE}"


def _notice(cable: Cable, portion: Portion, decision: Decision) -> str:
    """`[7 lines not declassified. 1.4(b), 1.4(d); (b)(1)]`.

    `text` for the amount where a rule forbids it; no code where none is claimed.
    """
    amount = extent_of(cable, portion) if decision.extent else "text"
    return f"[{amount} not declassified{ending_of(decision)}]"
