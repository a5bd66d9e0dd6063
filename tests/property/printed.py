"""A printed telegram and its promises, and how damage to its lines goes about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from tests.property.choose import Choose
from tests.property.drafts import Draft, Line, Part
from tests.property.tokens import tokens_in
from tests.property.truth import Promise

BLANK = Line("", "blank")
TEXT_ROLES = ("first", "more")


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed telegram: its lines, what is promised of its tokens, its own day."""

    draft: Draft
    lines: tuple[Line, ...]
    promises: dict[str, Promise]
    until: date | None

    def promising(self, change: Callable[[Promise], Promise], tokens: Iterable[str]) -> "Printed":
        """The same with other promises for some tokens."""
        changed = {token: change(self.promises[token]) for token in tokens}
        return replace(self, promises={**self.promises, **changed})

    def softened(self) -> "Printed":
        """The same, and nothing is expected to come out."""
        return self.promising(Promise.unpromised, self.promises)

    def at_floor(self) -> "Printed":
        """The same, and what raised a token may be gone."""
        return self.promising(Promise.at_floor, self.promises)

    def with_lines(self, at: int, *lines: Line, instead: int = 0) -> "Printed":
        """The same with `lines` put in before the line at `at`, `instead` lines taken out there."""
        return replace(self, lines=(*self.lines[:at], *lines, *self.lines[at + instead :]))


LineDamage: TypeAlias = Callable[[Choose, Printed], Printed]


def mapped(cable: Printed, change: Callable[[Line], str]) -> Printed:
    """The telegram with the text of every line changed; the same one if none does."""
    lines = tuple(replace(line, text=change(line)) for line in cable.lines)
    return cable if lines == cable.lines else replace(cable, lines=lines)


def inside(cable: Printed) -> list[int]:
    """Places inside a paragraph: the line there goes on with the text of the line before.

    Not behind a blank line: a page turned there is no blank line any more (R2).
    """
    lines = cable.lines
    return [at for at in range(1, len(lines)) if lines[at].role == "more" and lines[at - 1].text]


def tokens_of(lines: Iterable[Line], *blocks: int) -> set[str]:
    """The tokens in `lines`, or in those of them that belong to `blocks`."""
    return {t for line in lines if not blocks or line.block in blocks for t in tokens_in(line.text)}


def hanging(cable: Printed, block: int) -> list[int]:
    """A block and all that hangs on it, up to the next numbered paragraph."""
    blocks = cable.draft.blocks
    found = [block]
    for later in range(block + 1, len(blocks)):
        if blocks[later].part is Part.PARAGRAPH:
            break
        found.append(later)
    return found
