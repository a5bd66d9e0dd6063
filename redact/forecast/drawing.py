"""A drawing as values: rectangles, lines and words on a page, for whoever puts them on paper."""

from dataclasses import dataclass
from enum import StrEnum


class Anchor(StrEnum):
    """Which point of a word its place is; words stand centred on their height."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `colour` is `#rrggbb`."""

    x: int
    y: int
    width: int
    height: int
    colour: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: int
    y1: int
    x2: int
    y2: int
    colour: str


@dataclass(frozen=True, slots=True)
class Word:
    """Words on one line."""

    x: int
    y: int
    text: str
    size: int = 13
    anchor: Anchor = Anchor.START
    colour: str = "#1a1a1a"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page of `width` by `height` pixels; `title` and `description` say it in words."""

    width: int
    height: int
    title: str
    description: str
    shapes: tuple[Box | Rule | Word, ...]
