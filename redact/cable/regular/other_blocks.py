"""The less common blocks of a regular body; each asks the general way what it makes of a line."""

import re

from redact.cable.body.cursor import FLOWING, Cursor
from redact.cable.body.flowing import SHORTEST
from redact.cable.body.headings import may_be_listed
from redact.cable.body.items import enclose
from redact.cable.body.page_lines import is_page_line
from redact.cable.body.signature import ENDED, in_capitals, is_signer
from redact.cable.body.signs import (
    LONGEST_HEADING,
    ends_sentence,
    is_heading,
    is_rule,
    lead_in_end,
    sign_at,
)
from redact.cable.body.unsigned import cut_unsigned
from redact.cable.drafts import Boundary, Draft
from redact.cable.forms.archive import is_review
from redact.cable.forms.layout import TELEGRAM
from redact.cable.header.banner import level_words
from redact.cable.lines import Line, cut_lines
from redact.cable.marks import mark_at
from redact.cable.model import Kind
from redact.cable.regular.blocks import (
    HEADING,
    RULE_SIGNS,
    is_headed,
    line_at,
    other_number,
    states,
)
from redact.cable.regular.brackets import has_second
from redact.cable.regular.flowing import FLOW, is_only_text, mark_stop

_FLOW = re.compile(FLOW)
_FOOT = r"(?:BT|NNNN|#\d{3,5}(?:/\d\d)?) *(?:\n\s*+|\Z)"
_END = re.compile(
    rf"(?:(?!{_FOOT})(?P<signer>[A-Z][A-Z'. -]*[A-Z.]) *(?:\n|\Z))?(?>(?: *\n)*)"
    rf"(?P<feet>(?>(?: *{_FOOT})+))?\s*\Z"
)
_ENDED_WITHIN = 9
_CLEAR = (",", " and", " or")


def may_number(cursor: Cursor, printed: str) -> bool:
    """Whether a number is the next of the count, and clearly begins a paragraph."""
    if printed != str((cursor.count or 0) + 1):
        return False
    if cursor.gap is Boundary.PAGE:
        return ends_sentence(cursor.before)
    return cursor.gap is Boundary.BLANK or cursor.last_kind is Kind.HEADING


def is_short(text: str, at: int) -> bool:
    """Whether a line is so short that it may state a level."""
    return len(text[at : at + 2 * SHORTEST].partition("\n")[0].rstrip()) < SHORTEST


def cut_number(cursor: Cursor, at: int) -> int | None:
    """A paragraph with number and mark in another order or shape: the offset behind it, or None."""
    text = cursor.scan.text
    line = line_at(text, at)
    number = other_number(text, line)
    own = number.found if number else None
    if number is None or own is None or own.unreadable or len(line.text) < SHORTEST:
        return None
    printed = str(int(number.printed))
    if not may_number(cursor, printed) or has_second(text, own):
        return None
    cursor.begin(Draft(Kind.PARAGRAPH, at, printed, own))
    cursor.count = int(printed)
    return _behind_flow(text, line)


def cut_unmarked(cursor: Cursor, found: re.Match[str]) -> bool:
    """The next numbered paragraph, without a mark."""
    printed, text = found["unmarked"], found.string
    if not may_number(cursor, printed) or is_short(text, found.start()):
        return False
    if lead_in_end(text, found.end("said"), len(text)) is not None:
        return False
    cursor.begin(Draft(Kind.PARAGRAPH, found.start(), printed))
    cursor.count = int(printed)
    return True


def cut_item(cursor: Cursor, found: re.Match[str]) -> bool:
    """A dashed item with brackets, or one with a letter."""
    text, line = found.string, line_at(found.string, found.start())
    said = line.text
    if said[-1] in RULE_SIGNS or states(said) or is_signer(said):
        return False
    alone = line.stop >= found.end() and cursor.gap is not None and len(said) <= LONGEST_HEADING
    if alone and is_heading(said, ruled=True, next_text=""):
        return False
    sign = sign_at(text, line, mark_stop(text, line.stop))
    if sign is None or sign.bracketed or sign.closed:
        return False
    if sign.found and (sign.found.unreadable or has_second(text, sign.found)):
        return False
    if cursor.gap is None and not _may_begin(cursor, line, labelled=sign.label is not None):
        return False
    draft = Draft(Kind.SUBPARAGRAPH, line.start, sign.label, sign.found, depth=sign.depth)
    enclose(cursor, draft)
    cursor.begin(draft)
    return True


