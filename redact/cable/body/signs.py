"""What a line of the body begins with: a number, a list sign, a mark, a heading, a quotation."""

import re
from typing import NamedTuple

from redact.cable.lines import ANCHOR, Line
from redact.cable.marks import (
    BLANKS,
    CLOSING,
    LEVEL,
    OPENING,
    Found,
    mark_at,
    may_be_level,
    odd_mark_at,
    odd_mark_behind,
)
from redact.cable.model import Mark
from redact.markings import read_marking
from redact.text import Span

_NUMBER = re.compile(
    rf"(?P<anchor>{ANCHOR})?{BLANKS}(?:PARA(?:GRAPH)? )?"
    rf"(?P<number>\d{{1,3}}){BLANKS}(?:\.(?!\d)|\)(?!\w))"
)
PLAIN_NUMBER = (
    rf"{ANCHOR}?(?P<number>\d{{1,3}})\. {{1,2}}(?P<mark>\([A-Z][A-Z/, ]{{0,40}}\)) (?=[A-Za-z0-9])"
)
"""The common head of a paragraph; what it matches, the general way reads alike."""

_PLAIN_NUMBER = re.compile(PLAIN_NUMBER)

DASH = (
    r"(?P<dash>-{1,4}) ?(?=[A-Za-z])(?!(?i:begin|summary|comment|introduction|action|back|note))"
    rf"(?!{LEVEL}\s?[^\w\s.,])"
)
"""What a dashed item begins with, if its first word announces nothing and is no mark's."""

PLAIN_DASH = re.compile(rf"{DASH}[^\n{re.escape(OPENING + CLOSING)}]{{2,}}(?:\n|$|(?<=[a-z,] )\()")
"""A dashed item with a first bracket, if any, in a sentence."""
_MARKED_NUMBER = re.compile(rf"{BLANKS}(?P<number>\d{{1,3}})\.(?!\d)")
_SIGN = re.compile(
    rf"(?:{ANCHOR})?{BLANKS}(?:(?P<dash>-{{1,4}}(?!-)|[–—*•]|>>|o(?= ))"
    r"|\((?P<round>[A-Z]|[a-z]|\d{1,2}|[ivx]{1,4})\)"
    r"|(?P<plain>[A-Z]|[a-z]|[ivx]{1,4})(?:\.(?=[ \t\xa0(])|\)(?=[ \t\xa0(]))"
    r"|(?P<digit>\d{1,2})\)(?=[ \t\xa0(]))"
)
_STAR = re.compile(r"\* +(?=\()")
"""An asterisk before a bracket is the sign of an item, and no emphasis around a mark."""

