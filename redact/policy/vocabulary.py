"""The words a policy may use of each fact, in the order in which they are shown.

Authority of the codes: the registers of the markings layer (IC Markings Register and Manual 2016;
STATE 018029 of 2000; 32 CFR 2002); of the captions: 5 FAH-2 H-440.
"""

import re

from redact.cable.model import Kind
from redact.cable.registers.captions import CAPTIONS as REGISTER
from redact.declassification.model import Basis
from redact.detectors.register import DETECTORS as REGISTER_OF_DETECTORS
from redact.markings.model import Level
from redact.policy.facts import RESTS_ON as BASIS_RESTS_ON

UNKNOWN_WORD = "UNKNOWN"
"""Stands for a control or a caption that is not in the registers."""

LEVELS = tuple(level.value for level in Level)
KINDS = tuple(kind.value for kind in Kind)
BASES = tuple(basis.value for basis in Basis)
RESTS_ON = tuple(dict.fromkeys(BASIS_RESTS_ON.values()))
TRUTH = ("true", "false")

_FAMILIES = "SCI|SAP|AEA|FGI|NON-US|NATO|JOINT|REL TO|DISPLAY ONLY|CUI|SIGMA"
_SCI = "HCS|KDK|RSV|SI|TK|BYE|BUR|KLM|MVL|UMBRA|SPOKE|MORAY|ZARF|RUFF"
_SAP = "BALK|BOHEMIA|HVSACO|WAIVED"
_AEA = "RD|RD-CNWDI|FRD|DCNI|UCNI|TFNI|ATOMAL"
_DISSEM = "RS|FOUO|OC|OC-USGOV|IMC|NF|PR|REL|RELIDO|EYES|DSEN|RAWFISA|FISA|WN|NC|MHA"
_NON_IC = "DS|XD|ND|SBU|SBU-NF|LES|LES-NF|SSI|NNPI|LOU"
_CUI = "AC|AWP|DL ONLY|FED ONLY|FEDCON|NOCON"

CONTROLS = tuple(
    "|".join((_FAMILIES, _SCI, _SAP, _AEA, _DISSEM, _NON_IC, _CUI, UNKNOWN_WORD)).split("|")
)

_ATOMIC = ("FORMERLY RESTRICTED DATA", "RD", "FRD", "TFNI")
CAPTIONS = tuple(dict.fromkeys((*REGISTER, *_ATOMIC, UNKNOWN_WORD)))
"""The register, and captions of atomic energy that it does not hold (42 U.S.C. 2162)."""

_AS_OWNERS = "FOREIGN|NATO|DOE|NSA|CIA|DOD|FBI|DEA|TREASURY|ORIGINATOR"

DETECTORS = tuple(REGISTER_OF_DETECTORS)
"""The detectors whose findings a policy may ask for or take out."""


def kinds() -> tuple[str, ...]:
    """The kinds of portion."""
    return KINDS


def levels() -> tuple[str, ...]:
    """The levels, from the lowest up."""
    return LEVELS


def controls() -> tuple[str, ...]:
    """Codes and families of controls."""
    return CONTROLS


def truths() -> tuple[str, ...]:
    """True and false."""
    return TRUTH


def bases() -> tuple[str, ...]:
    """By which rules a classification ends."""
    return BASES


def ends() -> tuple[str, ...]:
    """On what an end rests."""
    return RESTS_ON


def captions() -> tuple[str, ...]:
    """The captions of telegrams."""
    return CAPTIONS


def detectors() -> tuple[str, ...]:
    """The detectors."""
    return DETECTORS


def sci() -> tuple[str, ...]:
    """The control systems, and code words of old that stand for one."""
    return (*_SCI.split("|"), UNKNOWN_WORD)


def aea() -> tuple[str, ...]:
    """The controls of atomic energy."""
    return (*_AEA.split("|"), "SIGMA", UNKNOWN_WORD)


def dissem() -> tuple[str, ...]:
    """The dissemination controls of classified text and of CUI."""
    return (*_DISSEM.split("|"), *_CUI.split("|"), UNKNOWN_WORD)


def non_ic() -> tuple[str, ...]:
    """The controls of agencies outside the intelligence community."""
    return (*_NON_IC.split("|"), UNKNOWN_WORD)


def equities() -> tuple[str, ...]:
    """Those who may have an interest in a text."""
    return tuple(_AS_OWNERS.split("|"))


def orders() -> tuple[str, ...]:
    """The executive orders on classification by their numbers."""
    from redact.declassification.orders import ORDERS

    return (*dict.fromkeys(order.number for order in ORDERS), "none", UNKNOWN_WORD)


def countries() -> tuple[str, ...]:
    """The codes of countries and organisations."""
    from redact.markings.vocabulary import countries_and_organisations

    return (*sorted(set(countries_and_organisations().values())), UNKNOWN_WORD)


def cui() -> tuple[str, ...]:
    """The categories of CUI, basic and specified."""
    from redact.markings.vocabulary import cui_words

    entries = cui_words().exact.values()
    codes = dict.fromkeys(entry.code for entry in entries if entry.symbol == "CATEGORY")
    return ("CUI", *codes, *(f"SP-{code}" for code in codes), UNKNOWN_WORD)


EXEMPTION = re.compile(
    r"reasons|codes"
    r"|\(b\)\([1-9]\)(?:\([A-F]\))?"  # 5 U.S.C. 552(b)
    r"|1\.[3-6]\([a-h]\)"  # reasons of E.O. 12958 and 13526, and their predecessors' numbers
    r"|(?:25|50|75)X[1-9](?:-HUM|-HUMAN|-WMD)?"  # E.O. 13526 §3.3(b), (h)
    r"|\([djk]\)\([1-7]\)"  # 5 U.S.C. 552a
)
"""What can be claimed for withholding.

`reasons` stands for the cable's own reasons, `codes` for the exemptions in its instruction.
"""
