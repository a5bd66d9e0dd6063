"""What a telegram is: source, header, portions, and what binds them, as values."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from redact.declassification.model import Instruction
from redact.findings import Finding
from redact.markings.model import Marking
from redact.text import Lines, Span, lines_of


class Kind(StrEnum):
    """What a portion is."""

    __hash__ = str.__hash__

    ENVELOPE = "envelope"
    HEADER = "header"
    SUBJECT = "subject"
    REFERENCE = "reference"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    QUOTATION = "quotation"
    PAGE_BREAK = "page-break"
    SIGNATURE = "signature"
    TRAILER = "trailer"


STRUCTURAL = frozenset(
    {Kind.ENVELOPE, Kind.HEADER, Kind.REFERENCE, Kind.PAGE_BREAK, Kind.SIGNATURE}
)
"""The kinds that only a rule that names them can decide."""


class EffectiveSource(StrEnum):
    """Whence a portion has the marking that binds it."""

    OWN = "own"
    PARENT = "parent"
    BANNER = "banner"
    HIGH_WATER = "high-water"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded text and where it came from; `sha256` is that of the bytes, in hexadecimal.

    From `unread` on, the text only names parts of a mail that were not read. `doubts` are finding
    codes that keep all its text back. `head` is where the text of a mail begins that has one text
    and nothing else; 0 for all that is no mail.
    """

    name: str
    text: str
    encoding: str
    sha256: str
    unread: int | None = None
    doubts: tuple[str, ...] = ()
    head: int = 0

    @property
    def lines(self) -> Lines:
        """Where the lines begin, for whoever must name a place."""
        return lines_of(self.text)


class Mark(NamedTuple):
    """A mark where a mark stands: `marking` is None where it cannot be read."""

    text: str
    span: Span
    marking: Marking | None


class Effective(NamedTuple):
    """The marking that binds a portion after inheritance; None where nothing is known."""

    marking: Marking | None
    source: EffectiveSource


class Portion(NamedTuple):
    """A contiguous part of the text with at most one mark of its own.

    `parent` is the index of the portion it belongs to or continues. `doubts` are finding codes
    that keep the portion back whatever its marking says. `instruction` is set only where the
    portion states or quotes one for itself: the one of the two that binds it, the later.
    """

    index: int  # type: ignore[assignment]  # hides a method that all tuples have
    kind: Kind
    number: str | None
    parent: int | None
    span: Span
    mark: Mark | None
    effective: Effective
    doubts: tuple[str, ...] = ()
    instruction: Instruction | None = None


class Addressee(NamedTuple):
    """One addressee: route, plain-language name, precedence and serial, None where absent."""

    route: str | None
    name: str
    precedence: str | None
    serial: str | None


class Reference(NamedTuple):
    """One item of the references; `id` is canonical (`09STATE90236`) or None."""

    label: str | None
    text: str
    id: str | None


@dataclass(frozen=True, slots=True)
class ClassifiedBy:
    """The classification authority paragraph, and the name and title in it."""

    text: str
    name: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """`SECTION number OF total`."""

    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """An earlier review, as stamped on the copy."""

    text: str
    date: datetime.date | None
    authority: str | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Caption:
    """A distribution word, canonical; `restricts` as the captions register says (unknown: yes)."""

    name: str
    restricts: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The header fields, each None or empty where the telegram does not have it."""

    id: str | None = None
    mrn: str | None = None
    precedence: str | None = None
    dtg: str | None = None
    date: datetime.date | None = None
    from_: str | None = None
    to: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    classification: str | None = None
    captions: tuple[Caption, ...] = ()
    order: str | None = None
    declassify: Instruction | None = None
    tags: tuple[str, ...] = ()
    subject: str | None = None
    subject_marking: Marking | None = None
    references: tuple[Reference, ...] = ()
    classified_by: ClassifiedBy | None = None
    reasons: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    drafted_by: str | None = None
    cleared_by: str | None = None
    stamps: tuple[Stamp, ...] = ()
    signer: str | None = None


@dataclass(frozen=True, slots=True)
class Cable:
    """A telegram taken apart: its portions partition `source.text`.

    `banner` is the marking of the whole, None where there is none that can be read. `instruction`
    is the one that binds the cable (several: the one that protects longest, 32 CFR 2001.22(e)).
    `dated` is the day from which instructions count: the latest of the telegrams in the file.
    """

    source: Source
    form: str
    header: Header
    banner: Marking | None
    in_doubt: bool
    instruction: Instruction
    portions: tuple[Portion, ...]
    findings: tuple[Finding, ...]
    dated: datetime.date | None = None

    def text_of(self, portion: Portion) -> str:
        """The text of a portion, as it stands in the source."""
        return self.source.text[portion.span.start : portion.span.end]
