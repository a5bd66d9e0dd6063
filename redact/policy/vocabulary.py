"""The words a policy may use of each fact, in the order in which they are shown.

Authority of the codes: the registers of the markings layer (IC Markings Register and Manual 2016;
STATE 018029 of 2000; 32 CFR 2002); of the captions: 5 FAH-2 H-440.
"""

import re

from redact.cable.model import Kind
from redact.cable.registers.captions import CAPTIONS as REGISTER
from redact.declassification.model import Basis
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

WORDS: dict[str, tuple[str, ...]] = {
    "kind": KINDS,
    "level": LEVELS,
    "controls": CONTROLS,
    "declassified": TRUTH,
    "basis": BASES,
    "rests_on": RESTS_ON,
    "effective_date": (),
    "age": (),
    "captions": CAPTIONS,
    "doubts": (),
}
"""The facts a condition may ask for, each with its words.

`doubts` has a shape instead of a list, `effective_date` is a day and `age` a number.
"""

BOUNDS = {"age": ("at_least", "at_most"), "effective_date": ("not_before", "not_after")}
"""The facts that are compared with a number or a day, and how a policy says it."""

DOUBT = re.compile(r"(?:marking|declassification|cable)/[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a doubt looks like: the code of a finding of a layer that reads cables."""

EXEMPTION = re.compile(
    r"reasons"
    r"|\(b\)\([1-9]\)(?:\([A-F]\))?"  # 5 U.S.C. 552(b)
    r"|1\.[3-6]\([a-h]\)"  # reasons of E.O. 12958 and 13526, and their predecessors' numbers
    r"|(?:25|50|75)X[1-9](?:-HUM|-HUMAN|-WMD)?"  # E.O. 13526 §3.3(b), (h)
    r"|\([djk]\)\([1-7]\)"  # 5 U.S.C. 552a
)
"""What can be claimed for withholding; `reasons` stands for the cable's own reasons."""


def in_order(fact: str, words: frozenset[str]) -> tuple[str, ...]:
    """`words` of a fact in the order of its vocabulary, those outside it behind, by spelling."""
    known = WORDS[fact]
    return tuple(sorted(words, key=lambda word: (_place(word, known), word)))


def _place(word: str, known: tuple[str, ...]) -> int:
    return known.index(word) if word in known else len(known)
