"""A text to look for spans in: damage mended, and for each character its place in the source."""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from redact.cable.lines import INVISIBLE
from redact.text import Span

BORDER = "\n\n"
"""Stands where no number, name or sentence goes on: no other two line ends follow each other."""

_TAG = r"</?(?:br|p|b|i|u|em|strong|span|font|a|tt|td|tr|div|pre)(?:[ \t][^<>@\n]{0,80})?/?>"
_NO_BREAK = r"&(?:nbsp|#160|#xA0);"
_BLANK = rf"(?:[\s{INVISIBLE}]|{_NO_BREAK}|{_TAG})"
_ODD = re.compile(
    "|".join(
        (
            r"(?P<anchor>\[1\]\(#\))",
            r"(?P<link>\[(?=[^\[\]\n]{0,60}\]\(#\))|\]\(#\))",
            rf"(?P<torn>-[ ]?(?:[^\S ]|[{INVISIBLE}])(?>{_BLANK}*)(?=\w))",
            rf"(?P<blanks>(?: (?=[\s&<{INVISIBLE}])|[^\S ]|[{INVISIBLE}]|{_TAG}|{_NO_BREAK})"
            rf"(?>{_BLANK}*))",
            r"(?P<entity>&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});)",
        )
    )
)
_MAY_BE_ODD = re.compile(
    rf"[\s\[\]&<\-{INVISIBLE}]"
    rf"(?:(?<=[^ \n-])|(?<=[ \n])(?=[\s&<{INVISIBLE}])|(?<=-)(?=[\s&<{INVISIBLE}]))"
)
"""Where something odd may begin: asked first, for it costs a tenth."""

_VISIBLE_BLANK = re.compile(r"\s|&(?:nbsp|#160|#xA0);|<(?:br|/?p|/?td|/?tr|/?div)\b")
_LINE_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]|<(?:br|/?p|/?tr|/?div)\b")
_LOOK_ALIKE = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсух", "ABESIJKMHOPCTYXaesijopcyx", strict=True))


_CONTINUES = (
    "[\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)
_MISREAD = re.compile(rf"[\xc2-\xc5]\u200b*{_CONTINUES}|[\xe2\xef]{_CONTINUES}{{2}}")
"""A Latin letter, quotation mark or dash in UTF-8 that was read byte by byte as Windows-1252."""


_APART = re.compile("[^\\W\\d_][\u0300-\u036f]+")
"""A letter with its accents behind it."""


class Legible(NamedTuple):
    """What a text says, and whence: from `at[i]` on its characters stand in the source from
    `source[i]` on, one for one, or together (`until[i]`) where they stand for something else."""

    text: str
    at: tuple[int, ...]
    source: tuple[int, ...]
    until: tuple[int | None, ...]

    def span(self, start: int, end: int) -> Span:
        """Where in the source the characters from `start` to `end` (at least one) stand."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1) - 1
        begin = self.source[first]
        if self.until[first] is None:
            begin += start - self.at[first]
        stop = self.until[last]
        return Span(begin, self.source[last] + end - self.at[last] if stop is None else stop)


Piece: TypeAlias = tuple[int, int, str]
"""`(start, end, joint)`: a stretch of a text with what joins it to the one before."""


def legible(text: str, pieces: Iterable[Piece]) -> Legible:
    """The pieces of `text`, put together.

    Blanks, line ends and invisible characters together become one blank or one line end; links and
    entities become what they say; a hyphen at a line end goes between letters and stays elsewhere.
    """
    plain = text if text.isascii() else "".join(map(plainly, _read_as_meant(text)))
    writing = _Writing()
    for start, end, joint in pieces:
        if joint:
            writing.put(joint, start, start)
        _mend(plain, start, end, writing)
    return Legible(
        "".join(writing.parts), tuple(writing.at), tuple(writing.source), tuple(writing.until)
    )


def _read_as_meant(text: str) -> str:
    """The text with what was read in the wrong encoding, once or twice, as it was meant, and
    accents on their letters, each place filled up with characters that take no room."""
    return _APART.sub(_together, _MISREAD.sub(_meant, _MISREAD.sub(_meant, text)))


def _meant(misread: re.Match[str]) -> str:
    said = misread.group().replace("\u200b", "")
    try:
        meant = b"".join(map(_byte, said)).decode()
    except UnicodeDecodeError:
        return misread.group()
    return meant.rjust(len(misread.group()), "\u200b")


def _together(apart: re.Match[str]) -> str:
    together = unicodedata.normalize("NFC", apart.group())
    return together[:1].rjust(len(apart.group()), "\u200b")


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if character <= "\xff" else "cp1252")


class _Writing:
    """The parts of a legible text as they are written."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.at: list[int] = []
        self.source: list[int] = []
        self.until: list[int | None] = []

    def put(self, part: str, source: int, until: int | None) -> None:
        if part:
            self.parts.append(part)
            self.at.append(self.length)
            self.source.append(source)
            self.until.append(until)
            self.length += len(part)


def _mend(text: str, start: int, end: int, writing: _Writing) -> None:
    done = start
    for place in _MAY_BE_ODD.finditer(text, start, end):
        odd = _ODD.match(text, place.start(), end) if place.start() >= done else None
        if odd:
            writing.put(text[done : odd.start()], done, None)
            writing.put(_said(odd, text), odd.start(), odd.end())
            done = odd.end()
    writing.put(text[done:end], done, None)


def _said(odd: re.Match[str], text: str) -> str:
    """What stands in a legible text for something odd."""
    found = odd.group()
    match odd.lastgroup:
        case "blanks":
            if _LINE_END.search(found):
                return "\n"
            return " " if _VISIBLE_BLANK.search(found) else ""
        case "torn":
            around = text[odd.start() - 1 : odd.start()] + text[odd.end() : odd.end() + 1]
            return "" if around.isalpha() and _LINE_END.search(found) else "-"
        case "entity":
            return "".join(map(plainly, html.unescape(found)))
        case "anchor":
            return " "
    return ""


@lru_cache(maxsize=4096)
def plainly(character: str) -> str:
    """One character as a typewriter writes it: digits, dashes, quotes, full-width letters."""
    if character.isascii():
        return character
    if character in _LOOK_ALIKE:
        return _LOOK_ALIKE[character]
    if character in "\u2018\u2019\u02bc\u00b4\u2032":
        return "'"
    category = unicodedata.category(character)
    if category == "Pd" or character == "\u2212":
        return "-"
    if category == "Nd":
        return str(unicodedata.decimal(character))
    compatible = unicodedata.normalize("NFKC", character)
    return compatible if len(compatible) == 1 and compatible.isascii() else character
