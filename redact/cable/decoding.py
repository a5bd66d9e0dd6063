"""Bytes into text: which encoding a source is in, and what is no text at all."""

import codecs
import hashlib
import zlib

from redact.cable.model import Source
from redact.errors import ReadError

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_GZIP = b"\x1f\x8b"
_LARGEST = 1 << 28
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
    unpacked, packing = _unpacked(data), " in gzip" if data.startswith(_GZIP) else ""
    text, encoding = _text_of(unpacked)
    if text is None:
        raise ReadError(
            "cable/not-text",
            "these bytes are no text",
            place=name,
            remedy="give the cable as text: UTF-8, UTF-16, Windows-1252 or Latin-1",
        )
    digest = hashlib.sha256(data).hexdigest()
    return Source(name=name, text=text, encoding=encoding + packing, sha256=digest)


def _unpacked(data: bytes) -> bytes:
    """The bytes that gzip has packed; what is damaged or beyond all measure is no text."""
    if not data.startswith(_GZIP):
        return data
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = unpacking.decompress(data, _LARGEST)
    except zlib.error:
        return b"\x00\x01" * len(data)
    return found if unpacking.eof and not unpacking.unused_data else b"\x00\x01" * len(data)


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
