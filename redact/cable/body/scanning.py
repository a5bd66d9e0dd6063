"""The scan of the body: each line is a sign of a portion, or goes on with the one before.

A portion begins only at a number, a sign, a mark, a heading, a quotation, a page break, the
signature; and at text behind a blank line or a page break.
"""

from itertools import accumulate

from redact.cable.body.cursor import FRESH, TEXTUAL, Cursor
from redact.cable.body.flowing import SHORTEST, flow_on, flows_on, is_suspect
from redact.cable.body.headings import cut_heading
from redact.cable.body.items import cut_item, cut_plain_dash
from redact.cable.body.pages import (
    cut_furniture,
    cut_page_break,
    cut_signature,
    cut_trailer,
)
from redact.cable.body.paragraphs import cut_numbered, cut_plain_number, is_mark_alone
from redact.cable.body.quotations import (
    announces_quotation,
    close_of_quotation,
    cut_quotation,
    is_closed,
    opens_quotation,
)
from redact.cable.body.signature import is_foot
from redact.cable.body.signs import is_table_row, mark_of_line
from redact.cable.body.transmissions import is_banner, next_transmission
from redact.cable.drafts import Boundary, Draft, Field, Scan
from redact.cable.forms.archive_ending import GROUP
from redact.cable.header.authority import KEYWORD as AUTHORITY
from redact.cable.header.banner import read_banner, torn_level
from redact.cable.header.order_line import ORDER, note_further, states_duration
from redact.cable.header.statements import LONGEST_HINT, hint_of
from redact.cable.model import Kind
from redact.cable.notices import is_notice
from redact.declassification import read_reasons
from redact.markings import read_marking
from redact.markings.model import Marking

_CLAIMING = tuple("EeDdCc(")
_OPENING = "([{（［｛〔【⟨«"
OTHER_MESSAGE = "cable/other-message"
_BLANK = frozenset({"", "-"})
_BEHIND_BLANK = Boundary.BLANK
_FLOWING = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH)


def cut_body(scan: Scan, at: int) -> int:
    """Cut the body from line `at` to the end, or to the next transmission; returns that line."""
    texts = [line.text for line in scan.lines[at:]]
    said = "\n" + "\n".join(texts)
    stop = next_transmission(scan, at, said)
    if at == stop:
        return stop
    ending = scan.layout.ending(scan.lines, at, stop)
    if scan.layout.copied and stop < len(scan.lines) and _goes_on_in_section(scan):
        ending = ending._replace(signer=None, signed=stop, signed_to=-1)
    cursor = Cursor(
        *(scan, at, scan.lines[at], stop, ending, _last_text(scan.drafts)),
        first=at,
        said=said,
        suspect=is_suspect(said),
        offsets=[*accumulate((len(text) + 1 for text in texts), initial=1)],
    )
    _begin(cursor)
    if scan.layout.note_end:
        scan.layout.note_end(scan, ending)
    while cursor.at < stop:
        cursor.line = scan.lines[cursor.at]
        if cursor.line.text in _BLANK:
            _cut_blank(cursor)
        else:
            _cut_line(cursor)
            if (
                cursor.gap is None
                and scan.layout.plain
                and not cursor.announced
                and cursor.last_kind in _FLOWING
            ):
                flow_on(cursor)
        cursor.at += 1
    return stop


def _goes_on_in_section(scan: Scan) -> bool:
    """Whether the last banner is that of a section that is not the last: nobody signs it."""
    sections = scan.banners[-1].sections if scan.banners else ()
    return any(section.number < section.total for section in sections)


def _begin(cursor: Cursor) -> None:
    """Text right under a header goes on with a stray line, or with an earlier section."""
    drafts, above = cursor.scan.drafts, cursor.scan.lines[cursor.at - 1] if cursor.at else None
    if above and above.text and drafts and drafts[-1].kind is Kind.PARAGRAPH:
        cursor.gap, cursor.before = None, above.text
    cursor.section = cursor.previous is not None and cursor.last_kind in FRESH


def _last_text(drafts: list[Draft]) -> Draft | None:
    """The last portion of text: what a later section of the telegram goes on with."""
    textual = (*TEXTUAL, Kind.HEADING)
    return next((draft for draft in reversed(drafts) if draft.kind in textual), None)


def _cut_line(cursor: Cursor) -> None:
    text = cursor.line.text
    if not cursor.scan.layout.plain and _cut_of_form(cursor):
        pass
    elif cursor.gap is None and _goes_on(cursor):
        _note_banner(cursor)
        cursor.before, cursor.above = text, cursor.line
    elif cursor.gap is _BEHIND_BLANK and _cut_common(cursor):
        pass
    elif cursor.at == cursor.ending.signer:
        cut_signature(cursor)
    elif is_foot(text) or cursor.ending.first <= cursor.at <= cursor.ending.last:
        cut_trailer(cursor)
    elif not cut_page_break(cursor):
        _cut_text(cursor)
        _doubt_other_message(cursor)


