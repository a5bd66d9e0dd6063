"""The body of the plainest telegrams: marked paragraphs, dashed items, a signature, a foot.

What is cut here needs no draft: nothing in it can raise it or put it in doubt by itself.
"""

from functools import partial

from redact.cable.body.signs import LONGEST_HEADING
from redact.cable.drafts import Plain, Scan
from redact.cable.forms.layout import TELEGRAM
from redact.cable.model import Kind, Mark
from redact.cable.regular.blocks import BLOCK, RULE_SIGNS
from redact.cable.regular.brackets import has_only, is_last, says_level
from redact.cable.regular.other_blocks import read_end
from redact.markings import read_marking
from redact.text import Span

_span = partial(tuple.__new__, Span)
_mark = partial(tuple.__new__, Mark)
_plain = partial(tuple.__new__, Plain)
"""From the fields in a row: a third of the time of the call, for the commonest objects."""

_PARAGRAPH, _SUBPARAGRAPH = Kind.PARAGRAPH, Kind.SUBPARAGRAPH
_UNCLEAR = "".join((" ", *RULE_SIGNS))


def cut_plain(scan: Scan, start: int) -> bool:
    """Cut the body from `start` on; false, and nothing changed, where it is not of the plainest."""
    if scan.subject_found and scan.subject_found.entire_text:
        return False
    portions, count, last = _blocks(scan, start)
    text = scan.text
    if not count or not has_only(count, text, start) or says_level(text[start:]):
        return False
    paragraph = next(portion for portion in reversed(portions) if portion.mark)
    if not is_last(text, count, paragraph.start) or not _closes(scan, portions, start, last):
        return False
    scan.plain = portions
    return True


def _blocks(scan: Scan, start: int) -> tuple[list[Plain], int, int]:
    """The paragraphs and items from `start` on, how many paragraphs, the offset behind them.

    A blank line stands behind each. Brackets are not looked at: all must be those of the marks.
    """
    text, before = scan.text, len(scan.drafts)
    portions: list[Plain] = []
    dashes: list[tuple[int, int]] = []
    at, count, paragraph = start, 0, 0
    match = BLOCK.match
    while found := match(text, at):
        kind = found.lastgroup
        if kind == "marked":
            printed, words = found.group("number", "mark")
            reading = read_marking(words)
            if printed != str(count + 1) or reading.marking is None:
                break
            if reading.entire_text or reading.ends:
                break
            count += 1
            paragraph, dashes = before + len(portions), []
            mark = _mark((words, _span(found.span("mark")), reading.marking))
            portions.append(_plain((_PARAGRAPH, at, printed, None, mark)))
        elif kind == "plain" and count:
            said = found["plain"]
            if len(said) <= LONGEST_HEADING or said[-1] in _UNCLEAR:
                break
            depth = len(found["dash"])
            dashes = [one for one in dashes if one[0] < depth] if dashes else []
            parent = dashes[-1][1] if dashes else paragraph
            dashes.append((depth, before + len(portions)))
            portions.append(_plain((_SUBPARAGRAPH, at, None, parent, None)))
        else:
            break
        behind = found.end()
        at = behind + 2
        if not text.startswith("\n\n", behind) or text[at : at + 1] <= " ":
            at = behind
            break
    return portions, count, at


def _closes(scan: Scan, portions: list[Plain], start: int, at: int) -> bool:
    """Whether only blanks, or signature and foot, stand from `at` on; they are taken."""
    text = scan.text
    if not text[at:].strip():
        return True
    end = read_end(text, start, at) if text.startswith("\n\n", at - 2) else None
    if end is None:
        return False
    signer, feet = end
    if signer is not None:
        scan.signer = TELEGRAM.signer(signer)
        portions.append(_plain((Kind.SIGNATURE, at, None, None, None)))
    if feet is not None:
        portions.append(_plain((Kind.TRAILER, feet, None, None, None)))
    return True
