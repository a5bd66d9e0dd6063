"""The words of a stamp: those known to stand in one, and names where names stand (R26).

A stamp frees, so nothing in it is passed over: a word that is not known may be IN PART as a scanner
tore it. Names are known by their place: initials and agency behind BY, and in front of DECLASSIFIED
the officer's forename, initial and surname.
"""

import re
from typing import Final

from redact.declassification.torn import holds_nearly, is_nearly

_PHRASES = re.compile(
    r"(?<![A-Z0-9])(?:IN +FULL|IN +(?:ITS|THEIR) +ENTIRETY|IN +ACCORDANCE +WITH|AS +AMENDED"
    r"|PURSUANT +TO|(?:[0-9]+|ONE|TWO|THREE) +PAGES?|(?:E\.? ?O\.?|EXECUTIVE +ORDER)|U\.S\."
    r"|TOP +SECRET|DATE +OF)(?![A-Z0-9])"
)
_KNOWN: Final = frozenset(
    # the stamp itself (32 CFR 2001.25) and what it stands on
    "DECLASSIFIED RELEASED DECLASSIFICATION REVIEW REVIEWED SYSTEMATIC BY PER UNDER AUTH AUTHORITY "
    "OF THE THIS AND ON DATE DATED SEC SECTION WAS HAS BEEN IS HEREBY DOCUMENT DOC CASE APPEAL "
    "LETTER LTR MEMO MEMORANDUM GUIDELINES GUIDELINE GUIDANCE CABLE TELEGRAM NUMBER CFR USC "
    # who declassifies
    "US DEPARTMENT DEPT STATE DOS NARA NSC CIA DOD OSD DOE DIA NSA FBI ISCAP NATIONAL ARCHIVES "
    "ARCHIVIST RECORDS ADMINISTRATION AGENCY CENTRAL INTELLIGENCE DEFENSE ENERGY SECURITY COUNCIL "
    "INTERAGENCY CLASSIFICATION APPEALS PANEL LIBRARY "
    # what the text was: its level and its instruction
    "UNCLASSIFIED SECRET CONFIDENTIAL DECL DECLAS DECLASSIFY OADR GDS XGDS ADS".split()
)
_AGENCIES: Final = frozenset("NARA STATE DOS NSC CIA DOD OSD DOE DIA NSA FBI US".split())
_HOLDING: Final = frozenset(
    "PART PARTS PARTLY PARTIAL PARTIALLY SANITIZED SANITISED REDACTED REDACTION REDACTIONS EXCISED "
    "EXCISION EXCISIONS EXCEPT EXCEPTING EXCEPTION EXCEPTIONS EXEMPT EXEMPTED EXEMPTION PARA PARAS "
    "PARAGRAPH PARAGRAPHS PORTION PORTIONS PAGE PAGES ANNEX ONLY NOT NEVER CANNOT UNLESS UNTIL "
    "DENIED DENIAL RESCINDED RECLASSIFIED CANCELLED REVOKED WITHHELD PENDING PROPOSED DELETED "
    "DELETIONS DELETION WITHOUT RESTRICTED DATA IN NO IF AS BUT LESS SAVE WITH BE TO WHEN "
    "RD".split()
)
_WORD = re.compile(r"[A-Z0-9][A-Z0-9'./]*|/[A-Z]/")
_SPACED = re.compile(r"[ ,;:()\"#&\n-]+")
_OFFICER = re.compile(
    r"(?<![A-Z0-9])[A-Z]{3,}(?: +[A-Z]\.?){1,2} +[A-Z][A-Z'-]{2,}(?= +DECLASSIFIED(?![A-Z0-9]))"
)
_NAME = re.compile(r"[A-Z][A-Z'.]*(?:/[A-Z]+)*|/[A-Z]/")
_OFFICE = re.compile(r"[A-Z]{1,4}(?:/[A-Z]{1,4})+")
_FIGURES = re.compile(r"[0-9]+")
_MONTHS = frozenset("JAN FEB MAR APR MAY JUN JUNE JUL JULY AUG SEP SEPT OCT NOV DEC".split())
_LONGEST_NAME: Final = 4


def is_known(text: str) -> bool:
    """Whether a stamp, its days and numbers blanked out, holds known words and names alone."""
    officers = [word for found in _OFFICER.findall(text) for word in _words(found)]
    if holds_nearly(officers, _HOLDING):
        return False
    plain = _PHRASES.sub(_blanked, _OFFICER.sub(_blanked, text))
    unknown: list[str] = []
    named = 0
    for word in _SPACED.split(plain):
        stripped = word.strip(".'/") if word != "/S/" else word
        if not stripped or _FIGURES.fullmatch(stripped) or _is_month(stripped):
            continue
        if not stripped.strip("="):
            named = 0
            continue
        if all(part in _KNOWN for part in stripped.replace(".", "").split("/")):
            named = _named_behind(stripped, named)
            continue
        office = _OFFICE.fullmatch(stripped)
        if not office and not (named and _NAME.fullmatch(stripped)):
            return False
        named -= 0 if office else 1
        unknown.append(re.sub(r"[./]", "", stripped))
    return not holds_nearly(unknown, _HOLDING)


def _named_behind(word: str, named: int) -> int:
    """How many words of a name may follow: BY opens one, any known word but an agency ends it."""
    if word == "BY":
        return _LONGEST_NAME
    return named if word in _AGENCIES else 0


def _is_month(word: str) -> bool:
    """Whether a word is a month, or one with a figure in it: the year beside it is read alone."""
    return word in _MONTHS or (
        any(letter.isdigit() for letter in word) and is_nearly(word, _MONTHS)
    )


def _words(text: str) -> list[str]:
    return [word.replace(".", "") for word in _WORD.findall(text)]


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])
