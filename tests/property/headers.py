"""Envelope and header of generated telegrams: posts, banners, captions, E.O. lines, references."""

from calendar import monthrange
from datetime import date, timedelta

from tests.property.choose import Choose, between, one_in, one_of, picked
from tests.property.drafts import Banner, Instruction

LEVELS = ("UNCLAS", "CONFIDENTIAL", "SECRET")
LETTERS = ("UUUUU", "CCCCC", "SSSSS")
POSTS = (
    ("PARIS", "RUEHFR", "FR"),
    ("LIMA", "RUEHPE", "PE"),
    ("ACCRA", "RUEHAR", "GH"),
    ("BAKU", "RUEHKB", "AJ"),
    ("OSLO", "RUEHNY", "NO"),
    ("LA PAZ", "RUEHLP", "BL"),
    ("BUENOS AIRES", "RUEHBU", "AR"),
)
ADDRESSEES = (
    "RUEHRL/AMEMBASSY BERLIN 7106",
    "RUEHBY/AMEMBASSY CANBERRA 1842",
    "RUEHLO/AMEMBASSY LONDON PRIORITY 7263",
    "RHEHNSC/NSC WASHINGTON DC",
    "RUEKJCS/SECDEF WASHINGTON DC//OSD/ISA//",
    "ZEN/ECOWAS COLLECTIVE",
    "AMCONSUL NAPLES",
)
PASSING = ("ISN/MTR FOR PDURHAM", "DEPT FOR WHA/BSC", "STATE PASS USTR", "TREASURY FOR OASIA")
CAPTIONS = (
    *("NODIS", "EXDIS", "STADIS", "LIMDIS", "ROGER CHANNEL", "DISSENT CHANNEL", "EYES ONLY"),
    *("NOFORN", "SENSITIVE", "ORCON", "RESTRICTED DATA", "ZEPHYR", "DS CHANNEL", "TERREP"),
    *("CODEL ARDEN", "MINIMIZE CONSIDERED", "CORRECTED COPY", "INFORM ALL STATE EMPLOYEES"),
)
REFERENCES = (
    ("REF: A. STATE 090236", "B. 9/21/2009 ISN/MTR EMAIL"),
    ("REF: 04 BAKU 2980",),
    ("REFS: (A) 07 ACCRA 2011, (B) STATE 38811 AND 38812",),
    ("REF: A. LIMA 188", "     B. 06 LIMA 4519 AND PREVIOUS", "     C. IIR 6 832 0617 07"),
    ("REFTEL: PARIS 1291",),
    ("REF: A) STATE 199404", "B) 02 STATE 157731 (NOTAL)", "C) USUN NEW YORK", "1719"),
)
CLASSIFIED_BY = (
    ("Classified By: Political Minister Counselor Jane Roe, Reasons 1.4(b), (d).",),
    ("Classified By: Political Minister Counselor Jane Roe, Reasons 1.", "4(b), (d)."),
    ("CLASSIFIED BY: John Roe, Ambassador, Embassy Lima; REASON: 1.4(B), (D)",),
    ("CLASSIFIED BY AMB. J. ROE, FOR REASONS 1.5 (B, D)",),
    ("(U) Classified by DCM John Roe; reason 1.4 (b/d).",),
    ("Classified By: Economic Minister Counselor Gail F. Ostrander for re", "asons 1.4 b and d."),
    ("CLASSIFIED BY: CHARGE D'AFFAIRES LEWIS O. PRATT. REASON 1.4 B", "AND D."),
    ("Classified By: Ambassador Jane Roe", "Reason: 1.4 (b) and (d)"),
)
_TAGS = ("PREL", "PARM", "ETTC", "ENRG", "PHUM", "MARR", "KPAO", "EFIN", "PTER", "SNAR")


def spaced(word: str) -> str:
    """A word as the teletype spaced it: `S E C R E T`."""
    return " ".join(word)


def banner(choose: Choose, level: int, post: str, serial: int) -> Banner:
    """A banner line of a level: spaced or not, with a section or a control on it, or without."""
    word = LEVELS[level] if level == 0 or one_in(choose, 3) else spaced(LEVELS[level])
    noforn = level > 0 and one_in(choose, 8)
    section = one_of(choose, ("", "", "", " SECTION 01 OF 02"))
    control = " NOFORN" if noforn else ""
    text = f"{word}{control}{section} {post} {serial:06d}"
    return Banner(text, level, frozenset({"NF"}) if noforn else frozenset())


