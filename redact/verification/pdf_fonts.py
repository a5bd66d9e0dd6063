"""Which letters the codes of a font stand for, as far as the font says so; texts read by them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from redact.verification.readings import as_text

Maps: TypeAlias = dict[bytes, set[str]]
"""By code: what the fonts of a file show for it."""

_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F\s]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]+)>|\[([^\]]*)\])")
_LISTED = re.compile(rb"<([0-9a-fA-F]+)>")
_PLAIN_GLYPH = re.compile(r"/(?:[A-Za-z]{1,14}(?:\.[a-z]+)?|uni[0-9A-F]{4,}|u[0-9A-F]{4,6})")
_CODED_GLYPH = re.compile(r"/(?:[gGcC]|cid|CID|glyph|char|a)\d+|/[A-Za-z]\d{1,4}")
_SYMBOLIC = 4
_MOST = 1 << 16


def map_of(font: Any) -> dict[bytes, str]:
    """What a font dictionary's own map and its one-letter glyph names say. Total."""
    found: dict[bytes, str] = {}
    for code, name in _differences(font):
        if len(name) == 2:
            found[bytes([code])] = name[1]
    data = _map_data(font)
    for kind, body in _SECTION.findall(data):
        found.update(_chars(body) if kind == b"char" else _ranges(body))
    return found


def unmapped(font: Any) -> bool:
    """Whether nobody can tell from the font dictionary which letters its codes show."""
    if _map_data(font):
        return False
    match _text(font, "/Subtype"):
        case "/Type0":
            return _text(font, "/Encoding").startswith("/Identity")
        case "/Type3":
            return not _plain_glyphs(font)
        case "/CIDFontType0" | "/CIDFontType2":
            return False
        case _:
            return not _plain_glyphs(font) or (_symbolic(font) and "/Encoding" not in font)


def _plain_glyphs(font: Any) -> bool:
    """Whether all glyphs that the font names itself have names of letters."""
    names = [name for _, name in _differences(font)]
    return all(_PLAIN_GLYPH.fullmatch(name) and not _CODED_GLYPH.fullmatch(name) for name in names)


def _symbolic(font: Any) -> bool:
    try:
        descriptor = font["/FontDescriptor"]
        return bool(int(descriptor["/Flags"]) & _SYMBOLIC) and any(
            key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
        )
    except Exception:  # noqa: BLE001 - no descriptor, or a damaged one
        return False


def _differences(font: Any) -> list[tuple[int, str]]:
    try:
        listed = list(font["/Encoding"]["/Differences"])
    except Exception:  # noqa: BLE001 - none, or damaged
        return []
    code, found = 0, []
    for item in listed:
        if isinstance(item, str):
            found.append((code, str(item)))
            code += 1
        else:
            code = int(item)
    return [(code, name) for code, name in found if 0 <= code < 256]


def _map_data(font: Any) -> bytes:
    try:
        data = font["/ToUnicode"].get_data()
    except Exception:  # noqa: BLE001 - none, or damaged
        return b""
    return data if isinstance(data, bytes) else b""


def _text(font: Any, key: str) -> str:
    try:
        value = font[key]
    except Exception:  # noqa: BLE001 - none, or a reference that leads nowhere
        return ""
    return str(value) if isinstance(value, str) else ""


def _chars(body: bytes) -> dict[bytes, str]:
    return {_code(code): _letters(letters) for code, letters in _PAIR.findall(body)}


def _ranges(body: bytes) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for first, last, start, listed in _RANGE.findall(body):
        length = len(_code(first))
        count = min(int(last, 16) - int(first, 16) + 1, _MOST)
        letters = [_letters(item) for item in _LISTED.findall(listed)]
        for step in range(count):
            code = (int(first, 16) + step).to_bytes(length + 1, "big")[-length:]
            if start:
                found[code] = _next(_letters(start), step)
            elif step < len(letters):
                found[code] = letters[step]
    return found


def _next(letters: str, step: int) -> str:
    return letters[:-1] + chr((ord(letters[-1]) + step) % 0x110000) if letters else ""


def _code(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode().rjust(len(digits) + len(digits) % 2, "0"))


def _letters(digits: bytes) -> str:
    plain = b"".join(digits.split()).decode()
    return _code(plain.encode()).decode("utf-16-be", "ignore")


def said(maps: Maps, shown: Sequence[bytes | str]) -> Iterator[str]:
    """Codes byte by byte, and by the maps of the fonts; a text among them stays as it is."""
    yield "\n".join(as_text(codes) if isinstance(codes, bytes) else codes for codes in shown)
    yield from _mapped(maps, shown)


def _mapped(maps: Maps, shown: Sequence[bytes | str]) -> Iterator[str]:
    """The same codes by the maps of the fonts in the file, codes of one byte and of two."""
    for length in (1, 2):
        table = {code: letters for code, letters in maps.items() if len(code) == length}
        for number in range(max(map(len, table.values()), default=0)):
            yield "\n".join(
                text
                if isinstance(text, str)
                else "".join(
                    _one(table.get(text[at : at + length]), number)
                    for at in range(0, len(text), length)
                )
                for text in shown
            )


def _one(letters: set[str] | None, number: int) -> str:
    """The letter that the font `number` has; fonts that do not agree are read one by one."""
    listed = sorted(letters or ())
    return listed[min(number, len(listed) - 1)] if listed else ""
