"""Marks in running text: they are none, but one above its portion or the banner is a warning."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from redact.cable.body.quotations import UNREADABLE
from redact.cable.body.signs import LONGEST_HEADING, lead_in_mark
from redact.cable.drafts import Draft, Scan
from redact.cable.lines import ANCHOR, FILLER, INVISIBLE
from redact.cable.marks import BRACKETED_WORDS, FIRST_LABELS, Found, is_text
from redact.cable.model import Kind
from redact.markings import read_marking

BRACKETED = re.compile(r"\((?!#\))[^()\n]{0,90}(?:\n[^()\n]{0,60})?\)")
_OTHER_BRACKETS = {
    sign: re.compile(rf"{re.escape(sign)}\s{{0,2}}[A-Za-z][^()\[\]{{}}<>|\n]{{0,40}}[)\]}}>|]")
    for sign in "[{<|"
}
"""What a mark may stand in beside round brackets, where the number of a paragraph is before it."""

_RUN_ON_BEFORE = re.compile(
    rf"(?:[.!?:;>)\]][\"'”’]{{0,2}}\s{{1,8}}\(?\d{{1,3}}[.)]?|(?<=[\s>])\d{{1,3}}[.)]"
    rf"|[a-z\"'”’)\]][.!?]\d{{1,3}}[.)])[\s*_\\{INVISIBLE}-]{{0,12}}\Z"
)
"""The number of another paragraph, within a line, whatever became of the blanks behind it."""

_WITH_CONTROLS = re.compile(r"\((?:TS|S|C)\s?(?://?|-|\s)\s?(?=[A-Z\d])[A-Z\d/ ,\n\r-]{1,80}\)")
_IN_WORDS = re.compile(r"\((?:TOP SECRET|SECRET|CONFIDENTIAL)[A-Z/ ,\n\r-]{0,80}\)")
_NUMBER_BEFORE = re.compile(r"[\s.!?:;>¶)]\d{1,3}[.)]\s{0,3}$")
_BROKEN_BEFORE = re.compile(
    r"(?:(?:[.!?:;…][\"'”’)]{0,2}|\s[-–—]{1,4}|[\s.][*•]|\s[A-Z]\.)\s{1,7}|[\w\"'”’)][.!?…][\"'”’)]?)$"
)
_REFERENCE_BEFORE = re.compile(r"\s*\([^()\n]{1,40}\)\s*")
_COPYRIGHT = re.compile(r"copyright\s*$", re.IGNORECASE)
_SMALL_LETTERS = re.compile(r"[a-z]{2}")
_LEAD_WORD = re.compile(
    r"(?i:\b(?:summary|comment|note|introduction|background|action request|para(?:graph)? \d{1,3}))"
    r" ?[:.]?\s*$"
)
SECOND_BROKEN = re.compile(r"[\s,./-]{0,4}(?:TS|SBU|[UCSR])(?:/{1,2}[A-Z-]{2,12}){0,3}[)\]}]")
_SLASHES = re.compile("//")
_BARE_CONTROLS = re.compile(r"(?:TS|S|C|U)//[A-Z]{2,8}(?:/{1,2}[A-Z]{2,8}){0,3}(?![A-Z/)])")
_AFTER_NUMBER = re.compile(
    rf"\s*{ANCHOR}?\s*\d{{1,3}}[.)] {{1,3}}"
    r"(?P<mark>(?:TS|S|C|SBU|LOU|FOUO)(?:/{1,2}[A-Z]{2,8}){0,3})(?=:| - | [A-Z][a-z])"
)
LEVELS = ("SECRET", "CONFIDENTIAL", "RESTRICTED")
_BARE_LEVEL = re.compile(
    r"(?<![A-Z/(])(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED)(?=\s*[:.]|\s+-)"
)
_SMALL_LABEL = re.compile(r"^\s*[a-z]{1,5}[.)]")
_SIGNS = re.compile(r"[ \t\r\n.,;-]*")
_LOWER = re.compile(r"\s{0,3}[a-z]")
_JUNK = re.compile(rf"[*_\\¶{INVISIBLE}\x00-\x08\x0e-\x1b\x1f\x7f]")
_NEAR = 24
_NEAREST = 16
_SINGLE = len("(S)")
_FAR = 400
"""So far before a mark nothing counts any more."""

_TEXT = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.HEADING, Kind.SUBJECT, Kind.QUOTATION)


def note_inline_marks(scan: Scan) -> None:
    """A mark that stands where none binds: it may raise its portion or the cable, never lower.

    A level with controls raises its portion, and so does any mark with only signs and capitals
    between it and the head of a line or another mark: it may have been meant as the portion's own.
    A level in words is a hint of doubt only.
    """
    starts = [draft.start for draft in scan.drafts]
    own_marks = {draft.found.mark.span.start for draft in scan.drafts if draft.found}
    for found in BRACKETED.finditer(scan.text):
        if found.start() not in own_marks:
            _note(scan, starts, found.start(), found.group())
            _note_run_on(scan, starts, found)
    others = (shape for sign, shape in _OTHER_BRACKETS.items() if sign in scan.text)
    for found in chain.from_iterable(shape.finditer(scan.text) for shape in others):
        if found.start() not in own_marks:
            _note_run_on(scan, starts, found)
    for number, draft in enumerate(scan.drafts):
        own = draft.found
        if own is None and draft.number:
            _note_unbracketed(scan.text, draft)
        elif own and not own.unreadable:
            _note_second(scan, number, draft, own)
    for found in bare_marks(scan.text):
        around = _draft_at(scan, starts, found.start())
        reading = read_marking(found.group())
        if around and reading.marking and _is_near(scan.text, around, found.start()):
            around.raise_by(reading.marking, reading.ends)
    for found in BRACKETED_WORDS.finditer(scan.text):
        if found.start() not in own_marks:
            _note_unread(scan, starts, found)


def _ran_on(text: str, at: int) -> bool:
    """Whether the number of another paragraph stands before a bracket."""
    before = text[max(0, at - _NEAR) : at]
    digits = any(map(str.isdigit, before[-_NEAREST:]))
    return digits and _RUN_ON_BEFORE.search(before) is not None


def _note_run_on(scan: Scan, starts: list[int], found: re.Match[str]) -> None:
    """Another paragraph that ran into this one: its mark raises what it stands in."""
    around = _draft_at(scan, starts, found.start())
    if around is None or not _ran_on(scan.text, found.start()):
        return
    words = found.group()[1:-1].strip(" *_\\").upper()
    reading = read_marking(f"({words})")
    if reading.marking:
        around.raise_by(reading.marking, reading.ends)


def _note_second(scan: Scan, number: int, draft: Draft, own: Found) -> None:
    """What stands behind a mark, or behind the lead-in word there, and may be another."""
    if SECOND_BROKEN.match(scan.text, own.after):
        draft.doubts += (UNREADABLE,)
    stop = scan.stop_of(number)
    near = scan.text[own.after : min(stop, own.after + LONGEST_HEADING)]
    second = lead_in_mark(scan.text, own.after, stop) if "(" in near or ")" in near else None
    if second and second.unreadable:
        draft.doubts += (UNREADABLE,)
    elif second and second.mark.marking:
        draft.raise_by(second.mark.marking, read_marking(second.mark.text).ends)


def _note_unbracketed(text: str, draft: Draft) -> None:
    """A mark right behind the number that lost its brackets: `2. SBU The …`."""
    found = _AFTER_NUMBER.match(text, draft.start)
    reading = read_marking(found["mark"]) if found else None
    if reading and reading.marking:
        draft.raise_by(reading.marking, reading.ends)


def bare_marks(text: str) -> Iterator[re.Match[str]]:
    """Levels in words, and levels with controls, that stand without brackets."""
    for slashes in _SLASHES.finditer(text):
        start = max(0, slashes.start() - 1)
        if text[start - 1 : start] == "T":
            start -= 1
        before = text[start - 1 : start]
        found = _BARE_CONTROLS.match(text, start)
        if found and not (before.isupper() or before in ("/", "(")):
            yield found
    if any(level in text for level in LEVELS):
        yield from _BARE_LEVEL.finditer(text)


def _note(scan: Scan, starts: list[int], at: int, words: str) -> None:
    draft = _draft_at(scan, starts, at)
    if draft is None or _is_letter(scan.text, draft, at):
        return
    end = at + len(words)
    near = not _LOWER.match(scan.text, end) and (
        _is_near(scan.text, draft, at) or _is_last(scan, bisect_right(starts, at) - 1, end)
    )
    hint = _IN_WORDS.fullmatch(words) is not None
    if not (near or hint or _WITH_CONTROLS.fullmatch(words)):
        return
    reading = read_marking(words)
    if reading.marking:
        if hint and not near:
            scan.hints.append(reading.marking)
            scan.further.extend([reading.ends] if reading.ends else [])
        else:
            draft.raise_by(reading.marking, reading.ends)
    elif near and _may_be_unread(scan.text, at, words):
        draft.doubts += (UNREADABLE,)


def _may_be_unread(text: str, at: int, words: str) -> bool:
    """Whether words in round brackets near the head of a line may be a mark that is damaged."""
    if stands_for_mark(text, at, words):
        return True
    said = words.replace(FILLER, "")
    odd = FILLER in words or not words.isascii()
    return odd and len(said) <= _NEAR and not is_text(words[1:-1])


def stands_for_mark(text: str, at: int, words: str) -> bool:
    """Whether brackets hold one sign, behind a lead-in word: `Comment: (5)`."""
    if len(words) != _SINGLE or words in FIRST_LABELS:
        return False
    return _LEAD_WORD.search(text, max(0, at - _NEAR), at) is not None


def _note_unread(scan: Scan, starts: list[int], found: re.Match[str]) -> None:
    """Words of a mark in brackets of another kind, where a mark might have been meant."""
    draft = _draft_at(scan, starts, found.start())
    if draft is None or read_marking(found.group()).marking or UNREADABLE in draft.doubts:
        return
    last = _is_last(scan, bisect_right(starts, found.start()) - 1, found.end())
    if last or _is_near(scan.text, draft, found.start()):
        draft.doubts += (UNREADABLE,)


def _is_last(scan: Scan, number: int, end: int) -> bool:
    """Whether nothing but signs stands between an offset and the end of its portion."""
    stop = scan.stop_of(number)
    signs = _SIGNS.match(scan.text, end, stop)
    return signs is not None and signs.end() == stop


def _is_near(text: str, draft: Draft, at: int) -> bool:
    """Whether only signs, capitals or a lead-in word stand before a mark on its line."""
    before = _JUNK.sub("", text[max(0, at - 24) : at])[-8:]
    if _NUMBER_BEFORE.search(before) or _BROKEN_BEFORE.search(before):
        return True
    if _COPYRIGHT.search(text, max(0, at - 12), at):
        return False
    line = max(draft.start, at - _FAR)
    line = max(line, text.rfind("\n", line, at) + 1, text.rfind("\r", line, at) + 1)
    if draft.found and line <= draft.found.after <= at:
        line = draft.found.after
    between = text[line:at]
    if draft.found and _REFERENCE_BEFORE.fullmatch(between):
        return True
    if draft.kind is Kind.SUBJECT or _LEAD_WORD.search(between[-_NEAR:]):
        return True
    between = _SMALL_LABEL.sub("", between)
    return len(between) <= _NEAR and _SMALL_LETTERS.search(between) is None


def _is_letter(text: str, draft: Draft, at: int) -> bool:
    """Whether brackets hold the letter of a list that goes on behind it: `(C)` between (B), (D)."""
    label = draft.number if draft.kind is Kind.SUBPARAGRAPH and draft.letter is None else None
    return label is not None and text[draft.start : at].strip() == "" and text[at + 1] == label


def _draft_at(scan: Scan, starts: list[int], at: int) -> Draft | None:
    """The portion of text around an offset, unless its own mark stands there."""
    index = bisect_right(starts, at) - 1
    draft = scan.drafts[index] if index >= 0 else None
    if draft is None or draft.kind not in _TEXT:
        return None
    own = draft.found.mark.span if draft.found else None
    return None if own and own.start <= at < own.end else draft
