"""What must stay and what should come out, worked out from the pages and never by the product.

`release.md` K6 to K13 and `cables.md` section 9, R1 to R6, for the policy `public`. Where the pages
leave freedom a token promises nothing: it is neither expected to stay nor to come out.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from tests.property.drafts import Block, Draft, Part, Shape
from tests.property.marks import Hold, Mark
from tests.property.tokens import tokens_in


class Stays(IntEnum):
    """How long a token must stay in."""

    FREE = 0
    UNTIL_THE_DATE = 1
    EVER = 2


class Comes(IntEnum):
    """When a token should come out: cleanly marked, undamaged, in a cable without doubt."""

    UNPROMISED = 0
    FROM_THE_DATE = 1
    ALWAYS = 2


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised of a token.

    `floor` is how long it must stay by its own mark or the banner alone, whatever becomes of the
    captions, the quotation marks and the other marks of the cable that raise it now. `unread`: the
    mark it stands under cannot be read.
    """

    stays: Stays
    floor: Stays
    comes: Comes
    unread: bool = False

    def must_stay(self, as_of: date, until: date | None) -> bool:
        """Whether the token may not come out on `as_of`; `until` is the cable's own day."""
        if self.stays is Stays.UNTIL_THE_DATE:
            return until is None or as_of < until
        return self.stays is Stays.EVER

    def should_come(self, as_of: date, until: date | None) -> bool:
        """Whether the token is expected in the release on `as_of`."""
        if self.comes is Comes.FROM_THE_DATE:
            return until is not None and as_of >= until
        return self.comes is Comes.ALWAYS

    def unpromised(self) -> "Promise":
        """Still to be kept in as before, no longer expected to come out."""
        return replace(self, comes=Comes.UNPROMISED)

    def at_floor(self) -> "Promise":
        """What is left when whatever else raised it may be gone."""
        return Promise(min(self.stays, self.floor), self.floor, Comes.UNPROMISED)

    def at_most(self, stays: Stays) -> "Promise":
        """No longer than `stays`, and not expected to come out."""
        return Promise(min(self.stays, stays), min(self.floor, stays), Comes.UNPROMISED)


OPEN = Promise(Stays.FREE, Stays.FREE, Comes.UNPROMISED)
SEALED = Promise(Stays.EVER, Stays.EVER, Comes.UNPROMISED)

# Captions that restrict (cables 2.2), also as the beginning of a longer one; ZEPHYR is unknown.
BINDING = (
    *("NODIS", "EXDIS", "LIMDIS", "STADIS", "ROGER CHANNEL", "DISSENT CHANNEL", "EYES ONLY"),
    *("DS CHANNEL", "CHEROKEE", "HANDLE AS", "AGREMENT CHANNEL", "ZEPHYR"),
)
# Captions that withhold classified text for good (K10).
LASTING = ("RESTRICTED DATA", "CNWDI", "ORCON")
# Captions that enter the banner's marking (cables 2.2).
_ENTERING = (("NOFORN", "NF"), ("ORCON", "OC"), ("RESTRICTED DATA", "RD"), ("CNWDI", "RD"))
# The level that the letters of the security warning state (cables 1, FL4).
_LETTERS = {"UUUUU": 0, "CCCCC": 1, "SSSSS": 2}
# Captions that restrict nothing and raise nothing.
HARMLESS = ("SIPDIS", "INFORM ALL STATE EMPLOYEES", "CORRECTED COPY")


def promises_of(draft: Draft) -> dict[str, Promise]:
    """What is promised of each token of a telegram that is printed without further damage."""
    base = unmarked(draft)
    parent = before = base
    found: dict[str, Promise] = {}
    for at, block in enumerate(draft.blocks):
        promise = _of_block(draft, at, block, parent, before, base)
        if block.part in (Part.PARAGRAPH, Part.PLAIN):
            parent = promise
        before = base if block.part in (Part.HEADING, Part.SUBJECT) else promise
        found.update(dict.fromkeys(tokens_in(" ".join(block.text)), _in_doubt(draft, promise)))
    return found


