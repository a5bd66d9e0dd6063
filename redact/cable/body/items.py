"""Items of lists inside a paragraph: letters, numbers, dashes."""

from itertools import pairwise

from redact.cable.body.cursor import Cursor
from redact.cable.body.flowing import SHORTEST, flows_on
from redact.cable.body.signs import (
    LONGEST_HEADING,
    Sign,
    is_heading,
    mark_of_line,
    number_at,
    plain_dash_at,
    sign_at,
)
from redact.cable.drafts import Boundary, Draft
from redact.cable.model import Kind

_REACH = 200
_FIRST_LABELS = frozenset({"A", "a", "1", "i"})
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_BEFORE = {label: before for before, label in pairwise(_ROMANS) if len(label) > 1}
_LEVEL_LETTERS = frozenset("UCSR")


def cut_plain_dash(cursor: Cursor) -> bool:
    """A dashed item without brackets that is no heading: too long, or it goes on below."""
    line = cursor.line
    if line.text[-1] in "-=*_" or _may_be_short(cursor):
        return False
    sign = plain_dash_at(cursor.scan.text, line)
    if sign is None:
        return False
    draft = Draft(Kind.SUBPARAGRAPH, line.start, depth=sign.depth)
    enclose(cursor, draft)
    cursor.begin(draft)
    return True


def _may_be_short(cursor: Cursor) -> bool:
    length = len(cursor.line.text)
    return length <= LONGEST_HEADING and (
        length < SHORTEST or not flows_on(cursor, cursor.next_text)
    )


def cut_item(cursor: Cursor) -> bool:
    """A list item; `(C)` is a letter only behind the item `(B)`, else a mark."""
    sign = sign_at(cursor.scan.text, cursor.line, cursor.mark_stop)
    if sign is None:
        return False
    clear = cursor.is_clear() or cursor.before.endswith((",", " and", " or"))
    if sign.label and not clear and sign.found is None:
        return False
    if sign.closed and not _follows(cursor, sign.label or ""):
        return False
    draft = Draft(Kind.SUBPARAGRAPH, cursor.line.start, sign.label, sign.found, depth=sign.depth)
    enclose(cursor, draft)
    if sign.label and (not clear or _may_be_part(cursor, sign)):
        draft.boundary, draft.parent = Boundary.DOUBTFUL, cursor.index_of(cursor.previous)
    if sign.bracketed and sign.label in _LEVEL_LETTERS and not _next_follows(cursor, sign.label):
        draft.letter = mark_of_line(cursor.scan.text, cursor.line, cursor.line.stop)
    if sign.label:
        cursor.letters.append(sign.label)
    cursor.begin(draft)
    return True


def _may_be_part(cursor: Cursor, sign: Sign) -> bool:
    """Whether an item with a letter may be the heading of a part: `B. NEXT STEPS`, alone."""
    text = cursor.line.text
    alone = not sign.bracketed and sign.found is None and cursor.gap is not None
    return alone and is_heading(text, ruled=False, next_text=cursor.next_text)


def _follows(cursor: Cursor, label: str) -> bool:
    """Whether a label with a bracket is one of a list: its first, or the next of one begun.

    A letter that is a level must stand directly behind its neighbour. Anything else in brackets
    where a mark may stand is a mark, or one that cannot be read: `(G)`, `(5)`, `C)`.
    """
    if label in _FIRST_LABELS:
        return True
    before = _BEFORE.get(label) or _one_before(label)
    if label in _LEVEL_LETTERS or label.upper() in _LEVEL_LETTERS:
        return cursor.letters[-1:] == [before]
    return before in cursor.letters


def _one_before(label: str) -> str:
    return str(int(label) - 1) if label.isdigit() else chr(ord(label[0]) - 1)


def _next_follows(cursor: Cursor, label: str) -> bool:
    """Whether the list goes on with the next letter, near by and before another paragraph."""
    following = f"({chr(ord(label) + 1)})"
    for line in cursor.scan.lines[cursor.at + 1 : min(cursor.stop, cursor.at + _REACH)]:
        if line.text.startswith(following):
            return True
        if line.text and number_at(cursor.scan.text, line, line.stop):
            return False
    return False


def enclose(cursor: Cursor, draft: Draft) -> None:
    """The item with fewer dashes above a dash, else the paragraph; none right under a heading.

    A dash behind a lettered item may belong to it or to the paragraph, an item behind text that
    followed a gap to that text, one under what may be no heading to the text over that: the higher
    of the two binds.
    """
    dashes = cursor.dashes
    shallower = [index for depth, index in dashes if depth < draft.depth] if dashes else None
    if shallower:
        draft.parent = shallower[-1]
    elif draft.depth and cursor.lettered is not None:
        draft.parent, draft.beside = cursor.lettered, cursor.paragraph
    elif cursor.paragraph is None and cursor.over_name:
        draft.beside = cursor.index_of(cursor.over_name)
    else:
        draft.parent, draft.beside = cursor.paragraph, cursor.continuation
