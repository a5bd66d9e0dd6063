"""A telegram before it is printed: what damage to marks, banner and dates works on."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, StrEnum

from tests.property.marks import NO_MARK, Mark


class Part(StrEnum):
    """What a block of the text is."""

    SUBJECT = "subject"
    PARAGRAPH = "paragraph"
    SUB = "sub"
    LETTER = "letter"
    HEADING = "heading"
    PLAIN = "plain"
    QUOTE = "quote"
    TABLE = "table"


class Shape(Enum):
    """Where the mark stands in the first line of a block."""

    AFTER_LABEL = "1. (C) "
    GLUED = "1.(C) "
    BEFORE_LABEL = "(C) 1. "
    OWN_LINE = "1. (C)\n"
    BEFORE_LEAD = "1. (C) SUMMARY: "
    AFTER_LEAD = "1. SUMMARY: (C) "
    AT_END = "SUBJECT: ... (C)"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text with at most one mark; `inner` are the marks inside a quotation.

    `spaced`: a blank line stands before it. `lead` is a word such as SUMMARY in front of a
    paragraph, or the rule under a heading; `inner_banner` the banner line of a quoted telegram.
    """

    part: Part
    label: str
    mark: Mark
    text: tuple[str, ...]
    shape: Shape = Shape.AFTER_LABEL
    lead: str = ""
    spaced: bool = True
    inner: tuple[Mark, ...] = ()
    inner_banner: str = ""


@dataclass(frozen=True, slots=True)
class Banner:
    """The banner line; `level` is None where it cannot be read, `text` empty where it is lost."""

    text: str
    level: int | None
    raises: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Instruction:
    """The E.O. line; `until` is the day on which it ends classification, None if it never does.

    `states`: it names a day, an event or a code (not N/A, not nothing).
    """

    text: str
    until: date | None
    states: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A telegram of the form of 2002-2010 (cables 4, C03), or of another.

    `frame` is the form whose frame stands around the text; a copy is named by `copy`. `page` are
    the lines at the turn of a page of a copy, empty for a telegram of 2002-2010.
    """

    post: str
    route: str
    serial: int
    dated: date
    envelope: tuple[str, ...]
    letters: str
    banner: Banner
    captions: tuple[str, ...]
    passing: tuple[str, ...]
    instruction: Instruction
    tags: str
    tags_first: bool
    references: tuple[str, ...]
    classified_by: tuple[str, ...]
    blocks: tuple[Block, ...]
    signer: str
    ending: tuple[str, ...]
    width: int = 60
    capitals: bool = False
    entire: Mark = field(default=NO_MARK)
    page: tuple[str, ...] = ()
    copy: str = "N73"
    frame: str = ""

    @property
    def form(self) -> str:
        """The form it is printed as."""
        return self.frame or (self.copy if self.page else "C03")

    def marks(self) -> tuple[Mark, ...]:
        """Every mark printed in it, those of quotations too."""
        own = (block.mark for block in self.blocks)
        inner = (mark for block in self.blocks for mark in block.inner)
        return tuple(mark for mark in (*own, *inner) if mark.text)

    def with_block(self, at: int, block: Block) -> "Draft":
        """The same telegram with another block in the place of the one at `at`."""
        return replace(self, blocks=(*self.blocks[:at], block, *self.blocks[at + 1 :]))


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: what it is, and of which block (-1 for none)."""

    text: str
    role: str
    block: int = -1