def _of_block(
    draft: Draft, at: int, block: Block, parent: Promise, before: Promise, base: Promise
) -> Promise:
    if block.part is Part.QUOTE:
        return _quoted(draft, block, parent, base)
    if block.part is Part.LETTER:
        return _lettered(draft, block, parent, base)
    keyed = block.part is Part.SUBJECT or block.shape is Shape.AFTER_LEAD
    if keyed and block.mark.hold is Hold.EVER:
        return replace(SEALED, floor=base.floor)
    if block.mark.hold is not Hold.NONE:
        return of_mark(draft, block.mark)
    if block.part is Part.TABLE:
        return parent
    if block.part is Part.SUB:
        return _inherited(draft, parent, base)
    if block.part is Part.PLAIN and not _begins(draft, at):
        return _continued(draft, parent, before, base)
    return base


def of_mark(draft: Draft, mark: Mark) -> Promise:
    """A readable or unreadable mark in its place (R1, K6, K9, K10, K12)."""
    if mark.hold in (Hold.UNREAD, Hold.EVER):
        return replace(SEALED, unread=mark.hold is Hold.UNREAD)
    if mark.hold is Hold.DATE:
        stays = Stays.EVER if _has(draft, LASTING) else Stays.UNTIL_THE_DATE
        comes = Comes.FROM_THE_DATE if mark.plain and not _may_be_bound(draft) else Comes.UNPROMISED
        return Promise(stays, Stays.UNTIL_THE_DATE, comes)
    comes = Comes.UNPROMISED if _may_be_bound(draft) else Comes.ALWAYS
    return Promise(_bound(draft), Stays.FREE, comes)


def unmarked(draft: Draft) -> Promise:
    """Text without a mark that inherits from nothing but the banner (R3 to R6)."""
    level = draft.banner.level
    if level is None:
        known = Stays.UNTIL_THE_DATE if draft.entire.text else Stays.EVER
        return Promise(known, Stays.UNTIL_THE_DATE, Comes.UNPROMISED)
    raised = _doubt_is_certain(draft) and any(_lasts(mark) for mark in draft.marks())
    if level > 0:
        stays = Stays.EVER if raised or _has(draft, LASTING) else Stays.UNTIL_THE_DATE
        open_ended = _may_be_bound(draft) or _has(draft, ("SENSITIVE",))
        comes = Comes.UNPROMISED if open_ended else Comes.FROM_THE_DATE
        return Promise(stays, Stays.UNTIL_THE_DATE, comes)
    return _under_unclassified(draft, raised=raised)


def _under_unclassified(draft: Draft, *, raised: bool) -> Promise:
    above = any(mark.level > 0 for mark in draft.marks() if mark.hold is not Hold.UNREAD)
    if above:
        stays = Stays.EVER if raised else Stays.UNTIL_THE_DATE
        return Promise(stays, Stays.FREE, Comes.UNPROMISED)
    sensitive = any(mark.hold is Hold.EVER and mark.plain for mark in draft.marks())
    if sensitive or _has(draft, ("SENSITIVE", "NOFORN", *LASTING)) or _contradicts(draft):
        return Promise(Stays.EVER, Stays.FREE, Comes.UNPROMISED)
    comes = Comes.UNPROMISED if _may_be_bound(draft) else Comes.ALWAYS
    return Promise(_bound(draft), Stays.FREE, comes)


def _contradicts(draft: Draft) -> bool:
    """An unclassified banner over a reason, or over an instruction that says something (R6)."""
    reasons = any("1." in line for line in draft.classified_by)
    return draft.banner.level == 0 and (draft.instruction.states or reasons)


def _inherited(draft: Draft, parent: Promise, base: Promise) -> Promise:
    """An item or quotation without a mark: its parent's, and in doubt the highest (R2, R5).

    The highest mark of a cable in doubt is a join, and SBU vanishes in a classified join (markings
    E1): where there may be doubt, the text of an SBU paragraph is held like classified text only.
    """
    held = parent.floor if parent.unread else min(parent.floor, Stays.UNTIL_THE_DATE)
    if not _may_be_in_doubt(draft):
        return replace(parent, floor=held)
    if not _doubt_is_certain(draft):
        return Promise(held, held, Comes.UNPROMISED, parent.unread)
    highest = Stays.FREE if draft.banner.level is None else base.stays
    if _contradicts(draft):
        highest = min(highest, Stays.UNTIL_THE_DATE)
    return Promise(max(highest, held), held, Comes.UNPROMISED, parent.unread)


