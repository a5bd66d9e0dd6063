"""Portions while the reader is still cutting: where each begins, and how it came to begin there."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from redact.cable.forms.layout import TELEGRAM, Layout
from redact.cable.header.banner import Banner
from redact.cable.lines import Line
from redact.cable.marks import Found
from redact.cable.model import Addressee, Caption, Kind, Mark
from redact.findings import Finding
from redact.markings.model import Level, Marking


class Boundary(Enum):
    """What stands before a portion, as far as it matters for what the portion inherits."""

    SIGN = auto()
    """A number, a sign, a mark, a heading, a field: nothing is inherited by position alone."""

    BLANK = auto()
    """Only a blank line: a continuation, perhaps a paragraph whose mark was lost."""

    PAGE = auto()
    """Only a page break: a continuation."""

    DOUBTFUL = auto()
    """A number or a mark in the middle of a sentence: whose text this is cannot be told."""


@dataclass(slots=True)
class Draft:
    """A portion to be: it ends where the next one begins.

    `raised` holds markings found inside (a quotation, running text), which may raise it. `letter`
    is the mark that a list letter might be: it binds where the parent is below it. `depth` is that
    of a dash. `orders` are the texts of declassification instructions that it quotes, `endings` the
    declassification values of marks inside. `run_on`: text of an unmarked portion may have run on
    into it.
    """

    kind: Kind
    start: int
    number: str | None = None
    found: Found | None = None
    parent: int | None = None
    beside: int | None = None
    boundary: Boundary = Boundary.SIGN
    doubts: tuple[str, ...] = ()
    raised: tuple[Marking, ...] = ()
    letter: Found | None = None
    depth: int = 0
    orders: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    run_on: bool = False

    def raise_by(self, marking: Marking, ends: str | None = None) -> None:
        """Note a marking that stands inside, once, and its declassification value."""
        if marking not in self.raised:
            self.raised += (marking,)
        if ends:
            self.endings += (ends,)


@dataclass(slots=True)
class Field:
    """A header field as found: the lines it stands on, cleaned, and its first offset."""

    start: int
    lines: list[str]

    @property
    def text(self) -> str:
        """The lines joined, runs of blanks collapsed."""
        return " ".join(" ".join(self.lines).split())


class Plain(NamedTuple):
    """A portion of a regular telegram in which nothing is open, of its own mark or of none.

    It ends where the next one begins; `parent` is the index among all portions.
    """

    kind: Kind
    start: int
    number: str | None
    parent: int | None
    mark: Mark | None


class Identity(NamedTuple):
    """Post, serial and reference of a telegram that states them elsewhere than on a banner line."""

    post: str
    serial: str | None
    mrn: str


@dataclass(slots=True)
class Scan:
    """All that one scan of a text gathers.

    `banner_unread`: a line in the place of a banner cannot be read, and no other stands there.
    `plain` are the portions behind the drafts of which nothing is open.
    `lacking`: a further telegram has no E.O. line; `headless`: the last one has no banner;
    `orderless`: the first has no E.O. line.
    `layout` is that of its form; `day` the date of a form without a date-time group.
    """

    text: str
    lines: list[Line]
    drafts: list[Draft] = field(default_factory=list)
    plain: list[Plain] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    banners: list[Banner] = field(default_factory=list)
    banner_unread: bool = False
    unknown_statement: bool = False
    lacking: bool = False
    headless: bool = False
    orderless: bool = False
    statements: list[Level] = field(default_factory=list)
    hints: list[Marking] = field(default_factory=list)
    page_heads: list[Marking] = field(default_factory=list)
    precedence: str | None = None
    moments: list[dict[str, str | None]] = field(default_factory=list)
    sender: Addressee | None = None
    to: list[Addressee] = field(default_factory=list)
    info: list[Addressee] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    orders: list[Field] = field(default_factory=list)
    further: list[str] = field(default_factory=list)
    residues: list[str] = field(default_factory=list)
    says_classified: bool = False
    tags: Field | None = None
    subject: Field | None = None
    subject_found: Found | None = None
    references: Field | None = None
    authorities: list[Field] = field(default_factory=list)
    signer: str | None = None
    stamps: list[Field] = field(default_factory=list)
    anchored: bool = False
    layout: Layout = TELEGRAM
    identity: Identity | None = None
    day: date | None = None
    drafted_by: str | None = None
    cleared_by: str | None = None

    @property
    def subject_lines(self) -> list[str]:
        """The lines of the first subject: a later section repeats them."""
        return self.subject.lines if self.subject else []

    def stop_of(self, number: int) -> int:
        """The offset behind the portion with this index: the start of the next, or the end."""
        following = number + 1
        if following < len(self.drafts):
            return self.drafts[following].start
        return self.plain[0].start if self.plain else len(self.text)

    def draft_plain(self) -> None:
        """Make drafts of the plain portions: something is open that concerns them too."""
        for kind, start, number, parent, mark in self.plain:
            found = Found(mark, entire_text=False, after=mark.span.end) if mark else None
            self.drafts.append(Draft(kind, start, number, found, parent))
        self.plain = []

    def add(self, draft: Draft) -> Draft:
        """Begin a portion."""
        self.drafts.append(draft)
        return draft

    def extend(self, kind: Kind, start: int) -> Draft:
        """Go on with a portion of this kind, or begin one."""
        if self.drafts and self.drafts[-1].kind is kind:
            return self.drafts[-1]
        return self.add(Draft(kind, start))