def _may_begin(cursor: Cursor, line: Line, *, labelled: bool) -> bool:
    """Whether an item may begin right below a line of text: behind the end of a sentence."""
    before = _said_before(cursor.scan.text, line.start)
    clear = not labelled or ends_sentence(before) or before.endswith(_CLEAR)
    return clear and cursor.last_kind in FLOWING


def cut_heading(cursor: Cursor, at: int) -> int | None:
    """A heading with or without its rules: the offset behind it, or None."""
    text = cursor.scan.text
    found = HEADING.match(text, at) if cursor.gap is Boundary.BLANK else None
    if found is None or not is_headed(found):
        return None
    own = mark_at(text, found.start("mark"), found.end("said")) if found["mark"] else None
    if found["mark"] and (own is None or own.unreadable or has_second(text, own)):
        return None
    alone = found["over"] is None and found["under"] is None and own is None
    if found["over"] and cursor.last_kind is Kind.HEADING:
        return None
    if alone and _may_be_listed(cursor, found):
        return None
    cursor.over_name = cursor.previous if alone and is_signer(found["said"]) else None
    cursor.begin(Draft(Kind.HEADING, at, found=own))
    return found.end()


def _may_be_listed(cursor: Cursor, found: re.Match[str]) -> bool:
    """Whether a line alone may be an item of a list."""
    text, before = found.string, _said_before(found.string, found.start())
    below, _, under = text[found.end() :].lstrip().partition("\n")
    below = "" if is_rule(under.partition("\n")[0].rstrip()) else below.rstrip()
    return may_be_listed(cursor.previous, before, found["said"], below)


def cut_page(cursor: Cursor, at: int) -> int | None:
    """A page line, wherever it stands: the text goes on behind it."""
    line = line_at(cursor.scan.text, at)
    said = line.text
    if not said[:1].isupper() or not is_page_line(said) or level_words(said) or is_review(said):
        return None
    if cursor.last_kind is not Kind.PAGE_BREAK:
        cursor.before = _said_before(cursor.scan.text, at)
    cursor.scan.extend(Kind.PAGE_BREAK, at)
    return at + len(said)


def _said_before(text: str, at: int) -> str:
    return text[:at].rstrip().rpartition("\n")[2]


def cut_end(cursor: Cursor, start: int, at: int) -> int | None:
    """The signature and the foot, with nothing behind them."""
    scan = cursor.scan
    end = read_end(scan.text, start, at)
    if end is None:
        return None
    signer, feet = end
    if signer is not None:
        scan.signer = TELEGRAM.signer(signer)
        scan.add(Draft(Kind.SIGNATURE, at))
    if feet is not None:
        scan.add(Draft(Kind.TRAILER, feet))
    return len(scan.text)


def read_end(text: str, start: int, at: int) -> tuple[str | None, int | None] | None:
    """The signer at an offset and where the foot begins, of which one may be missing.

    None where something else stands there. The body begins at `start`.
    """
    found = _END.match(text, at)
    if found is None:
        return None
    signer, feet = found["signer"], found["feet"]
    if signer is None and feet is None:
        return None
    if signer is not None:
        before = text[start:at].rstrip()[-_ENDED_WITHIN:]
        signs = is_signer(signer) and ENDED.search(before) is not None
        if not signs or (feet is None and _is_in_capitals(text, start, at)):
            return None
    return signer, None if feet is None else found.start("feet")


def _is_in_capitals(text: str, start: int, stop: int) -> bool:
    some = any(map(str.isupper, text[start:stop].splitlines()))
    return some and in_capitals(cut_lines(text, start, stop))


def cut_words(cursor: Cursor, at: int) -> int | None:
    """Text without a sign, and the lines below that go on with it."""
    text = cursor.scan.text
    if not is_only_text(text, at):
        return None
    line = cursor.line = line_at(text, at)
    if cursor.gap is None:
        if cursor.last_kind not in FLOWING:
            return None
    else:
        below = text[line.stop : mark_stop(text, line.stop)].strip()
        if is_heading(line.text, ruled=is_rule(below), next_text=below):
            return None
        cut_unsigned(cursor)
    return _behind_flow(text, line)


def _behind_flow(text: str, line: Line) -> int:
    """The end of the lines that only go on with a line."""
    found = _FLOW.match(text, line.start + len(line.text))
    return found.end() if found else line.stop
