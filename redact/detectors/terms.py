"""Names and terms of a list, wherever they stand as whole words, however they are broken."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from redact.detectors.folding import fold, words

_POSSESSIVE = re.compile(r"['\u2019]s?\b|['\u2019](?=[ \n.,;:)]|$)", re.IGNORECASE)


def find_terms(text: str, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The longest term from each word on: without regard to case, accents, hyphens and blanks, the
    possessive taken along. Terms without a letter or digit are no terms."""
    wanted = sorted({folded for term in terms if (folded := fold(term))})
    if not wanted:
        return
    begins = {folded[:3] for folded in wanted}
    found = words(text)
    for first, word in enumerate(found):
        if word.folded[:3] not in begins and len(word.folded) >= 3:
            continue
        end = None
        joined = ""
        for last in range(first, len(found)):
            joined += found[last].folded
            at = bisect_left(wanted, joined)
            if at == len(wanted) or not wanted[at].startswith(joined):
                break
            if wanted[at] == joined:
                end = found[last].end
        if end is not None:
            taken = _POSSESSIVE.match(text, end)
            yield word.start, taken.end() if taken else end
