"""Bytes into text: which encoding a source is in, and what is no text at all."""

import codecs
import hashlib
import re

from redact.cable.model import Source
from redact.cable.packing import unpacked
from redact.errors import ReadError

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes([*range(9), *range(14, 32), 127])
_CONTROL_SHARE = 0.02
_FEW_CONTROLS = 8
_SAMPLE = 4096
_MOST = 0.7
_HARDLY_ANY = 0.05
_MAIL_SIGNS = (b"\nmime-version:", b"\ncontent-type:", b"\ncontent-transfer-encoding:")
_GAP = re.compile(r"(\r\n|\r|\n)\1")
_LONGEST_HEAD = 1 << 16


def decode(data: bytes, *, name: str) -> Source:
    """The source as text; `name` is what findings and errors call it.

    Raises ReadError where there is nothing to read, or where the bytes are no text (an image, an
    archive, a program). A byte order mark stays in the text as its first character, so that
    offsets and released text are the source's own. A mail (RFC 5322, RFC 2045) is decoded part by
    part; the encoding names what was taken off: `gzip+message/rfc822+utf-8`.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise ReadError("cable/empty", "there is no text in it", place=name, remedy="give a cable")
    digest = hashlib.sha256(data).hexdigest()
    plain, packing = unpacked(data, name=name)
    is_mail = _is_mail(plain)
    if is_mail:
        from redact.cable.mail import mail_of

        mail = mail_of(plain)
        if mail is not None:
            names = "+".join(filter(None, (packing, "message/rfc822", mail.encoding)))
            return Source(name, mail.text, names, digest, *mail[2:])
    text, encoding = text_of(plain)
    if text is None:
        raise ReadError(
            "cable/not-text",
            "these bytes are no text",
            place=name,
            remedy="give the cable as text: UTF-8, UTF-16, Windows-1252 or Latin-1",
        )
    gap = _GAP.search(text) if is_mail else None
    names = "+".join(filter(None, (packing, encoding)))
    return Source(name, text, names, digest, head=gap.end() if gap else 0)


def text_of(data: bytes) -> tuple[str | None, str]:
    """Bytes as text with the name of their encoding; None where they are no text."""
    wide = next((name for mark, name in _WIDE if data.startswith(mark)), _unmarked_wide(data))
    if wide:
        return _whole_units(data, wide), wide
    controls = len(data) - len(data.translate(None, _CONTROL))
    if controls > min(_CONTROL_SHARE * len(data) + _FEW_CONTROLS, len(data) / 2):
        return None, ""
    for encoding in ("utf-8", "cp1252"):
        text = _decoded(data, encoding)
        if text is not None:
            return text, encoding
    return data.decode("latin-1"), "latin-1"


def _whole_units(data: bytes, encoding: str) -> str | None:
    """Text in units of two or four bytes; a unit that breaks off is a character nobody can read."""
    over = len(data) % (4 if encoding.startswith("utf-32") else 2)
    text = _decoded(data[: len(data) - over], encoding)
    return f"{text}\N{REPLACEMENT CHARACTER}" if over and text is not None else text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked_wide(data: bytes) -> str:
    """UTF-16 without a mark of its order: every second byte of Latin text is nought."""
    sample = data[:_SAMPLE]
    if len(sample) < _FEW_CONTROLS or b"\0" not in sample:
        return ""
    even, odd = (sample[at::2].count(0) / len(sample[at::2]) for at in (0, 1))
    if odd > _MOST and even < _HARDLY_ANY:
        return "utf-16-le"
    return "utf-16-be" if even > _MOST and odd < _HARDLY_ANY else ""


def _is_mail(data: bytes) -> bool:
    """Whether the lines on top, up to the first empty one, are the fields of a mail."""
    if b":" not in data[:80] or data[:1] in b" \t\r\n<":
        return False
    head = data[:_LONGEST_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    fields = b"\n" + head.lower()
    return b"\nfrom:" in fields and any(sign in fields for sign in _MAIL_SIGNS)
