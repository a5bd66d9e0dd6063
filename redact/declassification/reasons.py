"""Classification reasons: which categories of an order's list a text names (section 5).

E.O. 12356 §1.3, E.O. 12958 §1.5 as signed, E.O. 12958 §1.4 as amended and E.O. 13526 §1.4. A reason
is why something was classified; why it is withheld is an exemption, which is another thing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_NUMBER = re.compile(r"(?<![0-9.,])1\s*[.,]\s*([345])(?![0-9])")
_SEPARATORS = r"[\s,/;&+()-]*"
_LETTER = re.compile(
    rf"{_SEPARATORS}(?:(?:and|or)(?![a-z]){_SEPARATORS})?([a-h])(?![a-z0-9'])(?!\.[a-z])",
    re.IGNORECASE | re.ASCII,
)
_BEFORE_LETTER = re.compile(r"\s*[.:]?")


@lru_cache(maxsize=1 << 12)
def read_reasons(text: str) -> tuple[str, ...]:
    """The reasons a text names, canonical (`1.4(b)`), in order of appearance and each once; total.

    A letter without a number takes the number before it; a number may be broken by a line. `1.6 X6`
    is a duration and no reason.
    """
    return tuple(dict.fromkeys(_reasons(text)))


def _reasons(text: str) -> Iterator[str]:
    for number in _NUMBER.finditer(text):
        at = _end_of(_BEFORE_LETTER, text, number.end())
        while letter := _LETTER.match(text, at):
            yield f"1.{number[1]}({letter[1].lower()})"
            at = letter.end()


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
