"""Whose interest a text touches, by what stands in its marking and its header.

Authority: 32 CFR 2001.34; the tell-tale signs are those by which referrals are made (E.O. 13526
§3.3(d)(3)). What the text itself says is not looked at.
"""

import re
from collections.abc import Iterator

from redact.cable.model import Header
from redact.markings.model import Marking
from redact.policy.controls import controls_of, owners_of

_BY_CONTROL = {
    "NATO": "NATO",
    "AEA": "DOE",
    "SI": "NSA",
    "UMBRA": "NSA",
    "SPOKE": "NSA",
    "MORAY": "NSA",
    "ZARF": "NSA",
    "HCS": "CIA",
    "DSEN": "DEA",
    "OC": "ORIGINATOR",
    "OC-USGOV": "ORIGINATOR",
    "IMC": "ORIGINATOR",
    "PR": "ORIGINATOR",
}
_BY_CAPTION = {
    "ROGER CHANNEL": "CIA",
    "RESTRICTED DATA": "DOE",
    "FORMERLY RESTRICTED DATA": "DOE",
    "CNWDI": "DOE",
    "RD": "DOE",
    "FRD": "DOE",
    "TFNI": "DOE",
    "ORCON": "ORIGINATOR",
}
_BY_POST = (
    ("DOD", re.compile(r"\b(?:US)?DAO\b|\bMILGP\b|\bMILGROUP\b|\bSECDEF\b|\bJOINT STAFF\b")),
    ("FBI", re.compile(r"\bLEGATT?\b|\bFBI\b")),
    ("DEA", re.compile(r"\bDEA\b")),
    ("CIA", re.compile(r"\bCIA\b")),
    ("NSA", re.compile(r"\b(?:DIR)?NSA\b")),
    ("DOE", re.compile(r"\bDEPT OF ENERGY\b|\bDOE\b")),
    ("TREASURY", re.compile(r"\bTREAS(?:URY)?\b|\bOFAC\b")),
)
_BY_REFERENCE = (("CIA", re.compile(r"\bTD(?:CS|X)\b")),)
_UNITED_STATES = frozenset({"USA", "NATO"})


def equities_of_marking(marking: Marking) -> frozenset[str]:
    """Those whose interest the marking names."""
    found = {_BY_CONTROL[word] for word in controls_of(marking) if word in _BY_CONTROL}
    foreign = owners_of(marking) - _UNITED_STATES
    return frozenset(found | {"FOREIGN"} if foreign else found)


def equities_of_header(header: Header) -> frozenset[str]:
    """Those whose interest captions, the post that sent it, and references name.

    Addressees are not asked: a telegram goes to many who own nothing in it.
    """
    return frozenset(_in_header(header))


def _in_header(header: Header) -> Iterator[str]:
    for caption in header.captions:
        if caption.name in _BY_CAPTION:
            yield _BY_CAPTION[caption.name]
    yield from (owner for owner, sign in _BY_POST if sign.search(header.from_ or ""))
    for reference in header.references:
        yield from (owner for owner, sign in _BY_REFERENCE if sign.search(reference.text))
