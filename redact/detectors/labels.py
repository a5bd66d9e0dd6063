"""Labels: the words in front of a number, or in brackets behind it, that say what it is."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from redact.detectors.announced import items_below, rows_below
from redact.detectors.others import is_other
from redact.detectors.shapes import misread

_Accept: TypeAlias = Callable[[re.Match[str]], bool]

REACH: Final = 40
"""How far behind its label a number may begin, in characters."""

_LONGEST = 80
"""No number with its blanks is longer."""

_SENTENCE_END = re.compile(
    r"\n\n|(?<!\b[nN][oOrR])(?<!\b[nN][oO][sS])(?<!\b[nN]um)(?<!\b[tT][eE][lL])(?<!\b[a-zA-Z])"
    r"[.!?][\"')]?[ \n](?=[A-Z][A-Za-z]+\b(?!\d))"
)
_ON = re.compile(
    r"[\s,;/&()+]{0,3}(?:(?:and|or|also|y|et|und|old|new|previous|former|wife|husband|spouse|son|"
    r"daughter|his|her|the|home|office|work|cell|mobile|fax|no|nos|number|numbers|is"
    r"|was)\b[.:]?[\s,;:/&()#+]{0,3}){0,4}",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[ \n]?[(\[](?:his|her|the|a)?[ ]?$")


class Label(NamedTuple):
    """Words that say what number follows; `words` are such that one of them stands in each.

    `within`: the stretches of the text in which it may stand; None: all of it.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...] = ()
    within: tuple[tuple[int, int], ...] | None = None

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Where the label stands; a text that has none of its words is not searched."""
        lowered = text.lower()
        if not self.words or any(word in lowered or word in text for word in self.words):
            for start, end in self.within or ((0, len(text)),):
                yield from self.pattern.finditer(text, start, end)


def label(pattern: str, *words: str) -> Label:
    """A label without regard to case; its `words` in small letters, or as only capitals stand."""
    return Label(re.compile(pattern, re.IGNORECASE), words)


def is_personal(found: re.Match[str]) -> bool:
    """Whether it is a number, no words that a scanner could have made of one, and of this kind."""
    return not misread(found.group()) and not is_other(found.string, *found.span())


def labelled(
    text: str,
    label: Label,
    number: re.Pattern[str],
    reach: int = REACH,
    accept: _Accept = is_personal,
) -> Iterator[re.Match[str]]:
    """Numbers with a label: behind it the nearest that begins within `reach` in the same sentence,
    and those that follow it in a list; in front of it, where it stands in brackets; below it, where
    it is the head of a column, or stands in a heading or at the end of a lead.

    What is not to be accepted is passed over.
    """
    done = below = 0
    for said in label.places(text):
        yield from _in_front(text, said.start(), number, accept)
        if said.end() < done:
            continue
        own = 0
        for found in _behind(text, said.end(), number, reach, accept):
            own = done = found.end()
            yield found
        if said.end() >= below:
            numbers = partial(_numbers, text, number, accept)
            rows = rows_below(text, *said.span(), numbers)
            for found in chain(rows, () if own else items_below(text, said.end(), numbers)):
                below = found.end()
                yield found


def _behind(
    text: str, start: int, number: re.Pattern[str], reach: int, accept: _Accept
) -> Iterator[re.Match[str]]:
    limit = _sentence_end(text, start, reach)
    found = number.search(text, start, limit + _LONGEST)
    while found and found.start() <= limit:
        if not accept(found):
            found = number.search(text, found.end(), limit + _LONGEST)
            continue
        yield found
        on = _ON.match(text, found.end())
        limit = on.end() if on else found.end()
        found = number.match(text, limit, limit + _LONGEST)


def _numbers(
    text: str, number: re.Pattern[str], accept: _Accept, start: int, end: int
) -> Iterator[re.Match[str]]:
    return filter(accept, number.finditer(text, start, end))


def _in_front(
    text: str, label: int, number: re.Pattern[str], accept: _Accept
) -> Iterator[re.Match[str]]:
    opening = _OPENING.search(text, max(0, label - 8), label)
    if opening:
        for found in number.finditer(text, max(0, opening.start() - REACH), opening.start()):
            if found.end() == opening.start() and accept(found):
                yield found


def _sentence_end(text: str, start: int, reach: int) -> int:
    """Where the sentence ends that goes on at `start`, no further than within reach."""
    stop = min(len(text), start + reach)
    ended = _SENTENCE_END.search(text, start, min(len(text), stop + _LONGEST))
    return min(stop, ended.start()) if ended else stop
