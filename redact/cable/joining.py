"""One telegram in several files: its sections, joined in the order that their lines state."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NoReturn

from redact.cable.decoding import decode
from redact.cable.model import Cable, Section, Source
from redact.cable.reading import read_source
from redact.errors import ReadError


def read_sections(files: Sequence[tuple[bytes, str]]) -> Cable:
    """Read a telegram from the files of its sections, each as its bytes and its name.

    The text is that of the files in the order of `SECTION number OF total`, whatever their order
    here; the digest is that of their bytes in that order. Raises ReadError where a file states no
    section, where the files are not of one telegram, and where a section is missing or doubled.
    """
    if not files:
        _refuse("cable/no-section", "there is no section to join", "name the files", "-")
    parts = sorted(((_section(*file), *file) for file in files), key=lambda part: part[0][1].number)
    _require_one_telegram(parts)
    sources = [decode(data, name=name) for _, data, name in parts]
    texts = [source.text if _is_ended(source.text) else f"{source.text}\n" for source in sources]
    encodings = dict.fromkeys(source.encoding for source in sources)
    digest = hashlib.sha256(b"".join(data for _, data, _ in parts)).hexdigest()
    return read_source(Source(parts[0][2], "".join(texts), ", ".join(encodings), digest))


_Part = tuple[tuple[str, Section, date | None], bytes, str]
_FURTHEST = timedelta(days=31)
"""Sections of one telegram are sent within days; a year later the serials begin anew."""


def _section(data: bytes, name: str) -> tuple[str, Section, date | None]:
    """The message reference, the section and the day of a file."""
    cable = read_source(decode(data, name=name))
    sections, mrn = cable.header.sections, cable.header.mrn
    if cable.source.unread is not None or cable.source.doubts:
        _refuse("cable/no-section", "a mail is no section", "save the telegram as text", name)
    if mrn is None or len(sections) != 1:
        message = "this is not one section of a telegram: no banner, or not one SECTION line"
        _refuse("cable/no-section", message, "read it without joining", name)
    return mrn, sections[0], cable.dated


def _require_one_telegram(parts: Sequence[_Part]) -> None:
    (mrn, first, day), _, _ = parts[0]
    expected = 1
    for (other, section, other_day), _, name in parts:
        apart = day is not None and other_day is not None and abs(other_day - day) > _FURTHEST
        if apart or (other, section.total) != (mrn, first.total):
            message = "this section is of another telegram than the others"
            _refuse("cable/mixed-sections", message, "give the files of one telegram", name)
        if section.number < expected:
            message = f"section {section.number} is given twice"
            _refuse("cable/doubled-section", message, "give each section once", name)
        if section.number > expected:
            _refuse_missing(expected, first.total, name)
        expected += 1
    if expected <= first.total:
        _refuse_missing(expected, first.total, parts[-1][2])


def _refuse_missing(number: int, total: int, name: str) -> NoReturn:
    message = f"section {number} of {total} is missing"
    _refuse("cable/missing-section", message, "give all sections, or read each by itself", name)


def _is_ended(text: str) -> bool:
    return text.endswith(("\n", "\r"))


def _refuse(code: str, message: str, remedy: str, name: str) -> NoReturn:
    raise ReadError(code, message, remedy=remedy, place=name)
