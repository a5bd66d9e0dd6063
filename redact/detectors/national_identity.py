"""National identity numbers: only behind the words that announce one."""

import re
from collections.abc import Iterator
from functools import cache

from redact.detectors.identities import GENERAL, IDENTITIES, Identity
from redact.detectors.labels import labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN, END

_ALL = (*IDENTITIES, GENERAL)
_ANNOUNCED = re.compile("|".join(identity.label for identity in _ALL), re.IGNORECASE)


def find(text: str) -> Iterator[Found]:
    """What has the shape that the words in front ask for; unsure where its check fails."""
    if not _ANNOUNCED.search(text):
        return
    for identity in _ALL:
        label, number = _patterns(identity)
        for found in labelled(text, label, number):
            plain = found.group().replace("\n", " ")
            forms = plain, plain.replace(" ", "")
            sure = any(check(form) for check in identity.checks for form in forms)
            yield Found(*found.span(), Thing.NUMBER, sure)


@cache
def _patterns(identity: Identity) -> tuple[re.Pattern[str], re.Pattern[str]]:
    label = re.compile(identity.label, re.IGNORECASE)
    return label, re.compile(rf"{BEGIN}(?:{identity.number}){END}")
