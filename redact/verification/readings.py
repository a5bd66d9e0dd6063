"""The ways to read a text: as it stands, and with what may be hidden in it decoded.

Entities, percent signs, quoted-printable and backslash escapes are written out, tags taken away,
runs of base64, base32, base85, uuencode, hexadecimal, binary, octal and decimal codes decoded,
compressed data unpacked;
ROT13, letters in reverse and invisible tag letters are read as what they stand for.
"""

import base64
import binascii
import codecs
import re
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

_DEPTH = 3
_ROUNDS = 4
_MAX_UNPACKED = 1 << 24

_ESCAPES = re.compile(
    r"(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?)"
    r"|(?P<percent>(?:%[0-9a-fA-F]{2})+)"
    r"|(?P<quoted>(?:=[0-9A-F]{2})+)"
    r"|(?P<soft>=\r?\n)"
    r"|[uU]\+(?P<point>(?:10|[0-9a-fA-F])?[0-9a-fA-F]{4})(?![0-9a-fA-F])"
    r"|\+(?P<seven>[A-Za-z0-9+/]{3,})-"
    r"|\\u\{(?P<braces>[0-9a-fA-F]{1,6})\}"
    r"|\\[uU](?P<code>[0-9a-fA-F]{4}(?:[0-9a-fA-F]{4})?)"
    r"|\\x(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<six>[0-9a-fA-F]{6})"
    r"|\\(?P<octal>[0-3][0-7]{2})"
    r"|\\(?P<style>[0-9a-fA-F]{1,5})\s?"
)
_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_BASE64 = re.compile(r"[A-Za-z0-9+/_-][A-Za-z0-9+/_\s-]{14,}[A-Za-z0-9+/_-]")
_BASE64_WORD = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{3,}={0,2}")
_BASE32 = re.compile(r"[A-Z2-7]{16,}|[a-z2-7]{16,}")
_HEX = re.compile(r"[0-9a-fA-F]{2}(?:(?:[\s:,;-]|0x|\\x)*[0-9a-fA-F]{2}){3,}")
_BITS = re.compile(r"[01]{8}(?:\s*[01]{8}){3,}")
_OCTAL = re.compile(r"0?[0-3]?[0-7]{2}(?:[\s,;]+0?[0-3]?[0-7]{2}){3,}(?!\d)")
_BASE85 = re.compile(r"[!-~]{20,}")
_UU = re.compile(r"^(?:[!-M][ -`]{2,61}(?:\n|$)){1,9999}", re.MULTILINE)
_CODES = re.compile(r"\d{2,3}(?:[\s,;]+\d{2,3}){3,}")
_TAG_LETTERS = re.compile("[\U000e0020-\U000e007e]+")
_PRINTABLE = re.compile(r"[\x20-\x7e\r\n\t]{2,}")


class Reading(NamedTuple):
    """A text as one way of decoding gives it. `how` is empty for the text as it stands.

    `origins` says of some of its offsets which offset of the text they come from; `even`: up to
    the next one it goes on letter by letter. `noisy`: it may be no text at all, so that short words
    in it mean nothing.
    """

    text: str
    how: str
    origins: tuple[tuple[int, int], ...]
    noisy: bool = False
    even: bool = True

    def origin(self, at: int) -> int:
        """Where in the text as it stands an offset of this reading comes from."""
        decoded, source = self.origins[bisect_right(self.origins, (at, 1 << 62)) - 1]
        return source + (at - decoded if self.even else 0)


def readings_of(text: str, *, noisy: bool = False) -> Iterator[Reading]:
    """Every way to read a text; the text as it stands first."""
    plain = Reading(text, "", ((0, 0),), noisy)
    yield plain
    yield from _decoded(plain, _DEPTH)


def _decoded(reading: Reading, depth: int) -> Iterator[Reading]:
    """What is hidden in a reading, and in what is hidden there."""
    written_out = [reading, *_written_out(reading)]
    yield from written_out[1:]
    for one in written_out:
        yield from _turned(one)
        if depth:
            for inner in _runs(one):
                yield inner
                if not inner.noisy:
                    yield from _decoded(inner, depth - 1)


def _written_out(reading: Reading) -> Iterator[Reading]:
    """With escapes written out, as often as they are nested, and at last without tags."""
    for _ in range(_ROUNDS):
        plain = _replaced(reading, _ESCAPES, _escaped, "escaped")
        if plain.text == reading.text:
            break
        yield plain
        reading = plain
    if "<" in reading.text:
        yield _replaced(reading, _TAG, lambda found: "", "between tags")


def _turned(reading: Reading) -> Iterator[Reading]:
    """ROT13, and the letters in reverse."""
    rotated = codecs.encode(reading.text, "rot13")
    yield reading._replace(text=rotated, how="in ROT13")
    origins, at, end = [], 0, len(reading.text)
    for line in reversed(reading.text.split("\n")):
        end -= len(line)
        origins.append((at, reading.origin(end)))
        at, end = at + len(line) + 1, end - 1
    back = reading.text[::-1]
    yield Reading(back, "in reverse", tuple(origins), reading.noisy, even=False)


def _runs(reading: Reading) -> Iterator[Reading]:
    for pattern, decode, how in _CODINGS:
        for found in pattern.finditer(reading.text):
            at = reading.origin(found.start())
            for data in decode(found.group()):
                yield from _of_bytes(data, how, at)


