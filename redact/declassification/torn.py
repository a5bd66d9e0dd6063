"""Words as a scanner tears them: one letter misread, lost, doubled, swapped; a blank too many.

Only for words that hold a text back (NOT DECLASSIFIED, IN PART): there what is nearly the word is
taken for the word. No word that frees is ever read so (R2).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

_SHORTEST = 3


@cache
def nearly(*words: str) -> re.Pattern[str]:
    """A pattern of whole words, each with at most one letter torn, and any blanks."""
    forms = "|".join(form for word in words for form in _forms(word))
    return re.compile(rf"(?<![A-Z0-9])(?:{forms})(?![A-Z0-9])")


def _forms(word: str) -> Iterator[str]:
    letters = list(word)
    for at in range(len(letters)):
        front, behind = letters[:at], letters[at + 1 :]
        yield " *".join([*front, "[^ ]", *behind])
        yield " *".join([*front, *behind])
        yield " *".join([*front, letters[at], "[^ ]", *behind])
        yield " *".join([*front, *behind[:1], letters[at], *behind[1:]])


def is_nearly(text: str, words: Collection[str]) -> bool:
    """Whether a text is one of the words, or it with one letter torn; short words as they are."""
    return text in words or any(len(word) >= _SHORTEST and _one_apart(text, word) for word in words)


def holds_nearly(words: Sequence[str], sought: Collection[str]) -> bool:
    """Whether a word, or neighbours that a blank parted, is nearly one of those sought."""
    return any(
        is_nearly("".join(words[at : at + count]), sought)
        for at in range(len(words))
        for count in (1, 2, 3)
    )


def _one_apart(text: str, word: str) -> bool:
    """Whether one letter misread, lost, too many, or two swapped, part the two."""
    if abs(len(text) - len(word)) > 1:
        return False
    front = 0
    while front < min(len(text), len(word)) and text[front] == word[front]:
        front += 1
    one, other = text[front:], word[front:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
