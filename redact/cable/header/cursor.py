"""Where the scan of a header is: the fields it has had, and the one that is open."""

from dataclasses import dataclass, field
from enum import Enum

from redact.cable.drafts import Draft, Field, Scan
from redact.cable.forms.archive import Archive
from redact.cable.header.durations import may_state
from redact.cable.header.envelope import Format
from redact.cable.lines import Line
from redact.cable.marks import mark_at
from redact.cable.model import Kind
from redact.findings import Finding, Severity
from redact.text import Span

_SUBJECT, _REFERENCE = Kind.SUBJECT, Kind.REFERENCE


class Part(Enum):
    """The fields of a header, in their order."""

    __hash__ = object.__hash__

    BANNER = "banner"
    CAPTIONS = "captions"
    ORDER = "order"
    TAGS = "tags"
    SUBJECT = "subject"
    REFERENCES = "references"
    AUTHORITY = "authority"


@dataclass(slots=True)
class Cursor:
    """`at` is the number of `line`; `open` the field it may go on with, `part` which one that is.

    `format` is the last address line of the envelope; `strays` counts the stretches of text that
    fit no field; `in_stray`: the line before was one. `order` is the last E.O. line, as long
    as no other field has begun, `authority` the authority paragraph that ended on the line before:
    what stands below may go on with them, and `below` each is what stood there so far; `residue` is
    text that stood behind a field on the line before. `begins_field`: this line begins a field of
    its own. `enveloped`: a line of an envelope has come; `unread` are the lines that are like a
    banner, or stand in its place, and cannot be read as one.

    Of the other forms: `archive` is the last line of the block that an archive put on top,
    `people` says whether the line before belongs to a list of people, `labels` those that can stand
    once and have stood, `titled` who sent it by a
    printed title, `wraps` how many lines below belong to that.
    """

    scan: Scan
    at: int
    line: Line
    open: Field | None = None
    part: Part | None = None
    blank: bool = True
    format: Format | None = None
    seen: set[Part] = field(default_factory=set)
    strays: int = 0
    order: Field | None = None
    authority: Field | None = None
    below: str = ""
    below_authority: str = ""
    residue: str = ""
    begins_field: bool = False
    in_stray: bool = False
    enveloped: bool = False
    unread: list[str] = field(default_factory=list)
    archive: Archive | None = None
    people: bool = False
    labels: set[str] = field(default_factory=set)
    titled: str = ""
    wraps: int = 0

    def begin(self, part: Part, kind: Kind, lines: list[str]) -> Field:
        """Begin a field on this line, in a portion of this kind."""
        self.enter(kind)
        field = self.open = Field(self.line.start, lines)
        self.part = part
        self.seen.add(part)
        self.order, self.below = (field, "") if part is Part.ORDER else (None, "")
        self.authority, self.below_authority = None, ""
        return field

    def enter(self, kind: Kind) -> None:
        """Be in a portion of this kind; subject and references are portions of their own."""
        self.in_stray = False
        if kind is _SUBJECT or kind is _REFERENCE:
            self.scan.add(Draft(kind, self.line.start))
        else:
            self.scan.extend(kind, self.line.start)

    def close(self) -> None:
        """No line goes on with the field any more."""
        self.part = None

    def find(self, code: str, message: str) -> None:
        """A finding of level warning on this line."""
        remedy = "it is treated as text of the body; put it where it belongs, or mark it"
        span = Span(self.line.start, self.line.stop)
        self.scan.findings.append(Finding(code, Severity.WARNING, message, span, remedy=remedy))

    def leave_text(self, offset: int, rest: str) -> None:
        """Text stands behind a field on its line: from `offset` on it is a paragraph of its own."""
        self.find("cable/text-behind-field", "text stands behind a header field on its line")
        if self.scan.drafts and self.scan.drafts[-1].start == offset:
            self.scan.drafts.pop()
        draft = self.scan.add(Draft(Kind.PARAGRAPH, offset))
        draft.found = mark_at(self.scan.text, offset, self.line.stop)
        self.residue = rest
        if may_state(rest):
            self.scan.further.append(rest)
        self.close()
        self.in_stray = True
