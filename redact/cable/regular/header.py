"""The header of a regular telegram by one pattern; each field is read by its own functions."""

import re
from functools import lru_cache

from redact.cable.body.page_lines import is_page_line, is_stamp
from redact.cable.drafts import Draft, Field, Scan
from redact.cable.header import authority, references, subject, tags
from redact.cable.header.addressees import read_addressee
from redact.cable.header.banner import Banner, read_banner
from redact.cable.header.captions import captions_in, captions_of_subject, captions_within
from redact.cable.header.envelope import (
    Format,
    level_of_letters,
    precedence_of,
    read_envelope_line,
)
from redact.cable.header.lines import next_keyword
from redact.cable.header.order_line import ORDER, order_reach
from redact.cable.header.scanning import scan_header
from redact.cable.header.sentences import has_sentence_word
from redact.cable.lines import clean, cut_lines
from redact.cable.model import Caption, Kind
from redact.cable.registers.posts import post_of

_ORDER = r"E\.?O\.? ?:?\d{5}:? [^\n]+\n"
_TAGS = r"TAGS: [^\n]+\n"
_BLANKS = r"(?>(?: *\n)*)"
_AUTHORITY = r"(?:\([A-Z]{1,3}\) ?)?C(?:lassified|LASSIFIED)"
_HEADER = re.compile(
    rf"(?P<envelope>{_BLANKS}(?:V?ZCZC[A-Z]{{0,6}}\d{{0,5}} *\n)?"
    r"(?:[ZOPRY]{2} R[A-Z]{3,7}(?: R[A-Z]{3,7}){0,9} *\n)?"
    rf"{_BLANKS}"
    r"DE R[A-Z]{3,7} #\d{4}(?:/\d\d)? \d{7} *\n"
    r"ZN[RY] (?P<letter>[CSU])(?P=letter){4} ZZH *\n"
    r"(?P<precedence>[ZOPRY](?: [ZOPRY])?) (?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)"
    r"(?P<zone>[A-Z]) (?P<month>[A-Z]{3}) (?P<year>\d\d(?:\d\d)?)(?: Z[A-Z]{2}-?\d?)* *\n"
    r"FM (?P<sender>[^\n]+)\n"
    r"(?P<addresses>TO [^\n]+\n"
    r"(?>(?:(?:INFO |R[A-Z]{3,7}/|ZEN/|AM(?:EMBASSY|CONSUL) )[^\n]+\n){0,200}))"
    rf"(?:BT *\n)?{_BLANKS})?"
    r"(?P<banner>(?P<level>[A-Z][A-Z0-9/, ]*) (?P<serial>\d{4,6})) *\n"
    r"(?P<top>(?>(?:(?!E\.?O\.? |TAGS: )[^\n]*\n){0,16}))"
    rf"(?:(?P<order>{_ORDER})(?P<tags>{_TAGS})|(?P<tags_first>{_TAGS})(?P<order_last>{_ORDER}))"
    r"(?P<subject>SUBJ(?:ECT)?(?: ?\([^()\n]{1,40}\) ?)?: [^\n]+\n"
    rf"(?>(?:(?! *\n|REF|{_AUTHORITY})[^\n]+\n){{0,4}}))(?P<behind_subject>{_BLANKS})"
    r"(?:(?P<references>REF(?:S|TELS?)?: [^\n]+\n"
    rf"(?>(?:(?! *\n|{_AUTHORITY})[^\n]+\n){{0,30}}))(?P<behind_references>{_BLANKS}))?"
    rf"(?:(?P<authority>{_AUTHORITY} [^\n]+\n(?>(?:(?! *\n)[^\n]+\n){{0,4}}))"
    rf"(?P<behind_authority>{_BLANKS}))?"
)
_FIELDS = ("authority", "references", "subject")
_MORE_SUBJECT = re.compile(r"(?!BEGIN|ENTIRE|PARA|QTE|QUO|TEXT)[A-Z]{2}[^\n()\[\]]*")
_PLAIN_REFERENCE = re.compile(
    r"(?:\[1\]\(#\)|¶)?(?P<said>[A-Z]\. (?:\d\d )?(?P<post>[A-Z]{4,}) \d{2,6})"
)
_LETTERED = re.compile(r"[A-Z]\. ")
_NUMBERED = re.compile(r"\d{1,3}[.)]")
_ANCHORS = ("[1](#)", "¶")
_DECLASSIFY = re.compile(r"(?i:decl)")
_PLAIN_ORDER = re.compile(r"E\.O\. (?:12958|13526): (?:DECL: \d\d/\d\d/\d{4}|N/A)")
_KEYWORDS = (ORDER, tags.KEYWORD, subject.KEYWORD, references.KEYWORD, authority.KEYWORD)
_LONGEST = 160


