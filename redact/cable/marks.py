"""Marks where a mark may stand: found, read by the grammar, or unreadable; or only text.

What stands in the place of a mark and looks like one, but is none that the grammar takes, is an
unreadable mark: it might have been a control that outlives every date.
"""

import re
from typing import NamedTuple

from redact.cable.lines import BLANK, INVISIBLE
from redact.cable.model import Mark
from redact.cable.notices import notice_end
from redact.cable.restrictions import is_restriction
from redact.markings import is_register_word, read_marking
from redact.markings.model import Level
from redact.text import Span

BLANKS = rf"(?:{BLANK}|[*_\\])*"
"""What may stand between a number and its mark: blanks, invisible characters, emphasis, escapes."""

_BLANKS = re.compile(BLANKS)
_BLANK = re.compile(rf"(?>(?:{BLANK})*)")
_EMPHASIS = frozenset("*_\\")
OPENING = "([{<（［｛＜﹙﹛﹝⁽₍〔【〖〘〚⦅｟⟨⟪⟦⟬⟮〈《「『〈❨❪❬❮❰❲❴«‹≪"
CLOSING = ")]}>）］｝＞﹚﹜﹞⁾₎〕】〗〙〛⦆｠⟩⟫⟧⟭⟯〉》」』〉❩❫❭❯❱❳❵»›≫"
"""Brackets of every kind: those of a mark are round, any other hold what may have been one."""

_CLOSINGS = frozenset(CLOSING)
_LONGEST = 200
SCOPE = 60
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_PLAIN = re.compile(r"[ -~\s’‘“”–—…\xa0éèêëáàâäãåíìîïóòôöõúùûüñçÉÈÁÀÍÓÚÑÇ]*")
_LOST_OPENING = re.compile(
    rf"[^\s(){{}}\[\].,;:]{{1,12}}(?: ?(?://?|-)? ?[A-Z]{{2,14}}){{0,3}}[{re.escape(CLOSING)}]"
)
_SEPARATOR = re.compile("[/-]")
_BARE_SCOPE = re.compile(
    r"(?:[A-Z/-][A-Z\d/-]{0,27}(?: [A-Z/]{2,16}){0,3}?[ ]*[-–, ][ ]*)?ENTIRE (?:TEXT|MESSAGE)"
    r"(?:[ ]+[A-Z/]{1,16}(?: [A-Z]{2,12})?)?\.?"
)
LEVEL = r"(?:TS|SBU|LOU|FOUO|[UCSR]|TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|NOFORN)"
_LEVEL = re.compile(LEVEL)
_WORD_OF_SIGNS = re.compile(r"\S{1,12}")
_WORDS = rf"\s?{LEVEL}(?:\s?(?://?|-|[ ,;:.])\s?[A-Z]{{2,12}}){{0,3}}\s?"
_BEFORE = r"(?:=28|%28|[^\w\s.,;:()]{1,4}|_{1,2})"
_BEHIND = r"(?:=29|%29|[^\w\s.,;:(]{1,4}|_{1,2})"
_ODD = re.compile(rf"{_BEFORE}{_WORDS}(?:{_BEHIND}(?!\w)|[|/~#!>)\]}}])")
"""Words of a mark between signs of any kind, or what the relays made of its brackets."""

BRACKETED_WORDS = re.compile(
    rf"[{re.escape(OPENING)}]{_WORDS}[^\w\s()]{{0,2}}[{re.escape(CLOSING)}]"
)
"""Words of a mark between brackets of any kind."""

_ODD_AT_END = re.compile(
    rf"(?<!\w)(?:[{re.escape(OPENING)}]{_WORDS}[^\w\s(]{{0,2}}|{_BEFORE}{_WORDS}{_BEHIND})\s*\Z"
)
"""The same at the end of a heading, where the last bracket may be lost."""

_TORN_BRACKET = re.compile(
    r"(?:[.,;:'lI1tcr❨\"]\s?(?:TS|SBU|LOU|FOUO|[UCSR]|TOP SECRET|SECRET|CONFIDENTIAL)"
    r"|(?:TS|SBU|LOU|FOUO|[UCSR]) )(?:/{1,2}[A-Z]{2,8}){0,3}\s?[)\]}❩]"
)
"""A closing bracket behind a level, and a sign or letter where the opening one was, or a blank."""

_GLUED = re.compile(r"(?:TS|SBU|LOU|FOUO|[UCSR])(?=[A-Z][a-z])")
"""A mark that lost its closing bracket, run into the first word of its text."""