def _continued(draft: Draft, parent: Promise, before: Promise, base: Promise) -> Promise:
    """Text after a blank line: its parent's, or the banner's if that is higher (R2, exception)."""
    if _classified_banner(draft):
        certain = max(parent.stays, before.stays) < Stays.EVER
        comes = base.comes if certain and min(parent.comes, before.comes) else Comes.UNPROMISED
        return replace(base.at_most(Stays.UNTIL_THE_DATE), comes=comes)
    least = min(parent.stays, before.stays, base.stays)
    floor = min(parent.floor, before.floor, base.floor)
    comes = min(parent.comes, before.comes, base.comes)
    return Promise(least, min(least, floor), comes)


def _quoted(draft: Draft, block: Block, parent: Promise, base: Promise) -> Promise:
    """A quotation: its parent's, raised by every mark inside, lowered by none."""
    outer = _inherited(draft, parent, base)
    if not block.inner and not block.inner_banner:
        return outer
    highest = max((of_mark(draft, mark).stays for mark in block.inner), default=Stays.FREE)
    joined = outer.stays if outer.unread else min(outer.stays, Stays.UNTIL_THE_DATE)
    return Promise(max(joined, highest), Stays.FREE, Comes.UNPROMISED, outer.unread)


def _lettered(draft: Draft, block: Block, parent: Promise, base: Promise) -> Promise:
    """An item of a list (A) (B) (C): its parent's; a (C) without (D) below C is the mark C."""
    outer = _inherited(draft, parent, base)
    if block.label == "(C)" and outer.stays is Stays.FREE:
        return Promise(Stays.UNTIL_THE_DATE, Stays.FREE, Comes.UNPROMISED)
    return outer.at_most(Stays.UNTIL_THE_DATE) if block.label == "(C)" else outer.unpromised()


def _begins(draft: Draft, at: int) -> bool:
    """Whether a plain block is the first of the body or the first after a heading."""
    return at == 0 or draft.blocks[at - 1].part in (Part.HEADING, Part.SUBJECT)


def above(mark: Mark, draft: Draft) -> bool:
    """Whether a mark surely stands above the banner (R5)."""
    level = draft.banner.level
    if level is None or mark.hold is Hold.NONE:
        return False
    plain = level == 0 and not _has(draft, ("SENSITIVE", "NOFORN", *LASTING))
    controlled = plain and mark.plain and mark.hold is Hold.EVER
    captions = {control for word, control in _ENTERING if _has(draft, (word,))}
    lacking = mark.raises - draft.banner.raises - captions
    return mark.level > level or controlled or bool(lacking)


def _doubt_is_certain(draft: Draft) -> bool:
    stated = _LETTERS[draft.letters] if draft.envelope else draft.banner.level
    disagree = draft.banner.level is not None and stated != draft.banner.level
    marked = any(mark.hold is Hold.UNREAD or above(mark, draft) for mark in draft.marks())
    return disagree or marked


def _may_be_in_doubt(draft: Draft) -> bool:
    open_ended = any(not mark.plain for mark in draft.marks()) or _contradicts(draft)
    return open_ended or _doubt_is_certain(draft) or draft.banner.level is None


def _in_doubt(draft: Draft, promise: Promise) -> Promise:
    """Nothing is expected to come out of a cable that may be in doubt."""
    listed = any(block.part is Part.LETTER for block in draft.blocks)
    return promise.unpromised() if listed or _may_be_in_doubt(draft) else promise


def _lasts(mark: Mark) -> bool:
    return mark.hold is Hold.EVER and mark.level > 0 and bool(mark.raises)


def _classified_banner(draft: Draft) -> bool:
    return draft.banner.level is not None and draft.banner.level > 0


def _classified(draft: Draft) -> bool:
    marks = (mark for mark in draft.marks() if mark.hold is not Hold.UNREAD)
    return draft.banner.level != 0 or _contradicts(draft) or any(mark.level for mark in marks)


def _has(draft: Draft, words: tuple[str, ...]) -> bool:
    return any(caption.startswith(words) for caption in draft.captions)


def _bound(draft: Draft) -> Stays:
    """How long a caption keeps unclassified text in (K10); an unknown one needs its banner."""
    known = BINDING if draft.banner.level is not None else BINDING[:-1]
    if not _has(draft, (*known, *LASTING)):
        return Stays.FREE
    return Stays.UNTIL_THE_DATE if _classified(draft) else Stays.EVER


def _may_be_bound(draft: Draft) -> bool:
    harmless = (*HARMLESS, "SENSITIVE", "NOFORN")
    return any(not caption.startswith(harmless) for caption in draft.captions)