def _cut_of_form(cursor: Cursor) -> bool:
    """What the form has of its own: its end, its page furniture, a mail quoted in a chain."""
    layout, ending, lines = cursor.scan.layout, cursor.ending, cursor.scan.lines
    if ending.first <= cursor.at <= ending.last:
        cut_trailer(cursor)
    elif ending.signed <= cursor.at <= ending.signed_to:
        cut_signature(cursor)
    elif layout.is_page and layout.is_page(lines, cursor.at):
        cut_furniture(cursor)
    elif layout.is_chain and layout.is_chain(lines, cursor.at):
        _cut_chain(cursor)
    else:
        if layout.copied and GROUP.fullmatch(cursor.line.text):
            cursor.scan.orders.append(Field(cursor.line.start, [cursor.line.text]))
        return False
    return True


def _cut_common(cursor: Cursor) -> bool:
    """The commonest lines behind a blank one, in a text that goes on as it should."""
    text = cursor.line.text
    if cursor.announced or cursor.section or cursor.ended:
        return False
    if cursor.suspect and ("ecl" in text or "ECL" in text):
        return False
    if text[0].isdigit():
        taken = cut_plain_number(cursor)
    elif text[0] == "-":
        taken = cut_plain_dash(cursor)
    else:
        taken = _cut_plain_words(cursor)
    if taken:
        cursor.before, cursor.above, cursor.gap = text, cursor.line, None
        if cursor.suspect:
            cursor.announced = announces_quotation(text) and is_closed(text) is None
    return taken


def _goes_on(cursor: Cursor) -> bool:
    return (
        not cursor.announced and cursor.last_kind in _FLOWING and flows_on(cursor, cursor.line.text)
    )


def _cut_plain_words(cursor: Cursor) -> bool:
    """Words of a sentence that go on on the next line: no heading, no hint of a level."""
    text = cursor.line.text
    is_sentence = len(text) > LONGEST_HINT and not text[-1].isdigit() and flows_on(cursor, text)
    return is_sentence and flows_on(cursor, cursor.next_text) and _cut_plain(cursor)


def _doubt_other_message(cursor: Cursor) -> None:
    """What follows the end of a message belongs to another, of which nothing is known."""
    draft = cursor.scan.drafts[-1]
    if cursor.ended and OTHER_MESSAGE not in draft.doubts:
        draft.doubts += (OTHER_MESSAGE,)
        cursor.find(OTHER_MESSAGE, "text stands behind the end of the message")


def _cut_blank(cursor: Cursor) -> None:
    if not cursor.scan.drafts:
        cursor.scan.add(Draft(Kind.PARAGRAPH, cursor.line.start))
    if cursor.gap is None:
        cursor.gap = _BEHIND_BLANK


def _cut_text(cursor: Cursor) -> None:
    _note_banner(cursor)
    before = len(cursor.scan.drafts)
    for cut in _QUOTED if cursor.announced else _DASHED if cursor.line.text[0] in _DASHES else _ALL:
        if cut(cursor):
            break
    cursor.section = cursor.section and len(cursor.scan.drafts) == before
    _note(cursor)
    cursor.announced = announces_quotation(cursor.line.text) and is_closed(cursor.line.text) is None


def _note_banner(cursor: Cursor) -> None:
    """A banner of another telegram in the text lowers nothing; a higher one is a hint of doubt."""
    text = cursor.line.text
    if not text[0].isupper() and len(text) >= SHORTEST:
        return
    banner = read_banner(text)
    torn = torn_level(text) if text[-1].isdigit() and banner is None else None
    hint = banner.marking if banner else Marking(torn) if torn else hint_of(text)
    cursor.scan.hints.extend([hint] if hint else [])


def _note_claims(cursor: Cursor) -> None:
    """An E.O. line in the text binds the portion that quotes it; it, and an authority paragraph,
    say that something here is classified (R6, R33)."""
    text = cursor.line.text
    scan = cursor.scan
    if ORDER.match(text) and cursor.previous:
        cursor.previous.orders += (text,)
        scan.says_classified = scan.says_classified or states_duration(text)
    elif AUTHORITY.match(text) and read_reasons(text):
        scan.says_classified = True


def _note(cursor: Cursor) -> None:
    line = cursor.line
    if "ecl" in line.text or "ECL" in line.text:
        note_further(cursor.scan, line.text)
    if line.text.startswith(_CLAIMING) and cursor.previous:
        _note_claims(cursor)
    cursor.before = line.text
    cursor.above = line
    cursor.gap = None


def _cut_quotation(cursor: Cursor) -> bool:
    announced, cursor.announced = cursor.announced, False
    inner = is_banner(cursor.line.text)
    if not announced and not inner and not opens_quotation(cursor.line.text):
        return False
    announced = announced or inner
    last = close_of_quotation(
        cursor.scan, cursor.at, cursor.stop, cursor.count, announced=announced
    )
    draft = Draft(Kind.QUOTATION, cursor.line.start, parent=cursor.index_of(cursor.previous))
    draft.beside = cursor.paragraph
    cut_quotation(cursor.scan, draft, cursor.at, last, announced=announced)
    cursor.begin(draft)
    cursor.at = last
    cursor.line = cursor.scan.lines[last]
    _cut_behind_end(cursor, draft)
    return True


