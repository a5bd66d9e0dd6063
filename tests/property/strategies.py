"""Generated telegrams of 2002-2010, whose truth is known, and the same ones damaged.

The narrow variant (`telegram`) holds what the handbooks allow: every form of header, mark, heading,
list, quotation and table of the domain pages, in telegrams of any level. It leaves out several
telegrams in a file and person TAGS. The rich variant (`specimen`) makes half of them copies of the
archive (`copies`) or papers of another form (`frames`), and damages them.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from tests.property import headers, marks
from tests.property.choose import Choose, between, one_in, one_of
from tests.property.copies import COPIES, copied
from tests.property.damage import damaged
from tests.property.drafts import Block, Draft, Part, Shape
from tests.property.frames import FORMS as FRAMED
from tests.property.frames import framed
from tests.property.marks import NO_MARK, Hold, Mark
from tests.property.tokens import Words
from tests.property.truth import Promise

SIGNERS = ("RIVKIN", "MARCHETTI", "DE LA CRUZ", "O'NEILL", "HOLT", "MOORE")
FORMS = (*("C03",) * 7, *COPIES, *FRAMED)
"""The forms that are generated: that of 2002-2010 in half of all cables."""
LEADS = ("SUMMARY:", "COMMENT:", "Summary:", "ACTION REQUEST:")
ENDINGS = ((), ("BT", "#1292", "NNNN"), ("NNNN",), ("BT",))


@dataclass(frozen=True, slots=True)
class Specimen:
    """A cable as bytes, what is promised of its tokens, and what was done to it."""

    data: bytes
    promises: dict[str, Promise]
    until: date | None
    damages: tuple[str, ...]
    form: str = "C03"


def specimen(choose: Choose, *, damages: tuple[str, ...] | None = None) -> Specimen:
    """A telegram with no, one or several damages (a third of them each), or those named."""
    draft = telegram(choose)
    form = one_of(choose, FORMS)
    if form in COPIES:
        draft = copied(choose, draft, form)
    elif form != "C03":
        draft = framed(choose, draft, form)
    result = damaged(choose, draft, damages)
    return Specimen(result.data, result.promises, result.until, result.damages, draft.form)


def as_of(choose: Choose, until: date | None) -> date:
    """A day on which to ask: just before the cable's own day, on it, after it, or far away."""
    if until is None:
        return one_of(choose, (date(2010, 1, 1), date(2033, 12, 31), date(2999, 12, 31)))
    shift = one_of(choose, (-1, 0, 1, -400, 4000, -3000, 90000))
    return until + timedelta(days=shift)


def telegram(choose: Choose) -> Draft:
    """An undamaged telegram."""
    words = Words(choose)
    level = one_of(choose, (1, 0, 2, 1, 2, 0, 1))
    post = one_of(choose, headers.POSTS)
    serial = between(choose, 100, 4999)
    dated = date(2003, 1, 1) + timedelta(days=between(choose, 0, 2550))
    enveloped = not one_in(choose, 8)
    letters = headers.LETTERS[level]
    classified = level > 0
    lines = headers.envelope(choose, post, serial, dated, letters) if enveloped else ()
    pool = pools(choose, level)
    draft = Draft(
        post=post[0],
        route=post[1],
        serial=serial,
        dated=dated,
        envelope=lines,
        letters=letters,
        banner=headers.banner(choose, level, post[0], serial),
        captions=headers.captions(choose),
        passing=(one_of(choose, headers.PASSING),) if one_in(choose, 3) else (),
        instruction=headers.instruction(choose, dated, known=enveloped)
        if classified
        else headers.NOT_APPLICABLE,
        tags=headers.tags(choose, post[2]),
        tags_first=one_in(choose, 12),
        references=one_of(choose, (*headers.REFERENCES, ())),
        classified_by=one_of(choose, headers.CLASSIFIED_BY) if classified else (),
        blocks=(subject(choose, words, pool), *body(choose, words, pool, level)),
        signer=one_of(choose, SIGNERS),
        ending=one_of(choose, ENDINGS),
        width=between(choose, 44, 68),
        capitals=one_in(choose, 4),
    )
    return entire(choose, draft)


Pools: TypeAlias = tuple[tuple[Mark, ...], ...]


def pools(choose: Choose, level: int) -> Pools:
    """Where the marks of a telegram come from, the usual ones several times.

    Two telegrams in three hold only marks of their own level and below, and are in no doubt.
    """
    own = (marks.UNCLASSIFIED, marks.CONFIDENTIAL, marks.SECRET)[level]
    usual = (own, own, own, marks.UNCLASSIFIED, marks.UNCLASSIFIED, marks.SENSITIVE[:9])
    if not one_in(choose, 3):
        return usual
    rare = (marks.NOFORN, marks.OUTLIVING, marks.DOUBTFUL, marks.CONFIDENTIAL, marks.SECRET)
    return (*usual, marks.SENSITIVE, *(rare if level else rare[choose(5) :]))


def mark(choose: Choose, pools: Pools) -> Mark:
    """A mark of one of the pools."""
    return one_of(choose, one_of(choose, pools))


def subject(choose: Choose, words: Words, pools: Pools) -> Block:
    """The subject, marked in one of the shapes of cables 2.5 or unmarked."""
    text = tuple(words.heading() for _ in range(between(choose, 1, 2)))
    if one_in(choose, 2):
        return Block(Part.SUBJECT, "", NO_MARK, text)
    shape = one_of(choose, (Shape.AFTER_LABEL, Shape.AFTER_LABEL, Shape.BEFORE_LABEL, Shape.AT_END))
    return Block(Part.SUBJECT, "", mark(choose, pools), text, shape)


