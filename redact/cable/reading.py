"""Reading: bytes into a cable, in one scan of the text."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import count, pairwise, repeat

from redact.cable import instructions
from redact.cable.body.quotations import UNREADABLE
from redact.cable.decoding import decode
from redact.cable.drafts import Draft, Scan
from redact.cable.endings import endings_of
from redact.cable.forms.recognition import FOREIGN_FORM, form_of, mixes_forms
from redact.cable.header.fields import latest_date, moments_of, order_of, read_header, reasons_of
from redact.cable.inheritance import Whole, effective_markings, plain_markings
from redact.cable.model import (
    STRUCTURAL,
    Cable,
    EffectiveSource,
    Mark,
    Portion,
    Source,
)
from redact.cable.scanning import AROUND, ATTACHMENT, scan_generally, scan_source, scan_text
from redact.cable.wholes import (
    above_banner,
    any_classified,
    banner_marking,
    highest_marking,
    marks_of,
    once,
    own_marks_of,
    statements_disagree,
)
from redact.declassification.model import Instruction
from redact.findings import Finding, Severity
from redact.markings.model import Level, Marking
from redact.text import Span

_portion = partial(tuple.__new__, Portion)
_span = partial(tuple.__new__, Span)
"""From the fields in a row: a third of the time of the call, for the commonest objects."""


def read(data: bytes, *, name: str = "-") -> Cable:
    """Read one telegram from its bytes; `name` is what findings and errors call it.

    The portions of the cable partition its text. Raises ReadError where there is no text at all;
    damage to the text is never an error, but a finding or a doubt.
    """
    return read_source(decode(data, name=name))


def read_source(source: Source) -> Cable:
    """Read a telegram from its decoded text."""
    return _cable_of(source, scan_source(source, scan_text))


def read_source_generally(source: Source) -> Cable:
    """The same without the short cut for regular telegrams: what that must agree with."""
    return _cable_of(source, scan_source(source, scan_generally))


def _cable_of(source: Source, scan: Scan) -> Cable:
    order = order_of(scan)
    moments = moments_of(scan, order)
    dated = latest_date(moments) or (scan.day if not moments else None)
    form = form_of(scan)
    foreign = form == FOREIGN_FORM or mixes_forms(scan)
    distrusted = (*_UNKNOWN[: int(foreign)], *source.doubts)
    whole, stated, instruction = _whole(scan, dated)
    header = read_header(
        scan,
        order=order,
        dtg=moments[0] if moments else None,
        declassify=stated[0] if stated else None,
        subject_stop=_subject_stop(scan),
    )
    return Cable(
        source=source,
        form=form,
        header=header,
        banner=whole.banner,
        in_doubt=whole.in_doubt,
        instruction=instruction,
        portions=_portions(scan, whole, instruction, dated, distrusted),
        findings=_findings(scan, whole, instruction, distrusted),
        dated=dated,
    )


def _subject_stop(scan: Scan) -> int:
    for number, draft in enumerate(scan.drafts):
        if scan.subject and draft.start == scan.subject.start:
            return scan.stop_of(number)
    return len(scan.text)


def _whole(scan: Scan, dated: date | None) -> tuple[Whole, list[Instruction], Instruction]:
    banner = banner_marking(scan)
    found = [draft.found for draft in scan.drafts if draft.found]
    own = own_marks_of(found)
    unread = len(own) < len(found)
    own += [portion.mark.marking for portion in scan.plain if portion.mark and portion.mark.marking]
    marks = once(marks_of(scan, own))
    highest = highest_marking(scan, marks, banner)
    level = instructions.level_of(highest)
    stated = [instructions.order_instruction(field, dated, level) for field in scan.orders]
    instruction = instructions.cable_instruction(scan, dated, level, stated)
    in_doubt = (
        unread
        or _doubts_text(scan)
        or (banner is not None and above_banner(scan, marks, banner))
        or statements_disagree(scan, found, banner)
    )
    unclassified = banner is not None and banner.level is Level.U and not any_classified(own)
    if unclassified and (
        scan.says_classified
        or instructions.contradicts_unclassified(scan, instruction, reasons_of(scan))
    ):
        banner = None
    return Whole(banner, in_doubt, highest, scan.banner_unread), stated, instruction


_APART = ((AROUND,), (ATTACHMENT,))
"""The doubts of what is no part of the telegram: they say nothing of it."""


def _doubts_text(scan: Scan) -> bool:
    """Whether there is a doubt about any portion of the telegram itself."""
    return any(draft.doubts not in _APART for draft in scan.drafts if draft.doubts)


def _portions(
    scan: Scan,
    whole: Whole,
    instruction: Instruction,
    dated: date | None,
    distrusted: tuple[str, ...],
) -> tuple[Portion, ...]:
    if whole.banner is None or whole.in_doubt or distrusted:
        scan.draft_plain()
    bound = effective_markings(scan.drafts, whole)
    endings = endings_of(scan.drafts, bound) or repeat(())
    level = instructions.level_of(whole.highest)
    starts = [draft.start for draft in scan.drafts]
    spans = map(_span, pairwise([0, *starts[1:], scan.stop_of(len(starts) - 1)]))
    rows = [
        (
            number,
            draft.kind,
            draft.number,
            draft.parent,
            span,
            draft.found.mark if draft.found else draft.letter and _letter(draft, effective.source),
            effective,
            _doubts(draft, doubts, distrusted) if doubts or distrusted else (),
            instructions.own_instruction(draft, ends, instruction, dated, level)
            if draft.orders or ends
            else None,
        )
        for number, draft, (effective, doubts), span, ends in zip(
            count(), scan.drafts, bound, spans, endings, strict=False
        )
    ]
    return (*map(_portion, rows), *_plain_portions(scan, whole.banner))


def _plain_portions(scan: Scan, banner: Marking | None) -> Iterator[Portion]:
    if banner is None or not scan.plain:
        return iter(())
    starts = [portion.start for portion in scan.plain]
    spans = map(_span, pairwise([*starts, len(scan.text)]))
    bound = plain_markings(scan.plain, banner)
    rows = [
        (index, kind, number, parent, span, mark, effective, (), None)
        for index, (kind, _, number, parent, mark), span, effective in zip(
            count(len(scan.drafts)), scan.plain, spans, bound, strict=False
        )
    ]
    return map(_portion, rows)


def _letter(draft: Draft, source: EffectiveSource) -> Mark | None:
    """A list letter that binds as the mark it might be is shown as the mark."""
    return draft.letter.mark if draft.letter and source is EffectiveSource.OWN else None


def _doubts(draft: Draft, doubts: tuple[str, ...], distrusted: tuple[str, ...]) -> tuple[str, ...]:
    return () if draft.kind in STRUCTURAL else (*doubts, *distrusted)


_UNKNOWN = ("cable/unknown-form",)
_DISTRUSTED = {
    "cable/unknown-form": "the header is of a form that is not read, or of two forms",
    "cable/mail-alternatives": "the mail says the same twice, with different marks",
}
"""Why a whole text is withheld."""

_NONE_GIVEN = "/instruction-missing"

_UNREAD = "something stands where a mark stands and cannot be read; the text is withheld"
_BY_A_PERSON = "let a person read it in the original and correct it"
_DOUBT = "unmarked text takes the highest mark found"


def _findings(
    scan: Scan, whole: Whole, instruction: Instruction, distrusted: tuple[str, ...]
) -> tuple[Finding, ...]:
    found = [*scan.findings, *instruction.findings]
    if _needs_no_instruction(whole):
        found = [finding for finding in found if not finding.code.endswith(_NONE_GIVEN)]
    top = Span(0, 0)
    if whole.banner is None:
        message = "there is no banner that can be relied on; unmarked text is withheld as unknown"
        found.append(Finding("cable/no-banner", Severity.WARNING, message, top))
    for code in distrusted:
        message = f"{_DISTRUSTED[code]}; all text is withheld"
        found.append(Finding(code, Severity.ERROR, message, top))
    if whole.in_doubt:
        message = f"marks or statements of the whole contradict one another; {_DOUBT}"
        found.append(Finding("cable/in-doubt", Severity.WARNING, message, top))
        marks = [draft.found.mark for draft in scan.drafts if draft.found]
        found += [
            Finding(UNREADABLE, Severity.ERROR, _UNREAD, mark.span, remedy=_BY_A_PERSON)
            for mark in marks
            if mark.marking is None
        ]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.code)))


def _needs_no_instruction(whole: Whole) -> bool:
    """Whether nothing in a cable is classified: no instruction is missing then."""
    highest = whole.highest
    return highest is not None and highest.level is Level.U and whole.banner is not None
