"""Damage to a telegram before it is printed: its marks, its banner, its E.O. line.

Each takes a draft and gives another (the same one where there is nothing to damage); the truth is
worked out afterwards, so a destroyed mark is a destroyed mark for the truth as well.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from tests.property import headers, marks
from tests.property.choose import Choose, one_in, one_of
from tests.property.drafts import Banner, Block, Draft, Instruction, Part, Shape
from tests.property.marks import NO_MARK, Hold, Mark

DraftDamage: TypeAlias = Callable[[Choose, Draft], Draft]

# A broken bracket is surely a mark only behind a number; behind a dash or in a subject it may be
# the letter of an item or a word (cables 2.5, 3).
_BRACKETED = (*marks.LOOK_ALIKE, *marks.INVISIBLE, "(c)", "(s)", "(u)", "(G)", "(5)", *marks.EMPTY)


def _marked(draft: Draft, *parts: Part) -> list[int]:
    return [at for at, b in enumerate(draft.blocks) if b.part in parts and b.mark.text]


def _destroyed(texts: tuple[str, ...]) -> DraftDamage:
    """A damage that puts one of `texts` in the place of a paragraph's mark."""

    def damage(choose: Choose, draft: Draft) -> Draft:
        places = _marked(draft, Part.PARAGRAPH)
        if not places:
            return draft
        at = one_of(choose, places)
        mark = Mark(one_of(choose, texts), Hold.UNREAD)
        block = replace(draft.blocks[at], mark=mark, shape=Shape.AFTER_LABEL, lead="")
        return draft.with_block(at, block)

    return damage


def small_mark_destroyed(choose: Choose, draft: Draft) -> Draft:
    """The mark of an item or of the subject becomes unreadable, its brackets whole."""
    places = _marked(draft, Part.SUB, Part.SUBJECT)
    if not places:
        return draft
    at = one_of(choose, places)
    mark = Mark(one_of(choose, _BRACKETED), Hold.UNREAD)
    return draft.with_block(at, replace(draft.blocks[at], mark=mark, shape=Shape.AFTER_LABEL))


def mark_lost(choose: Choose, draft: Draft) -> Draft:
    """A mark is gone and its number stands: the text is unmarked (R4), or inherits (R2)."""
    places = _marked(draft, Part.PARAGRAPH, Part.SUB, Part.SUBJECT)
    if not places:
        return draft
    at = one_of(choose, places)
    return draft.with_block(at, replace(draft.blocks[at], mark=NO_MARK, shape=Shape.AFTER_LABEL))


def mark_broken_over_lines(choose: Choose, draft: Draft) -> Draft:
    """A line break inside a mark, which stays the same mark (markings A1.3)."""
    places = [
        at
        for at in _marked(draft, Part.PARAGRAPH)
        if draft.blocks[at].mark.hold is not Hold.UNREAD and _breaks(draft.blocks[at]) is not None
    ]
    if not places:
        return draft
    at = one_of(choose, places)
    block = draft.blocks[at]
    cut = _breaks(block) or 0
    broken = block.mark.text[:cut] + "\n" + block.mark.text[cut:].lstrip()
    mark = replace(block.mark, text=broken, plain=False)
    return draft.with_block(at, replace(block, mark=mark, shape=Shape.AFTER_LABEL, lead=""))


def _breaks(block: Block) -> int | None:
    """Where a mark can be broken: behind its last slash, comma or blank."""
    cut = max(block.mark.text.rfind(sign) for sign in "/, ")
    return cut + 1 if 0 < cut < len(block.mark.text) - 2 else None


def banner_misspelt(choose: Choose, draft: Draft) -> Draft:
    """A banner that the marking grammar refuses: letters lost, doubled, or digits for letters.

    The page heads of a copy are a statement of the whole that is left (R6).
    """
    if not draft.banner.level or (draft.page and "ZEPHYR" in draft.captions):
        return draft
    broken = _MISSPELT[draft.banner.level - 1]
    text = f"{one_of(choose, broken)} {draft.post} {draft.serial:06d}"
    return replace(draft, banner=Banner(text, draft.banner.level if draft.page else None))


_MISSPELT = (
    (
        *("C O N F I DENTIAL", "CONFIDENTTAL", "C0NFIDENTIAL", "C O N F I D E N T A L"),
        *("C O N F I D E N T I A", "CONFIDENTlAL", "С O N F I D E N T I A L", "CONFIDENT1AL"),
    ),
    (
        *("S E CRET", "SECREI", "5ECRET", "S E C R T", "E C R E T", "S E C R E", "SEC RET"),
        *("SECR3T", "S\u00a0E\u00a0C\u00a0R\u00a0E\u00a0T", "Ѕ E C R E T"),
    ),
)


def banner_lost(choose: Choose, draft: Draft) -> Draft:
    """No banner line at all: unmarked text is unknown, unless page heads state the whole (R6)."""
    if draft.page and "ZEPHYR" in draft.captions:
        return draft
    return replace(draft, banner=Banner("", draft.banner.level if draft.page else None))


