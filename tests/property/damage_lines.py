"""Damage to the printed lines of a telegram, and what it leaves of the promises.

Each takes a `Printed` and gives another (the same one where there is nothing to damage). What may
raise never lowers; where a line may come to belong to its neighbour nothing is promised.
"""

from dataclasses import replace

from tests.property.choose import Choose, one_of
from tests.property.drafts import Line, Part
from tests.property.marks import Hold
from tests.property.printed import (
    BLANK,
    TEXT_ROLES,
    LineDamage,
    Printed,
    hanging,
    inside,
    mapped,
    tokens_of,
)
from tests.property.printing import HEADER_ROLES, head
from tests.property.truth import OPEN, Stays, unmarked


def links(choose: Choose, cable: Printed) -> Printed:
    """The scraper's anchor before paragraph numbers and labels (cables 5)."""
    sign = one_of(choose, ("[1](#)", "&para;", "&#182;", "¶"))

    def linked(line: Line) -> str:
        numbered = line.role == "first" and line.text[:1].isdigit()
        lettered = line.role == "reference" and line.text[:2] in ("B.", "C.", "B)", "C)")
        return sign + line.text if numbered or lettered else line.text

    return mapped(cable, linked)


def glued_anchor(choose: Choose, cable: Printed) -> Printed:
    """`13.` for paragraph 3: the anchor's number glued to the paragraph's."""
    places = [
        at
        for at, line in enumerate(cable.lines)
        if line.role == "first" and line.text[:2] in ("2.", "3.", "4.", "5.")
    ]
    if not places:
        return cable
    at = one_of(choose, places)
    line = replace(cable.lines[at], text="1" + cable.lines[at].text)
    return cable.with_lines(at, line, instead=1).softened()


def blank_inside(choose: Choose, cable: Printed) -> Printed:
    """A blank line in the middle of a paragraph: what follows may have lost its mark (R2)."""
    places = inside(cable)
    if not places:
        return cable
    at = one_of(choose, places)
    block = cable.lines[at].block
    own = cable.draft.blocks[block]
    after = tokens_of(cable.lines[at:], block)
    behind = tokens_of(cable.lines[at:], *hanging(cable, block))
    most = Stays.UNTIL_THE_DATE if cable.draft.banner.level else Stays.FREE
    cable = cable.with_lines(at, BLANK).promising(lambda p: p.at_most(most), behind)
    if own.mark.hold is Hold.FREE and cable.draft.banner.level:
        base = unmarked(cable.draft).at_most(Stays.UNTIL_THE_DATE)
        return cable.promising(lambda _: base, after)
    return cable


def unwrapped(choose: Choose, cable: Printed) -> Printed:
    """Each paragraph on one long line, its blocks and blank lines kept."""
    lines: list[Line] = []
    for line in cable.lines:
        before = lines[-1] if lines else BLANK
        whole = before.role in TEXT_ROLES and not before.text.rstrip().endswith((")", "/", ","))
        if line.role == "more" and whole:
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {line.text}")
        else:
            lines.append(line)
    return replace(cable, lines=tuple(lines))


def inner_order_line(choose: Choose, cable: Printed) -> Printed:
    """A further E.O. line with an earlier day inside the body: text (cables 2.3)."""
    places = inside(cable)
    if not places or not cable.draft.instruction.text:
        return cable
    day = cable.draft.dated.replace(year=cable.draft.dated.year + 2, day=1)
    line = Line(f"E.O. 12958: DECL: {day:%m/%d/%Y}", "more", cable.lines[places[0]].block)
    return cable.with_lines(one_of(choose, places), line).softened()


def quoted_lower_banner(choose: Choose, cable: Printed) -> Printed:
    """A quotation with an unclassified banner behind a paragraph: it lowers nothing (R5)."""
    places = [
        at
        for at, line in enumerate(cable.lines)
        if line.role == "blank"
        and at
        and cable.lines[at - 1].role in TEXT_ROLES
        and _starts_anew(cable, at + 1)
    ]
    if not places:
        return cable
    quote = ("BEGIN QUOTE:", "UNCLAS STATE 031112", "1. (U) Port calls are agreed.", "END QUOTE.")
    lines = (BLANK, *(Line(text, "quote") for text in quote))
    return cable.with_lines(one_of(choose, places), *lines).softened()


def _starts_anew(cable: Printed, at: int) -> bool:
    """Whether the line there is the first of a numbered paragraph, a heading or the signature."""
    if at >= len(cable.lines):
        return False
    line = cable.lines[at]
    numbered = line.role == "first" and cable.draft.blocks[line.block].part is Part.PARAGRAPH
    return numbered or line.role in ("rule", "heading", "signature")


def mark_in_running_text(choose: Choose, cable: Printed) -> Printed:
    """`(U)` behind two words or more, inside a line, is text (cables 3, markings G)."""
    places = [
        (at, behind)
        for at, line in enumerate(cable.lines)
        if line.role in TEXT_ROLES
        for behind in _inside_line(cable, line)
    ]
    if not places:
        return cable
    at, behind = one_of(choose, places)
    words = cable.lines[at].text.split(" ")
    text = " ".join((*words[:behind], "(U)", *words[behind:]))
    return cable.with_lines(at, replace(cable.lines[at], text=text), instead=1).softened()


