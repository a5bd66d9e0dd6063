"""A mail as a file (RFC 5322, RFC 2045): its fields and the text of its parts, decoded.

What a mail carries besides its text is not read: it is named at the end of the text, and what
stands there is withheld on every date.
"""

import re
from dataclasses import dataclass, field
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from typing import NamedTuple

from redact.cable.decoding import text_of
from redact.cable.hypertext import page_text

_RANKS = {"from": 0, "sent": 1, "date": 1, "to": 2, "cc": 2, "bcc": 2, "subject": 3}
_LAST = 4
_CARRYING = re.compile(
    r"received|return-path|message-id|mime-version|content-[a-z-]+|dkim-[a-z-]+|arc-[a-z-]+"
    r"|authentication-[a-z-]+|received-[a-z-]+|in-reply-to|references|delivered-to|reply-to"
    r"|thread-index|user-agent|accept-language|list-[a-z-]+|x-[a-z0-9-]+|require-recipient-[a-z-]+"
)
"""The fields that bring a mail and are no part of what it says."""

_FEW = frozenset({"message-id", "mime-version", "content-type", "content-transfer-encoding"})
_FOLD = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")
_PLAIN = frozenset({"7bit", "8bit", "binary", ""})
_CHARSETS = re.compile(
    r"us-ascii|ascii|utf-?(?:7|8|16(?:le|be)?|32)|iso-8859-\d{1,2}|latin-?\d|windows-\d{3,4}|cp\d{3,4}"
    r"|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis|iso-2022-(?:jp|kr)"
)
_MARKS = re.compile(
    r"\b(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|UNCLAS|SBU|NOFORN|NODIS|EXDIS)\b"
    r"|\([A-Z][A-Z/, -]{0,40}\)",
    re.IGNORECASE,
)
_DEEPEST = 20
_LINE_ENDS = re.compile(r"\r\n?|\n")

ALTERNATIVES = "cable/mail-alternatives"


class Mail(NamedTuple):
    """`unread` is where the text begins that only names what was not read; `doubts` are of all."""

    text: str
    encoding: str
    unread: int | None
    doubts: tuple[str, ...]


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
    """
    message = BytesParser().parsebytes(data)
    if _stands_plainly(message):
        return None
    reading = _Reading()
    _read(message, reading, 0)
    text = "\n".join(reading.stretches)
    charset = reading.charsets[0] if reading.charsets else "us-ascii"
    if not reading.unread:
        return Mail(text, charset, None, reading.doubts)
    named = "".join(f"{line}\n" for line in reading.unread)
    return Mail(f"{text}\n{named}", charset, len(text) + 1, reading.doubts)


def _stands_plainly(message: Message) -> bool:
    """Whether reading the bytes as text reads the mail: one part, nothing encoded, in order."""
    fields = [(name.lower(), str(value)) for name, value in message.raw_items()]
    ranks = [_RANKS.get(name, _LAST) for name, _ in fields]
    in_order = [1 if rank == 2 else rank for rank in ranks]
    return (
        message.get_content_type() == "text/plain"
        and not message.is_multipart()
        and str(message.get("Content-Transfer-Encoding", "")).strip().lower() in _PLAIN
        and (message.get_content_charset() or "utf-8") in ("utf-8", "us-ascii")
        and not any("=?" in value for _, value in fields)
        and not any(_CARRYING.fullmatch(name) for name, _ in fields if name not in _FEW)
        and in_order == sorted(in_order)
    )


def _read(message: Message, reading: _Reading, depth: int) -> None:
    """The fields of a mail, and its parts."""
    reading.stretches.append(_fields_of(message))
    _read_part(message, reading, depth)


def _read_part(part: Message, reading: _Reading, depth: int) -> None:
    kind = part.get_content_type()
    if depth > _DEEPEST:
        reading.unread.append("Parts too deep inside one another")
    elif kind == "message/rfc822" and part.is_multipart():
        for inner in _parts_of(part):
            _read(inner, reading, depth + 1)
    elif kind == "multipart/alternative":
        _read_alternative(part, reading, depth)
    elif part.is_multipart():
        for inner in _parts_of(part):
            _read_part(inner, reading, depth + 1)
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
    return [" ".join(found.upper().split()) for found in _MARKS.findall(text or "")]


def _parts_of(part: Message) -> list[Message]:
    return [inner for inner in part.get_payload() if isinstance(inner, Message)]


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _leave(part: Message, reading: _Reading) -> None:
    name = _words(str(part.get_filename() or "")) or "without a name"
    reading.unread.append(f"Attachment: {name} ({part.get_content_type()})")


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
    text, charset = _decoded(data, str(part.get_content_charset() or ""))
    if text is None or part.get_content_type() == "text/plain":
        return text and _LINE_ENDS.sub("\n", text), charset, False
    shown = page_text(text)
    return shown.text, charset, shown.hides


def _decoded(data: bytes, charset: str) -> tuple[str | None, str]:
    if _CHARSETS.fullmatch(charset) and not charset.startswith(("utf-16", "utf16", "utf-32")):
        try:
            return data.decode(charset), charset
        except (UnicodeError, LookupError):
            pass
    return text_of(data)


def _fields_of(message: Message) -> str:
    """The fields as lines, whom it is from first: unfolded, their encoded words decoded.

    What only brings a mail is taken off with its encoding, unless it bears a mark.
    """
    fields = sorted(message.raw_items(), key=lambda item: _RANKS.get(item[0].lower(), _LAST))
    said = [(name, _value(str(value))) for name, value in fields]
    return "".join(
        f"{name}: {value}\n"
        for name, value in said
        if not _CARRYING.fullmatch(name.lower()) or _MARKS.search(value)
    )


def _value(raw: str) -> str:
    """The value of a field on one line."""
    data = raw.encode("ascii", "surrogateescape") if raw.isascii() or _escaped(raw) else None
    plain = (text_of(data)[0] if data else raw) or ""
    if "=?" not in plain:
        return _FOLD.sub(" ", plain).strip()
    return _words("".join(_chunk(*chunk) for chunk in _chunks(plain)))


def _escaped(raw: str) -> bool:
    return all(letter < "\x80" or "\udc80" <= letter <= "\udcff" for letter in raw)


def _chunks(plain: str) -> list[tuple[bytes | str, str | None]]:
    try:
        return decode_header(plain)
    except ValueError:
        return [(plain, None)]


def _chunk(value: bytes | str, charset: str | None) -> str:
    if isinstance(value, str):
        return value
    return _decoded(value, (charset or "").lower())[0] or ""


def _words(value: str) -> str:
    """A value on one line."""
    return " ".join(value.split())
