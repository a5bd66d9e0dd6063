"""The boxes of a printed form (T50, AIR): a line is pieces far apart, each of them known."""

import re

from redact.cable.header.passing import is_office
from redact.cable.registers.posts import post_of

_APART = re.compile(r"\s{2,}|\t+")
_OFFICES = frozenset(
    """
    AEC AID AIR AMB ARA ARMY C CIA COM CU DCL DOD DODE E EA FAA FBO FE FRB G H HEW ICA IGA INR INT
    IO IRC L LAB NAVY NEA NSA NSC O OCB OSD P PER PO PPC REP RM RMR RPT S SAL SCI SP SR SS SY TAR
    TR TRSY U UMSC USIA XMB
    """.split()
)
_OFFICE = re.compile(r"(?P<office>[A-Z]{1,4}(?:/[A-Z]{1,4})*)(?:[ -]\d{1,3})?")
_MISSION = r"(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|USINT|LEGATION|AMLEGATION)"
_ADDRESS = re.compile(rf"(?:{_MISSION} )?(?P<post>[A-Z][A-Z .'-]{{2,24}})")
_PRINCIPALS = (
    "SECRETARY OF STATE",
    "DEPARTMENT OF STATE",
    "SECSTATE WASHDC",
    "DEPARTMENT",
    "STATE",
)


def pieces(text: str) -> list[str]:
    """The pieces of a line that stand at least two blanks apart."""
    return [" ".join(piece.split()) for piece in _APART.split(text.strip()) if piece.strip()]


def is_box_office(piece: str) -> bool:
    """Whether a piece is the symbol of an office, with or without the number of its copies."""
    found = _OFFICE.fullmatch(piece)
    return found is not None and (found["office"] in _OFFICES or is_office(found["office"]))


def address_of(value: str) -> str | None:
    """An address of a form in capitals: a known post, with or without AMEMBASSY, or a principal."""
    name = " ".join(value.upper().split()).rstrip(".")
    if name in _PRINCIPALS:
        return name
    found = _ADDRESS.fullmatch(name)
    return name if found and post_of(found["post"]) else None


def post_in(name: str) -> str:
    """The post in an address: `AMEMBASSY SANTIAGO` is at SANTIAGO."""
    found = _ADDRESS.fullmatch(name)
    return found["post"] if found else name
