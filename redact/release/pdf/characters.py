"""Which glyph shows a character, and the codes that a document gives to the characters it uses.

What controls a terminal or the direction of writing is shown by the replacement character and comes
out of the file as itself. What the typeface cannot show is refused, never lost.
"""

from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import bidirectional, category

from redact.errors import ReleaseError
from redact.release.pdf.typeface import Typeface

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


class Characters(NamedTuple):
    """`codes` are four hexadecimal digits by character; `glyphs` stand in the order of codes."""

    codes: Mapping[str, str]
    glyphs: tuple[int, ...]


def characters_of(text: str, face: Typeface) -> Characters:
    """The codes of all characters of a text.

    Raises ReleaseError where the typeface has no glyph for one, or it belongs to a script that is
    written from right to left.
    """
    used = sorted(set(text))
    glyphs = tuple(_glyph(character, face) for character in used)
    codes = {character: f"{code:04X}" for code, character in enumerate(used, 1)}
    return Characters(codes, (0, *glyphs))


def unicode_map(characters: Characters) -> bytes:
    """The map from codes to characters that readers copy text by (ISO 32000-1, 9.10.3)."""
    rows = [f"<{code}> <{_utf16(character)}>" for character, code in characters.codes.items()]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    blocks = "".join(f"{len(part)} beginbfchar\n{_joined(part)}endbfchar\n" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{blocks}"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")


def _joined(rows: list[str]) -> str:
    return "".join(f"{row}\n" for row in rows)


def _utf16(character: str) -> str:
    return character.encode("utf-16-be").hex().upper()


def _glyph(character: str, face: Typeface) -> int:
    if bidirectional(character) in _RIGHT_TO_LEFT:
        raise _refused("a script that is written from right to left")
    shown = "\ufffd" if category(character) in _UNSEEN else character
    if shown not in face.glyphs:
        raise _refused("a character that the typeface of the pages does not have")
    return face.glyphs[shown]


def _refused(what: str) -> ReleaseError:
    return ReleaseError(
        "release/no-glyph",
        f"the released text holds {what}",
        remedy="take another format, html for instance",
    )