_TORN_SLASHES = re.compile("[lI1|]{2}")
_LEVEL_WORDS = {
    "SECRET": Level.S,
    "CONFIDENTIAL": Level.C,
    "RESTRICTED": Level.R,
    "UNCLASSIFIED": Level.U,
    "NOFORN": Level.C,
    "SENSITIVE": Level.U,
}
_SHORTENED = ("CONF", "CONFID", "SECR", "UNCL", "UNCLASS", "CLASS", "RESTR")
FIRST_LABELS = frozenset({"(1)", "(a)", "(A)", "(i)"})
_FIRST_LABEL = re.compile(r"\((?:1|a|A|i)\)(?=\s)")
_POINTER = re.compile(r"(?:[Rr]ef|REF|[Ss]ee|[Pp]ara)s?\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OCR = str.maketrans("0158", "OISB")


class Found(NamedTuple):
    """A mark found: `entire_text` says it binds all that follows; `after` is where text begins."""

    mark: Mark
    entire_text: bool
    after: int

    @property
    def unreadable(self) -> bool:
        """Whether something stands there that only looks like a mark."""
        return self.mark.marking is None


def odd_mark_at(text: str, at: int, stop: int) -> Found | None:
    """Words of a mark between signs that are no round brackets, at `at`: unreadable."""
    if text[at : at + 1].isalnum():
        return None
    odd = _ODD.match(text, at, stop)
    return _unread(text, at, odd.end()) if odd else None


def odd_mark_behind(text: str, start: int, stop: int) -> Found | None:
    """The same at the end of a heading, where a bracket may be lost."""
    odd = _ODD_AT_END.search(text, start, stop)
    return _unread(text, odd.start(), odd.start() + len(odd.group().rstrip())) if odd else None


def mark_at(text: str, at: int, stop: int, *, in_heading: bool = False) -> Found | None:
    """The mark that stands at `at` (behind blanks) and before `stop`, or None for plain text."""
    start = _skip(text, at, stop)
    emphasised = _emphasised(text, at, start, stop)
    if emphasised:
        return emphasised
    if start >= stop:
        return None
    if text[start] in OPENING:
        may_be_notice = text[start] == "[" or text.startswith("(b)", start)
        if may_be_notice and notice_end(text, start):
            return None
        return _bracketed(text, start, stop, in_heading=in_heading)
    odd = odd_mark_at(text, start, stop)
    if odd:
        return odd
    torn = _TORN_BRACKET.match(text, start, stop) or _drawn(text, start, stop)
    if torn:
        return _unread(text, start, torn.end())
    if text.find("ENTIRE ", start, min(stop, start + SCOPE)) >= 0:
        scope = _bare_scope(text, start, stop)
        if scope:
            return scope
    return _lost_opening(text, start, stop)


def _emphasised(text: str, at: int, start: int, stop: int) -> Found | None:
    """Words of a mark between signs of emphasis, which else may stand before any mark."""
    if start == at or text[start - 1] not in _EMPHASIS:
        return None
    blank = _BLANK.match(text, at, start)
    return odd_mark_at(text, blank.end() if blank else at, stop)


def _drawn(text: str, start: int, stop: int) -> re.Match[str] | None:
    """A mark drawn as signs that only mean its letters, with or without brackets: a ringed S."""
    if text[start].isascii():
        return None
    import unicodedata

    found = _WORD_OF_SIGNS.match(text, start, stop)
    plain = unicodedata.normalize("NFKC", found.group()) if found else ""
    return found if _LEVEL.fullmatch(plain.strip("()[] ").upper()) else None


def _skip(text: str, at: int, stop: int) -> int:
    found = _BLANKS.match(text, at, stop)
    return found.end() if found else at


def _bracketed(text: str, start: int, stop: int, *, in_heading: bool) -> Found | None:
    end = _closing(text, start, min(stop, start + _LONGEST))
    if end is None:
        return _unclosed(text, start, stop)
    reading = read_marking(text[start:end])
    if reading.marking is None:
        if not is_text(text[start + 1 : end - 1], in_heading=in_heading):
            return _unread(text, start, end)
        return mark_at(text, end, stop, in_heading=in_heading) if text[start] == "<" else None
    first = Found(
        Mark(text[start:end], Span(start, end), reading.marking), reading.entire_text, end
    )
    return _with_second(text, first, stop)


def _closing(text: str, start: int, stop: int) -> int | None:
    """Behind the bracket that closes the one at `start`, over one line end at most."""
    depth = breaks = 0
    for at in range(start, stop):
        character = text[at]
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth -= 1
            if depth == 0:
                return at + 1
        elif character == "\n":
            breaks += 1
            if breaks > 1:
                return None
    return None


def _with_second(text: str, first: Found, stop: int) -> Found | None:
    """`(C) (REL TO USA, GBR)` is one mark; two that differ are none that can be read."""
    start = _skip(text, first.after, stop)
    if start >= stop or text[start] not in OPENING or notice_end(text, start):
        return first
    if _FIRST_LABEL.match(text, start, stop):
        return first
    end = _closing(text, start, min(stop, start + _LONGEST))
    if end is None:
        return (
            _unread(text, first.mark.span.start, start + 1)
            if _unclosed(text, start, stop)
            else first
        )
    both = read_marking(text[first.mark.span.start : end])
    if both.marking is not None:
        mark = Mark(both.text, Span(first.mark.span.start, end), both.marking)
        return Found(mark, first.entire_text or both.entire_text, end)
    second = read_marking(text[start:end]).marking
    if second is None and is_text(text[start + 1 : end - 1], in_heading=False):
        return first
    return first if second == first.mark.marking else _unread(text, first.mark.span.start, end)


def _unclosed(text: str, start: int, stop: int) -> Found | None:
    line_end = text.find("\n", start, stop)
    content = text[start + 1 : line_end if line_end >= 0 else stop][:_LONGEST]
    words = _WORD.findall(content)
    if "ENTIRE " in content:
        return _unread(text, start, start + 1 + len(content))
    if _GLUED.match(content):
        return _unread(text, start, start + 1)
    if not words or not _is_plain(content) or any(is_register_word(word) for word in words[:2]):
        return _unread(text, start, start + 1)
    return None if len(words) >= 3 and len(words[0]) >= 3 else _unread(text, start, start + 1)


def _bare_scope(text: str, start: int, stop: int) -> Found | None:
    found = _BARE_SCOPE.match(text, start, stop)
    if found is None:
        return None
    if found.group().startswith("ENTIRE") and text[found.end() : found.end() + 1] in _CLOSINGS:
        return _unread(text, start, found.end() + 1)
    reading = read_marking(found.group())
    if reading.marking is None:
        return None if found.group().startswith("ENTIRE") else _unread(text, start, found.end())
    return Found(
        Mark(found.group(), Span(start, found.end()), reading.marking),
        entire_text=True,
        after=found.end(),
    )


def _lost_opening(text: str, start: int, stop: int) -> Found | None:
    near = text[start : min(stop, start + SCOPE)]
    if near.isascii() and not any(map(near.__contains__, ")]}>")):
        return None
    found = _LOST_OPENING.match(text, start, min(stop, start + SCOPE))
    if found is None:
        return None
    content = found.group()[:-1]
    words = _WORD.findall(content)
    among = any if _SEPARATOR.search(content) else all
    of_registers = among(is_register_word(word) for word in words)
    meant = not content.isascii() or of_registers or any(word in _LEVEL_WORDS for word in words)
    return _unread(text, start, found.end()) if meant else None


def _unread(text: str, start: int, end: int) -> Found:
    return Found(Mark(text[start:end], Span(start, end), None), entire_text=False, after=end)


def is_text(content: str, *, in_heading: bool = False) -> bool:
    """Whether words in brackets in the place of a mark are only text.

    No slash, no restriction, no word of the marking registers or near one, and three words (in a
    heading two), or a word of four letters that is not all in capitals. In doubt it is an
    unreadable mark.
    """
    if not _is_plain(content) or "/" in content or "\\" in content:
        return False
    words = _WORD.findall(content)
    if _YEAR.fullmatch(content) or _POINTER.match(content):
        return True
    if is_restriction(content):
        return False
    if any(is_register_word(word) or nearly_level(word) for word in words):
        return False
    if len(words) == 1 and is_register_word(words[0].upper()):
        return False
    slashes = _TORN_SLASHES.sub("//", content)
    if slashes != content and read_marking(f"({slashes})").marking is not None:
        return False
    if len(words) == 1 and words[0].upper() in _SHORTENED:
        return False
    if len(words) >= (2 if in_heading else 3):
        return True
    return any(len(word) >= 4 and word.isalpha() and not word.isupper() for word in words)


def may_be_level(words: str) -> bool:
    """Whether words between brackets or signs hold a word of a marking, or one sign for it."""
    said = _WORD.findall(words)
    if len(said) < 2 and len("".join(said)) < 2 and words not in FIRST_LABELS:
        return True
    return (
        not words.isascii()
        or is_restriction(words)
        or any(
            is_register_word(word)
            or is_register_word(word.upper())
            or nearly_level(word) is not None
            for word in said
        )
    )


def _is_plain(content: str) -> bool:
    return _PLAIN.fullmatch(content) is not None and not any(c in INVISIBLE for c in content)


def nearly_level(word: str) -> Level | None:
    """The level whose word is one or two letters away: a scanner's SECRET is not text."""
    upper = word.upper().translate(_OCR)
    if len(upper) < 5:
        return None
    return next((_LEVEL_WORDS[level] for level in _LEVEL_WORDS if _apart(upper, level) <= 2), None)


def _apart(one: str, other: str) -> int:
    """The edit distance of two words, not beyond 3."""
    if abs(len(one) - len(other)) > 2:
        return 3
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return row[-1]