def take_header(scan: Scan) -> int | None:
    """Gather a regular header into `scan`; the offset at which the body begins, or None."""
    found = _HEADER.match(scan.text)
    if found is None or not _is_closed(found):
        return None
    taken = (
        (found["envelope"] is None or _take_envelope(scan, found))
        and _take_banner(scan, found)
        and _take_top(scan, found["top"])
        and _take_order(scan, found)
        and _take_tags(scan, found)
        and _take_subject(scan, found)
        and _take_references(scan, found)
        and _take_authority(scan, found)
    )
    return found.end() if taken else None


def _is_closed(found: re.Match[str]) -> bool:
    """Whether a blank line stands behind the last field."""
    last = next(name for name in _FIELDS if found[name] is not None)
    return bool(found[f"behind_{last}"])


def _take_envelope(scan: Scan, found: re.Match[str]) -> bool:
    sender = read_addressee(found["sender"])
    addresses = found["addresses"]
    if sender is None or len(found["sender"]) > _LONGEST:
        return False
    format_ = Format.FROM
    for line in addresses.splitlines():
        prosign, _, rest = line.partition(" ")
        if prosign in ("TO", "INFO"):
            format_ = Format.ACTION if prosign == "TO" else Format.INFO
        else:
            rest = line
        addressee = read_addressee(rest) if len(line) <= _LONGEST else None
        if addressee is None:
            return False
        (scan.to if format_ is Format.ACTION else scan.info).append(addressee)
    scan.sender = sender
    level = level_of_letters(found["letter"])
    scan.statements.extend([level] if level else [])
    scan.precedence = precedence_of(found["precedence"])
    names = ("precedence", "day", "hour", "minute", "zone", "month", "year")
    scan.moments.append(dict(zip(names, found.group(*names), strict=True)))
    scan.add(Draft(Kind.ENVELOPE, 0))
    return True


def _take_banner(scan: Scan, found: re.Match[str]) -> bool:
    after = Format.INFO if scan.info else Format.ACTION if scan.to else None
    banner = _banner_of(found["level"], found["serial"], after)
    if banner is None:
        return False
    scan.banners.append(banner)
    scan.captions.extend(banner.captions)
    scan.add(Draft(Kind.HEADER, found.start("banner")))
    return True


def _banner_of(level: str, serial: str, after: Format | None) -> Banner | None:
    """The banner, if the line is one and no line of the envelope; its serial changes neither."""
    if any(map(str.isdigit, level)):
        text = f"{level} {serial}"
        return None if read_envelope_line(text, after=after) else read_banner(text)
    banner = _banner_with_any_serial(level, len(serial), after)
    if banner is None:
        return None
    return Banner(
        banner.marking,
        banner.classification,
        banner.captions,
        banner.sections,
        banner.post,
        f"{banner.post} {serial}",
        serial,
        banner.ends,
    )


@lru_cache(maxsize=1 << 12)
def _banner_with_any_serial(level: str, digits: int, after: Format | None) -> Banner | None:
    text = f"{level} {'1' * digits}"
    banner = None if read_envelope_line(text, after=after) else read_banner(text)
    return banner if banner and banner.post and banner.serial == "1" * digits else None


def _take_top(scan: Scan, top: str) -> bool:
    for line in filter(None, map(str.rstrip, top.splitlines())):
        captions = _captions_of_line(line)
        if captions is None:
            return False
        scan.captions.extend(captions)
    return True


_ABOVE = "SECRET PARIS 000001\n"
_BELOW = "\nE.O. 12958: N/A\n"


@lru_cache(maxsize=1 << 12)
def _captions_of_line(line: str) -> tuple[Caption, ...] | None:
    """The captions of a line between banner and E.O. line, None where it is no caption there.

    The general way is asked, once for each line there is: nothing else on the page counts for it.
    """
    asked = [f"{_ABOVE}{blank}{line}\n{blank}{_BELOW}" for blank in ("", "\n")]
    scans = [Scan(text, cut_lines(text)) for text in asked]
    for scan in scans:
        scan_header(scan, 0)
    said = [tuple(scan.captions) if _is_header_alone(scan) else None for scan in scans]
    return said[0] if said[0] == said[1] else None


