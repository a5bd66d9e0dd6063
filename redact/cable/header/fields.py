"""The header as a value, from what the scan gathered."""

import re
from datetime import date

from redact.cable.drafts import Field, Identity, Scan
from redact.cable.header import tags
from redact.cable.header.authority import read_classified_by
from redact.cable.header.banner import Banner
from redact.cable.header.envelope import moment_of
from redact.cable.header.references import read_references
from redact.cable.header.subject import subject_words
from redact.cable.model import Caption, Header, Section, Stamp
from redact.cable.registers.posts import letters_of, post_in_year, post_of
from redact.declassification import read_instruction, read_reasons
from redact.declassification.model import Instruction

_DATE = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}|\d{1,2} [A-Z]{3} \d{4}")


def order_of(scan: Scan) -> str | None:
    """The number of the executive order on the first E.O. line."""
    return read_instruction(scan.orders[0].text).order if scan.orders else None


def moments_of(scan: Scan, order: str | None) -> list[str | None]:
    """The date-time groups of the telegrams in the file, in UTC; the first is that of the whole."""
    return [moment_of(fields, order) for fields in scan.moments]


def latest_date(moments: list[str | None]) -> date | None:
    """The latest date of the telegrams in the file: instructions are counted from it (K13)."""
    days = [date.fromisoformat(moment[:10]) for moment in moments if moment]
    return max(days) if days and len(days) == len(moments) else None


def read_header(
    scan: Scan,
    *,
    order: str | None,
    dtg: str | None,
    declassify: Instruction | None,
    subject_stop: int,
) -> Header:
    """All header fields; `subject_stop` is the offset at which the subject portion ends."""
    banner = scan.banners[0] if scan.banners else None
    dated = date.fromisoformat(dtg[:10]) if dtg else scan.day
    identity = scan.identity or _identity(banner)
    post = (post_of(identity.post) or letters_of(identity.post)) if identity else None
    found = scan.subject_found
    return Header(
        id=_identifier(post, identity.serial if identity else None, dated),
        mrn=(identity.mrn or None) if identity else None,
        precedence=scan.precedence,
        dtg=dtg,
        date=dated,
        from_=scan.sender.name if scan.sender else None,
        to=tuple(scan.to),
        info=tuple(scan.info),
        classification=banner.classification if banner else None,
        captions=_captions(scan.captions),
        order=order,
        declassify=declassify,
        tags=_tags(scan.tags),
        subject=_subject(scan, subject_stop),
        subject_marking=found.mark.marking if found else None,
        references=read_references(scan.references.lines, post, dated.year if dated else None)
        if scan.references
        else (),
        classified_by=read_classified_by(scan.authorities[0].text) if scan.authorities else None,
        reasons=reasons_of(scan),
        sections=_sections(scan),
        drafted_by=scan.drafted_by,
        cleared_by=scan.cleared_by,
        stamps=tuple(_stamp(field) for field in scan.stamps),
        signer=scan.signer,
    )


def reasons_of(scan: Scan) -> tuple[str, ...]:
    """The reasons of all classification authority paragraphs, in order."""
    return tuple(dict.fromkeys(r for field in scan.authorities for r in read_reasons(field.text)))


def _subject(scan: Scan, stop: int) -> str | None:
    if scan.subject is None:
        return None
    words = subject_words(scan.text, scan.subject.start, stop, scan.subject_found)
    return scan.layout.subject(words)


def _identity(banner: Banner | None) -> Identity | None:
    if banner is None or banner.post is None or banner.mrn is None:
        return None
    return Identity(banner.post, banner.serial, banner.mrn)


def _identifier(post: str | None, serial: str | None, dated: date | None) -> str | None:
    if post is None or serial is None or dated is None:
        return None
    return f"{dated.year % 100:02}{post_in_year(post, dated.year)}{serial.lstrip('0')}"


def _captions(captions: list[Caption]) -> tuple[Caption, ...]:
    return tuple({caption.name: caption for caption in captions}.values())


def _tags(field: Field | None) -> tuple[str, ...]:
    if field is None:
        return ()
    keyword = tags.KEYWORD.match(field.lines[0])
    first = field.lines[0][keyword.end() if keyword else 0 :]
    return tags.elements(" ".join([first, *field.lines[1:]]))


def _sections(scan: Scan) -> tuple[Section, ...]:
    found = [section for banner in scan.banners for section in banner.sections]
    return tuple(dict.fromkeys(found))


def _stamp(field: Field) -> Stamp:
    text = field.text
    day = _DATE.search(text)
    outcome = re.search(
        r"RELEASED? IN FULL|RELEASED? IN PART|DENIED IN FULL|Declassified/Released", text
    )
    authority = re.match(r"(.+?) Declassified/Released", text)
    reading = read_instruction(f"DECL: {day.group()}") if day else None
    return Stamp(
        text,
        reading.date if reading else None,
        authority[1] if authority else None,
        outcome.group() if outcome else None,
    )