def captions(choose: Choose) -> tuple[str, ...]:
    """No captions, SIPDIS alone, or SIPDIS with others."""
    some = one_of(choose, (0, 0, 0, 0, 0, 0, 0, 1, 1, 2))
    chosen = picked(choose, CAPTIONS, some)
    return chosen if one_in(choose, 3) else (*chosen, "SIPDIS")


def envelope(
    choose: Choose, post: tuple[str, str, str], serial: int, dated: date, letters: str
) -> tuple[str, ...]:
    """The transmission lines above the banner (cables 1)."""
    day = f"{dated.day:02d}1517Z {dated:%b} {dated:%y}".upper()
    infos = picked(choose, ADDRESSEES, between(choose, 0, 4))
    lines = [
        *(["VZCZCXYZ0000", "PP RUEHWEB"] if one_in(choose, 2) else ["VZCZCXRO3989", "OO RUEHLMC"]),
        *([""] if one_in(choose, 3) else []),
        f"DE {post[1]} #{serial:04d} {dated.timetuple().tm_yday:03d}1517",
        f"ZNY {letters} ZZH" if letters[0] in "CS" else f"ZNR {letters} ZZH",
        f"P {day}",
        f"FM AMEMBASSY {post[0]}",
        "TO RUEHC/SECSTATE WASHDC PRIORITY 7187",
        *(f"INFO {line}" if not number else line for number, line in enumerate(infos)),
    ]
    return (*lines, "") if one_in(choose, 2) else (*lines, "BT")


def tags(choose: Choose, country: str) -> str:
    """A TAGS line that ends with no comma."""
    codes = (*picked(choose, _TAGS, between(choose, 1, 5)), country)
    return "TAGS: " + one_of(choose, (", ", " ")).join(codes)


def instruction(choose: Choose, dated: date, *, known: bool) -> Instruction:
    """An E.O. line of a classified telegram; `known`: the document's date can be read."""
    if one_in(choose, 8):
        return Instruction(one_of(choose, _ENDLESS), None, states=True)
    year = dated.year + between(choose, 5, 25)
    day = dated.replace(year=year, day=between(choose, 1, 28))
    if day <= dated + timedelta(days=366):
        day = day.replace(year=day.year + 5)
    order = one_of(choose, ("E.O. 12958: DECL: ", "E.O. 12958: DECL: ", "EO 12958 DECL: "))
    return _day(choose, order, day, dated, known=known)


def _day(choose: Choose, order: str, day: date, dated: date, *, known: bool) -> Instruction:
    short = f"{day.month}/{day.day}/{day:%y}"
    last = monthrange(day.year, day.month)[1]
    forms = (
        (f"{day:%m/%d/%Y}", day),
        (f"{day.month}/{day.day}/{day.year}", day),
        (f"{day.day} {day:%b} {day.year}".upper(), day),
        (f"{day:%B} {day.day}, {day.year}".upper(), day),
        (f"{day:%Y/%m/%d}", day),
        (f"{day:%Y%m%d}", day),
        (f"{day:%Y-%m-%d}", day),
        (f"{day:%m/%Y}", day.replace(day=last)),
        (f"{day.year}", date(day.year, 12, 31)),
        (short, day if known and day.year - dated.year < 100 else None),
        (f"{day.year - dated.year} YEARS", _anniversary(dated, day.year) if known else None),
    )
    text, until = one_of(choose, (*forms[:3], *forms[:2], *forms))
    return Instruction(order + text, until, states=True)


def _anniversary(dated: date, year: int) -> date:
    """The same day of another year, 1 March for a lacking 29 February (declassification R14)."""
    lacking = dated.month == 2 and dated.day == 29 and monthrange(year, 2)[1] == 28
    return date(year, 3, 1) if lacking else dated.replace(year=year)


_ENDLESS = (
    "E.O. 12958: DECL: X1",
    "E.O. 12958: DECL: 25X1",
    "E.O. 12356: DECL: OADR",
    "E.O. 12958: DECL: MR",
    "E.O. 12958: DECL: UPON CONCLUSION OF NEGOTIATIONS",
    "E.O. 12958: DECL: 5/1/2012 AND DEPARTURE OF THE AMBASSADOR",
    "E.O. 12958: DECL: 02/30/2012",
    "E.O. 12958: DECL: SEE PARA 1",
)
NOT_APPLICABLE = Instruction("E.O. 12958: N/A", None, states=False)
