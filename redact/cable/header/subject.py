"""The SUBJECT line: where it begins, its own mark, its words on one line."""

import re

from redact.cable.header.captions import captions_in
from redact.cable.lines import INVISIBLE, clean
from redact.cable.marks import BLANKS, Found, is_text, mark_at
from redact.cable.model import Mark
from redact.cable.notices import is_notice
from redact.markings import read_marking
from redact.text import Span

KEYWORD = re.compile(
    r"(?:\([^()\n]{1,40}\) ?)?"
    r"(?:SUBJ(?:ECT)? ?(?:\([^()\n]{1,40}\) ?)?[:;]|SUBJECT(?= [A-Z(]|$)|SUBJ(?= [A-Z(]))"
    r"|(?:\([^()\n]{1,40}\) ?)?(?i:subj(?:ect)?) ?(?:\([^()\n]{1,40}\) ?)?:"
)
_BETWEEN = f"[{INVISIBLE}]*"
_WORD = re.compile(
    _BETWEEN.join("SUBJ") + f"(?:{_BETWEEN}" + _BETWEEN.join("ECT") + ")?", re.IGNORECASE
)
_COLON = re.compile(rf"{BLANKS}[:;]?")
_LAST_TWO = re.compile(r"\([^()]{1,60}\)\s{0,3}\([^()]{1,80}\)\s*$")
_LAST = re.compile(r"[(\[{][^()\[\]{}\n]{0,60}(?:\n[^()\[\]{}\n]{0,40})?[)\]}]\s*$")


def subject_mark(text: str, start: int, stop: int) -> Found | None:
    """The subject's own mark: before the word, behind it, at either end of the text.

    Where the keyword was read in a cleaned line only, the mark is as good as unreadable.
    """
    word = _WORD.search(text, start, stop)
    if word is None:
        return Found(Mark("", Span(start, start), None), entire_text=False, after=start)
    before = mark_at(text, start, word.start()) if text[start : word.start()].strip() else None
    inside = before or mark_at(text, word.end(), stop)
    if inside:
        return inside
    colon = _COLON.match(text, word.end(), stop)
    behind = mark_at(text, colon.end() if colon else word.end(), stop)
    if behind and not _is_name(behind):
        return behind
    return _last_mark(text, word.end(), stop)


def _is_name(found: Found) -> bool:
    """One word of three capitals or more, or a caption, in brackets: `(CWC)`."""
    inner = found.mark.text[1:-1]
    if not found.unreadable or (found.mark.text[:1], found.mark.text[-1:]) != ("(", ")"):
        return False
    word = re.fullmatch(r"[A-Z]{3,12}", inner) and is_text(inner.capitalize() + "xx")
    return bool(word) or captions_in(inner) is not None


def _last_mark(text: str, start: int, stop: int) -> Found | None:
    both = _LAST_TWO.search(text, start, stop)
    two = mark_at(text, both.start(), stop) if both else None
    if two and not two.unreadable:
        return two
    found = _LAST.search(text, start, stop)
    if found is None:
        return None
    shape = found.group().rstrip()
    if is_notice(shape):
        return None
    span = Span(found.start(), found.start() + len(shape))
    reading = read_marking(shape)
    mark = Found(Mark(shape, span, reading.marking), reading.entire_text, span.end)
    if reading.marking is None and (is_text(shape[1:-1], in_heading=False) or _is_name(mark)):
        return None
    return mark


def subject_words(text: str, start: int, stop: int, found: Found | None) -> str:
    """The subject on one line, without keyword and mark; no blank behind a hyphen at a line end."""
    raw = text[start:stop]
    if found:
        cut = found.mark.span.shift(-start)
        raw = raw[: cut.start] + " " + raw[cut.end :]
    word = _WORD.search(raw)
    raw = raw[word.end() :] if word else raw
    lines = [clean(line) for line in raw.lstrip(" \t:;").splitlines()]
    joined = " ".join(line for line in lines if line)
    return re.sub(r"(?<=[\w.])- (?=\w)", "-", " ".join(joined.split())).strip(" :;")
