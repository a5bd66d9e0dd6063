"""The register of captions (5 FAH-2 H-440): what each restricts, and which enter the marking."""

from typing import NamedTuple


class Entry(NamedTuple):
    """`restricts`: it keeps text back while the classification stands. `control`: enters the mark.

    5 FAH-2 H-442: every caption counts as restrictive but those that are said not to.
    """

    name: str
    restricts: bool
    control: str | None = None


_FREE = (
    "SIPDIS",
    "INFORM ALL STATE EMPLOYEES",
    "OFFICIAL-INFORMAL",
    "OFFICIAL INFORMAL",
    "AIDAC",
    "CORRECTED COPY",
    "INFORM CONSULS",
    "POL/ECON",
    "NIACT",
    "IMMEDIATE",
    "PRIORITY",
    "NIACT IMMEDIATE",
    "MINIMIZE CONSIDERED",
    "TERREP",
    "ASEC",
)

_RESTRICTING = (
    "NODIS",
    "EXDIS",
    "LIMDIS",
    "STADIS",
    "ROGER CHANNEL",
    "DISSENT CHANNEL",
    "AGREMENT CHANNEL",
    "AGREMENT",
    "DIRGEN CHANNEL",
    "DIRGEN",
    "MED CHANNEL",
    "TM CHANNEL",
    "EYES ONLY",
    "DS CHANNEL",
    "DSX",
    "SY CHANNEL",
    "RSO CHANNEL",
    "USIA",
    "USIAC",
    "FODAG",
    "FAS",
    "FBO",
    "COMMERCE CHANNEL",
    "CHEROKEE",
    "NO ADDRESSEE FOREIGN DISTRIB",
    "NOWAR",
    "VISAS",
    "VISAS VIPER",
    "VISAS BEAR",
    "VISAS DONKEY",
    "COMSEC",
    "CRYPTO",
    "SPECAT",
    "LIMDIS SPECAT",
)

_CONTROLS = (
    ("NOFORN", False, "NF"),
    ("SENSITIVE", False, None),
    ("ORCON", True, "OC"),
    ("RESTRICTED DATA", True, "RD"),
    ("CNWDI", True, "CNWDI"),
    ("WNINTEL", True, "WN"),
    ("NOCONTRACT", True, "NC"),
)

CAPTIONS = {
    entry.name: entry
    for entry in (
        *(Entry(name, restricts=False) for name in _FREE),
        *(Entry(name, restricts=True) for name in _RESTRICTING),
        *(Entry(name, restricts, control) for name, restricts, control in _CONTROLS),
    )
}
"""By canonical spelling. NOFORN and SENSITIVE bind through the banner, not as captions (K10)."""

LONGEST = max(len(name.split()) for name in CAPTIONS)
