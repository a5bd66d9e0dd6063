"""Names and terms of a list, wherever they stand as whole words, however they are broken."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from redact.detectors.folding import fold, words
from redact.detectors.legible import BORDER

POSSESSIVE = re.compile(r"['\u2019]s?\b|['\u2019](?=[ \n.,;:)]|$)", re.IGNORECASE)


class Terms(NamedTuple):
    """Folded terms in order, and their first three letters."""

    wanted: tuple[str, ...]
    begins: frozenset[str]


def terms_of(names: Iterable[str]) -> Terms:
    """Terms made ready to look for; one without a letter or digit is none."""
    wanted = sorted({folded for name in names if (folded := fold(name))})
    return Terms(tuple(wanted), frozenset(folded[:3] for folded in wanted))


@lru_cache(maxsize=8)
def terms_of_list(names: tuple[str, ...]) -> Terms:
    """The same for a list that one cable after the other is searched for."""
    return terms_of(names)


def find_terms(text: str, terms: Terms) -> Iterator[tuple[int, int]]:
    """The longest term from each word on: without regard to case, accents, hyphens and blanks, the
    possessive taken along."""
    wanted, begins = terms
    if not wanted:
        return
    found = words(text)
    for first, word in enumerate(found):
        if word.folded[:3] not in begins and len(word.folded) >= 3:
            continue
        end = None
        joined = ""
        for last in range(first, len(found)):
            if last > first and BORDER in text[found[last - 1].end : found[last].start]:
                break
            joined += found[last].folded
            at = bisect_left(wanted, joined)
            if at == len(wanted) or not wanted[at].startswith(joined):
                break
            if wanted[at] == joined:
                end = found[last].end
        if end is not None:
            taken = POSSESSIVE.match(text, end)
            yield word.start, taken.end() if taken else end