_RULE_SIGNS = "-=*_"
_RULE_CHARACTERS = frozenset("-=*_.~ ")
_HEADING_WORD = re.compile(r"[A-Z0-9][\w'’&/.,:-]*|[&/–—-]+|\([^()]{1,40}\)")
_SMALL = frozenset(
    """
    a an and as at but by for from in into is its it nor not of on or so than that the to up vs
    via with
    """.split()
)
LONGEST_HEADING = 70
_ENDS = tuple(".!?:;")
_LAST = tuple(")]")
_QUOTES = "\"'’”)]"
BEGIN_WORDS = (
    r"BEGIN (?:[A-Z]+ ){0,2}"
    r"(?:TEXT|QUOTE|TRANSLATION|NON-?PAPER|POINTS|TALKING POINTS|STATEMENT|LETTER|NOTE|"
    r"EXCERPT|UNOFFICIAL TEXT|MESSAGE(?: TEXT)?|CABLE|TELEGRAM|MEMO(?:RANDUM)?|ARTICLE|AGREEMENT|"
    r"AIDE-?MEMOIRE|DIPLOMATIC NOTE|PRESS RELEASE)\b"
)
BEGIN = re.compile(
    rf"\W{{0,6}}{BEGIN_WORDS}"
    r"|QTE\b|QUOTE:|TEXT OF (?:THE )?(?:NOTE|LETTER|STATEMENT|REPLY) FOLLOWS",
    re.IGNORECASE,
)
END = re.compile(
    r"(?:\(? ?END (?:OF )?(?:[A-Z]+ ){0,2}"
    r"(?:TEXT|QUOTE|TRANSLATION|NON-?PAPER|POINTS|TALKING POINTS|STATEMENT|LETTER|NOTE|EXCERPT|"
    r"MESSAGE(?: TEXT)?|CABLE|TELEGRAM|MEMO(?:RANDUM)?|ARTICLE|AGREEMENT|AIDE-?MEMOIRE|"
    r"DIPLOMATIC NOTE|PRESS RELEASE)|UNQUOTE|UNQTE)\b[\W_]*",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(BEGIN.pattern.replace(r"\W{0,6}BEGIN", r"\bBEGIN", 1) + r"\W{0,8}$", re.I)
"""The beginning of a quotation at the end of a line of text: it begins on the next line."""
_SIGN_NEAR = re.compile(
    rf"[{re.escape(OPENING + CLOSING)}]|(?:[^\w\s.,;:]|[=%]28)\s?{LEVEL}(?![A-Za-z])|{LEVEL}[*_]"
)
"""A bracket of any kind, or a sign before the words of a mark."""

_GAP = r"[ \t\xa0]+"
_TITLED = r"(?:[A-Z][\w'’/-]*|of|and|the|for|on|to|in)"
_BEHIND = rf"(?:[:.;]|{_GAP}?[-–—]{{1,3}}(?![-–—]))"
_KEYWORD = (
    rf"(?i:(?:BEGIN{_GAP})?(?:SUMMARY|COMMENT|INTRODUCTION|ACTION{_GAP}REQUEST|BACKGROUND|NOTE))\b"
)
_OPENS = (
    rf"(?={BLANKS}(?:[^\w\s.,;:]|{LEVEL}[*_]|[^\s(){{}}\[\].,;:]{{1,12}}"
    r"(?: ?(?://?|-)? ?[A-Z]{2,14}){0,3}[)\]}>]))"
)
"""A sign, or the words of a mark that lost its opening bracket."""

_LEAD_IN = re.compile(
    rf"{BLANKS}(?:(?P<keyword>{_KEYWORD}){_BEHIND}?|{_TITLED}(?:{_GAP}{_TITLED}){{0,4}}{_BEHIND}){_OPENS}"
)


class Number(NamedTuple):
    """A paragraph number: `value`, whether a pilcrow stood before it, and the mark beside it."""

    printed: str
    anchored: bool
    found: Found | None


class Sign(NamedTuple):
    """The sign of a list item: its letter or number, or the depth of its dashes (else 0).

    `bracketed`: in a pair of brackets, `closed`: with a closing one at least.
    """

    label: str | None
    bracketed: bool
    closed: bool
    depth: int
    found: Found | None


def number_at(text: str, line: Line, stop: int) -> Number | None:
    """A paragraph number at the head of a line, before or behind its mark."""
    return plain_number_at(text, line) or _number_at(text, line, stop)


def plain_number_at(text: str, line: Line) -> Number | None:
    """The common head of a paragraph, `3. (S//NF) The`; None for any other."""
    plain = _PLAIN_NUMBER.match(text, line.first, line.stop)
    reading = read_marking(plain["mark"]) if plain else None
    if plain is None or reading is None or reading.marking is None:
        return None
    mark = Mark(reading.text, Span(*plain.span("mark")), reading.marking)
    found = Found(mark, entire_text=reading.entire_text, after=mark.span.end)
    return Number(plain["number"], line.anchored, found)


def _number_at(text: str, line: Line, stop: int) -> Number | None:
    found = _NUMBER.match(text, line.first, line.stop)
    if found:
        mark = mark_at(text, found.end(), stop) or lead_in_mark(text, found.end(), stop)
        return Number(found["number"], line.anchored or bool(found["anchor"]), mark)
    if text[line.first : line.first + 1] != "(":
        return None
    mark = mark_at(text, line.first, line.stop)
    behind = _MARKED_NUMBER.match(text, mark.after, line.stop) if mark else None
    return Number(behind["number"], line.anchored, mark) if behind else None


def lead_in_mark(text: str, at: int, stop: int) -> Found | None:
    """The mark behind a lead-in word: `1. SUMMARY: (C) …`."""
    lead = _lead_in(text, at, stop)
    found = mark_at(text, lead.end(), stop, in_heading=True) if lead else None
    if lead is None or found is None or not found.unreadable:
        return found
    sure = lead["keyword"] or text[lead.end() - 1] == ":" or may_be_level(found.mark.text)
    return found if sure else None


def unread_lead_in(text: str, line: Line) -> Found | None:
    """What stands behind a lead-in word without a number and may be a mark that cannot be read."""
    found = lead_in_mark(text, line.first, line.stop)
    return found if found and found.unreadable and may_be_level(found.mark.text) else None


def lead_in_end(text: str, at: int, stop: int) -> int | None:
    """Where a lead-in word ends before what may be a mark; None for none."""
    lead = _lead_in(text, at, stop)
    return lead.end() if lead else None


def _lead_in(text: str, at: int, stop: int) -> re.Match[str] | None:
    if _SIGN_NEAR.search(text, at, min(stop, at + LONGEST_HEADING)) is None:
        return None
    return _LEAD_IN.match(text, at, stop)


def sign_at(text: str, line: Line, stop: int) -> Sign | None:
    """The sign of a list item at the head of a line, and the mark behind it."""
    return plain_dash_at(text, line) or _sign_at(text, line, stop)


def plain_dash_at(text: str, line: Line) -> Sign | None:
    """The sign of a dashed item with a first bracket, if any, in a sentence; None for any other."""
    plain = PLAIN_DASH.match(text, line.first, line.stop) if not line.mended else None
    if plain is None or "ENTIRE " in line.text:
        return None
    return Sign(None, bracketed=False, closed=False, depth=len(plain["dash"]), found=None)


def _sign_at(text: str, line: Line, stop: int) -> Sign | None:
    star = _STAR.match(text, line.first, line.stop)
    if star:
        mark = mark_at(text, star.end(), stop)
        return Sign(None, bracketed=False, closed=False, depth=1, found=mark)
    found = _SIGN.match(text, line.first, line.stop)
    if found is None or not text[found.end() : line.stop].strip():
        return None
    label = found["round"] or found["plain"] or found["digit"]
    dashes = found["dash"] or ""
    depth = (len(dashes) if dashes[0] == "-" else 1) if dashes else 0
    mark = odd_mark_at(text, found.start("dash"), stop) if dashes else None
    mark = mark or mark_at(text, found.end(), stop) or lead_in_mark(text, found.end(), stop)
    closed = found.group().rstrip().endswith(")")
    return Sign(label, found["round"] is not None, closed, depth, mark)


def last_mark(text: str, line: Line) -> Found | None:
    """The mark that a heading ends with; between signs of another kind it is unreadable."""
    last = text.rfind("(", line.start, line.stop)
    found = mark_at(text, last, line.stop, in_heading=True) if last > line.start else None
    return found or odd_mark_behind(text, line.first, line.stop)


def unread_mark(text: str, line: Line) -> Found | None:
    """What may be a mark that cannot be read, in a line of text: at its head, behind a lead-in
    word, or at the end of what may be a heading."""
    found = mark_of_line(text, line, line.stop) or unread_lead_in(text, line)
    if found is None and len(line.text) <= LONGEST_HEADING:
        found = odd_mark_behind(text, line.first, line.stop)
    return found if found and found.unreadable else None


def without_last_mark(text: str) -> str:
    """A heading without what may be a mark behind it, between signs of another kind."""
    odd = odd_mark_behind(text, 0, len(text))
    return text[: odd.mark.span.start].rstrip() if odd else text


def mark_of_line(text: str, line: Line, stop: int) -> Found | None:
    """The mark that a line begins with."""
    return mark_at(text, line.first, stop)


def is_rule(text: str) -> bool:
    """A line of only dashes, equals signs or asterisks."""
    return len(text) >= 3 and text[0] != " " and _RULE_CHARACTERS.issuperset(text)


def framed_heading(text: str) -> bool:
    """Rule, heading and rule on one line: `------- SUMMARY -------`."""
    behind = text.lstrip(_RULE_SIGNS)
    words = behind.rstrip(_RULE_SIGNS)
    framed = len(text) - len(behind) >= 3 and len(behind) - len(words) >= 3
    return framed and bool(words.strip()) and len(words) <= LONGEST_HEADING


def is_heading(text: str, *, ruled: bool, next_text: str) -> bool:
    """A short line in capitals or title case without a full stop; a rule under it counts for it."""
    if len(text) > LONGEST_HEADING or not text or text[-1] in ".;,!?":
        return False
    words = text.rstrip(":").split()
    titled = all(_HEADING_WORD.fullmatch(word) or word.lower() in _SMALL for word in words)
    if not titled or not any(character.isalpha() for character in text):
        return False
    return ruled or (not next_text and words[0][:1] != "(" and len(words) <= 9)


def ends_sentence(text: str) -> bool:
    """Whether a line ends a sentence, as far as its last characters tell."""
    return text[-1:] in _LAST or text.rstrip(_QUOTES)[-1:] in _ENDS


def is_table_row(raw: str) -> bool:
    """Whether a line is cut into columns, by runs of blanks or by bars."""
    body = raw.strip()
    return "|" in body or len(re.findall(r"\S {3,}\S|\t", body)) >= 2
