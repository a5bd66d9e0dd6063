"""The other forms of a telegram (cables 4): what stands above the text of each, and below it.

The text, and what is promised of it, is that of the same draft; only its frame is of the form. What
no form has (captions of a telegram, marks before there were any) is taken out of the draft first.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from tests.property.choose import Choose, between, one_in
from tests.property.drafts import Banner, Block, Draft, Instruction, Line
from tests.property.headers import NOT_APPLICABLE
from tests.property.marks import NO_MARK

WORDS = ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET")
_ORDER = re.compile(r"E\.?O\.? ?(?P<order>\d+L?):? ?(?P<value>.*)")
_NO_INSTRUCTION = Instruction("", None, states=False)
_MONTHS = "January February March April May June July August September October November December"
Frame: TypeAlias = Callable[[Draft, list[Line]], tuple[list[Line], list[Line]]]


def framed(choose: Choose, draft: Draft, form: str) -> Draft:
    """The telegram as one of another form, of the years in which that form was written."""
    level = draft.banner.level or 0
    first, last = _YEARS[form]
    days = (date(last, 12, 28) - date(first, 1, 1)).days
    dated = date(first, 1, 1) + timedelta(days=between(choose, 0, days))
    captions = tuple(caption for caption in draft.captions if caption == "SIPDIS")
    return replace(
        draft,
        frame=form,
        dated=dated,
        envelope=(),
        banner=Banner(WORDS[level], level),
        captions=captions if form == "SMT" else (),
        passing=(),
        instruction=_instruction(choose, form, level, dated),
        references=(),
        classified_by=(),
        blocks=tuple(_fitting(block, form) for block in draft.blocks),
        ending=(),
        capitals=form == "T50",
        entire=NO_MARK if form in _UNMARKED else draft.entire,
    )


_YEARS = {
    "T50": (1951, 1965),
    "AIR": (1962, 1972),
    "SMT": (2010, 2016),
    "REC": (2010, 2016),
    "MEM": (1996, 2008),
    "FRS": (1969, 1978),
}
FORMS = tuple(_YEARS)
_UNMARKED = ("T50", "AIR", "FRS")


def _fitting(block: Block, form: str) -> Block:
    """A block without what the form does not have: a banner inside it, a mark before 1978."""
    block = replace(block, inner_banner="")
    if form not in _UNMARKED:
        return block
    return replace(block, mark=NO_MARK, inner=())


def _instruction(choose: Choose, form: str, level: int, dated: date) -> Instruction:
    if form in _UNMARKED:
        return _NO_INSTRUCTION
    if level == 0:
        return NOT_APPLICABLE
    if one_in(choose, 6):
        return Instruction("E.O. 12958: DECL: 25X1", None, states=True)
    day = dated.replace(year=dated.year + between(choose, 5, 9), day=between(choose, 1, 28))
    return Instruction(f"E.O. 12958: DECL: {day:%m/%d/%Y}", day, states=True)


def frame_of(draft: Draft, subject: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines above the text and those below it; `subject` are those of the subject."""
    return _FRAMES[draft.frame](draft, subject)


def _envelope(*texts: str) -> list[Line]:
    return [Line(text, "envelope" if text else "blank") for text in texts]


def _order_value(draft: Draft) -> tuple[str, str]:
    found = _ORDER.fullmatch(draft.instruction.text)
    return (found["order"], found["value"].strip()) if found else ("", draft.instruction.text)


def _middle(text: str) -> str:
    return text.center(72).rstrip()


def _day(day: date) -> str:
    """`May 4, 1957`, in no locale's words."""
    return f"{_MONTHS.split()[day.month - 1]} {day.day}, {day.year}"


def _levels(draft: Draft) -> list[Line]:
    """The level at the foot of a page, where there is a head that can be read."""
    level = draft.banner.level
    return [] if level is None else [Line("", "blank"), Line(_middle(WORDS[level]), "trailer")]


def _words(draft: Draft) -> str:
    """The words of the banner, without the post and serial that only a telegram has on it."""
    return draft.banner.text.removesuffix(f" {draft.post} {draft.serial:06d}")


def _banner(draft: Draft) -> list[Line]:
    return [Line(_middle(_words(draft)), "banner")] if draft.banner.text else []


def _typed(draft: Draft, subject: list[Line]) -> tuple[list[Line], list[Line]]:
    day = _day(draft.dated).rsplit(",", 1)[0]
    top = [
        *_envelope("INCOMING TELEGRAM        Department of State", ""),
        *_banner(draft),
        *_envelope("Control: 4821", f"Rec'd: {_day(draft.dated)}  8:12 p.m."),
        *_envelope(f"FROM: {draft.post.title()}", "TO: Secretary of State"),
        *_envelope(f"NO: {draft.serial}, {day}, 6 p.m.", "PRIORITY", ""),
        *_envelope(f"SENT DEPARTMENT {draft.serial}, REPEATED INFORMATION LIMA 77.", ""),
        Line("REFERENCE: EMBTEL 398.", "reference"),
        Line("", "blank"),
        *_as_text(subject),
    ]
    foot = [Line(" " * 40 + draft.signer, "signature"), *_levels(draft)]
    return top, foot


