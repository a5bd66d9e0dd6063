"""Caption lines and passing lines between banner and E.O. line (5 FAH-2 H-440)."""

import re
from functools import lru_cache

from redact.cable.model import Caption
from redact.cable.registers.captions import CAPTIONS, LONGEST

_SPACED = re.compile(r"(?<![A-Z])[A-Z](?: +[A-Z]){3,}(?![A-Z])")
_WITH_NAME = re.compile(
    r"(?:CODEL|STAFFDEL) [A-Z'-]{2,16}|HANDLE AS [A-Z]{2,12}|"
    r"NOT FOR DISTRIBUTION TO [A-Z/]{2,16}|"
    r"(?:EYES ONLY )?FOR (?:THE )?[A-Z/.-]{2,20}(?: [A-Z/.-]{2,16})? ONLY"
)
_ALIASES = {
    "SBU": ("SENSITIVE",),
    "SENSITIVE BUT UNCLASSIFIED": ("SENSITIVE",),
    "AGRÉMENT": ("AGREMENT",),
    "CORRECTEDCOPY": ("CORRECTED COPY",),
    "LIMITED DISTRIBUTION": ("LIMDIS",),
    "EXCLUSIVE DISTRIBUTION": ("EXDIS",),
    "NO DISTRIBUTION": ("NODIS",),
}
_DISTRIBUTION = ("NODIS", "EXDIS", "LIMDIS", "STADIS")
_CHANNELS = ("DISSENT CHANNEL", "ROGER CHANNEL")
_LAST_CAPTION = re.compile(r"[-–—/(,] ?(SENSITIVE|NOFORN)\)?$")
_MARK_AT_END = re.compile(
    r"\((?:[UCSR]|TS|SBU|LOU|FOUO|UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET)\b[^()]*\)$"
)
_LONGEST_UNKNOWN = 6
_LONGEST_LINE = 80
_OCR = str.maketrans("0158l", "OISBI")


def join_spaced(text: str) -> str:
    """Letter-spaced words joined: `N O D I S` is NODIS."""
    return _SPACED.sub(lambda spaced: spaced.group().replace(" ", ""), text)


@lru_cache(maxsize=1 << 12)
def captions_in(text: str) -> tuple[Caption, ...] | None:
    """The captions that a line is made of, or None if any part of it is no known caption."""
    line = " ".join(join_spaced(text).split())
    if not line or line != line.upper():
        return None
    if _WITH_NAME.fullmatch(line):
        return (Caption(line, restricts=not line.startswith(("CODEL", "STAFFDEL"))),)
    words = re.split(r"[ ,;/]+|(?<= )-(?= )", line)
    return _consume([word for word in words if word])


def _consume(words: list[str]) -> tuple[Caption, ...] | None:
    found: list[Caption] = []
    at = 0
    while at < len(words):
        for count in range(min(LONGEST, len(words) - at), 0, -1):
            names = _names(" ".join(words[at : at + count]))
            if names:
                found.extend(names)
                at += count
                break
        else:
            return None
    return tuple(found)


def _names(phrase: str) -> list[Caption]:
    return [
        Caption(name, CAPTIONS[name].restricts)
        for name in _ALIASES.get(phrase, (phrase,))
        if name in CAPTIONS
    ]


def doubtful_captions(text: str) -> tuple[Caption, ...]:
    """What a line in the place of a caption may say that is not captions and nothing else.

    The captions that stand in it, however printed; and a short line in capitals as one that is
    unknown. It restricts: every caption does but those said not to (5 FAH-2 H-442).
    """
    found = captions_within(text)
    line = " ".join(text.split())
    if (
        line == line.upper()
        and len(line.split()) <= _LONGEST_UNKNOWN
        and re.search("[A-Z]{2}", line)
    ):
        return (*found, Caption(line, restricts=True))
    return found


@lru_cache(maxsize=1 << 12)
def captions_within(text: str) -> tuple[Caption, ...]:
    """The captions of one word that stand in a text, whatever their case, signs and blanks."""
    pieces = [_squeezed(piece) for piece in re.split(r"[^A-Za-z0-9]+", text)]
    pieces.append(_squeezed(text))
    names = [name for piece in pieces for name in _ALIASES.get(piece, (piece,))]
    return tuple(
        Caption(name, CAPTIONS[name].restricts)
        for name in dict.fromkeys(names)
        if name in CAPTIONS and (CAPTIONS[name].restricts or name in ("SENSITIVE", "NOFORN"))
    )


def captions_of_subject(text: str) -> tuple[Caption, ...]:
    """Captions in a subject by error: as a word in capitals, SENSITIVE at its end only.

    A control in a mark is none: it is a statement of its own, and may stand above the banner.
    """
    text = _MARK_AT_END.sub("", text.rstrip())
    last = _LAST_CAPTION.search(text) if "SENSITIVE" in text or "NOFORN" in text else None
    words = (
        re.findall(r"\b[A-Z]{5,6}\b", text) if any(map(text.__contains__, _DISTRIBUTION)) else []
    )
    words = [word for word in words if word in _DISTRIBUTION]
    channels = [name for name in _CHANNELS if name in text]
    names = [*words, *channels, *([last[1]] if last else [])]
    return tuple(Caption(name, CAPTIONS[name].restricts) for name in names)


def _squeezed(text: str) -> str:
    return re.sub("[^A-Z]", "", text.translate(_OCR).upper()) if len(text) <= _LONGEST_LINE else ""
