"""A source cut into lines, each with a cleaned copy to read by; offsets are the source's."""

import html
import re
from typing import NamedTuple

INVISIBLE = (
    "\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters that take no room: zero-width, soft hyphen, byte order mark, directions."""

ANCHOR = r"(?:\[1\]\(#\)|¶|&para;|&#182;|&#xB6;|Â¶)"
"""What the web left of a pilcrow before a number or a letter."""

_LEADING_ANCHOR = re.compile(rf"{ANCHOR}[\s{INVISIBLE}]*")
_LINK = re.compile(r"\[([^\[\]\n]{0,60})\]\(#\)")
_REMOVED = re.compile(f"[{INVISIBLE}\x00-\x08\x0e-\x1f\x7f\ufffd]")


_BEFORE = INVISIBLE + " \t\xa0\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u3000\u2003\u2002\u2009"
_AT_THE_ENDS = INVISIBLE + " \t\xa0"


class Line(NamedTuple):
    """`start` to `stop` is the line with its break; `text` is what it says, cleaned and stripped.

    `first` is the offset of its first character that is no blank and not invisible.
    `anchored`: a pilcrow, or what the web made of it, stood in front. `mended`: characters inside
    were dropped or changed to read it, so that what must be printed plainly cannot stand there.
    """

    start: int
    stop: int
    first: int
    text: str
    anchored: bool
    mended: bool


def cut_lines(text: str, start: int = 0, stop: int | None = None) -> list[Line]:
    """The lines of `text` from `start` to `stop`; together they are exactly that stretch.

    A form feed and the Unicode line ends break a line too.
    """
    lines: list[Line] = []
    at = start
    part = text if start == 0 and stop is None else text[start:stop]
    for raw in part.splitlines(keepends=True):
        end = at + len(raw)
        line = raw.strip()
        if line.isascii() and line.isprintable() and "[" not in line and "&" not in line:
            first = at if raw[0] > " " else end - len(raw.lstrip())
            lines.append(Line(at, end, first, line, False, False))  # noqa: FBT003
        else:
            lines.append(_odd_line(at, end, raw))
        at = end
    return lines


def _odd_line(start: int, stop: int, raw: str) -> Line:
    bare = raw.lstrip(_BEFORE)
    first = min(start + len(raw) - len(bare), stop - 1)
    anchor = _LEADING_ANCHOR.match(bare)
    body = bare[anchor.end() :] if anchor else bare
    text = clean(body)
    mended = text != body.strip().strip(_AT_THE_ENDS)
    return Line(start, stop, first, text, anchored=anchor is not None, mended=mended)


def clean(raw: str) -> str:
    """What a line says: links as words, entities decoded, blanks plain, invisibles dropped."""
    if "[" in raw:
        raw = _LINK.sub(r"\1", raw)
    if "&" in raw:
        raw = html.unescape(raw)
    return _REMOVED.sub("", raw.replace("\xa0", " ")).strip()
