"""Text of another portion that may have run on into one: a lost line break, a damaged number.

Where the count of the paragraphs has a gap, what may be the number that is missing is looked for.
The text behind it is unmarked text of its own (R4), or of the portion it stands in: whose it is
cannot be told, so the higher of the two binds.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from redact.cable.drafts import Draft, Scan
from redact.cable.header.banner import level_words
from redact.cable.model import Kind
from redact.findings import Finding, Severity
from redact.text import Span

RUN_ON = "cable/text-run-on"
_TEXTUAL = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH)
_SENTENCE_ENDS = (".", "!", "?", '"', "”", ")")

_LINK = r"(?:\[[^\]\n]{0,3}\]\(#[^)\n]{0,12}\)|¶|&para;)"
_LINK_SIGNS = ("](#", "¶", "&para;")
_ENDED = r"[.!?:;\"'”’)\]]"
_SECOND_SUBJECT = re.compile(r"\n\W{0,4}SUBJ(?:ECT)?\s?[:;]", re.IGNORECASE)
_FIRST_IN_SUBJECT = re.compile(
    rf"\s(?:{_LINK}|1[.)]\s)|\s(?i:begin summary|summary|introduction)\s?[:.]"
)
_LINK_INSIDE = re.compile(rf"\S[ \t]+{_LINK}\s{{0,3}}\d{{1,3}}[.)]")
_DASH_INSIDE = re.compile(rf"{_ENDED}[ \t]{{2,}}[-–—*•]{{1,3}}[ \t]+(?=\S)")
_FIELD_WORDS = ("TAG", "REF", "SUBJ", "E.O.", "Classification", "CLASSIFICATION")
_FIELD = r"(?:TAGS? ?:|REFS? ?:|SUBJ(?:ECT)? ?:|E\.O\. ?1\d{4}|C(?i:lassification) ?:)"
_FIELD_INSIDE = re.compile(_FIELD)
"""How a field of another telegram begins, whose header the text behind it may follow."""

FIELD_LINE = re.compile(rf"\n[ \t]*{_FIELD}")
"""The same in a whole text."""

_LETTER = re.compile(rf"(?:{_ENDED}\s{{0,20}}\n|\n\s{{0,20}}\n)\s{{0,20}}[B-Zl][.)]\s+[A-Z]")


def note_run_on(scan: Scan) -> None:
    """Note on each draft whether text of another portion may have run on into it."""
    numbered = [
        number
        for number, draft in enumerate(scan.drafts)
        if draft.kind is Kind.PARAGRAPH and draft.number
    ]
    for here, following in pairwise([*numbered, len(scan.drafts)]):
        _note_paragraph(scan, here, following)
    subjects = [n for n, draft in enumerate(scan.drafts) if draft.kind is Kind.SUBJECT]
    if not any(scan.drafts[number].number == "1" for number in numbered):
        _note_inside(scan, subjects, _FIRST_IN_SUBJECT)
    _note_inside(scan, subjects, _SECOND_SUBJECT)
    _note_fields(scan)
    _note_lone_levels(scan)
    if not scan.layout.plain:
        items = [n for n, draft in enumerate(scan.drafts) if draft.kind is Kind.SUBPARAGRAPH]
        _note_inside(scan, items, _DASH_INSIDE)


def _note_paragraph(scan: Scan, here: int, following: int) -> None:
    """Look between a numbered paragraph and the next for the number that should follow."""
    missing = int(scan.drafts[here].number or 0) + 1
    last = following == len(scan.drafts)
    if not last and scan.drafts[following].number == str(missing):
        return
    stop = scan.stop_of(following - 1)
    begins = find_number(scan.text, missing, scan.drafts[here].start + 1, stop)
    inside = scan.drafts[here:following]
    marks_end = {draft.found.after for draft in inside if draft.found}
    if begins and begins.start() + 1 in marks_end:
        return
    lettered = any(draft.number in ("A", "a") for draft in inside)
    if begins is None and not last and not lettered:
        begins = _LETTER.search(scan.text, scan.drafts[here].start, stop)
    begins = begins or _find_link(scan.text, scan.drafts[here].start + 8, stop)
    if begins:
        _mark(scan, inside, begins.end())


def find_number(text: str, value: int, start: int, stop: int) -> re.Match[str] | None:
    if text.find(str(value), start, stop) < 0 and text.find("¶", start, stop) < 0:
        return None
    return _number(value).search(text, start, stop)


def _find_link(text: str, start: int, stop: int) -> re.Match[str] | None:
    if all(text.find(sign, start, stop) < 0 for sign in _LINK_SIGNS):
        return None
    return _LINK_INSIDE.search(text, start, stop)


@lru_cache(maxsize=256)
def _number(value: int) -> re.Pattern[str]:
    """What may be the number of a paragraph, inside another or with a damaged sign behind it."""
    return re.compile(
        rf"(?:{_ENDED}\s+{_LINK}?\s{{0,3}}|[a-z\"'”’)\]][.!?]){value}[.)]\s{{1,3}}(?=[\"'(]?[A-Z])"
        rf"|(?:{_ENDED}[ \t]{{0,40}}\n|\n[ \t]{{0,40}}\n)(?:<\w{{1,6}}>|[>\s]){{0,12}}"
        rf"{_LINK}?\s{{0,3}}{value}(?:[,:;.)-]|[ \t]+(?=[A-Z]))"
        r"|\n[>\s]*¶"
    )


def _mark(scan: Scan, drafts: list[Draft], at: int) -> None:
    """The draft around an offset, and those of the paragraph that come behind it."""
    for number, draft in enumerate(drafts):
        behind = drafts[number + 1].start if number + 1 < len(drafts) else None
        if behind is None or behind >= at:
            _note(scan, draft)


def _note(scan: Scan, draft: Draft) -> None:
    if draft.found and not draft.run_on:
        message = "text of another portion may have run on into this one"
        span = Span(draft.start, draft.found.after)
        scan.findings.append(Finding(RUN_ON, Severity.WARNING, message, span))
    draft.run_on = True


def _note_inside(scan: Scan, numbers: list[int], sign: re.Pattern[str]) -> None:
    for number in numbers:
        draft = scan.drafts[number]
        if sign.search(scan.text, draft.start, scan.stop_of(number)):
            _note(scan, draft)


def _note_fields(scan: Scan) -> None:
    """A field of a header right under the text of a portion: whose the lines behind it are is
    doubtful."""
    drafts = scan.drafts
    for line in scan.lines:
        if line.text.startswith(_FIELD_WORDS) and _FIELD_INSIDE.match(line.text):
            at = bisect_right(drafts, line.start, key=_start_of) - 1
            if at >= 0 and drafts[at].kind in _TEXTUAL and drafts[at].start < line.start:
                _note(scan, drafts[at])


def _start_of(draft: Draft) -> int:
    return draft.start


def _note_lone_levels(scan: Scan) -> None:
    """A level alone between two sentences may state what the second is, and not be a page's."""
    for draft in behind_lone_levels(scan):
        _note(scan, draft)


def behind_lone_levels(scan: Scan) -> Iterator[Draft]:
    """The unmarked text behind each lone level that stands behind the end of a sentence."""
    drafts = scan.drafts
    for number in range(1, len(drafts) - 1):
        if drafts[number].kind is not Kind.PAGE_BREAK or drafts[number + 1].found:
            continue
        lone = scan.text[drafts[number].start : drafts[number + 1].start].strip()
        if level_words(lone) is None or drafts[number + 1].kind not in _TEXTUAL:
            continue
        ended = scan.text[drafts[number - 1].start : drafts[number].start].rstrip()
        if ended.endswith(_SENTENCE_ENDS):
            yield drafts[number + 1]
