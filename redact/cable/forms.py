"""Which form of telegram a text is, by its own evidence."""

import re

from redact.cable.drafts import Scan

CABLE = "C03"
"""The form of about 1980 to 2010: envelope, banner, E.O. line, TAGS, subject, numbered text."""

PLAIN = "plain"
FOREIGN_FORM = "unknown"
"""A form with a header of its own that is not read yet: its captions and controls may be missed."""

_OTHER = re.compile(
    r"^[ \t]*(?:MRN:|Date/DTG:|AIRGRAM\b|INCOMING TELEGRAM|MEMORANDUM (?:FOR|OF)\b|PARTICIPANTS:|"
    r"From:.*\nSent:|Sensitivity:|Captions:|\d{1,4}\. (?:Tele|Air)gram From\b)",
    re.MULTILINE,
)


def form_of(scan: Scan) -> str:
    """`C03` with two pieces of its evidence, `unknown` with those of another form, else `plain`."""
    evidence = (
        bool(scan.banners and scan.banners[0].mrn),
        bool(scan.moments),
        bool(scan.orders),
        scan.tags is not None,
        scan.subject is not None,
        bool(scan.to or scan.info),
    )
    strong = sum(evidence)
    if strong >= 3 or (strong == 2 and not _OTHER.search(scan.text)):
        return CABLE
    return FOREIGN_FORM if _OTHER.search(scan.text) else (CABLE if any(evidence) else PLAIN)