def _of_bytes(data: bytes, how: str, at: int) -> Iterator[Reading]:
    text = as_text(unpacked(data))
    clean = _PRINTABLE.fullmatch(text) is not None
    if clean or len(text) >= 12:
        yield Reading(text, how, ((0, at),), noisy=not clean, even=False)


def as_text(data: bytes) -> str:
    """Bytes as text, whatever their encoding: UTF-8 where they are, else byte by byte.

    Without NUL, so that UTF-16 and UTF-32 read as what they say in the Latin alphabet.
    """
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def unpacked(data: bytes) -> bytes:
    """What is compressed in bytes by gzip or zlib; the bytes where nothing is."""
    if data[:2] in (b"\x1f\x8b", b"x\x01", b"x\x5e", b"x\x9c", b"x\xda"):
        try:
            return zlib.decompressobj(47).decompress(data, _MAX_UNPACKED) or data
        except zlib.error:
            return data
    return data


def _replaced(
    reading: Reading, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str], how: str
) -> Reading:
    parts, origins, at, length = [], [(0, reading.origin(0))], 0, 0
    for found in pattern.finditer(reading.text):
        parts += [reading.text[at : found.start()], new(found)]
        length += len(parts[-2]) + len(parts[-1])
        at = found.end()
        origins.append((length, reading.origin(at)))
    parts.append(reading.text[at:])
    return reading._replace(text="".join(parts), how=how, origins=tuple(origins))


def _escaped(found: re.Match[str]) -> str:
    kind, value = found.lastgroup, found[found.lastgroup or 0]
    match kind:
        case "entity":
            return unescape(value)
        case "percent" | "quoted":
            return as_text(bytes.fromhex(value.replace("%", "").replace("=", "")))
        case "soft":
            return ""
        case "seven":
            return _seven(value)
        case "octal":
            return chr(int(value, 8))
        case _:
            code = int(value, 16)
            return chr(code) if code < 0x110000 else ""


def _seven(run: str) -> str:
    """What stands between `+` and `-` in UTF-7."""
    try:
        return f"+{run}-".encode().decode("utf-7")
    except UnicodeDecodeError:
        return f"+{run}-"


def _base64(run: str) -> Iterator[bytes]:
    """At each of the four places where a group of four letters may begin."""
    letters = "".join(run.split()).translate(str.maketrans("-_", "+/"))
    for first in range(4):
        last = first + (len(letters) - first) // 4 * 4
        group = letters[first:last]
        rest = letters[last:]
        padded = group + (rest + "=" * (4 - len(rest)) if len(rest) > 1 else "")
        yield from _tried(base64.b64decode, padded)


def _base64_word(run: str) -> Iterator[bytes]:
    """One word that is text in base64: what it says is printable."""
    letters = run.rstrip("=").translate(str.maketrans("-_", "+/"))
    padded = letters + "=" * (-len(letters) % 4)
    for data in _tried(base64.b64decode, padded):
        if _PRINTABLE.fullmatch(as_text(data)):
            yield data


def _base32(run: str) -> Iterator[bytes]:
    letters = run.upper()
    for first in range(8):
        group = letters[first:]
        rest = len(group) % 8
        whole = rest in (0, 2, 4, 5, 7)
        padded = group + "=" * (-rest % 8) if whole else group[: len(group) - rest]
        yield from _tried(base64.b32decode, padded)


def _hex(run: str) -> Iterator[bytes]:
    digits = re.sub("0x|[^0-9a-fA-F]", "", run)
    for first in range(2):
        yield from _tried(bytes.fromhex, digits[first : first + (len(digits) - first) // 2 * 2])


def _bits(run: str) -> Iterator[bytes]:
    bits = "".join(run.split())
    yield bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))


def _codes(run: str) -> Iterator[bytes]:
    numbers = [int(number) for number in re.findall(r"\d+", run)]
    if all(9 <= number < 256 for number in numbers):
        yield bytes(numbers)


def _octal(run: str) -> Iterator[bytes]:
    numbers = [int(number, 8) for number in re.findall(r"\d+", run)]
    if all(9 <= number < 256 for number in numbers):
        yield bytes(numbers)


def _base85(run: str) -> Iterator[bytes]:
    yield from _tried(base64.b85decode, run)
    yield from _tried(base64.a85decode, run.removeprefix("<~").removesuffix("~>"))


def _uu(run: str) -> Iterator[bytes]:
    """Lines of uuencode, each of which says by its first letter how long it is."""
    decoded = [data for line in run.splitlines() for data in _tried(binascii.a2b_uu, line)]
    if len(decoded) == len(run.splitlines()):
        yield b"".join(decoded)


def _tag_letters(run: str) -> Iterator[bytes]:
    yield bytes(ord(letter) - 0xE0000 for letter in run)


def _tried(decode: Callable[[str], bytes], text: str) -> Iterator[bytes]:
    try:
        yield decode(text)
    except (binascii.Error, ValueError):
        return


_CODINGS: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[bytes]], str], ...] = (
    (_BASE64, _base64, "in base64"),
    (_BASE64_WORD, _base64_word, "in base64"),
    (_BASE32, _base32, "in base32"),
    (_HEX, _hex, "in hexadecimal"),
    (_BITS, _bits, "in binary"),
    (_CODES, _codes, "in character codes"),
    (_OCTAL, _octal, "in octal codes"),
    (_BASE85, _base85, "in base85"),
    (_UU, _uu, "in uuencode"),
    (_TAG_LETTERS, _tag_letters, "in invisible letters"),
)
