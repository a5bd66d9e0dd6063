"""What the web put into a text or around it: a copy without it to read by.

The copy is as long as the text, so that every offset is the source's. Only tags that can say
nothing are blanked; all else of a page around a telegram stays text, and is withheld.
"""

import html
import re
from typing import NamedTuple

from redact.cable.lines import FILLER

_PAGE = re.compile(r"\s*(?:\ufeff)?(?:<!DOCTYPE html|<html|<head|<body|<pre)\b", re.IGNORECASE)
_PRE = re.compile(r"<pre\b[^<>]{0,120}>(?P<inside>.*?)(?:</pre>|\Z)", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(r"<body\b[^<>]{0,200}>(?P<inside>.*?)(?:</body>|\Z)", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = r"(?:\s+(?:class|id|href|name|lang|dir|align)\s*=\s*[\"']?[\w#./:-]{0,40}[\"']?)"
_NAMES = (
    "a|abbr|acronym|article|aside|b|bdi|bdo|big|blockquote|br|center|cite|code|col|dd|del|details"
    "|dfn|div|dl|dt|em|font|footer|h[1-6]|header|hr|i|ins|kbd|li|main|nobr|o:p|ol|p|pre|q|samp"
    "|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|ul|var|wbr"
)
_TAG = re.compile(rf"</?(?P<name>{_NAMES}|u){_ATTRIBUTE}{{0,4}}\s*/?>", re.IGNORECASE)
_WRITTEN = re.compile(
    rf"</?(?P<name>{_NAMES}){_ATTRIBUTE}{{0,4}}\s*/?>"
    r"|&(?:#\d{1,9}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});?",
    re.IGNORECASE,
)
"""A tag, but none that may be a mark in angle brackets (`<U>`, `<S>`); or an entity."""

_BREAKS = frozenset("p br hr div tr li blockquote h1 h2 h3 h4 h5 h6".split())
_NO_BREAK = re.compile(r"[^\n\r]")


class Page(NamedTuple):
    """`text` is the copy to read by; the telegram stands from `start` to `stop`."""

    text: str
    start: int
    stop: int


def page_of(text: str) -> Page | None:
    """The page of the web that a text is, or None where it is none.

    The telegram is what stands in `<pre>`, the longest of several; else in `<body>`.
    """
    if "<" not in text[:400] or not _PAGE.match(text):
        return None
    found = max(_PRE.finditer(text), key=lambda one: len(one["inside"]), default=None)
    found = found or _BODY.search(text)
    if found is None:
        return None
    start, stop = found.span("inside")
    inside = _TAG.sub(_blanked, text[start:stop])
    around = (_NO_BREAK.sub(" ", part) for part in (text[:start], text[stop:]))
    return Page(inside.join(around), start, stop)


def _blanked(tag: re.Match[str]) -> str:
    """Blanks for a tag, a line end for one that begins or ends a paragraph."""
    width = len(tag.group())
    return "\n".rjust(width) if tag["name"].lower() in _BREAKS else " " * width


def as_shown(text: str) -> str:
    """The text as a page of the web would show it: entities decoded, tags gone.

    What there is less of is made up with fillers, so that it is as long.
    """
    return _WRITTEN.sub(_shown, text) if "&" in text or "<" in text else text


def _shown(written: re.Match[str]) -> str:
    said, name = written.group(), written["name"]
    broken = "\n" if name and name.lower() in _BREAKS else ""
    shown = broken if name else html.unescape(said)
    return shown[:1] + FILLER * (len(said) - len(shown)) + shown[1:]
