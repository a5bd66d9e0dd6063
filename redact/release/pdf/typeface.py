"""The typeface of the pages, and a font that holds only the glyphs in use.

Authority: OpenType 1.9, tables `cmap` (format 12), `glyf`, `loca`, `hmtx`. The typeface is DejaVu
Sans Mono, which ships with the product, so that the same release has the same bytes everywhere.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from redact.resources import shipped

NAME = "DejaVuSansMono"
ADVANCE = 602
"""The width of every glyph, in thousandths of the size."""

_KEPT_AS_THEY_ARE = ("cvt ", "fpgm", "prep")
_MORE_COMPONENTS, _WORDS, _SCALE, _TWO_SCALES, _MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80


class Typeface(NamedTuple):
    """A TrueType file taken apart; `glyphs` are glyph numbers by character."""

    tables: Mapping[str, bytes]
    glyphs: Mapping[str, int]
    offsets: tuple[int, ...]

    def outline(self, glyph: int) -> bytes:
        """The outline of a glyph, empty where it has none."""
        return self.tables["glyf"][self.offsets[glyph] : self.offsets[glyph + 1]]


@lru_cache(maxsize=1)
def typeface() -> Typeface:
    """The typeface that ships."""
    data = shipped("fonts").joinpath(f"{NAME}.ttf").read_bytes()
    (count,) = struct.unpack_from(">H", data, 4)
    records = [struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count)]
    tables = {tag.decode(): data[start : start + size] for tag, _, start, size in records}
    (glyphs,) = struct.unpack_from(">H", tables["maxp"], 4)
    offsets = struct.unpack_from(f">{glyphs + 1}I", tables["loca"])
    return Typeface(tables, dict(_characters(tables["cmap"])), offsets)


def font_of(face: Typeface, glyphs: Sequence[int]) -> bytes:
    """A TrueType font whose glyphs are these, in this order, and behind them what they are made of.

    The first must be glyph 0, which stands for what is missing.
    """
    wanted = list(glyphs)
    places = {glyph: place for place, glyph in reversed([*enumerate(wanted)])}
    for glyph in wanted:
        for _, part in _components(face.outline(glyph)):
            if part not in places:
                places[part] = len(wanted)
                wanted.append(part)
    outlines = [_renumbered(face.outline(glyph), places) for glyph in wanted]
    return _file(_tables(face, wanted, outlines))


def _characters(cmap: bytes) -> Iterator[tuple[str, int]]:
    (count,) = struct.unpack_from(">H", cmap, 2)
    starts = [struct.unpack_from(">HHI", cmap, 4 + 8 * number) for number in range(count)]
    start = next(at for platform, encoding, at in starts if (platform, encoding) == (3, 10))
    (groups,) = struct.unpack_from(">I", cmap, start + 12)
    for number in range(groups):
        first, last, glyph = struct.unpack_from(">III", cmap, start + 16 + 12 * number)
        for code in range(first, last + 1):
            yield chr(code), glyph + code - first


def _components(outline: bytes) -> Iterator[tuple[int, int]]:
    """Place and number of each glyph that a composite one is made of."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, _MORE_COMPONENTS
    while flags & _MORE_COMPONENTS:
        flags, part = struct.unpack_from(">HH", outline, at)
        yield at + 2, part
        at += 8 if flags & _WORDS else 6
        scales = {_SCALE: 2, _TWO_SCALES: 4, _MATRIX: 8}
        at += sum(size for flag, size in scales.items() if flags & flag)


def _renumbered(outline: bytes, places: Mapping[int, int]) -> bytes:
    changed = bytearray(outline)
    for at, part in _components(outline):
        struct.pack_into(">H", changed, at, places[part])
    return bytes(changed).ljust(-len(changed) % 4 + len(changed), b"\0")


def _tables(face: Typeface, glyphs: Sequence[int], outlines: Sequence[bytes]) -> dict[str, bytes]:
    count = len(glyphs)
    offsets = [0]
    for outline in outlines:
        offsets.append(offsets[-1] + len(outline))
    head = bytearray(face.tables["head"])
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)
    return {
        "glyf": b"".join(outlines),
        "head": bytes(head),
        "hhea": face.tables["hhea"][:34] + struct.pack(">H", count),
        "hmtx": b"".join(_metrics(face, glyph) for glyph in glyphs),
        "loca": struct.pack(f">{count + 1}I", *offsets),
        "maxp": face.tables["maxp"][:4] + struct.pack(">H", count) + face.tables["maxp"][6:],
        **{name: face.tables[name] for name in _KEPT_AS_THEY_ARE},
    }


def _metrics(face: Typeface, glyph: int) -> bytes:
    """Advance and left side bearing; behind the last advance they stand alone."""
    (full,) = struct.unpack_from(">H", face.tables["hhea"], 34)
    table = face.tables["hmtx"]
    if glyph < full:
        return table[4 * glyph : 4 * glyph + 4]
    bearing = 4 * full + 2 * (glyph - full)
    return table[4 * full - 4 : 4 * full - 2] + table[bearing : bearing + 2]


def _file(tables: Mapping[str, bytes]) -> bytes:
    power = len(tables).bit_length() - 1
    search = 16 << power
    head = struct.pack(">IHHHH", 0x00010000, len(tables), search, power, 16 * len(tables) - search)
    at = 12 + 16 * len(tables)
    records, bodies = [], []
    for name in sorted(tables):
        body = tables[name]
        padded = body.ljust(-len(body) % 4 + len(body), b"\0")
        records.append(struct.pack(">4sIII", name.encode(), _sum(padded), at, len(body)))
        bodies.append(padded)
        at += len(padded)
    data = bytearray(b"".join([head, *records, *bodies]))
    place = data.index(tables["head"], 12 + 16 * len(tables))
    struct.pack_into(">I", data, place + 8, (0xB1B0AFBA - _sum(data)) % (1 << 32))
    return bytes(data)


def _sum(data: bytes | bytearray) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) % (1 << 32)
