"""A release beside the one that the decisions yield: every word more, and every word less."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from redact.verification.extract import Channel, Extract
from redact.verification.model import Problem

_MOST = 1 << 22
"""Pairs of words that are compared one by one; where more differ, they differ as a whole."""


class _Word(NamedTuple):
    text: str
    place: str


def differences(release: Extract, expected: Extract) -> tuple[Problem, ...]:
    """Every word of the release that is not expected, and every expected one that is missing.

    Words are what stands between blanks, letter for letter; what is not text (scripts, fields,
    images) counts where the expected release does not have it.
    """
    known = {(problem.code, problem.message) for problem in expected.problems}
    more = [item for item in release.problems if (item.code, item.message) not in known]
    theirs, ours = _compared(release), _compared(expected)
    names = dict.fromkeys([*ours, *theirs])
    found = [
        problem
        for name in names
        for problem in _between(_words(theirs.get(name)), _words(ours.get(name)))
    ]
    return tuple(dict.fromkeys([*found, *more]))


def _compared(extract: Extract) -> dict[str, Channel]:
    return {channel.name: channel for channel in extract.channels if channel.compared}


def _words(channel: Channel | None) -> list[_Word]:
    return [
        _Word(word, piece.place)
        for piece in (channel.pieces if channel else ())
        for word in piece.text.split()
    ]


def _between(release: Sequence[_Word], expected: Sequence[_Word]) -> Iterator[Problem]:
    theirs, ours = [word.text for word in release], [word.text for word in expected]
    for (start, end), (first, last) in _unlike(theirs, ours):
        if start < end:
            text = " ".join(theirs[start:end])
            message = f"{_counted(end - start)} that the decisions do not yield"
            yield Problem("release/unexpected-text", message, release[start].place, text)
        if first < last:
            place = release[start].place if start < len(release) else "the end"
            message = f"{_counted(last - first)} that the decisions yield"
            text = " ".join(ours[first:last])
            yield Problem("release/text-missing", f"without {message}", place, text)


def _unlike(
    theirs: Sequence[str], ours: Sequence[str]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where two lists of words are unlike."""
    same = _shared(theirs, ours)
    rest = min(_shared(theirs[::-1], ours[::-1]), len(theirs) - same, len(ours) - same)
    left, right = theirs[same : len(theirs) - rest], ours[same : len(ours) - rest]
    if len(left) * len(right) > _MOST:
        yield (same, same + len(left)), (same, same + len(right))
        return
    for tag, start, end, first, last in SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield (same + start, same + end), (same + first, same + last)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _counted(words: int) -> str:
    return "1 word" if words == 1 else f"{words} words"