def _inside_line(cable: Printed, line: Line) -> list[int]:
    """Behind how many words of a line its text can be broken: neither at its head nor its end."""
    words = line.text.split(" ")
    first = len(head(cable.draft.blocks[line.block]).split()) if line.role == "first" else 0
    ends = (".", ":", ";", "?", '"', ")")
    return [n for n in range(first + 2, len(words) - 1) if not words[n - 1].endswith(ends)]


def mark_at_line_start(choose: Choose, cable: Printed) -> Printed:
    """`(U)` at the start of a line inside a sentence is text (cables 8)."""
    places = [
        at
        for at in inside(cable)
        if cable.lines[at - 1].text[-1:].isalpha() and cable.lines[at - 1].role in TEXT_ROLES
    ]
    if not places:
        return cable
    at = one_of(choose, places)
    line = replace(cable.lines[at], text=f"(U) {cable.lines[at].text}")
    return cable.with_lines(at, line, instead=1).softened()


def line_lost(choose: Choose, cable: Printed) -> Printed:
    """A line is gone; where it held a mark or a boundary, what hung on it is not promised."""
    places = [at for at, line in enumerate(cable.lines) if line.role not in ("page", "stamp")]
    at = one_of(choose, places)
    line = cable.lines[at]
    gone = _present(cable.with_lines(at, instead=1).at_floor())
    if line.role == "subject":
        return gone.promising(lambda _: OPEN, _kept(gone, line))
    if line.role in (*HEADER_ROLES, "envelope", "trailer", "more"):
        return gone
    return gone.promising(lambda _: OPEN, _depending(gone, at, line))


def _present(cable: Printed) -> Printed:
    present = tokens_of(cable.lines)
    return replace(cable, promises={t: p for t, p in cable.promises.items() if t in present})


def _kept(cable: Printed, line: Line) -> set[str]:
    return tokens_of(cable.lines, line.block) & set(cable.promises)


def _depending(cable: Printed, at: int, line: Line) -> set[str]:
    """The tokens of the block at a place, and of all that hangs on it up to the next number."""
    block = next((one.block for one in cable.lines[at:] if one.block >= 0), line.block)
    block = min(block, line.block) if line.block >= 0 else block
    if block < 0:
        return set()
    return tokens_of(cable.lines, *hanging(cable, block)) & set(cable.promises)


def line_doubled(choose: Choose, cable: Printed) -> Printed:
    """A line stands twice."""
    at = choose(len(cable.lines))
    line = cable.lines[at]
    twice = cable.with_lines(at, line).at_floor()
    if line.role == "subject":
        return twice.promising(lambda _: OPEN, _kept(twice, line))
    if line.role in ("quote-begin", "quote-end"):
        return twice.promising(lambda _: OPEN, _depending(twice, at, line))
    return twice


def lines_swapped(choose: Choose, cable: Printed) -> Printed:
    """Two neighbouring lines change places: nothing is promised of their tokens and after."""
    at = choose(len(cable.lines) - 1)
    first, second = cable.lines[at : at + 2]
    swapped = cable.with_lines(at, second, first, instead=2)
    return swapped.promising(lambda _: OPEN, cable.promises)


def hard_breaks(choose: Choose, cable: Printed) -> Printed:
    """Two blanks at every line's end, as Markdown breaks lines."""
    return mapped(cable, lambda line: line.text + "  ")


def indented(choose: Choose, cable: Printed) -> Printed:
    """Every line of text set in by blanks or a tab."""
    by = one_of(choose, (" ", "  ", "\t"))
    roles = (*HEADER_ROLES, *TEXT_ROLES)
    return mapped(
        cable, lambda line: by + line.text if line.role in roles else line.text
    ).softened()


def wide_blanks(choose: Choose, cable: Printed) -> Printed:
    """Doubled blanks or tabs between the words of numbered paragraphs (others look like tables)."""
    by = one_of(choose, ("  ", "\t"))

    def numbered(line: Line) -> bool:
        in_text = line.role in TEXT_ROLES
        return in_text and cable.draft.blocks[line.block].part is Part.PARAGRAPH

    return mapped(
        cable,
        lambda line: line.text.replace(" ", by) if numbered(line) else line.text,
    ).softened()


TEXT_LINE_DAMAGES: dict[str, LineDamage] = {
    "links": links,
    "glued-anchor": glued_anchor,
    "blank-inside": blank_inside,
    "unwrapped": unwrapped,
    "inner-order-line": inner_order_line,
    "quoted-lower-banner": quoted_lower_banner,
    "mark-in-running-text": mark_in_running_text,
    "mark-at-line-start": mark_at_line_start,
    "line-lost": line_lost,
    "line-doubled": line_doubled,
    "lines-swapped": lines_swapped,
    "hard-breaks": hard_breaks,
    "indented": indented,
    "wide-blanks": wide_blanks,
}
