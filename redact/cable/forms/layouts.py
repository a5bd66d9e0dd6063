"""The layouts of the forms, each put together from its own modules (section 4 of the forms)."""

from redact.cable.forms import (
    airgram,
    foreign_relations,
    memorandum,
    record_email,
    smart,
    source_note,
    typed_telegram,
)
from redact.cable.forms.archive import is_page, level_of
from redact.cable.forms.archive_block import take_archive_line
from redact.cable.forms.archive_ending import copy_ending
from redact.cable.forms.endings import note_drafting, signed_ending, signer_of
from redact.cable.forms.labels import head_words, is_number_line
from redact.cable.forms.layout import Layout
from redact.cable.header.banner import level_words

COPY = Layout("N73", copy_ending, is_page, level_of, take_archive_line, copied=True)
"""A copy of 1973-79, as the National Archives publish them; T66 and F80 are laid out alike."""

SMART = Layout(
    *("SMT", signed_ending, is_number_line, head_words, smart.take_line, smart.FIELD),
    note_end=note_drafting,
    signer=signer_of,
    headed=True,
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
    headed=True,
)
"""A memorandum, of conversation or to somebody."""

PRINTED = Layout(
    *("FRS", source_note.printed_ending, foreign_relations.is_page, level_words),
    *(foreign_relations.take_line, foreign_relations.FIELD),
    subject=foreign_relations.subject_field,
    signer=str,
)
"""A telegram printed in the volumes of *Foreign Relations*."""

TYPED = Layout(
    *("T50", typed_telegram.typed_ending, typed_telegram.is_page, head_words),
    *(typed_telegram.take_line, typed_telegram.FIELD),
)
"""A typed telegram of 1950 to 1966."""

AIRGRAM = Layout(
    *("AIR", airgram.airgram_ending, airgram.is_page, head_words),
    *(airgram.take_line, airgram.FIELD),
    signer=str,
)
"""An airgram."""
