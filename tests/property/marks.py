"""Pools of marks, and what a careful reader makes of each (`markings` and `release`)."""

from dataclasses import dataclass
from enum import Enum


class Hold(Enum):
    """What a mark does to its text under the policy `public` (K6, K9, K12)."""

    # level U without any control: goes out
    FREE = "free"
    # classified, and nothing that outlives its date: goes out on the day
    DATE = "date"
    # a control that no date ends, on classified or unclassified text
    EVER = "ever"
    # stands where a mark stands and cannot be read: withheld on every date
    UNREAD = "unread"
    # no mark at all: inherits
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as printed, with its brackets.

    `level` is 0 for U, 1 C, 2 S, 3 TS. `raises` holds the controls that surely stand above a banner
    without them (R5). `plain` is False where the pages leave open whether the date ends it or
    whether it stands above the banner.
    """

    text: str
    hold: Hold
    level: int = 0
    raises: frozenset[str] = frozenset()
    plain: bool = True


NO_MARK = Mark("", Hold.NONE)


def _pool(
    hold: Hold, level: int, texts: tuple[str, ...], raises: str = "", *, plain: bool = True
) -> tuple[Mark, ...]:
    return tuple(Mark(text, hold, level, frozenset(raises.split()), plain) for text in texts)


UNCLASSIFIED = _pool(
    Hold.FREE, 0, ("(U)", "(U)", "(U)", "( U )", "(UNCLASSIFIED)", "(Unclassified)", "(UNCLAS)")
)

CONFIDENTIAL = (
    *_pool(Hold.DATE, 1, ("(C)", "(C)", "(C)", "( C )", "(CONFIDENTIAL)", "(Confidential)")),
    *_pool(Hold.DATE, 1, ("(C//REL TO USA, GBR)", "(C/REL UK)", "(C) (REL TO USA, GBR)")),
)

SECRET = (
    *_pool(Hold.DATE, 2, ("(S)", "(S)", "(S)", "( S )", "(SECRET)", "(Secret)")),
    *_pool(Hold.DATE, 2, ("(S//REL TO USA, FVEY)", "(S//REL TO USA,GBR)")),
)

NOFORN = (
    *_pool(Hold.DATE, 1, ("(C/NF)", "(C-NF)", "(C NOFORN)", "(C//NOFORN)", "(C//NF)"), "NF"),
    *_pool(Hold.DATE, 2, ("(S/NF)", "(S-NF)", "(S//NF)", "(S NF)", "(SECRET//NOFORN)"), "NF"),
)

DOUBTFUL = (
    *_pool(
        Hold.DATE,
        1,
        ("(C//NODIS)", "(C//EXDIS)", "(C//WN)", "(C//RELIDO)", "(C//NC)"),
        plain=False,
    ),
    *_pool(Hold.DATE, 2, ("(S//NF/REL TO USA, GBR)",), "NF", plain=False),
    *_pool(Hold.DATE, 3, ("(TS)", "(TOP SECRET)")),
)

OUTLIVING = (
    *_pool(
        Hold.EVER,
        1,
        ("(C//FGI GBR)", "(C/FGI)", "(C/FGI-GBR)", "(NC)", "(//GBR C)", "(C//SSI)", "(C//LES)"),
        plain=False,
    ),
    *_pool(Hold.EVER, 1, ("(C//FRD)", "(CRD)", "(C//RD)", "(C/RD)"), "RD", plain=False),
    *_pool(Hold.EVER, 1, ("(C//OC)", "(C/ORCON)", "(C//ORCON/NOFORN)"), "OC", plain=False),
    *_pool(
        Hold.EVER,
        2,
        ("(S//FGI)", "(//GBR S)", "(GBR S)", "(//NS)", "(NS)", "(NATO SECRET)", "(S//FGI DEU GBR)"),
        plain=False,
    ),
    *_pool(
        Hold.EVER,
        2,
        ("(//JOINT S GBR USA)", "(S//PROPIN)", "(S//IMC)", "(S//DSEN)", "(S//SBU)", "(S//LIMDIS)"),
        plain=False,
    ),
    *_pool(Hold.EVER, 2, ("(S//RD)", "(S-RD)", "(SRD)", "(S//RD-CNWDI)"), "RD", plain=False),
    *_pool(Hold.EVER, 2, ("(S//SI//NF)", "(S//TK//NF)", "(S//SI)"), "SCI", plain=False),
    *_pool(Hold.EVER, 2, ("(S//OC)", "(S//ORCON/NOFORN)", "(S/OC/NF)"), "OC", plain=False),
)

SENSITIVE = (
    *_pool(
        Hold.EVER,
        0,
        (
            "(SBU)",
            "(SBU)",
            "(SBU)",
            "(LOU)",
            "(U//FOUO)",
            "(U/FOUO)",
            "(FOUO)",
            "(CUI)",
            "(U//SBU)",
        ),
    ),
    *_pool(
        Hold.EVER,
        0,
        ("(SBU/NF)", "(SBU/NOFORN)", "(SBU-NF)", "(SBU/N)", "(SBU N)", "(U//NF)"),
        "NF",
        plain=False,
    ),
    *_pool(
        Hold.EVER,
        0,
        ("(LES)", "(U//LES)", "(SSI)", "(U//PROPIN)", "(//NU)", "(U//FGI GBR)"),
        plain=False,
    ),
    *_pool(Hold.EVER, 0, ("(U//RD)",), "RD", plain=False),
)

# What damage makes of a mark. Each is refused by the marking grammar (markings A1, G), and none can
# be taken for words in parentheses (cables 3).
LOOK_ALIKE = (
    *("(С)", "(Ѕ)", "(Ϲ)", "(Ｃ)", "(Ｕ)", "(С//NF)", "(Ѕ//NF)", "(ЅBU)", "(SBՍ)"),
    *("(S／NF)", "(С//FGI GBR)", "(S//NОFORN)", "(Ս)", "（C）", "（U）"),
)
INVISIBLE = (
    *("(C\u200b)", "(\u200bU)", "(S\u00ad)", "(C\u2060)", "(\ufeffC)", "(C\u00a0)", "(U\u00a0)"),
    *(
        "(S//\u200bNF)",
        "(SB\u200dU)",
        "(U\u200c)",
        "(\u202eC\u202c)",
        "(\u00a0U\u00a0)",
        "(U\u00ad)",
    ),
)
LOWER_CASE = ("(c)", "(s)", "(u)", "(s/nf)", "(c//nf)", "(sbu)", "(ts)", "(C//nf)")
OCR = (
    *("(G)", "(5)", "(0)", "(€)", "($)", "{C)", "[C)", "(C}", "(C]", "[C]", "{S}", "[U]", "{U}"),
    *("(V)", "(5ECRET)", "(C0NFIDENTIAL)", "(SECREI)", "(UNCLA5)", "(U//FOU0)"),
)
BRACKET_LOST = ("(C", "C)", "(U", "U)", "(S//NF", "S//NF)", "(SBU", "SBU)")
EMPTY = ("()", "( )", "(  )", "(\t)")
CUT_OFF = ("(S//)", "(S/)", "(C-)", "(//S)", "(U/)", "(U//)", "(C,)", "(/NF)", "(-NF)")
UNKNOWN_WORD = (
    *("(C//R D)", "(X)", "(S//REL TO USA, GRB)", "(SNF)", "(UFOUO)", "(C//FGI GRB)", "(S//XQ)"),
    *("(NF)", "(C.)", "(U?)", "(U;)", "(Q)"),
)
TWO_MARKS = ("(S) (C)", "(C)(S)", "((C))", "(C) (U)", "((U))")