def _cut_behind_end(cursor: Cursor, quotation: Draft) -> None:
    """Text behind END on its line belongs to the portion around, or to the quotation."""
    line = cursor.line
    raw = cursor.scan.text[line.start : line.stop]
    end = is_closed(raw)
    if end is None or not raw[end:].strip():
        return
    draft = Draft(Kind.PARAGRAPH, line.start + end, parent=quotation.parent)
    draft.boundary, draft.beside = Boundary.PAGE, cursor.index_of(quotation)
    cursor.begin(draft)


def _cut_chain(cursor: Cursor) -> None:
    """A mail quoted in a chain, to the next one or the end; it has no enclosing portion (R4)."""
    layout, lines = cursor.scan.layout, cursor.scan.lines
    stop = min(cursor.stop, max(cursor.ending.first, cursor.at + 1))
    chained = layout.is_chain
    following = (n for n in range(cursor.at + 1, stop) if chained and chained(lines, n))
    last = next(following, stop) - 1
    draft = Draft(Kind.QUOTATION, cursor.line.start)
    cut_quotation(cursor.scan, draft, cursor.at, last, announced=False)
    draft.boundary = Boundary.SIGN
    for line in lines[cursor.at : last + 1]:
        stated = read_marking(layout.head(line.text) or "").marking if line.text else None
        draft.raised += (stated,) if stated else ()
    cursor.begin(draft)
    cursor.at = last
    cursor.line = cursor.above = lines[last]
    cursor.before, cursor.gap = cursor.line.text, None


def _cut_marked(cursor: Cursor) -> bool:
    """A mark that a line begins with; in the middle of a sentence it is text, but may raise."""
    text = cursor.line.text
    if text[0] not in _OPENING and not text[0].isupper():
        return False
    found = mark_of_line(cursor.scan.text, cursor.line, cursor.mark_stop)
    if found is None:
        return False
    if cursor.is_clear():
        draft = Draft(Kind.PARAGRAPH, cursor.line.start, found=found)
        if cursor.gap is None and is_mark_alone(cursor):
            draft.parent, draft.boundary = cursor.index_of(cursor.previous), Boundary.DOUBTFUL
        cursor.begin(draft)
        return True
    begins = cursor.scan.text[found.after : found.after + 8].lstrip()[:1]
    if cursor.previous and found.mark.marking and (begins.isupper() or not begins):
        cursor.previous.raised += (found.mark.marking,)
    return False


def _cut_plain(cursor: Cursor) -> bool:
    """Text without a sign: it goes on with the line before, the portion before, or begins anew.

    A notice in an earlier release stands for a portion of its own.
    """
    textual = cursor.last_kind in _FLOWING and not is_notice(cursor.line.text)
    if textual and (cursor.gap is None or (cursor.gap is Boundary.BLANK and _in_table(cursor))):
        return True
    previous, section, cursor.section = cursor.previous, cursor.section, False
    if previous is None or (cursor.last_kind in FRESH and not section):
        draft = Draft(Kind.PARAGRAPH, cursor.line.start)
        if cursor.last_kind is Kind.HEADING and cursor.over_name:
            draft.parent, draft.boundary = cursor.index_of(cursor.over_name), Boundary.DOUBTFUL
        cursor.begin(draft)
        return True
    if section:
        cursor.gap = Boundary.PAGE
    continued = _continued(cursor, previous)
    draft = Draft(continued.kind, cursor.line.start, parent=cursor.index_of(continued))
    draft.boundary = cursor.gap or Boundary.BLANK
    if continued.kind in (Kind.QUOTATION, Kind.HEADING):
        draft.kind = Kind.PARAGRAPH
    if continued.kind is Kind.HEADING:
        draft.boundary = Boundary.DOUBTFUL
    cursor.begin(draft)
    return True


def _continued(cursor: Cursor, previous: Draft) -> Draft:
    """What text behind a gap goes on with: behind a quotation, the portion around it."""
    if previous.kind is Kind.QUOTATION and previous.parent is not None:
        return cursor.scan.drafts[previous.parent]
    return previous


def _in_table(cursor: Cursor) -> bool:
    """Whether the line is a row of a table: it and a neighbour are cut into columns."""
    if not is_table_row(cursor.scan.text[cursor.line.start : cursor.line.stop]):
        return False
    below = cursor.scan.lines[cursor.at + 1 : cursor.at + 2]
    above = [cursor.above] if cursor.above else []
    rows = [cursor.scan.text[line.start : line.stop] for line in (*above, *below)]
    return any(is_table_row(row) for row in rows)


_ALL = (cut_numbered, _cut_quotation, cut_heading, cut_item, _cut_marked, _cut_plain)
_QUOTED = (_cut_quotation,)
_DASHED = (_cut_quotation, cut_heading, cut_item, _cut_plain)
_DASHES = "-–—•"
"""A line that begins with one is a rule, a heading between rules, an item, or only text."""