def body(choose: Choose, words: Words, pools: Pools, level: int) -> tuple[Block, ...]:
    """Paragraphs with what hangs on them, headings between; numbered or not."""
    blocks: list[Block] = []
    if one_in(choose, 10):
        blocks.append(Block(Part.PLAIN, "", NO_MARK, words.sentences(1)))
    numbered = not one_in(choose, 8)
    style = one_of(choose, ("{}.", "{}.", "{}.", "¶{}.", "{})"))
    for number in range(1, between(choose, 2, 7)):
        if one_in(choose, 6):
            blocks.append(heading(choose, words, pools))
        label = style.format(number) if numbered else ""
        blocks.append(paragraph(choose, words, pools, label))
        blocks.extend(hanging(choose, words, pools, level))
    return tuple(blocks)


def heading(choose: Choose, words: Words, pools: Pools) -> Block:
    """A heading with its rules, rarely with a mark."""
    own = mark(choose, pools) if one_in(choose, 5) else NO_MARK
    rule = one_of(choose, ("below", "above", ""))
    return Block(Part.HEADING, "", own, (words.heading(),), lead=rule)


def paragraph(choose: Choose, words: Words, pools: Pools, label: str) -> Block:
    """A paragraph with or without number, mark and lead."""
    own = NO_MARK if one_in(choose, 7) else mark(choose, pools)
    text = words.sentences(between(choose, 1, 4))
    if not label:
        return Block(Part.PLAIN, "", own, text)
    shapes = (Shape.AFTER_LABEL,) * 6 + (Shape.GLUED, Shape.BEFORE_LABEL, Shape.OWN_LINE)
    shape = one_of(choose, (*shapes, Shape.BEFORE_LEAD, Shape.AFTER_LEAD))
    led = shape in (Shape.BEFORE_LEAD, Shape.AFTER_LEAD)
    lead = one_of(choose, LEADS) if led else ""
    return Block(Part.PARAGRAPH, label, own, text, shape if own.text else Shape.AFTER_LABEL, lead)


def hanging(choose: Choose, words: Words, pools: Pools, level: int) -> tuple[Block, ...]:
    """What may follow a paragraph: items, a lettered list, a quotation, a table, a continuation."""
    kind = choose(14)
    if kind == 10:
        return items(choose, words, pools)
    if kind == 11:
        return (quotation(choose, words, level),)
    if kind == 12:
        return (table(words),)
    if kind == 13:
        return lettered(words) if one_in(choose, 3) else continuation(choose, words)
    return ()


def items(choose: Choose, words: Words, pools: Pools) -> tuple[Block, ...]:
    """Sub-paragraphs of one style, some with a mark."""
    style = one_of(choose, (("-",) * 3, ("--",) * 3, ("A.", "B.", "C."), ("a.", "b.", "c.")))
    spaced = one_in(choose, 2)
    return tuple(
        Block(
            Part.SUB,
            label,
            mark(choose, pools) if one_in(choose, 3) else NO_MARK,
            words.sentences(1),
            spaced=spaced,
        )
        for label in style
    )


def lettered(words: Words) -> tuple[Block, ...]:
    """A list (A), (B), (C): letters, and a trap."""
    return tuple(
        Block(Part.LETTER, label, NO_MARK, words.sentences(1)) for label in ("(A)", "(B)", "(C)")
    )


def quotation(choose: Choose, words: Words, level: int) -> Block:
    """BEGIN TEXT ... END TEXT, sometimes a whole telegram of a level no higher."""
    if one_in(choose, 2):
        return Block(Part.QUOTE, "", NO_MARK, words.sentences(2))
    low = between(choose, 0, level)
    inside = (marks.UNCLASSIFIED, marks.CONFIDENTIAL, marks.SECRET)[: low + 1]
    inner = tuple(mark(choose, inside) for _ in range(2))
    banner = (
        f"{headers.LEVELS[low]} STATE 031112\n\nE.O. 12356: N/A\nTAGS: EWWT\nSUBJECT: PORT CALLS"
    )
    return Block(Part.QUOTE, "", NO_MARK, words.sentences(2), inner=inner, inner_banner=banner)


def table(words: Words) -> Block:
    """Rows of columns, with level letters as cells."""
    names = [words.name() for _ in range(3)]
    rows = (
        f"  {name:<24}  {410 + at}    {cell}"
        for at, (name, cell) in enumerate(zip(names, "SCU", strict=True))
    )
    return Block(Part.TABLE, "", NO_MARK, tuple(rows))


def continuation(choose: Choose, words: Words) -> tuple[Block, ...]:
    """Text behind a blank line, without number or mark."""
    return (Block(Part.PLAIN, "", NO_MARK, words.sentences(between(choose, 1, 2))),)


def entire(choose: Choose, draft: Draft) -> Draft:
    """The same telegram with `(C - ENTIRE TEXT)` on its first numbered paragraph, or unchanged."""
    letter = ("U", "C", "S")[draft.banner.level or 0]
    first = next((at for at, b in enumerate(draft.blocks) if b.part is Part.PARAGRAPH), None)
    if first is None or letter == "U" or not one_in(choose, 15):
        return draft
    whole = Mark(f"({letter} - ENTIRE TEXT)", Hold.DATE, draft.banner.level or 0)
    block = replace(draft.blocks[first], mark=whole, shape=Shape.AFTER_LABEL, lead="")
    return replace(draft.with_block(first, block), entire=whole)