def _is_header_alone(scan: Scan) -> bool:
    """Whether no more was found than one portion with a banner, an E.O. line and captions."""
    alone = Scan(scan.text, scan.lines, scan.drafts, banners=scan.banners, orders=scan.orders)
    alone.captions = scan.captions
    return (
        scan == alone
        and [(draft.kind, draft.start) for draft in scan.drafts] == [(Kind.HEADER, 0)]
        and len(scan.orders) == len(scan.banners) == 1
    )


def _take_order(scan: Scan, found: re.Match[str]) -> bool:
    name = "order" if found["order"] else "order_last"
    text = found[name].rstrip()
    if _PLAIN_ORDER.fullmatch(text) is None:
        if next_keyword(text) is not None or "[" in text or ORDER.match(text) is None:
            return False
        if not _is_whole(text, order_reach(text)):
            return False
        scan.captions.extend(captions_within(text))
    scan.orders.append(Field(found.start(name), [text]))
    return True


def _take_tags(scan: Scan, found: re.Match[str]) -> bool:
    name = "tags" if found["tags"] else "tags_first"
    text = clean(found[name]) if "[" in found[name] else found[name].rstrip()
    if not tags.is_of_plain_codes(text):
        return False
    scan.tags = Field(found.start(name), [text])
    return True


def _take_subject(scan: Scan, found: re.Match[str]) -> bool:
    raw = found["subject"]
    first, *others = (line.rstrip() for line in raw.splitlines())
    if next_keyword(raw) is not None or "ENTIRE " in raw or "[" in raw:
        return False
    unclassified = "(U" in first
    if not all(_goes_on_with_subject(line, unclassified=unclassified) for line in others):
        return False
    start = found.start("subject")
    scan.subject = Field(start, [first, *others])
    scan.captions.extend(captions_of_subject(first))
    scan.add(Draft(Kind.SUBJECT, start))
    return True


def _goes_on_with_subject(line: str, *, unclassified: bool) -> bool:
    """Whether a line in capitals can be nothing but more of the subject above it."""
    return (
        line.isupper()
        and not (unclassified and has_sentence_word(line))
        and _MORE_SUBJECT.fullmatch(line) is not None
        and not begins_field(line)
        and captions_in(line) is None
        and not is_page_line(line)
        and not is_stamp(line)
    )


def begins_field(line: str) -> bool:
    """Whether a line begins with the keyword of a field."""
    return any(keyword.match(line) for keyword in _KEYWORDS)


def _take_references(scan: Scan, found: re.Match[str]) -> bool:
    raw = found["references"]
    if raw is None:
        return True
    first, *others = raw.splitlines()
    lines = [first.rstrip()]
    if "[" in first or next_keyword(first) is not None or not references.begins_item(lines[0]):
        return False
    for line in others:
        said = _more_references(line, lines[-1])
        if said is None:
            return False
        lines.append(said)
    start = found.start("references")
    scan.references = Field(start, lines)
    scan.add(Draft(Kind.REFERENCE, start))
    return True


def _more_references(line: str, before: str) -> str | None:
    """What a line right below references says, if it goes on with them; None where it may not."""
    plain = _PLAIN_REFERENCE.fullmatch(line.rstrip())
    if plain and post_of(plain["post"]):
        return plain["said"]
    anchor = next(filter(line.startswith, _ANCHORS), "")
    said = line[len(anchor) :].strip()
    if "[" in said or "¶" in said or _NUMBERED.match(said) or begins_field(said):
        return None
    if not _LETTERED.match(said) and captions_in(said) is not None:
        return None
    if is_page_line(said) or is_stamp(said):
        return None
    if references.has_label(said) or anchor:
        return said if references.begins_item(said) and not said[0].isdigit() else None
    goes_on = references.finishes_item(said, before) or references.begins_item(said)
    return said if goes_on else None


def _take_authority(scan: Scan, found: re.Match[str]) -> bool:
    raw = found["authority"]
    if raw is None:
        return True
    first, *others = (line.rstrip() for line in raw.splitlines())
    if "[" in raw or authority.KEYWORD.match(first) is None:
        return False
    if not _is_whole(first, authority.line_reach(first)):
        return False
    field = Field(found.start("authority"), [first])
    for line in others:
        if _DECLASSIFY.match(line) or begins_field(line) or captions_in(line) is not None:
            return False
        if line[0] == " " or not _is_whole(line, authority.continues(field.text, line)):
            return False
        field.lines.append(line)
    scan.authorities.append(field)
    scan.extend(Kind.HEADER, field.start)
    return True


def _is_whole(line: str, reach: int | None) -> bool:
    """Whether nothing but signs stands on a line behind what is the field's."""
    return reach is not None and not line[reach:].strip(" .,;:")
