"""A source cut into lines, each with a cleaned copy to read by; offsets are the source's."""

import html
import re
from functools import partial
from itertools import accumulate, repeat
from operator import sub
from typing import NamedTuple

INVISIBLE = (
    "\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200f\u061c\u180e\u034f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2061\u2062\u2063\u2064"
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufe0e\ufe0f\u115f\u1160\u3164\uffa0\u2800"
)
"""Characters that show nothing: zero-width, soft hyphen, byte order mark, directions, fillers."""

FILLER = "\x1f"
"""What stands in a copy where the source has more characters: a blank that nobody is shown."""

BLANK = rf"[^\S\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|[{INVISIBLE}\x00-\x08\x0e-\x1b\x7f]"
"""Any blank but the end of a line, and what shows nothing."""

ANCHOR = r"(?:\[1\]\(#\)|¶|&para;|&#182;|&#xB6;|Â¶)"
"""What the web left of a pilcrow before a number or a letter."""

_LEADING_ANCHOR = re.compile(rf"{ANCHOR}[\s{INVISIBLE}]*")
_LINK_MARK = "[1](#)"
_LINK = re.compile(r"\[([^\[\]\n]{0,60})\]\(#\)")
_REMOVED = re.compile(f"[{INVISIBLE}\x00-\x08\x0e-\x1f\x7f\ufffd]")


_BEFORE = (
    INVISIBLE + FILLER + " \t\xa0\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u3000\u2003\u2002\u2009"
)
_AT_THE_ENDS = INVISIBLE + " \t\xa0"
_PRINTED = bytes([*range(ord(" "), ord("~") + 1), *b"\r\n"])


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


_line = partial(tuple.__new__, Line)
"""A line from its fields in a row: a third of the time of the call, for the commonest object."""

_NEVER = repeat(False)  # noqa: FBT003


def cut_lines(text: str, start: int = 0, stop: int | None = None) -> list[Line]:
    """The lines of `text` from `start` to `stop`; together they are exactly that stretch.

    A form feed and the Unicode line ends break a line too.
    """
    part = text if start == 0 and stop is None else text[start:stop]
    raws = part.splitlines(keepends=True)
    ends = [*accumulate(map(len, raws), initial=start)]
    firsts = map(sub, ends[1:], map(len, map(str.lstrip, raws)))
    texts = [*map(str.strip, raws)]
    lines = [*map(_line, zip(ends, ends[1:], firsts, texts, _NEVER, _NEVER, strict=False))]
    plain = part.isascii() and not part.encode().translate(None, _PRINTED)
    for number, said in enumerate(texts):
        if "[" in said or "&" in said or not (plain or (said.isascii() and said.isprintable())):
            lines[number] = _odd_line(ends[number], ends[number + 1], raws[number])
    return lines


def _odd_line(start: int, stop: int, raw: str) -> Line:
    return _plainly_anchored(start, stop, raw) or _any_line(start, stop, raw)


def _plainly_anchored(start: int, stop: int, raw: str) -> Line | None:
    """A line behind the link of a web page in which nothing else is odd; None for any other."""
    if not raw.startswith(_LINK_MARK):
        return None
    text = raw[len(_LINK_MARK) :].strip()
    odd = "[" in text or "&" in text or not text.isascii() or not text.isprintable()
    return None if odd else Line(start, stop, start, text, anchored=True, mended=False)


def _any_line(start: int, stop: int, raw: str) -> Line:
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
        raw = "".join(_LINK.split(raw))
    if "&" in raw:
        raw = html.unescape(raw)
    if raw.isascii() and raw.isprintable():
        return raw.strip()
    return _REMOVED.sub("", raw.replace("\xa0", " ")).strip()
