"""Reading a marking, cached by the text: the plainest at once, all others in full."""

from dataclasses import replace
from functools import lru_cache

from redact.markings.model import Marking, MarkingReading
from redact.markings.notices import error_of
from redact.markings.plain import plain_marks


@lru_cache(maxsize=4096)
def read_marking(text: str) -> MarkingReading:
    """What `text` says as one marking: a portion mark, with or without parentheses, or a banner.

    Total. Where it is no marking, `marking` is None and one finding of level error says where
    reading stopped (A2); else the findings say what was put right or is forbidden.
    """
    plain = plain_marks().get(text)
    if plain:
        return MarkingReading(text, _one(plain), entire_text=False, findings=())
    from redact.markings.reading_in_full import read_in_full

    reading = read_in_full(text)
    return replace(reading, marking=_one(reading.marking)) if reading.marking else reading


@lru_cache(maxsize=1 << 12)
def _one(marking: Marking) -> Marking:
    """The same object for equal markings, which are compared often."""
    return marking


def parse_marking(text: str) -> Marking:
    """The marking that `text` says.

    Raises `MarkingError` where it says none; its message never holds the text.
    """
    reading = read_marking(text)
    if reading.marking is None:
        raise error_of(reading.findings[0])
    return reading.marking
