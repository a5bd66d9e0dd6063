"""Generated telegrams as copies of the archive (cables 4, N73): the routing block on top, pages
with the level at head and foot, the schedule of E.O. 11652, the block of attributes at the end.

The text is that of a telegram of 2002-2010; what is promised of it changes only with the dates.
"""

from dataclasses import replace
from datetime import date, timedelta

from tests.property.choose import Choose, between, one_in, one_of, picked
from tests.property.drafts import Banner, Draft, Instruction
from tests.property.headers import LETTERS, LEVELS, spaced

HEADS = ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET")
ADDRESSEES = (
    *("AMEMBASSY BUENOS AIRES", "AMEMBASSY DAMASCUS IMMEDIATE", "USMISSION USUN NEW YORK"),
    *("USCINCSO", "CINCPAC HONOLULU HI", "AMCONSUL HONG KONG", "USMISSION NATO PRIORITY"),
)
OFFICES = ("OCT-01", "ISO-00", "SS-20", "EB-11", "TRSE-00", "INR-10", "NSC-07", "RSC-01", "H-02")
STAMP = (
    "Marian T. Colby Declassified/Released US Department of State EO Systematic Review 20 Mar 2014"
)
ATTRIBUTES = (
    *("Message Attributes", "Automatic Decaptioning: X", "Current Classification: UNCLASSIFIED"),
    *("Disposition Action: RELEASED", "Executive Order: GS", "Type: TE"),
)
_ENDLESS = ("XGDS-1", "XGDS-2", "XGDS-3", "XGDS-4")


COPIES = ("N73", "T66", "F80")


def copied(choose: Choose, draft: Draft, form: str = "N73") -> Draft:
    """The telegram as one of 1973-78, of 1966-72 or of 1983-88, in capitals."""
    level = draft.banner.level or 0
    dated = _FIRST[form] + timedelta(days=between(choose, 0, 1900))
    word = HEADS[level]
    banner = (
        LEVELS[0] if level == 0 else spaced(LEVELS[level])
    ) + f" {draft.post} {draft.serial:04d}"
    return replace(
        draft,
        dated=dated,
        envelope=(*_tops(form), *_block(choose, draft, dated, word)),
        letters=LETTERS[level],
        banner=Banner(banner, level),
        captions=tuple(caption for caption in draft.captions if caption != "SIPDIS"),
        instruction=_INSTRUCTIONS[form](choose, level, dated),
        classified_by=(),
        ending=_ending(choose, word) if form == "N73" else ("", word, "NNNN"),
        capitals=True,
        page=(*_between(form), *page_of(draft, word, 2)),
        copy=form,
    )


_FIRST = {"N73": date(1973, 7, 1), "T66": date(1966, 7, 1), "F80": date(1983, 1, 1)}
_CASE = "UNCLASSIFIED   U.S. Department of State  Case No. F-2011-00417  Doc No. C05270001"


def _tops(form: str) -> tuple[str, ...]:
    """What a form has above its archive block: its title, or the stamps of a review."""
    match form:
        case "T66":
            return ("DEPARTMENT OF STATE  TELEGRAM", "")
        case "F80":
            return (
                _CASE,
                "                    RELEASED IN PART",
                "                    B1,1.4(D)",
                "",
            )
        case _:
            return ()


def _between(form: str) -> tuple[str, ...]:
    return ("", _CASE, "") if form == "F80" else ()


def page_of(draft: Draft, word: str, number: int) -> tuple[str, ...]:
    """Foot, head and page line at the turn to a page."""
    post = draft.post[:6].strip()
    return (word, "", word, "", f"PAGE {number:02d}        {post}  {draft.serial:05d}  192212Z", "")


def _block(choose: Choose, draft: Draft, dated: date, word: str) -> tuple[str, ...]:
    offices = picked(choose, OFFICES, between(choose, 2, 9))
    infos = picked(choose, ADDRESSEES, between(choose, 0, 4))
    lines = [
        *page_of(draft, word, 1)[2:],
        *(["51"] if one_in(choose, 2) else []),
        one_of(choose, ("ACTION ARA-20", "ACTION NODS-00", "ACTION EUR-12")),
        *([""] if one_in(choose, 2) else []),
        f"INFO  {'  '.join(offices)}",
        "      RSC-01  /070 W",
        "                     ---------------------     041187",
        f"P {dated.day:02d}1517Z {dated:%b} {dated:%y}".upper(),
        f"FM AMEMBASSY {draft.post}",
        "TO SECSTATE WASHDC PRIORITY 9944",
        *(f"INFO {line}" if not number else line for number, line in enumerate(infos)),
    ]
    return (*([STAMP] if one_in(choose, 4) else []), *lines)


def _instruction(choose: Choose, level: int, dated: date) -> Instruction:
    """The general schedule: six years for CONFIDENTIAL, eight for SECRET (E.O. 11652 s. 5(A))."""
    if level == 0:
        return Instruction("E.O. 11652: N/A", None, states=False)
    if one_in(choose, 4):
        return Instruction(f"E.O. 11652: {one_of(choose, _ENDLESS)}", None, states=True)
    return Instruction("E.O. 11652: GDS", date(dated.year + 4 + 2 * level, 12, 31), states=True)


def _ending(choose: Choose, word: str) -> tuple[str, ...]:
    foot = ("", word, "", one_of(choose, ("NNN", "NNNN")))
    return (*foot, "", *ATTRIBUTES, STAMP) if one_in(choose, 2) else foot


def _group(choose: Choose, level: int, dated: date) -> Instruction:
    """A telegram of 1966-72 names its group elsewhere, or not at all: no day is known."""
    return Instruction("", None, states=False)


def _order_of_1982(choose: Choose, level: int, dated: date) -> Instruction:
    """A day, or the originating agency's determination."""
    if level == 0:
        return Instruction("E.O. 12356: N/A", None, states=False)
    if one_in(choose, 3):
        return Instruction("E.O. 12356: DECL: OADR", None, states=True)
    day = dated.replace(year=dated.year + between(choose, 5, 9), day=between(choose, 1, 28))
    return Instruction(f"E.O. 12356: DECL: {day:%m/%d/%Y}", day, states=True)


_INSTRUCTIONS = {"N73": _instruction, "T66": _group, "F80": _order_of_1982}
