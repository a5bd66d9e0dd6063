"""Whether a single word belongs to the marking registers, for readers that tell marks from text."""

from functools import cache, lru_cache

from redact.markings.registers import register
from redact.markings.vocabulary import Vocabulary, cui_words, marking_words

_NOT_WORDS_OF_MARKS = frozenset({"CODE", "NUMBER", "CATEGORY"})


@lru_cache(maxsize=4096)
def is_register_word(word: str) -> bool:
    """Whether `word` is a word of a marking: a level, a control, a caption that is a control.

    Codes of countries and organisations, numbers and CUI categories are none: they stand in
    ordinary text. Abbreviations and everyday words count in capitals only (A1.5).
    """
    upper = word.upper()
    if upper in _only_in_capitals():
        return word == upper
    return any(_holds(vocabulary, word) for vocabulary in (marking_words(), cui_words())) or (
        upper in _telling_words()
    )


def _holds(vocabulary: Vocabulary, word: str) -> bool:
    entry = vocabulary.exact.get(word) or vocabulary.in_any_case.get(word.upper())
    return entry is not None and entry.symbol not in _NOT_WORDS_OF_MARKS


@cache
def _only_in_capitals() -> frozenset[str]:
    return frozenset(register("words")["only_in_capitals"])


@cache
def _telling_words() -> frozenset[str]:
    """Words of titles, captions and marks not modelled that no ordinary text would hold."""
    return frozenset(register("words")["telling"])
