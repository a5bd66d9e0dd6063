"""A mail as a file (RFC 5322, RFC 2045): its fields and the text of its parts, decoded.

What a mail carries besides its text is not read: it is named at the end of the text, and what
stands there is withheld on every date.
"""

import re
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from typing import NamedTuple

from redact.cable.hypertext import page_text
from redact.cable.mail_fields import CARRYING, LAST, MARKS, RANKS, decoded, fields_of, one_line
from redact.errors import ReadError

_FEW = frozenset({"message-id", "mime-version", "content-type", "content-transfer-encoding"})
_PLAIN = frozenset({"7bit", "8bit", "binary", ""})
_DEEPEST = 20
_FIELDS_AND_TEXT = 2
_LINE_ENDS = re.compile(r"\r\n?|\n")

ALTERNATIVES = "cable/mail-alternatives"


class Mail(NamedTuple):
    """`unread` is where the text begins that only names what was not read; `doubts` are of all.

    `head` is where the only text of a mail without anything else begins, else 0.
    """

    text: str
    encoding: str
    unread: int | None
    doubts: tuple[str, ...]
    head: int = 0


@dataclass(slots=True)
class _Reading:
    """What is gathered from the parts of one mail, in their order."""

    stretches: list[str] = field(default_factory=list)
    charsets: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    doubts: tuple[str, ...] = ()


def mail_of(data: bytes) -> Mail | None:
    """The text of a mail; None where its fields and parts are text as they stand.

    Parts whose encoding is damaged or unknown are read as bytes of text, or named as not read.
    Raises ReadError where parts are nested thousands deep.
    """
    try:
        message = BytesParser().parsebytes(data)
        if _stands_plainly(message):
            return None
        reading = _Reading()
        _read(message, reading, 0)
    except RecursionError:
        raise ReadError(
            "cable/not-text",
            "the parts of the mail are nested too deep",
            remedy="give the telegram in it as text",
        ) from None
    text = "\n".join(reading.stretches)
    charset = reading.charsets[0] if reading.charsets else "us-ascii"
    if not reading.unread:
        alone = len(reading.stretches) == _FIELDS_AND_TEXT
        head = len(reading.stretches[0]) + 1 if alone else 0
        return Mail(text, charset, None, reading.doubts, head)
    named = "".join(f"{line}\n" for line in reading.unread)
    return Mail(f"{text}\n{named}", charset, len(text) + 1, reading.doubts)


def _stands_plainly(message: Message) -> bool:
    """Whether reading the bytes as text reads the mail: one part, nothing encoded, in order."""
    fields = [(name.lower(), str(value)) for name, value in message.raw_items()]
    ranks = [RANKS.get(name, LAST) for name, _ in fields]
    in_order = [1 if rank == 2 else rank for rank in ranks]
    return (
        message.get_content_type() == "text/plain"
        and not message.is_multipart()
        and str(message.get("Content-Transfer-Encoding", "")).strip().lower() in _PLAIN
        and (message.get_content_charset() or "utf-8") in ("utf-8", "us-ascii")
        and not any("=?" in value for _, value in fields)
        and not any(CARRYING.fullmatch(name) for name, _ in fields if name not in _FEW)
        and in_order == sorted(in_order)
    )


def _read(message: Message, reading: _Reading, depth: int) -> None:
    """The fields of a mail, and its parts."""
    reading.stretches.append(fields_of(message))
    _read_part(message, reading, depth)


def _read_part(part: Message, reading: _Reading, depth: int) -> None:
    kind = part.get_content_type()
    if depth > _DEEPEST:
        reading.unread.append("Parts too deep inside one another")
    elif kind == "message/rfc822" and part.is_multipart():
        for inner in _parts_of(part):
            _read(inner, reading, depth + 1)
    elif kind.startswith("message/"):
        _leave(part, reading)
    elif kind == "multipart/alternative":
        _read_alternative(part, reading, depth)
    elif part.is_multipart():
        for inner in _parts_of(part):
            _read_part(inner, reading, depth + 1)
        _leave_around(part, reading)
    elif kind in ("text/plain", "text/html") and not _is_attached(part):
        _read_text(part, reading)
    else:
        _leave(part, reading)


def _read_alternative(part: Message, reading: _Reading, depth: int) -> None:
    """The same text in several forms: the plain one is read where it bears the same marks."""
    plain, page = (_alternative(part, kind) for kind in ("text/plain", "text/html"))
    if plain is None:
        for inner in _parts_of(part):
            _read_part(inner, reading, depth + 1)
        return
    _read_text(plain, reading)
    if page is not None and _marks_of(_text_in(plain)[0]) != _marks_of(_text_in(page)[0]):
        reading.doubts = (ALTERNATIVES,)
        _leave(page, reading)
    for inner in _parts_of(part):
        if inner is not plain and inner is not page and not inner.is_multipart():
            _leave(inner, reading)
        elif inner.is_multipart():
            _leave_carried(inner, reading)


def _alternative(part: Message, kind: str) -> Message | None:
    return next((inner for inner in part.walk() if inner.get_content_type() == kind), None)


def _leave_carried(part: Message, reading: _Reading) -> None:
    """What a page carries besides its own text: pictures and the like."""
    for inner in part.walk():
        if not inner.is_multipart() and inner.get_content_maintype() != "text":
            _leave(inner, reading)


def _marks_of(text: str | None) -> list[str]:
    return [" ".join(found.upper().split()) for found in MARKS.findall(text or "")]


def _parts_of(part: Message) -> list[Message]:
    return [inner for inner in part.get_payload() if isinstance(inner, Message)]


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _leave(part: Message, reading: _Reading) -> None:
    name = one_line(str(part.get_filename() or "")) or "without a name"
    reading.unread.append(f"Attachment: {name} ({part.get_content_type()})")


def _leave_around(part: Message, reading: _Reading) -> None:
    """What stands before the parts and behind them, which no reader of mail shows."""
    around = " ".join(filter(None, (part.preamble, part.epilogue)))
    if around.strip() and "MIME" not in around:
        reading.unread.append("Text around the parts of the mail")


def _read_text(part: Message, reading: _Reading) -> None:
    text, charset, hidden = _text_in(part)
    if text is None:
        _leave(part, reading)
        return
    reading.stretches.append(text if text.endswith("\n") else f"{text}\n")
    reading.charsets.append(charset)
    if hidden:
        reading.unread.append("What the page of the mail does not show")


def _text_in(part: Message) -> tuple[str | None, str, bool]:
    """The text of a part, the name of its encoding, and whether it hides some of its text."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return None, "", False
    text, charset = decoded(data, str(part.get_content_charset() or ""))
    if text is None or part.get_content_type() == "text/plain":
        return text and _LINE_ENDS.sub("\n", text), charset, False
    shown = page_text(text)
    return shown.text, charset, shown.hides
