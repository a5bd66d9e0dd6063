"""A word or title looked up in the registers; the longest title wins."""

from datetime import date

from redact.markings.scanning import Word
from redact.markings.vocabulary import Entry, Title, Vocabulary

UNKNOWN = Entry("UNKNOWN", "")


def looked_up(words: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> tuple[Entry, int]:
    """What the word at `at` is in itself, and behind which word it ends."""
    text = words[at].text
    capitals = text.upper()
    for title in vocabulary.titles.get(capitals, ()):
        if _stands_at(title, words, at):
            return title.entry, at + len(title.words)
    found = vocabulary.exact.get(text) or vocabulary.in_any_case.get(capitals)
    return found or _unregistered(text), at + 1


def title_at(words: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> Title | None:
    """The longest title of several words that begins at `at`."""
    titles = vocabulary.titles.get(words[at].text.upper(), ())
    return next((title for title in titles if _stands_at(title, words, at)), None)


def _stands_at(title: Title, words: tuple[Word, ...], at: int) -> bool:
    there = words[at : at + len(title.words)]
    if len(there) < len(title.words):
        return False
    for place, (text, _, _, separator) in enumerate(there):
        if place and separator != title.separators[place]:
            return False
        if (text.upper() if title.in_any_case else text) != title.words[place]:
            return False
    return True


def _unregistered(text: str) -> Entry:
    """A name of a compartment or program, a declassification date, or nothing that is known."""
    if len(text) == 8 and text.isdecimal() and _is_date(text):
        return Entry("DECLASS", text)
    return Entry("NAME", text) if is_name(text) else UNKNOWN


def is_name(text: str) -> bool:
    """Whether a word is of capitals and digits, as names of compartments and programs are."""
    return text.isalnum() and text == text.upper()


def _is_date(text: str) -> bool:
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return True
