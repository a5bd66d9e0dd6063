"""What a detector finds: a span of the text, and what kind of thing stands there."""

from enum import StrEnum
from typing import NamedTuple

from redact.text import Span


class Thing(StrEnum):
    """The word that stands at the hole, after the documentary editors (FRUS, editorial method)."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ADDRESS = "address"
    TEXT = "text"


class Detection(NamedTuple):
    """Something found: `span` is into the decoded text and lies within one portion.

    `detector` is an id of the register, or `term:` and the name of a list. `sure` is False where
    context and shape fit but a check digit does not (misread by OCR): it is found all the same.
    """

    detector: str
    span: Span
    thing: Thing
    sure: bool = True


class Wanted(NamedTuple):
    """Which detectors are to run, and the lists of names or terms to look for, by their name."""

    detectors: frozenset[str]
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
