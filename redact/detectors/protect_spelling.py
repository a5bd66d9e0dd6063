"""How `strictly protect` is spelled: as it should be, letter-spaced, and one slip away."""

import re
from typing import Final

_WORD = "protect"
_OTHER_WORDS = "project|protest"
"""One letter away, and words of their own."""


def _spaced(word: str) -> str:
    return "[ \n]?".join(word)


def _slips() -> frozenset[str]:
    """The word with a letter lost, doubled, misread, or changed with its neighbour."""
    found = set()
    for at, letter in enumerate(_WORD):
        before, behind = _WORD[:at], _WORD[at + 1 :]
        found |= {before + behind, before + 2 * letter + behind, rf"{before}[\w?]{behind}"}
        found.add(before + behind[:1] + letter + behind[1:])
    return frozenset(found)


HOW: Final = (
    r"(?:(?:please|pls|plse|kindly|also|both|all|always|must|str[a-z1]{2,8}|"
    rf"{_spaced('strictly')}|{_spaced('please')})[ \n,-]{{0,3}})"
)
"""A word in front that says how."""

PROTECT: Final = r"pr[o0]tect(?:[ ]ed|ed)?"
"""The word in running text."""

NEARLY_PROTECT: Final = (
    rf"(?!(?:{_OTHER_WORDS}))"
    rf"(?:{PROTECT}|{_spaced(_WORD)}|{'|'.join(sorted(_slips(), reverse=True))})(?:[ ]?ed)?"
)
"""The same in brackets, where hardly another word can be meant."""

_MAY_BE = re.compile(r"prot|tect|pr.{0,2}ect|roet")


def may_protect(text: str) -> bool:
    """Whether any of this can stand in a text, asked first: blanks hide nothing."""
    return _MAY_BE.search("".join(text.lower().split())) is not None
