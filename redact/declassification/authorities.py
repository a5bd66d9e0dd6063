"""The authorities an effective date can rest on: one name for each text the engine may cite.

The letters are those of the rule book's table; `M` (the last day of a month or year) cites as
`WRITTEN_DAY`, `S` (counted from the source) as `DERIVATIVE`.
"""

from typing import Final

WRITTEN_DAY: Final = "E.O. 13526 §1.5(a)"  # I, M
EARLIER_ORDER: Final = "E.O. 12356 §1.4(b); E.O. 13526 §1.5(a)"  # P
BEYOND_LIMIT: Final = "E.O. 13526 §1.5(a), (c)"  # L
DERIVATIVE: Final = "32 CFR 2001.22(e)"  # K, S
PERIOD: Final = "E.O. 13526 §1.5(b)"  # T
ORDER_12065: Final = "E.O. 12065 §1-4; E.O. 12356 §1.4(b)"  # C
REVIEW: Final = "E.O. 12356 §1.4(c); E.O. 13526 §3.3(a)"  # V
SCHEDULE: Final = "E.O. 11652 §5(A); NSC Directive of 17 May 1972"  # G
EXEMPT_FROM_SCHEDULE: Final = "E.O. 11652 §5(B); E.O. 13526 §3.3(a)"  # X
GROUPS: Final = "E.O. 10501 §4 as amended by E.O. 10964; E.O. 11652 §5(D)"  # O
EVENT: Final = "E.O. 13526 §1.5(a), §3.3(a)"  # E
INCOMPLETE: Final = "E.O. 13526 §1.5(d), §3.3(a)"  # D
RETIRED: Final = "32 CFR 2001.22(e); E.O. 13526 §1.5(d), §3.3(a)"  # R
EXEMPTION_25: Final = "E.O. 13526 §3.3(b), (h)"  # H
EXEMPTION_50_75: Final = "E.O. 13526 §3.3(h)(1)–(3)"  # J
ATOMIC_ENERGY: Final = "42 U.S.C. 2162; E.O. 13526 §6.2(a); 32 CFR 2001.24(h)"  # A
NATO: Final = "32 CFR 2001.24; ISOO Notice 2013-01"  # B
STAMP: Final = "32 CFR 2001.25"  # Z

AUTHORITIES: Final = frozenset(
    {
        WRITTEN_DAY,
        EARLIER_ORDER,
        BEYOND_LIMIT,
        DERIVATIVE,
        PERIOD,
        ORDER_12065,
        REVIEW,
        SCHEDULE,
        EXEMPT_FROM_SCHEDULE,
        GROUPS,
        EVENT,
        INCOMPLETE,
        RETIRED,
        EXEMPTION_25,
        EXEMPTION_50_75,
        ATOMIC_ENERGY,
        NATO,
        STAMP,
    }
)
"""Every text `effective.authority` can be."""
