"""What stands within the text of a regular telegram and might raise it: nothing may."""

from functools import lru_cache

from redact.cable.body.inline_marks import (
    BRACKETED,
    LEVELS,
    SECOND_BROKEN,
    bare_marks,
    stands_for_mark,
)
from redact.cable.body.run_on import behind_lone_levels, find_number
from redact.cable.body.signs import LONGEST_HEADING, lead_in_end
from redact.cable.drafts import Scan
from redact.cable.marks import BRACKETED_WORDS, Found
from redact.cable.model import Kind
from redact.markings import read_marking

_LINK = "(#)"
"""What opens a bracket and is no word."""


def has_second(text: str, own: Found) -> bool:
    """Whether what stands behind a mark may be another."""
    at = own.after
    near = at + LONGEST_HEADING
    if text.find("(", at, near) < 0 and text.find(")", at, near) < 0:
        return False
    return lead_in_end(text, at, len(text)) is not None or SECOND_BROKEN.match(text, at) is not None


def binds_nothing(scan: Scan, start: int) -> bool:
    """Whether no mark stands within the body from `start` on, and its last paragraph is alone."""
    text, drafts = scan.text, scan.drafts
    paged = Kind.PAGE_BREAK in [draft.kind for draft in drafts]
    if paged and next(behind_lone_levels(scan), None):
        return False
    marks = [draft.found for draft in drafts if draft.found and draft.start >= start]
    own = {mark.mark.span.start for mark in marks}
    for mark in marks:
        if mark.mark.text.count("(") > 1:
            own.update(brackets_of(text, mark))
    if says_level(text[start:]) or not _is_last(scan):
        return False
    if has_only(len(own), text, start):
        return True
    second = any(has_second(text, mark) for mark in marks)
    return not (second or _has_other(text, own, start, len(text)))


def brackets_of(text: str, own: Found) -> list[int]:
    """Where the brackets of a mark open: one that was read as two has two."""
    span = own.mark.span
    return [at for at in range(span.start, span.end) if text[at] == "("]


def is_text(text: str, own: set[int], start: int, stop: int) -> bool:
    """Whether nothing but the marks that begin at `own` is a mark, in brackets or without."""
    return not (says_level(text[start:stop]) or _has_other(text, own, start, stop))


def has_only(own: int, text: str, start: int) -> bool:
    """Whether all brackets in the body from `start` on are those of so many marks, and of links."""
    expected = own + text.count(_LINK, start)
    return text.count("(", start) == text.count(")", start) == expected


def says_level(said: str) -> bool:
    """Whether a level in words, or a mark without brackets, stands in a text."""
    return any(map(said.__contains__, LEVELS)) or (
        "//" in said and next(bare_marks(said), None) is not None
    )


def _has_other(text: str, own: set[int], start: int, stop: int) -> bool:
    """Whether a mark in brackets other than `own` stands in a text."""
    return any(
        says_mark(found.group()) or stands_for_mark(text, found.start(), found.group())
        for found in BRACKETED.finditer(text, start, stop)
        if found.start() not in own
    )


@lru_cache(maxsize=1 << 12)
def says_mark(words: str) -> bool:
    """Whether words in brackets are a mark, or would be in capitals, or are one that is damaged."""
    if BRACKETED_WORDS.fullmatch(words):
        return True
    capitals = words[1:-1].strip(" *_\\").upper()
    return any(read_marking(said).marking is not None for said in (words, f"({capitals})"))


def _is_last(scan: Scan) -> bool:
    """Whether no number that might follow stands in the last numbered paragraph."""
    numbered = (
        draft for draft in reversed(scan.drafts) if draft.kind is Kind.PARAGRAPH and draft.number
    )
    last = next(numbered, None)
    return last is not None and is_last(scan.text, int(last.number or 0), last.start)


def is_last(text: str, number: int, start: int) -> bool:
    """Whether no number that might follow stands in the paragraph from `start` to the end."""
    return find_number(text, number + 1, start + 1, len(text)) is None
