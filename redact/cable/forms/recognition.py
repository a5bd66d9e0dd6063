"""Which form of telegram a text is, by its own evidence."""

import re

from redact.cable.drafts import Scan
from redact.cable.forms import foreign_relations, memorandum, record_email, smart, source_note
from redact.cable.forms.archive import is_page, level_of
from redact.cable.forms.archive_block import take_archive_line
from redact.cable.forms.archive_ending import copy_ending
from redact.cable.forms.endings import note_drafting, signed_ending, signer_of
from redact.cable.forms.labels import head_words, is_number_line
from redact.cable.forms.layout import TELEGRAM, Layout
from redact.cable.header.banner import level_words

CABLE = "C03"
"""The form of about 1980 to 2010: envelope, banner, E.O. line, TAGS, subject, numbered text."""

PLAIN = "plain"
FOREIGN_FORM = "unknown"
"""A form with a header of its own that is not read yet: its captions and controls may be missed."""

COPY = Layout("N73", copy_ending, is_page, level_of, take_archive_line, copied=True)
"""A copy of 1973-79, as the National Archives publish them; T66 and F80 are laid out alike."""

SMART = Layout(
    *("SMT", signed_ending, is_number_line, head_words, smart.take_line, smart.FIELD),
    note_end=note_drafting,
    signer=signer_of,
)
"""A cable of the SMART system, from 2009 on."""

EMAIL = Layout(
    "REC",
    record_email.mail_ending,
    is_number_line,
    record_email.stated_level,
    record_email.take_line,
    record_email.FIELD,
    is_chain=record_email.begins_chain,
)
"""A record e-mail, from 2009 on."""

MEMORANDUM = Layout(
    *("MEM", memorandum.memo_ending, is_number_line, head_words),
    *(memorandum.take_line, memorandum.FIELD),
    note_end=memorandum.note_block,
)
"""A memorandum, of conversation or to somebody."""

PRINTED = Layout(
    *("FRS", source_note.printed_ending, foreign_relations.is_page, level_words),
    *(foreign_relations.take_line, foreign_relations.FIELD),
    subject=foreign_relations.subject_field,
    signer=str,
)
"""A telegram printed in the volumes of *Foreign Relations*."""

_PRINTED = re.compile(
    r"\n\d{1,4}\. (?:Telegram|Airgram|Backchannel Message|Circular Telegram)\b.* From "
)
_MEMORANDUM = re.compile(r"\n[ \t]*(?:[A-Z]+ )?MEMORANDUM\b|\nPARTICIPANTS *:|\nMEMCON\b")
_MAILED = re.compile(r"\nFrom:.*\n(?:(?:To|Cc|Bcc|Sent|Date):.*\n(?:[ \t]+.*\n)*)*(?:Sent|Date):")
_LABELLED = (("MRN:", SMART), ("Date/DTG:", SMART))

_TRANSMITTED = re.compile(r"\s*(?:V?ZCZC|(?:[ZOPRY] ){1,2}\d{6}Z|[ZOPRY]{2} R[A-Z]{3})")
_COPIED = re.compile(
    r"\n[ \t]*(?:PAGE 0?1\b|(?:ACTION|ORIGIN) +[A-Z/]{1,6}[ -]\d\d|-{6,} *[0-9A-F]{6}\b)"
)
_TELEGRAM_FORM = re.compile(
    r"(?i:department of state) +TELEGRAM|TELEGRAM +(?i:department of state)"
)
_REVIEWED = re.compile(r"Case No|RELEASED? IN|DENIED IN|INFO +LOG-\d\d")
_HEAD = 3000
"""The evidence of a form stands on top of it."""

_OTHER = re.compile(
    r"^[ \t]*(?:MRN:|Date/DTG:|AIRGRAM\b|INCOMING TELEGRAM|MEMORANDUM (?:FOR|OF)\b|PARTICIPANTS:|"
    r"From:.*\nSent:|Sensitivity:|Captions:|\d{1,4}\. (?:Tele|Air)gram From\b)",
    re.MULTILINE,
)


def layout_of(text: str) -> Layout:
    """The layout of a text, by what stands on top of it; that of a telegram in doubt."""
    if _TRANSMITTED.match(text):
        return TELEGRAM
    head = "\n" + text[:_HEAD]
    if _COPIED.search(head):
        return _copy(head)
    if _MAILED.search(head):
        return EMAIL
    if _PRINTED.search(head):
        return PRINTED
    if _MEMORANDUM.search(head):
        return MEMORANDUM
    return next((layout for sign, layout in _LABELLED if f"\n{sign}" in head), TELEGRAM)


def _copy(head: str) -> Layout:
    if _REVIEWED.search(head):
        return COPY._replace(name="F80")
    return COPY._replace(name="T66") if _TELEGRAM_FORM.search(head) else COPY


def form_of(scan: Scan) -> str:
    """The form that was read; else `C03` with two pieces of its evidence, `unknown` with those of
    a form that is not read, else `plain`."""
    if not scan.layout.plain:
        return scan.layout.name
    evidence = (
        bool(scan.banners and scan.banners[0].mrn),
        bool(scan.moments),
        bool(scan.orders),
        scan.tags is not None,
        scan.subject is not None,
        bool(scan.to or scan.info),
    )
    strong = sum(evidence)
    if strong >= 3 or (strong == 2 and not _OTHER.search(scan.text)):
        return CABLE
    return FOREIGN_FORM if _OTHER.search(scan.text) else (CABLE if any(evidence) else PLAIN)
