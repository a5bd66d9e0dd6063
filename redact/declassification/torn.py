"""Words as a scanner tears them: a letter lost or misread, a blank between two letters.

Only for words that hold a text back (NOT DECLASSIFIED, IN PART): there what is nearly the word is
taken for the word. No word that frees is ever read so (R2).
"""

import re
from collections.abc import Iterator
from functools import cache


@cache
def nearly(*words: str) -> re.Pattern[str]:
    """A pattern of whole words, each with at most one letter misread or lost, and any blanks."""
    forms = "|".join(form for word in words for form in _forms(word))
    return re.compile(rf"(?<![A-Z0-9])(?:{forms})(?![A-Z0-9])")


def _forms(word: str) -> Iterator[str]:
    letters = list(word)
    for at in range(len(letters)):
        yield " *".join([*letters[:at], "[^ ]", *letters[at + 1 :]])
        yield " *".join([*letters[:at], *letters[at + 1 :]])
