"""Captions on the heads and feet of pages: each restricts the whole (5 FAH-2 H-442)."""

import re

from redact.cable.drafts import Scan
from redact.cable.header.captions import captions_in, captions_within
from redact.cable.model import Caption
from redact.markings import read_marking

_HEAD = re.compile(
    r"(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|LIMITED OFFICIAL USE|UNCLASSIFIED)"
    r" ?(?:/{1,2}|-) ?(?P<rest>[A-Z][A-Z /-]{2,40})"
)


def note_heads(scan: Scan) -> None:
    """Gather what stands behind the level on heads and feet: a word that is unknown restricts."""
    for line in scan.lines:
        found = _HEAD.fullmatch(line.text)
        if found is None:
            continue
        known = captions_in(found["rest"])
        if known is None and read_marking(line.text).marking is None:
            known = captions_within(line.text) or (Caption(found["rest"], restricts=True),)
        scan.captions.extend(known or ())
