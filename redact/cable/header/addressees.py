"""Addressees of a telegram: `RUEHRL/AMEMBASSY BERLIN 7106` (ACP 127, format lines 6 to 9)."""

import re
from functools import lru_cache

from redact.cable.header.sentences import MARK_BEGINS, has_sentence_word
from redact.cable.model import Addressee
from redact.cable.registers.commands import COMMANDS, PLACES, PREFIXES
from redact.cable.registers.posts import post_of

_ADDRESSEE = re.compile(
    r"(?:(?P<route>R[A-Z]{3,7}|ZEN)/)?(?P<name>[A-Z][A-Z0-9 .,'’&()/-]*?)"
    r"(?: (?P<precedence>NIACT IMMEDIATE|IMMEDIATE|PRIORITY|FLASH|ROUTINE))?"
    r"(?: (?P<serial>\d{1,4}))?(?: \((?:BY )?POUCH\)| BY POUCH)?"
)
_OF_A_POST = re.compile(
    r"(?:AMEMBASSY|AMEMB|AMCONSUL|AMCONGEN|CONGEN|USMISSION|USINT|USLO|USDAO|USOFFICE|AMCONS|USDEL)"
    r" (?P<post>[A-Z .'’-]{2,30})"
)
_OF_AN_AGENCY = re.compile(
    r"(?:SECSTATE|SECDEF|CIA|NSC|DIA|NSA|DOE|DEA|FBI|USTR|USDOC|USDA|TREASURY|HHS|JCS|OSD|CDC|DHS|"
    r"JOINT STAFF|WHITE HOUSE|DEPT OF (?:THE )?[A-Z]{3,16}|DEPARTMENT OF (?:THE )?[A-Z]{3,16}|"
    r"DEPTTREAS|HQ [A-Z]{3,12}|CDR [A-Z]{3,16}|CDRUS[A-Z]{3,16}|NATIONAL SECURITY COUNCIL|"
    r"US[A-Z]{3,10})"
    r"(?: (?:WASHINGTON DC|WASHDC|WASHINGTON|MIAMI FL|HONOLULU HI|VAIHINGEN GE|MACDILL AFB FL))?"
    r"(?:/{1,2}[A-Z0-9/ -]{1,40}/{0,2})?"
)
_COLLECTIVE = re.compile(r"(?:[A-Z0-9'’&.-]+ ){1,8}COLLECTIVE|AIG \d{1,5}|SPECIAL EMBASSY PROGRAM")
_OTHER = re.compile(
    r"AIT TAIPEI|USUN NEW YORK|US(?:NATO|OSCE|EU|UN)(?: [A-Z]{3,12})?|[A-Z]{3,10} WASHDC"
    r"|(?:US ?COAST GUARD|COGARD|US ?CUSTOMS|INS|FAA|NASA|EXIMBANK|ACDA|AEC|ERDA|NRC) "
    r"(?:WASHDC|WASHINGTON(?: DC)?)"
)
_DELEGATION = re.compile(
    r"USDEL (?:SALT(?: TWO)?(?: II)?(?: GENEVA)?"
    r"|SECRETARY(?: AIRCRAFT| IN (?P<post>[A-Z ]{3,20}))?)"
)
_CAPITALS = re.compile(
    r"(?:ALL )?[A-Z]{2,10}(?: [A-Z]{2,10})? CAPITALS(?: COLLECTIVE)?|ALL (?:[A-Z]+ ){1,5}POSTS"
)
_COMMAND = re.compile(r"(?P<words>[A-Z]+(?: [A-Z]+){0,4})(?:/{1,2}[A-Z0-9/ -]{1,40}/{0,2})?")
_DONE = re.compile(r"\bBY\b|\b(?!UNITED|ALLIED|ASSOCIATED|COMBINED|ARMED|SPECIALIZED)[A-Z]{3,}ED\b")
_GROUP = "AIG"
"""An address indicator group is named by its number."""

_ROUTED_WORDS = 8
_BEHIND_SERIAL = re.compile(
    r"\b(?:PRIORITY|IMMEDIATE|ROUTINE|FLASH)\b|\b\d{3,4} |\d[.)] "
    rf"|{MARK_BEGINS}"
)
"""Precedence and serial stand last: with more behind them, or a mark, it is no name alone."""


def read_addressee(text: str) -> Addressee | None:
    """One addressee, or None where the text is none that is recognised.

    A text without a routing indicator must be of a known shape (an embassy of a known post, an
    agency, a collective): a sentence in capitals must never pass for an address.
    """
    line = " ".join(text.split())
    words, _, serial = line.rpartition(" ")
    if not serial.isdecimal():
        return _addressee(line)
    other = "1" * len(serial)
    one = _addressee(f"{words} {other}")
    return one._replace(serial=serial) if one and one.serial == other else _addressee(line)


@lru_cache(maxsize=1 << 12)
def _addressee(line: str) -> Addressee | None:
    """What a line without runs of blanks addresses; which serial it bears changes nothing else."""
    found = _ADDRESSEE.fullmatch(line)
    if found is None:
        return None
    name = found["name"].strip()
    if name == _GROUP and found["serial"]:
        return Addressee(found["route"], f"{_GROUP} {found['serial']}", found["precedence"], None)
    if not is_addressed(name, routed=found["route"] is not None):
        return None
    return Addressee(found["route"], name, found["precedence"], found["serial"])


@lru_cache(maxsize=1 << 12)
def is_addressed(name: str, *, routed: bool) -> bool:
    """Whether words are the name of an addressee; behind a routing indicator more are."""
    return _is_name(name) or (routed and _is_routed_name(name))


def _is_name(name: str) -> bool:
    delegation = _DELEGATION.fullmatch(name)
    if delegation:
        return delegation["post"] is None or post_of(delegation["post"]) is not None
    post = _OF_A_POST.fullmatch(name)
    if post:
        return post_of(post["post"]) is not None or " " not in post["post"].strip()
    if _tells(name):
        return False
    shapes = (_OF_AN_AGENCY, _COLLECTIVE, _OTHER, _CAPITALS)
    return any(shape.fullmatch(name) for shape in shapes) or _is_command(name)


def _is_command(name: str) -> bool:
    """Whether a name is a command or an agency of the register, with the words of its place."""
    found = _COMMAND.fullmatch(name)
    if found is None:
        return False
    first, *places = found["words"].split()
    known = first in COMMANDS or first.startswith(PREFIXES)
    return known and all(word in PLACES or post_of(word) is not None for word in places)


def _is_routed_name(name: str) -> bool:
    words = len(name.split())
    if _BEHIND_SERIAL.search(name):
        return False
    return words <= _ROUTED_WORDS and name[-1] != "." and not _tells(name)


def _tells(name: str) -> bool:
    """Whether words say more than a name: a verb, a pronoun, what was done to somebody."""
    return has_sentence_word(name) or _DONE.search(name) is not None