def _as_text(subject: list[Line]) -> list[Line]:
    """A form without a subject has its words as its first sentence."""
    words = " ".join(line.text.removeprefix("SUBJECT: ") for line in subject)
    return [Line(f"{words}.", "first", subject[0].block), Line("", "blank")] if subject else []


def _airgram(draft: Draft, subject: list[Line]) -> tuple[list[Line], list[Line]]:
    post = draft.post.title()
    top = [
        *_envelope("AIRGRAM"),
        *_banner(draft),
        *_envelope(f"A-{draft.serial}"),
        *_envelope("TO      : Department of State", "INFO    : Amembassy LIMA"),
        *_envelope(f"FROM    : Amembassy {post}        DATE: {_day(draft.dated)}"),
        *_relabelled(subject, "SUBJECT : "),
        Line("REF     : A-188, April 2, 1967", "reference"),
        Line("", "blank"),
    ]
    foot = [Line(" " * 40 + draft.signer, "signature"), *_levels(draft)]
    return top, foot


def _relabelled(subject: list[Line], label: str) -> list[Line]:
    return [replace(line, text=line.text.replace("SUBJECT: ", label)) for line in subject]


def _smart(draft: Draft, subject: list[Line]) -> tuple[list[Line], list[Line]]:
    order, value = _order_value(draft)
    number = order.replace("12958", "13526")
    moment = f"{draft.dated.day:02d}1402Z {draft.dated:%b %y}".upper()
    captions = [Line(f"Captions:  {', '.join(draft.captions)}", "caption")]
    top = [
        *_banner(draft),
        *_envelope("", f"MRN:       {draft.dated:%y} {draft.post} {draft.serial}"),
        *_envelope(f"Date/DTG:  {_day(draft.dated)} / {moment}"),
        *_envelope(f"From:      AMEMBASSY {draft.post}", "Action:    WASHDC, SECSTATE PRIORITY"),
        *_envelope("Info:      AFRICAN UNION COLLECTIVE"),
        *([Line(f"E.O.:      {number}, {value}", "order")] if number else []),
        Line(f"TAGS:      {draft.tags[6:]}", "tags"),
        *(captions if draft.captions else []),
        Line("Reference: A) 12 KIGALI 402  B) 12 STATE 55110", "reference"),
        *_relabelled(subject, "Subject:   "),
        Line("", "blank"),
    ]
    foot = [
        Line(f"Signature: {draft.signer.title()}", "signature"),
        Line("", "blank"),
        *(Line(text, "trailer") for text in ("Drafted By: KIGALI:Roe, Jane", "Cleared By: DCM")),
        *_levels(draft),
    ]
    return top, foot


def _mail(draft: Draft, subject: list[Line]) -> tuple[list[Line], list[Line]]:
    order, value = _order_value(draft)
    number = order.replace("12958", "13526")
    top = [
        *_envelope("From:     Okafor, Miriam T", f"Sent:     {_day(draft.dated)} 9:41 AM"),
        *_envelope("To:       Lindqvist, Jon A"),
        *_relabelled(subject, "Subject:  "),
        Line("", "blank"),
        *([Line(_words(draft), "banner")] if draft.banner.text else []),
        Line(f"TAGS:     {draft.tags[6:]}", "tags"),
        *([Line(f"E.O.:     {number}: {value}", "order")] if number else []),
        Line("", "blank"),
    ]
    stated = WORDS[draft.banner.level] if draft.banner.level is not None else ""
    return top, [Line(f"This email is {stated}.", "trailer")] if stated else []


def _memorandum(draft: Draft, subject: list[Line]) -> tuple[list[Line], list[Line]]:
    _, value = _order_value(draft)
    top = [
        *_banner(draft),
        *_envelope("MEMORANDUM OF CONVERSATION", ""),
        *_envelope(f"DATE: {_day(draft.dated)}", "PLACE: The Secretary's Conference Room"),
        *_envelope("PARTICIPANTS: U.S.: The Deputy Secretary", ""),
        *subject,
        Line("", "blank"),
    ]
    day = value.removeprefix("DECL: ")
    block = f"Classified by: A/S Jane Roe   Reason: 1.5(b)   Declassify on: {day}"
    states = draft.banner.level != 0 and draft.instruction.text
    return top, [*([Line(block, "classified")] if states else []), *_levels(draft)]


def _printed(draft: Draft, subject: list[Line]) -> tuple[list[Line], list[Line]]:
    city = draft.post.title()
    level = draft.banner.level
    word = WORDS[level].capitalize() if level is not None else _words(draft)
    note = f"¹ Source: National Archives, RG 59, Central Files 1970-73. {word}; Immediate."
    head = _relabelled(subject, f"{draft.serial}. Subj: ")
    top = [
        *_envelope("123. Telegram From the Embassy in Chile to the Department of State¹", ""),
        *_envelope(f"{city}, {_day(draft.dated)}, 1810Z.", ""),
        *head,
        Line("", "blank"),
    ]
    foot = [
        Line(" " * 40 + draft.signer.title(), "signature"),
        Line("", "blank"),
        *([Line(note, "banner")] if word else []),
    ]
    return top, foot


_FRAMES: dict[str, Frame] = {
    "T50": _typed,
    "AIR": _airgram,
    "SMT": _smart,
    "REC": _mail,
    "MEM": _memorandum,
    "FRS": _printed,
}
