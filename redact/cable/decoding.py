"""Bytes into text: which encoding a source is in, and what is no text at all."""

import codecs
import hashlib

from redact.cable.model import Source
from redact.errors import ReadError

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = bytes([*range(9), *range(14, 32), 127])
_CONTROL_SHARE = 0.02
_FEW_CONTROLS = 8


def decode(data: bytes, *, name: str) -> Source:
    """The source as text; `name` is what findings and errors call it.

    Raises ReadError where there is nothing to read, or where the bytes are no text (an image, an
    archive, a program). A byte order mark stays in the text as its first character, so that
    offsets and released text are the source's own.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise ReadError("cable/empty", "there is no text in it", place=name, remedy="give a cable")
    text, encoding = _text_of(data)
    if text is None:
        raise ReadError(
            "cable/not-text",
            "these bytes are no text",
            place=name,
            remedy="give the cable as text: UTF-8, UTF-16, Windows-1252 or Latin-1",
        )
    digest = hashlib.sha256(data).hexdigest()
    return Source(name=name, text=text, encoding=encoding, sha256=digest)


def _text_of(data: bytes) -> tuple[str | None, str]:
    if data.startswith(_WIDE):
        return _wide_text(data)
    controls = len(data) - len(data.translate(None, _CONTROL))
    if controls > min(_CONTROL_SHARE * len(data) + _FEW_CONTROLS, len(data) / 2):
        return None, ""
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _wide_text(data: bytes) -> tuple[str | None, str]:
    order = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    try:
        return data.decode(order), order
    except UnicodeDecodeError:
        return None, ""
