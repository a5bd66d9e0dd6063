"""What the blocks of a regular body begin with."""

import re

from redact.cable.body.flowing import BEGINS_WITH_SIGN, LOST_OPENING, PLAIN_WORD, WORD_ENDS
from redact.cable.body.page_lines import is_page_line, is_stamp
from redact.cable.body.quotations import opens_quotation
from redact.cable.body.signature import is_foot
from redact.cable.body.signs import (
    DASH,
    LONGEST_HEADING,
    PLAIN_NUMBER,
    Number,
    is_heading,
    number_at,
)
from redact.cable.drafts import Field
from redact.cable.header.banner import level_words
from redact.cable.header.references import finishes_item, has_label
from redact.cable.lines import Line
from redact.cable.regular.flowing import FLOW, claims, mark_stop, states_level
from redact.cable.regular.header import begins_field

BLOCK = re.compile(
    rf"(?:{PLAIN_NUMBER}(?P<marked>)[^\n]*"
    rf"|(?P<plain>{DASH}[^\n]{{2,}})"
    r"|(?:\[1\]\(#\)|¶)?(?P<unmarked>\d{1,3})\. {1,2}(?P<said>)"
    rf"(?={LOST_OPENING}(?:[A-Z]?[a-z]{{2}}|[A-Z][a-z] |U\.S\. |A [a-z]{{2}}))[^\n]*"
    r"|(?P<item>(?:-{1,4} ?(?=[A-Za-z(])|[A-Za-z]\. )[^\n]*)"
    rf"|(?P<words>{LOST_OPENING}{BEGINS_WITH_SIGN}[A-Z]?{PLAIN_WORD}{WORD_ENDS})[^\n]*){FLOW}"
)
"""What a portion begins with, and the lines below that only go on with it."""

HEADING = re.compile(
    r"(?P<over>---+ *\n)?(?P<mark>\([A-Z][A-Z/, ]{0,40}\) )?"
    r"(?P<said>[A-Z][A-Za-z][A-Za-z ,'/:-]*[A-Za-z:]) *(?P<under>\n---+ *)?(?=\n)"
)
_BLANK_BEHIND = re.compile(r"\n *\n")
RULE_SIGNS = tuple("-=*_")
_NUMBER_SIGNS = frozenset("(0123456789")


def line_at(text: str, at: int) -> Line:
    """The line that begins at an offset."""
    stop = text.find("\n", at) + 1 or len(text)
    return Line(at, stop, at, text[at:stop].rstrip(), anchored=False, mended=False)


def other_number(text: str, line: Line) -> Number | None:
    """A paragraph number in any shape, as the general way reads it."""
    if line.text[:1] not in _NUMBER_SIGNS or begins_field(line.text):
        return None
    return number_at(text, line, mark_stop(text, line.stop))


def begins_number(text: str, at: int) -> bool:
    """Whether a number in any shape stands at an offset."""
    return other_number(text, line_at(text, at)) is not None


def begins_heading(text: str, at: int) -> bool:
    """Whether a heading with a rule and without a mark stands at an offset."""
    found = HEADING.match(text, at)
    if found is None or found["mark"] or not (found["over"] or found["under"]):
        return False
    return is_headed(found)


def begins_heading_behind(references: Field, text: str, at: int) -> bool:
    """The same behind references that might go on: no item of them is a heading."""
    said = line_at(text, at).text
    belongs = has_label(said) or finishes_item(said, references.lines[-1])
    return said[:1].isalpha() and not belongs and begins_heading(text, at)


def is_headed(found: re.Match[str]) -> bool:
    """Whether a line is a heading, with its rules or alone, that says nothing else."""
    said, ruled = found["said"], found["under"] is not None
    if len(found["mark"] or "") + len(said) > LONGEST_HEADING:
        return False
    if not ruled and _BLANK_BEHIND.match(found.string, found.end()) is None:
        return False
    return is_heading(said, ruled=ruled, next_text="") and not (begins_field(said) or states(said))


def states(said: str) -> bool:
    """Whether a line says something of the whole or of a page."""
    return (
        states_level(said)
        or claims(said)
        or opens_quotation(said)
        or is_page_line(said)
        or is_stamp(said)
        or is_foot(said)
        or level_words(said) is not None
    )
