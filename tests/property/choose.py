"""Where the generator's choices come from: Hypothesis or a seeded random, behind one function.

A `Choose` takes a number n and answers a number from 0 up to, not including, n. Everything the
generator decides goes through it, so the same generator serves property tests and the fuzz report.
"""

import random
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Choose: TypeAlias = Callable[[int], int]


def drawn(data: st.DataObject) -> Choose:
    """Choices that Hypothesis makes, replays and shrinks: smaller numbers are simpler cables."""
    return lambda n: data.draw(st.integers(0, n - 1)) if n > 1 else 0


def seeded(seed: int) -> Choose:
    """Choices of a random generator with a seed: the same seed, the same cable."""
    return random.Random(seed).randrange


def one_of(choose: Choose, items: Sequence[T]) -> T:
    """One of `items`, which is not empty; Hypothesis shrinks to the first."""
    return items[choose(len(items))]


def one_in(choose: Choose, n: int) -> bool:
    """True once in `n` times; Hypothesis shrinks to False."""
    return choose(n) == n - 1


def between(choose: Choose, low: int, high: int) -> int:
    """A number from `low` to `high`, both included."""
    return low + choose(high - low + 1)


def picked(choose: Choose, items: Sequence[T], count: int) -> tuple[T, ...]:
    """`count` different members of `items` (all of them if there are fewer), in drawn order."""
    left = list(items)
    return tuple(left.pop(choose(len(left))) for _ in range(min(count, len(left))))
