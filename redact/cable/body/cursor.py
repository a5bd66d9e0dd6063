"""Where the scan of a body is: the line, what stood before it, the count of the paragraphs."""

from dataclasses import dataclass, field

from redact.cable.body.signs import ends_sentence, is_rule
from redact.cable.drafts import Boundary, Draft, Scan
from redact.cable.forms.layout import Ending
from redact.cable.lines import Line
from redact.cable.model import Kind
from redact.findings import Finding, Severity
from redact.text import Span

_PARAGRAPH, _SUBPARAGRAPH, _HEADING = Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.HEADING
_SIGN = Boundary.SIGN
TEXTUAL = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.QUOTATION)
"""What text behind a blank line or a page break can go on with."""

FLOWING = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH)
"""What a line right below goes on with, if it bears no sign of its own."""

OTHER_MESSAGE = "cable/other-message"
"""The doubt about text that may belong to another message, of which nothing is known."""

FRESH = (
    None,
    Kind.HEADING,
    Kind.HEADER,
    Kind.REFERENCE,
    Kind.SUBJECT,
    Kind.ENVELOPE,
    Kind.TRAILER,
)
"""Behind these a plain text is a new paragraph, and a portion may begin on any line."""


@dataclass(slots=True)
class Cursor:
    """`at` is the number of `line`, `stop` that behind the last, `gap` what stands before.

    `before` is the last line of text as read, `above` that line itself.
    `previous` is the portion that text without a sign goes on with, `paragraph` the index of the
    paragraph around an item, `lettered` that of the last item in it with a letter or number, and
    `dashes` the depths and indices of the dashed items under these. `ending` says where the
    text ends. `section`: no text has come yet since the header of a
    further section, so that plain text goes on with the section before. `ended`: NNNN has come.
    `announced`: the line before ends with the words that begin a quotation. `over_name` is the
    portion over a heading that may be a name, a signer's or in a list: the text under it, up to the
    next paragraph, may go on with that.
    `said` is what all lines say from line `first` on, one under the other, and `offsets` where in
    it each begins; `suspect`: it holds words that may say something of a portion or of the whole.
    """

    scan: Scan
    at: int
    line: Line
    stop: int
    ending: Ending
    previous: Draft | None
    gap: Boundary | None = Boundary.BLANK
    before: str = ""
    above: Line | None = None
    count: int | None = None
    letters: list[str] = field(default_factory=list)
    section: bool = False
    ended: bool = False
    announced: bool = False
    over_name: Draft | None = None
    paragraph: int | None = None
    lettered: int | None = None
    dashes: list[tuple[int, int]] = field(default_factory=list)
    suspect: bool = True
    first: int = 0
    said: str = ""
    offsets: list[int] = field(default_factory=list)

    @property
    def continuation(self) -> int | None:
        """The portion before, if it is text that followed a gap: it may have lost its mark."""
        previous = self.previous
        if previous is None or previous.boundary is _SIGN:
            return None
        return self.index_of(previous)

    @property
    def last_kind(self) -> Kind | None:
        """The kind of the portion before, page breaks included."""
        return self.scan.drafts[-1].kind if self.scan.drafts else None

    @property
    def next_text(self) -> str:
        """What the next line says; empty behind the end."""
        return self.scan.lines[self.at + 1].text if self.at + 1 < self.stop else ""

    @property
    def mark_stop(self) -> int:
        """How far a mark that begins on this line may reach: to the end of the next one."""
        return self.scan.lines[self.at + 1].stop if self.next_text else self.line.stop

    def is_clear(self) -> bool:
        """Whether a portion may clearly begin on this line: not in the middle of a sentence."""
        return (
            self.gap is not None
            or self.last_kind in FRESH
            or not self.before
            or ends_sentence(self.before)
            or is_rule(self.before)
        )

    def begin(self, draft: Draft) -> None:
        """Begin a portion of text."""
        drafts = self.scan.drafts
        index = len(drafts)
        drafts.append(draft)
        self.previous = draft
        kind = draft.kind
        if kind is _SUBPARAGRAPH:
            depth = draft.depth
            if depth:
                shallower = [one for one in self.dashes if one[0] < depth] if self.dashes else []
                self.dashes = [*shallower, (depth, index)]
            else:
                self.lettered, self.dashes = index, []
        elif kind is _PARAGRAPH or kind is _HEADING:
            self.paragraph = index if kind is _PARAGRAPH else None
            self.lettered, self.dashes = None, []

    def index_of(self, draft: Draft | None) -> int | None:
        """The index of a portion that was begun."""
        drafts = self.scan.drafts
        at = len(drafts) - 1
        while draft is not None and at >= 0:
            if drafts[at] is draft:
                return at
            at -= 1
        return None

    def find(self, code: str, message: str) -> None:
        """A finding of level warning on this line."""
        span = Span(self.line.start, self.line.stop)
        self.scan.findings.append(Finding(code, Severity.WARNING, message, span))
