"""What a source is packed in: gzip is unpacked, archives and documents are refused by name."""

import zlib

from redact.errors import ReadError

_GZIP = b"\x1f\x8b"
_LARGEST = 1 << 28
_SIGNS = (
    (b"PK\x03\x04", "a zip archive, or an office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "packed by bzip2"),
    (b"\xfd7zXZ\x00", "packed by xz"),
    (b"\x28\xb5\x2f\xfd", "packed by zstandard"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a document in RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document, or a mail of Outlook"),
)
_ALL_SIGNS = tuple(sign for sign, _ in _SIGNS)
_TAR = b"ustar"
_TAR_AT = 257


def unpacked(data: bytes, *, name: str) -> tuple[bytes, str]:
    """The bytes of a text, and `gzip` where it was packed so, else an empty word.

    Raises ReadError where the packing is damaged, beyond all measure, or none that is unpacked.
    """
    if not data.startswith(_GZIP):
        _require_none(data, name)
        return data, ""
    found = _members(data, name)
    _require_none(found, name)
    return found, "gzip"


def _members(data: bytes, name: str) -> bytes:
    """The parts of a gzip file, one behind the other (RFC 1952, 2.2)."""
    parts: list[bytes] = []
    room = _LARGEST
    while data:
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            parts.append(unpacking.decompress(data, room))
        except zlib.error:
            raise _refused("the gzip packing is damaged", name) from None
        room -= len(parts[-1])
        if not unpacking.eof:
            too_large = unpacking.unconsumed_tail or room <= 0
            what = "is too large unpacked" if too_large else "breaks off"
            raise _refused(f"the gzip packing {what}", name)
        data = unpacking.unused_data
        room = max(room, 1)
    return b"".join(parts)


def _require_none(data: bytes, name: str) -> None:
    found = None
    if data.startswith(_ALL_SIGNS):
        found = next(what for sign, what in _SIGNS if data.startswith(sign))
    if found is None and data[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        found = "a tar archive"
    if found is None and data.startswith(_GZIP):
        found = "packed by gzip twice"
    if found is not None:
        raise _refused(f"this is no text but {found}", name)


def _refused(message: str, name: str) -> ReadError:
    return ReadError(
        "cable/not-text",
        message,
        place=name,
        remedy="unpack it and give the cables in it as text",
    )
