"""Where numbers may stand of which the label stands above them: under the head of a column, in the
items of a list or the paragraphs under a heading."""

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from redact.detectors.legible import BORDER

_LEAD: Final = 300
"""So far from the end of a lead or heading its label may stand."""

_IN_ITEM: Final = 80
"""So far from the beginning of an item its number may begin."""

_LONGEST: Final = 80
"""No number with its blanks is longer."""

_SHORT: Final = 200
"""A paragraph of so many letters may be a heading or an item."""

_MISSES: Final = 12
"""So many rows or items without a number end a table or list, and two plain paragraphs."""

_ENDED = re.compile(r"[.!?][\"')]?[ \n](?=[A-Z])")
_FOLLOWS = re.compile(r"\b(?:follow(?:s|ing)?|below|these)\b", re.IGNORECASE)
_RULE = re.compile(r"[\s=_*-]+\Z")
_HEADED = re.compile(
    r"(?:s|[ \n]?(?:numbers?|nos?\.?|nrs?\.?|data|details|lists?)\b)*(?:[ \n]of\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
"""What goes on in a heading behind its label."""

_SIGN = re.compile(
    r"[ \n]?(?:(?P<number>\d{1,3}[.)])|\(?(?:[A-Za-z]|[ivxIVX]{1,4})[.)]|[-*\u2022\u00b7]{1,3})?"
    r"[ \n]?(?:\([A-Z][A-Z/ ,-]{0,60}\)[ \n]?)?(?:[-*\u2022]{1,3}[ \n]?)?"
)
_ITEM = re.compile(r"\n\n|\n(?=(?:\(?(?:[A-Za-z]|\d{1,3})[.)]|[-*\u2022\u00b7]{1,3})[ \n])")
_LINE = re.compile(r"\n{1,2}")
_IN_A_SENTENCE = re.compile(
    r"\b(?:is|was|are|were|the|his|her|their|and|to|an?|in|on|at|by|has|had|with|from|that|which"
    r"|who|said|asked|for|not|but)\b|[.,;!?][ \n]?$|:",
    re.IGNORECASE,
)

_Numbers: TypeAlias = Callable[[int, int], Iterator[re.Match[str]]]
"""The numbers that stand from one place to another."""


def may_announce(paragraph: str) -> bool:
    """Whether a paragraph may be a heading, a lead or an item among others: asked of the source."""
    said = paragraph.rstrip()
    return len(said) <= _SHORT or said[-1:] in ":-=_" or _FOLLOWS.search(said[-_LEAD:]) is not None


def rows_below(text: str, start: int, end: int, numbers: _Numbers) -> Iterator[re.Match[str]]:
    """Numbers in the lines under a label from `start` to `end` that is the head of a column."""
    first = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end, first + _LEAD)
    head = text[first:line_end]
    if line_end < 0 or len(head.split()) < 2 or _IN_A_SENTENCE.search(head):
        return
    misses = 0
    while line_end >= 0 and not text.startswith(BORDER, line_end) and misses < _MISSES:
        begin, line_end = line_end + 1, text.find("\n", line_end + 1)
        misses += 1
        for found in numbers(begin, len(text) if line_end < 0 else line_end):
            misses = 0
            yield found


def items_below(text: str, label_end: int, numbers: _Numbers) -> Iterator[re.Match[str]]:
    """The first number near the beginning of each item or paragraph below a label in a heading or
    at the end of a lead, and of each line under one, until several have none or, where they have
    letters or dashes, a numbered paragraph follows."""
    stop = text.find(BORDER, label_end, label_end + _LEAD)
    if stop < 0 or not _announces(text[label_end:stop]):
        return
    misses, begin, of_items = 0, stop + len(BORDER), False
    while 0 <= begin < len(text) and misses < _MISSES:
        sign = _SIGN.match(text, begin)
        start = sign.end() if sign else begin
        is_numbered = bool(sign and sign["number"])
        if is_numbered and of_items:
            return
        of_items = of_items or (start > begin and not is_numbered)
        reach = start + _IN_ITEM + _LONGEST
        stop = text.find(BORDER, start, reach)
        found = next(numbers(start, reach if stop < 0 else stop), None)
        if found and found.start() <= start + _IN_ITEM:
            yield found
            misses, further = 0, _LINE.search(text, found.end())
        else:
            misses += 1 if of_items else _MISSES // 2
            further = _ITEM.search(text, start)
        begin = further.end() if further else -1


def _announces(rest: str) -> bool:
    """Whether what goes on behind a label ends a lead, or belongs to a heading."""
    rest = _RULE.sub("", rest)
    if _ENDED.search(rest):
        return False
    return rest.endswith(":") or bool(_FOLLOWS.search(rest) or _HEADED.fullmatch(rest))
