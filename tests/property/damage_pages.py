"""What pages and reviews leave in a telegram: page lines, heads, sections, stamps, attributes."""

from dataclasses import replace

from tests.property.choose import Choose, between, one_in, one_of
from tests.property.drafts import Line
from tests.property.headers import LEVELS, spaced
from tests.property.marks import Hold
from tests.property.printed import BLANK, LineDamage, Printed, hanging, inside, tokens_of
from tests.property.printing import header
from tests.property.truth import Stays


def page_line(choose: Choose, cable: Printed) -> Printed:
    """A page line in the middle of a sentence, two blank lines around (cables 4, C03)."""
    places = inside(cable)
    if not places:
        return cable
    draft = cable.draft
    text = f"{draft.post} {draft.serial:08d}  {between(choose, 2, 9):03d} OF 009"
    return _broken(cable, one_of(choose, places), BLANK, Line(text, "page"), BLANK, BLANK)


def _broken(cable: Printed, at: int, *lines: Line) -> Printed:
    """A page break before the line at `at`, which inherits; where there is doubt, the highest."""
    block = cable.lines[at].block
    after = tokens_of(cable.lines[at:], *hanging(cable, block))
    cable = cable.with_lines(at, *lines)
    if cable.draft.blocks[block].mark.hold is not Hold.EVER:
        return cable
    return cable.promising(lambda promise: promise.at_most(Stays.UNTIL_THE_DATE), after)


def turned(choose: Choose, cable: Printed) -> Printed:
    """A copy with the turn of a page in the middle of a paragraph, or two; another unchanged."""
    for _ in range(between(choose, 1, 2) if cable.draft.page else 0):
        places = inside(cable)
        if places:
            lines = (Line(text, "page") if text else BLANK for text in cable.draft.page)
            cable = _broken(cable, one_of(choose, places), *lines)
    return cable


def running_head(choose: Choose, cable: Printed) -> Printed:
    """The level of the telegram alone on a line, in the middle of a paragraph."""
    return _head(choose, cable, cable.draft.banner.level)


def lower_head(choose: Choose, cable: Printed) -> Printed:
    """A page head of a lower level in the middle of a paragraph: it lowers nothing (R5)."""
    level = cable.draft.banner.level
    return _head(choose, cable, between(choose, 0, level - 1)) if level else cable


def _head(choose: Choose, cable: Printed, level: int | None) -> Printed:
    places = inside(cable)
    if not places or level is None:
        return cable
    draft = cable.draft
    word = one_of(choose, (LEVELS[level], spaced(LEVELS[level])) if level else ("UNCLASSIFIED",))
    page = Line(f"{draft.post} {draft.serial:08d}  002 OF 003", "page")
    around = ([], [page], [BLANK, page, BLANK])[choose(3)]
    lines = (Line(word, "page"), *around)
    return _broken(cable, one_of(choose, places), *lines).at_floor()


def second_section(choose: Choose, cable: Printed) -> Printed:
    """The envelope and header of a further section in the middle of a sentence (cables 4, C03).

    The text goes on behind the header or directly under its subject, and belongs to its paragraph.
    """
    return _section(choose, cable, cable.draft.banner.text)


def lower_second_banner(choose: Choose, cable: Printed) -> Printed:
    """A further section under a lower banner: two banners that disagree raise (R5)."""
    draft = cable.draft
    if not draft.banner.level:
        return cable
    word = LEVELS[between(choose, 0, draft.banner.level - 1)]
    return _section(choose, cable, f"{word} SECTION 02 OF 02 {draft.post} {draft.serial:06d}")


def _section(choose: Choose, cable: Printed, banner: str) -> Printed:
    places = inside(cable)
    if not places or not banner:
        return cable
    at = one_of(choose, places)
    copy = replace(cable.draft, banner=replace(cable.draft.banner, text=banner))
    if one_in(choose, 2):
        top = header(copy)
    else:
        top = header(replace(copy, references=(), classified_by=()))[:-1]
    envelope = [Line(text, "envelope" if text else "blank") for text in copy.envelope]
    most = Stays.UNTIL_THE_DATE if copy.banner.level else Stays.FREE
    after = tokens_of(cable.lines[at:], *hanging(cable, cable.lines[at].block))
    cable = cable.with_lines(at, BLANK, *envelope, *top).at_floor()
    return cable.promising(lambda promise: promise.at_most(most), after)


STAMPS = (
    "UNCLASSIFIED  U.S. Department of State  Case No. F-2014-20439  Doc No. C05739595",
    "RELEASED IN FULL",
    "RELEASE IN PART B1,1.4(D),B6",
    "Declassified/Released US Department of State EO Systematic Review 22 May 2009",
    "Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review",
)
ATTRIBUTES = (
    "Message Attributes",
    "Current Classification: UNCLASSIFIED",
    "Previous Classification: UNCLASSIFIED",
)


def stamp(choose: Choose, cable: Printed) -> Printed:
    """A stamp of an earlier review, anywhere: it lowers nothing and moves no date (R5, K6)."""
    line = Line(one_of(choose, STAMPS), "stamp")
    at = one_of(choose, (0, *inside(cable), len(cable.lines)))
    if at in (0, len(cable.lines)):
        return cable.with_lines(at, line).softened()
    return _broken(cable, at, line).softened()


def attributes(choose: Choose, cable: Printed) -> Printed:
    """Attributes of another's review at the end: they lower nothing (cables 4, N73)."""
    lines = (BLANK, *(Line(text, "stamp") for text in ATTRIBUTES))
    return cable.with_lines(len(cable.lines), *lines).softened()


PAGE_DAMAGES: dict[str, LineDamage] = {
    "page-line": page_line,
    "running-head": running_head,
    "lower-head": lower_head,
    "second-section": second_section,
    "lower-second-banner": lower_second_banner,
    "stamp": stamp,
    "attributes": attributes,
}
