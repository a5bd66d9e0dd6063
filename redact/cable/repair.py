"""Damage that can be mended with certainty, taken out of released text where that is asked for.

Only what relays, pages of the web and encodings put in goes; no word, mark or number is guessed.
"""

import html
import re

from redact.cable.lines import ANCHOR, INVISIBLE

_ANCHORED = re.compile(rf"^([ \t]*){ANCHOR}[ \t{INVISIBLE}]*(?=[(\dA-Za-z])", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]\n]{0,60})\]\(#\)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DROPPED = re.compile(f"[{INVISIBLE}\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028")
_AT_LINE_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANKS = re.compile("[\xa0\u2000-\u200a\u202f\u3000]")
_MISREAD = re.compile(r"[Â-ô][\x80-¿Œœ-žƒˆ˜–-†•…‰‹›€™Š]{1,3}")
_LATIN = re.compile("[\x80-\x9f]")


def repaired(text: str) -> str:
    """Released text with what is certain repaired: links, entities, misread letters, line ends.

    Total; a text without damage comes out as it is.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _MISREAD.sub(_read_again, text)
    text = _ANCHORED.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    text = _LATIN.sub(_from_windows, text)
    text = _DROPPED.sub("", _BLANKS.sub(" ", text))
    return _AT_LINE_ENDS.sub("", text)


def _read_again(found: re.Match[str]) -> str:
    """UTF-8 that was read as Windows-1252, read as what it is: `â€™`."""
    data = b"".join(_byte_of(letter) for letter in found.group())
    try:
        return data.decode()
    except UnicodeDecodeError:
        return found.group()


def _byte_of(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1", "replace")


def _from_windows(found: re.Match[str]) -> str:
    """A control character of Latin-1 that is a sign of Windows-1252; as it is where it is none."""
    try:
        return found.group().encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return found.group()
