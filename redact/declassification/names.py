"""The names in brackets that may stand behind a value, and nothing else in brackets (R4).

A bracket that is no name may set a part of the text apart, name what no date ends, or put the day
off: it must have the shape of a name, and no word of it may be near one of those.
"""

import re
from typing import Final

from redact.declassification.torn import holds_nearly, is_nearly

_SURNAME = r"(?:(?:DE|DER|DEN|DI|DU|LA|LE|VAN|VON|EL|AL|ST\.?) +)*[A-Z][A-Z'-]+"
_GIVEN = r"[A-Z][A-Z'-]*\.?"
_SHAPE = re.compile(
    rf"\( *(?:{_SURNAME}\.?"
    rf"|{_SURNAME}(?: {_SURNAME})? *, *{_GIVEN}(?: *{_GIVEN}){{0,3}}(?: *, *(?:JR|SR)\.?)?"
    rf"|(?:AMB\.?|AMBASSADOR|DCM|MRS?\.|MS\.|DR\.) +(?:{_GIVEN} +)?{_SURNAME}"
    rf"|(?:{_SURNAME} +)?(?:[A-Z]\. *|[A-Z] +){{1,3}}{_SURNAME}) *\)"
)
"""KLINE; ROE, V. L.; SMITH, JOHN J., JR.; AMB. ROE; J. DOE."""

_RESERVED: Final = frozenset({"FRD", "TFNI", "RD", "HUM", "WMD"})
_LONG: Final = frozenset(
    "RESTRICTED RESTRICTEDDATA FORMERLY ATOMIC ENERGY HUMAN EXCEPT EXCEPTING EXCEPTION EXCEPTIONS "
    "EXEMPT EXEMPTED EXEMPTION EXCLUDE EXCLUDED EXCLUDING PARAGRAPH PARAGRAPHS PORTION PORTIONS "
    "PARTLY PARTIAL PARTIALLY CONTAIN CONTAINS CONTAINING INCLUDE INCLUDES INCLUDING REVIEW "
    "REVIEWED INDEFINITE EVENT CONCLUSION COMPLETION TERMINATION SIGNATURE RATIFICATION "
    "PUBLICATION RELEASE WITHDRAWAL DEPARTURE DISSOLUTION REDACTED SANITIZED EXCISED DELETED "
    "CANCELLED CANCELED RESCINDED REVOKED ILLEGIBLE WITHHELD CLASSIFIED UNCLASSIFIED "
    "DECLASSIFIED DOWNGRADE DOWNGRADED SECRET CONFIDENTIAL ATTACHMENT ENCLOSURE ANNEX ANNEXES "
    "SUBJECT REFTEL UNLESS UNTIL BEFORE LATER LATEST EARLIEST APPROX APPROXIMATELY ABOUT CIRCA "
    "ESTIMATED TENTATIVE EXTENDED EXTENSION MINIMUM MAXIMUM WHICHEVER LONGER LEAST PENDING".split()
)
_SHORT: Final = frozenset(
    "PARA PARAS PART PARTS PAGE PAGES ONLY OR AND NOT BUT IF UPON AFTER WHEN EST TBC OADR GDS XGDS "
    "ADS RDS XDS INDEF NATO HAS WITH DATA NO NONE ALL SOME MIN MAX DNG MR TS LESS EXC TEXT IN TO "
    "SEE AT TBD UNK".split()
)


def is_name(text: str) -> bool:
    """Whether a bracket, with its parentheses, holds a name and nothing that might say more."""
    if not _SHAPE.fullmatch(text):
        return False
    words = [word.replace(".", "") for word in re.findall(r"[A-Z.]+", text)]
    joined = "".join(words)
    if any(word in _SHORT for word in words) or holds_nearly(words, _LONG):
        return False
    if len(words) == 1 and is_nearly(joined, _RESERVED):
        return False
    return not any(
        word.startswith(tuple(_LONG)) or word in _RESERVED or "FRD" in word or word.endswith("TFNI")
        for word in (*words, joined)
    )
