"""Whether a word is one of some names: as it stands, torn, broken, or written together."""

import re
from collections.abc import Iterator
from functools import cached_property

from redact.detectors.folding import HOLE, Word
from redact.detectors.legible import BORDER

_LONGEST = 60
"""What has more letters is no word that damage or joining made of names."""

_UNLIKE_OTHERS = 6
"""A name of so many letters at the beginning of a longer word is that name: `Quispean`."""

_LOST = 2
"""So many letters may stand for a hole, for damage counts in bytes."""

_AFFIXES = frozenset("al el ul abd abdul abdel ibn bin de d mc mac s es z".split())
"""What is written together with a name: `Abdulrahman`, `Duponts`."""

_BROKEN = re.compile(r"[ \n]?[-'.]?[ \n]?")


class Heard:
    """The names to listen for, made ready: each word costs the same, however many they are."""

    def __init__(self, names: frozenset[str]) -> None:
        """`names` are folded words."""
        self.names = names
        self._long = frozenset(name for name in names if len(name) > 2)
        self._parts = self._long | _AFFIXES
        self._begins = frozenset(name[:length] for name in names for length in range(1, len(name)))
        self._torn = frozenset(_around(name) for name in names if HOLE in name)

    def is_name(self, word: str) -> bool:
        """Whether a folded word is a name."""
        if word in self.names:
            return True
        if not 2 < len(word) <= _LONGEST:
            return False
        if any(word[:length] in self._long for length in range(_UNLIKE_OTHERS, len(word))):
            return True
        return self._is_torn(word) or self._is_made_up(word.rstrip("0123456789"))

    def _is_torn(self, word: str) -> bool:
        if HOLE in word and _around(word) in self._with_holes:
            return True
        return bool(self._torn) and not self._torn.isdisjoint(_holes(word))

    @cached_property
    def _with_holes(self) -> frozenset[tuple[str, str]]:
        return frozenset(torn for name in self.names for torn in _holes(name[:_LONGEST]))

    def _is_made_up(self, word: str) -> bool:
        """Whether it is a name with others, or with what is written together with names."""
        ends = {0: False}
        for at in range(len(word)):
            if at in ends:
                for end in range(at + 1, len(word) + 1):
                    part = word[at:end]
                    if part in self._parts:
                        ends[end] = ends.get(end, False) or ends[at] or part in self._long
                    elif part not in self._begins and part not in _AFFIX_BEGINS:
                        break
        return ends.get(len(word), False)

    def last_part(self, text: str, stretch: list[Word], at: int) -> int | None:
        """Where a name ends that begins with this word and is broken into several."""
        joined = stretch[at].folded
        found, first = None, at
        while joined in self._begins and at + 1 < len(stretch):
            between = text[stretch[at].end : stretch[at + 1].start]
            is_spaced = at - first + 1 == len(joined) and len(stretch[at + 1].folded) == 1
            short = not is_spaced and len(joined) + len(stretch[at + 1].folded) < 6
            if not _BROKEN.fullmatch(between) or between == BORDER:
                break
            if short and between in (" ", ". ", "' "):
                break
            at += 1
            joined += stretch[at].folded
            if joined in self.names:
                found = at
        return found


_AFFIX_BEGINS = frozenset(part[:length] for part in _AFFIXES for length in range(1, len(part)))


def _around(torn: str) -> tuple[str, str]:
    """What stands before the first hole of a word and behind its last."""
    return torn[: torn.index(HOLE)], torn[torn.rindex(HOLE) + 1 :]


def _holes(word: str) -> Iterator[tuple[str, str]]:
    """What would stand around a hole, for each that damage could make in a whole word of three
    letters or more: so much must be left of it."""
    for start in range(len(word) + 1):
        for end in range(start, min(start + _LOST, len(word)) + 1):
            if start + len(word) - end > 2:
                yield word[:start], word[end:]
