"""What a tool gets at in a PDF that this engine wrote, page or no page, read by its bytes alone.

Every stream is unpacked, and every string of hexadecimal digits read as UTF-16 or by the maps of
the fonts: text that is drawn where no page shows it, titles, metadata, comments. Quick, because it
knows how these files are written; `pdf.py` reads those of anybody.
"""

import re
import zlib
from itertools import chain

_STREAM = re.compile(rb"\bstream\r?\n(.*?)endstream", re.DOTALL)
_FILTER = re.compile(rb"/Filter\s*\[?\s*/(\w+)\s*(/\w+)?")
_MAPPED = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4,})>")
_DIGITS = re.compile(rb"<((?:[0-9A-Fa-f]{2})+)>")
_UTF_16 = bytes.fromhex("FEFF")


def unseen_text(data: bytes) -> str | None:
    """All that stands in the bytes and streams of a file; None where one cannot be unpacked."""
    streams = []
    for found in _STREAM.finditer(data):
        head = data[data.rfind(b" obj", 0, found.start()) : found.start()]
        stream = _unpacked(found[1], _FILTER.search(head))
        if stream is None:
            return None
        streams.append(stream)
    parts = [_STREAM.sub(b" ", data), *streams]
    letters = _letters(parts)
    drawn = (_said(bytes.fromhex(found.decode()), letters) for found in _strings(parts))
    return "\n".join(chain((part.decode("latin-1") for part in parts), drawn))


def _unpacked(stream: bytes, packed: re.Match[bytes] | None) -> bytes | None:
    if packed is None:
        return stream
    if packed[1] != b"FlateDecode" or packed[2]:
        return None
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return None


def _letters(parts: list[bytes]) -> dict[bytes, str]:
    """The characters that the fonts show, by the codes of two bytes that they have in a content."""
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(character.decode()).decode(
            "utf-16-be", "replace"
        )
        for part in parts
        if b"beginbfchar" in part
        for code, character in _MAPPED.findall(part)
    }


def _strings(parts: list[bytes]) -> list[bytes]:
    return list(chain.from_iterable(map(_DIGITS.findall, parts)))


def _said(text: bytes, letters: dict[bytes, str]) -> str:
    if text.startswith(_UTF_16):
        return text[2:].decode("utf-16-be", "replace")
    return "".join(letters.get(text[at : at + 2], "") for at in range(0, len(text), 2))
