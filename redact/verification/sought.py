"""What is looked for: passages of five words, and single names, as letters in an index.

A passage is five words in a row, and more where five have fewer than ten letters together, so
that `4 5 S 3 2` is none. A run of text that is shorter is looked for whole where it has two words
and ten letters, or one word of twelve; a single shorter word (`SUMMARY`) tells nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from redact.verification.letters import Letters, letters_of, only_letters

WORDS = 5
_LEAST = 10
_LONG_WORD = 12
_LONG = {True: 8, False: 12}
"""From so many letters on (names, passages) it does not count where words are cut."""
_HEAD = 8
_LEAST_PLURAL = 4
_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """The letters of one word of the original, and the index of its portion."""

    letters: str
    portion: int


class Sought(NamedTuple):
    """Letters to look for: `portion` is whose they are, `words` how many; `named`: a name."""

    letters: str
    portion: int
    words: int
    named: bool = False

    @property
    def long(self) -> bool:
        """Whether it is looked for inside of words and across them, too."""
        return len(self.letters) >= _LONG[self.named]


class Met(NamedTuple):
    """Where in the letters of a text something sought stands."""

    start: int
    end: int
    sought: Sought


@dataclass(frozen=True, slots=True)
class Index:
    """Everything sought: by its first eight letters, and what is shorter by length and letters."""

    by_head: Mapping[str, Sequence[Sought]]
    short: Mapping[int, Mapping[str, Sought]]


def words_of(text: str, portion: int) -> list[Word]:
    """The words of a text of the original."""
    folded = (_folded(word) for word in _WORD.findall(text))
    return [Word(letters, portion) for letters in folded if letters]


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return letters_of(word).text


def passages_of(words: Sequence[Word]) -> Iterator[Sought]:
    """The passages of an unbroken run of words; each belongs to the portion of its first word."""
    whole = "".join(word.letters for word in words)
    if len(words) < WORDS or len(whole) < _LEAST:
        if len(whole) >= (_LEAST if len(words) > 1 else _LONG_WORD):
            yield Sought(whole, words[0].portion, len(words))
        return
    for first, word in enumerate(words):
        last = first + WORDS
        letters = "".join(item.letters for item in words[first:last])
        while len(letters) < _LEAST and last < len(words):
            letters += words[last].letters
            last += 1
        if last > len(words) or len(letters) < _LEAST:
            return
        yield Sought(letters, word.portion, last - first)


def name_of(text: str, portion: int) -> Iterator[Sought]:
    """A single name or number, as it is looked for; nothing where it has not two letters."""
    words = words_of(text, portion)
    letters = "".join(word.letters for word in words)
    if len(letters) > 1:
        yield Sought(letters, portion, len(words), named=True)


def index_of(sought: Iterable[Sought]) -> Index:
    """The index of what is sought; of the same letters the first is kept."""
    by_letters: dict[str, Sought] = {}
    for item in sought:
        by_letters.setdefault(item.letters, item)
    by_head: dict[str, list[Sought]] = {}
    short: dict[int, dict[str, Sought]] = {}
    for letters, item in by_letters.items():
        if len(letters) < _HEAD:
            short.setdefault(len(letters), {})[letters] = item
        else:
            by_head.setdefault(letters[:_HEAD], []).append(item)
    return Index(MappingProxyType(by_head), MappingProxyType(short))


def may_meet(text: str, index: Index) -> bool:
    """Whether anything sought can stand in a text, by its letters alone: a quick look."""
    if index.short:
        return True
    letters, by_head = only_letters(text), index.by_head
    return any(letters[at : at + _HEAD] in by_head for at in range(len(letters) - _HEAD + 1))


def met_in(
    letters: Letters, index: Index, *, noisy: bool = False, plurals: bool = True
) -> list[Met]:
    """Everything sought that stands in a text, in the order of the text.

    In a `noisy` text (bytes that may be no letters at all) only what is long is believed.
    `plurals`: a short name is found with an `s` behind it, too.
    """
    text, by_head = letters.text, index.by_head
    found = []
    if by_head:
        heads = range(len(text) - _HEAD + 1)
        cuts = frozenset((*letters.starts, len(text)))
        for at in [at for at in heads if text[at : at + _HEAD] in by_head]:
            for item in by_head[text[at : at + _HEAD]]:
                end = at + len(item.letters)
                if text.startswith(item.letters, at) and (
                    item.long or (not noisy and at in cuts and end in cuts)
                ):
                    found.append(Met(at, end, item))
    if index.short and not noisy:
        found.extend(_short_in(letters, index.short, plurals=plurals))
        found.sort(key=lambda met: met[:2])
    return found


def _short_in(
    letters: Letters,
    short: Mapping[int, Mapping[str, Sought]],
    *,
    plurals: bool,
) -> Iterator[Met]:
    text = letters.text
    cuts = frozenset((*letters.starts, len(text)))
    least = _LEAST_PLURAL if plurals else _HEAD
    for length, by_letters in short.items():
        for at in letters.starts:
            item, end = by_letters.get(text[at : at + length]), at + length
            if item is not None and length >= least and text[end : end + 1] == "s":
                end += end not in cuts
            if item is not None and end in cuts:
                yield Met(at, end, item)


def without(sought: Iterable[Sought], texts: Iterable[str]) -> list[Sought]:
    """What of it does not stand in any of these texts."""
    listed = list(sought)
    index = index_of(listed)
    known = {
        met.sought.letters
        for text in texts
        for met in met_in(letters_of(text), index, plurals=False)
    }
    return [item for item in listed if item.letters not in known]
