"""A telegram inside a page of the web: where it stands, and a copy without markup to read by.

The copy is as long as the text, so that every offset is the source's. Only tags that can say
nothing are blanked; all else of the page stays text, and is withheld.
"""

import re
from typing import NamedTuple

_PAGE = re.compile(r"\s*(?:\ufeff)?(?:<!DOCTYPE html|<html|<head|<body|<pre)\b", re.IGNORECASE)
_PRE = re.compile(r"<pre\b[^<>]{0,120}>(?P<inside>.*?)(?:</pre>|\Z)", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(r"<body\b[^<>]{0,200}>(?P<inside>.*?)(?:</body>|\Z)", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = r"(?:\s+(?:class|id|href|name|lang|dir|align)\s*=\s*[\"']?[\w#./:-]{0,40}[\"']?)"
_TAG = re.compile(
    rf"</?(?P<name>pre|code|tt|p|br|hr|div|span|b|i|u|em|strong|font|a|table|tbody|tr|td|ul|ol|li"
    rf"|blockquote|h[1-6]){_ATTRIBUTE}{{0,4}}\s*/?>",
    re.IGNORECASE,
)
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