def banner_below_marks(choose: Choose, draft: Draft) -> Draft:
    """A classified telegram under UNCLAS: in doubt (R5), or contradicting itself (R6)."""
    if not draft.banner.level:
        return draft
    return replace(draft, banner=Banner(f"UNCLAS {draft.post} {draft.serial:06d}", 0))


def order_misspelt(choose: Choose, draft: Draft) -> Draft:
    """A number that is no executive order: the date stands (declassification, section 3)."""
    wrong = ("12598", "1295", "12985", "12968", "12958L")
    text = draft.instruction.text.replace("12958", one_of(choose, wrong))
    return replace(draft, instruction=replace(draft.instruction, text=text))


def date_in_letters(choose: Choose, draft: Draft) -> Draft:
    """Letters for digits in the date: unreadable (declassification R2)."""
    head, colon, day = draft.instruction.text.rpartition("DECL: ")
    letters = str.maketrans("01", "Ol") if one_in(choose, 2) else str.maketrans("0125", "O1Z5")
    if not colon or draft.instruction.until is None or day.translate(letters) == day:
        return draft
    return replace(
        draft, instruction=Instruction(head + colon + day.translate(letters), None, True)
    )


def date_impossible(choose: Choose, draft: Draft) -> Draft:
    """A day that cannot be, or says too much: unreadable (declassification R4, R10, R11)."""
    if draft.instruction.until is None:
        return draft
    year = draft.instruction.until.year
    day = one_of(
        choose,
        (
            *(f"02/30/{year}", f"13/01/{year}", f"22/09/{year}", "00/00/00", f"09/31/{year}"),
            *(f"09/22/{year} OR LATER", f"09/22/{year}?", "09/19", f"09/22/1{year}", "??"),
            f"09/22/{year} (PARAS 1-3)",
        ),
    )
    return replace(draft, instruction=Instruction(f"E.O. 12958: DECL: {day}", None, True))


def date_out_of_reach(choose: Choose, draft: Draft) -> Draft:
    """A day before the telegram's or beyond 75 years, its date known: unreadable (R11, R12)."""
    if draft.instruction.until is None or not draft.envelope or draft.page:
        return draft
    day = one_of(choose, ("09/22/1999", "01/01/2150", f"{draft.dated:%m/%d/%Y}"))
    return replace(draft, instruction=Instruction(f"E.O. 12958: DECL: {day}", None, True))


def order_line_lost(choose: Choose, draft: Draft) -> Draft:
    """No E.O. line: no day ends anything (K6), unless the Classified By block states one."""
    stated = any(line.startswith("Declassify on") for line in draft.classified_by)
    until = draft.instruction.until if stated else None
    return replace(draft, instruction=Instruction("", until, states=stated))


def tags_before_order(choose: Choose, draft: Draft) -> Draft:
    """The TAGS line stands before the E.O. line (cables 2.4)."""
    return replace(draft, tags_first=True)


def later_date_in_block(choose: Choose, draft: Draft) -> Draft:
    """The Classified By block states a later day, which binds (K13)."""
    until = draft.instruction.until
    if until is None or not draft.classified_by or until > draft.dated.replace(year=2034, day=1):
        return draft
    later = until.replace(year=until.year + 3, day=1)
    block = (*draft.classified_by, f"Declassify on: {later:%m/%d/%Y}")
    return replace(draft, classified_by=block, instruction=replace(draft.instruction, until=later))


def letters_disagree(choose: Choose, draft: Draft) -> Draft:
    """The letters of the security warning state another level than the banner: doubt (R5)."""
    others = [letters for letters in headers.LETTERS if letters != draft.letters]
    other = one_of(choose, others)
    lines = tuple(line.replace(draft.letters, other) for line in draft.envelope)
    if lines == draft.envelope or not draft.banner.level:
        return draft
    return replace(draft, envelope=lines, letters=other)


DRAFT_DAMAGES: dict[str, DraftDamage] = {
    "mark-look-alike": _destroyed(marks.LOOK_ALIKE),
    "mark-invisible-character": _destroyed(marks.INVISIBLE),
    "mark-lower-case": _destroyed(marks.LOWER_CASE),
    "mark-ocr": _destroyed(marks.OCR),
    "mark-bracket-lost": _destroyed(marks.BRACKET_LOST),
    "mark-empty": _destroyed(marks.EMPTY),
    "mark-cut-off": _destroyed(marks.CUT_OFF),
    "mark-unknown-word": _destroyed(marks.UNKNOWN_WORD),
    "mark-twice": _destroyed(marks.TWO_MARKS),
    "small-mark-destroyed": small_mark_destroyed,
    "mark-lost": mark_lost,
    "mark-broken-over-lines": mark_broken_over_lines,
    "banner-misspelt": banner_misspelt,
    "banner-lost": banner_lost,
    "banner-below-marks": banner_below_marks,
    "order-misspelt": order_misspelt,
    "date-in-letters": date_in_letters,
    "date-impossible": date_impossible,
    "date-out-of-reach": date_out_of_reach,
    "order-line-lost": order_line_lost,
    "tags-before-order": tags_before_order,
    "later-date-in-block": later_date_in_block,
    "letters-disagree": letters_disagree,
}
