"""Tokens: invented words, one in each sentence, by which a sentence is known again."""

import re

from tests.property.choose import Choose, between, one_of

_SYLLABLES = tuple(c + v for c in "bdfgklmnprstv" for v in "aeiou")
_TOKEN = re.compile(r"vexo[a-z]{4}quil", re.IGNORECASE)
_NO_LETTER = re.compile(r"[^a-z]+")

SENTENCES = (
    "The deputy minister told the Ambassador that {} would not sign the lease before winter.",
    "Our contact at the port office said {} had asked for six boats and a spare-parts contract.",
    "According to the ministry, {} will wait until the cabinet has met again.",
    "He added that {} was not convinced, and that nobody else had read the draft.",
    "Post believes {} is the reason why the committee has three offers and no chairman.",
    "Emboffs met {} on January 12. The talk was short and, as usual, friendly.",
    "The French and the German ambassadors had raised {} with the prime minister's staff.",
    "Asked about the second vessel, the admiral named {} and changed the subject.",
    "We doubt that {} (the party's candidate) is dead; the budget debate explains the delay.",
    "It was plain to us that {}, who leads the smaller group, has no instructions.",
)

HEADINGS = (
    "{} AND THE PORT",
    "WHAT {} WANTS",
    "NEXT STEPS FOR {}",
    "{}: A LONG WINTER",
)


def token(serial: int) -> str:
    """The invented word with this number: no two alike, none inside another."""
    count = len(_SYLLABLES)
    return f"Vexo{_SYLLABLES[serial // count % count]}{_SYLLABLES[serial % count]}quil"


def tokens_in(text: str) -> tuple[str, ...]:
    """The tokens that stand unbroken in `text`, in lower case, in order."""
    return tuple(word.lower() for word in _TOKEN.findall(text))


def squeezed(text: str) -> str:
    """`text` without anything but letters: a token broken by wraps, hyphens or blanks is whole."""
    return _NO_LETTER.sub("", text.lower())


class Words:
    """Makes sentences and headings, a new token in each."""

    def __init__(self, choose: Choose) -> None:
        self._choose = choose
        self._serial = between(choose, 0, 999)

    def _next(self) -> str:
        self._serial += 1
        return token(self._serial)

    def name(self) -> str:
        """A token alone, in capitals."""
        return self._next().upper()

    def sentence(self) -> str:
        """A sentence that ends with a full stop."""
        return one_of(self._choose, SENTENCES).format(self._next())

    def sentences(self, count: int) -> tuple[str, ...]:
        """`count` sentences."""
        return tuple(self.sentence() for _ in range(count))

    def heading(self) -> str:
        """A short line in capitals without a full stop."""
        return one_of(self._choose, HEADINGS).format(self._next().upper())
