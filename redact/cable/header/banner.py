"""The banner line: level, controls, section, post and serial, captions behind them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from redact.cable.header.captions import captions_in, join_spaced
from redact.cable.marks import nearly_level
from redact.cable.model import Caption, Section
from redact.cable.registers.captions import CAPTIONS
from redact.cable.registers.posts import letters_of, post_of
from redact.markings import read_marking
from redact.markings.model import Level, Marking

_PLAIN = (
    "UNCLASSIFIED",
    "UNCLAS",
    "LIMITED OFFICIAL USE",
    "SENSITIVE BUT UNCLASSIFIED",
    "OFFICIAL USE ONLY",
    "RESTRICTED",
    "CONFIDENTIAL",
    "SECRET",
    "TOP SECRET",
)
_LEVEL = re.compile(
    "(?:"
    + "|".join((*_PLAIN, *(" ".join(word.replace(" ", "")) for word in _PLAIN)))
    + r")(?=$|[ /,-])"
)
_STARTS = tuple({word[0] for word in _PLAIN})
_SECTION = re.compile(
    r"(?:(?<![A-Z])FINAL )?\bSE?CTION (?P<number>\d{1,2}) (?:OF|0F) (?P<total>\d{1,2})\b"
    r"|\bFINAL SECTION OF (?P<last>\d{1,2})\b"
    r"|\bSECTION (?P<word>ONE|TWO|THREE|FOUR|FIVE|SIX) OF (?P<words>TWO|THREE|FOUR|FIVE|SIX)\b"
)
_WORD_NUMBERS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX")
_FURNITURE = re.compile(
    r"\bSTATE \d{5,6}(?= TOSEC \d)|\bE ?F ?T ?O\b|\bAM(?:EMBASSY|CONSUL)\b|\bFSC\b"
)
_NUMBERED = re.compile(r"(?P<head>.*?)(?P<serial>\b\d{3,6})(?P<tail>(?: [A-Z/, ]*)?)")
_SERIALED = re.compile(r"(?P<head>.{4,70}) \d{3,6}")
_POST_WORD = re.compile(r"[A-Z][A-Z.'’-]*")
_WORDS = {
    Level.U: "UNCLASSIFIED",
    Level.R: "RESTRICTED",
    Level.C: "CONFIDENTIAL",
    Level.S: "SECRET",
    Level.TS: "TOP SECRET",
}
_OCR = str.maketrans("01358", "OIESB")
_DIGITS = ("0", "5")
"""Digits that a scanner puts for the first letter of a level."""

_TORN = {
    "UNCLAS": Level.U,
    "LIMITEDOFF": Level.U,
    "CONFID": Level.C,
    "SECRE": Level.S,
    "TOPSEC": Level.TS,
    "NATOSEC": Level.S,
    "NATOCONF": Level.C,
    "COSMIC": Level.TS,
}
_SPACED_START = re.compile(r"(?:\w ){3,}\w(?= |$)")
_WITH_SERIAL = re.compile(r"[a-z][a-z ]{5,14} [A-Z][A-Z .]{2,24} \d{3,6}")
_LEVEL_BEHIND = re.compile(r"^[A-Z][A-Z .]{2,24} \d{3,6} ((?:[A-Z] ?){6,24})$")
_LONGEST_LEVEL = 80
_LONGEST = 200
_NOT_OURS = "OFFICIAL USE ONLY"
_MARK_WORDS = frozenset(
    {"NODIS", "EXDIS", "LIMDIS", "SENSITIVE", "NOFORN", "ORCON", "CNWDI", "WNINTEL", "NOCONTRACT"}
)
"""Captions that are words of a marking where they stand between level and post (H of markings)."""


@dataclass(frozen=True, slots=True)
class Banner:
    """A banner line read: `marking` is None for OFFICIAL USE ONLY, which is no marking of ours.

    `ends` is a declassification value behind the controls (A1.10).
    """

    marking: Marking | None
    classification: str
    captions: tuple[Caption, ...]
    sections: tuple[Section, ...]
    post: str | None
    mrn: str | None
    serial: str | None
    ends: str | None = None


def level_words(text: str) -> str | None:
    """The level word that a line is made of, letter-spaced or not, and nothing else."""
    if len(text) > _LONGEST_LEVEL or not text.startswith(_STARTS):
        return None
    found = _LEVEL.fullmatch(" ".join(text.split()))
    return _plain(found.group()) if found else None


def read_banner(text: str) -> Banner | None:
    """A banner line taken apart, or None: then it is no banner, whatever it looks like.

    Everything on the line must be known: level, controls, section, post and serial, captions.
    """
    return _read_banner(text) if text.startswith(_STARTS) and len(text) <= _LONGEST else None


@lru_cache(maxsize=1 << 12)
def _read_banner(text: str) -> Banner | None:
    line = " ".join(text.split())
    level = _LEVEL.match(line)
    if level is None:
        return None
    rest = line[level.end() :]
    sections = tuple(_section(found) for found in _SECTION.finditer(rest))
    rest = " ".join(_FURNITURE.sub(" ", _SECTION.sub(" ", rest)).split())
    return _with_rest(_plain(level.group()), rest, sections)


def ends_like_banner(text: str) -> bool:
    """Whether a line ends as a banner does, with a known post and a serial."""
    found = _SERIALED.fullmatch(" ".join(text.split()))
    words = found["head"].split() if found else []
    return any(post_of(" ".join(words[-count:])) for count in range(1, min(4, len(words)) + 1))


def torn_level(text: str) -> Level | None:
    """The level that a line like a banner seems to state; None for a line that is like none."""
    if len(text) > _LONGEST:
        return None
    if not (text[:1].isupper() or text.startswith(_DIGITS) or _WITH_SERIAL.fullmatch(text)):
        return None
    letters = letters_of(text[:60].translate(_OCR))
    behind = _LEVEL_BEHIND.search(text)
    start = letters_of(behind[1]) if behind else letters
    torn = (level for word, level in _TORN.items() if start.startswith(word))
    return next(torn, None) or _nearly_stated(text)


def _nearly_stated(text: str) -> Level | None:
    """The level whose word lost or changed a letter while it was letter-spaced, or bears one of
    another alphabet: `S E C R T PARIS 002051`, a Cyrillic or full-width SECRET."""
    spaced = _SPACED_START.match(text)
    if spaced:
        return nearly_level(_latin(spaced.group().replace(" ", "")))
    first = text.partition(" ")[0]
    return None if first.isascii() else nearly_level(_latin(first))


def _latin(word: str) -> str:
    """Letters of a compatible form as plain ones: full-width, mathematical."""
    return normalize("NFKC", word)


def _plain(level: str) -> str:
    joined = level.replace(" ", "")
    return next(word for word in _PLAIN if word.replace(" ", "") == joined)


def _section(found: re.Match[str]) -> Section:
    if found["word"]:
        number, total = found["word"], found["words"]
        return Section(_WORD_NUMBERS.index(number) + 1, _WORD_NUMBERS.index(total) + 1)
    if found["last"]:
        return Section(int(found["last"]), int(found["last"]))
    return Section(int(found["number"]), int(found["total"]))


def _with_rest(level: str, rest: str, sections: tuple[Section, ...]) -> Banner | None:
    numbered = _NUMBERED.fullmatch(rest)
    if numbered is None:
        return _compose(level, rest, "", sections, None, None)
    words = numbered["head"].split()
    count = _post_words(words)
    if count == 0:
        return None
    post = " ".join(words[-count:])
    before = " ".join(words[:-count])
    return _compose(level, before, numbered["tail"], sections, post, numbered["serial"])


def _post_words(words: list[str]) -> int:
    """How many words at the end are the post: the longest known one, else a single word."""
    for count in range(min(4, len(words)), 0, -1):
        if all(word[0].isalpha() for word in words[-count:]) and post_of(" ".join(words[-count:])):
            return count
    last = words[-1] if words else ""
    unknown = _POST_WORD.fullmatch(last) and len(last) > 2 and last not in CAPTIONS
    return 1 if unknown and read_marking(f"SECRET {last}").marking is None else 0


def _compose(
    level: str,
    controls: str,
    tail: str,
    sections: tuple[Section, ...],
    post: str | None,
    serial: str | None,
) -> Banner | None:
    controls = join_spaced(controls.strip(" ,-").rstrip(" /,-"))
    behind = captions_in(tail) if tail.strip() else ()
    marking, ends, captions = _controls(level, controls)
    if behind is None or (marking is None and level != _NOT_OURS):
        return None
    return Banner(
        marking=marking,
        classification=_classification(level, marking),
        captions=(*captions, *behind),
        sections=sections,
        post=post,
        mrn=f"{post} {serial}" if post else None,
        serial=serial,
        ends=ends,
    )


def _controls(level: str, controls: str) -> tuple[Marking | None, str | None, tuple[Caption, ...]]:
    """The marking that level and controls make, its value, and the captions among the controls."""
    words = [word for word in re.split(r"[ /,]+", controls) if word]
    known = [name for name in words if name in CAPTIONS]
    captions = tuple(Caption(name, CAPTIONS[name].restricts) for name in known)
    if level == _NOT_OURS:
        return None, None, captions
    whole = read_marking(
        f"{level}{controls}" if controls.startswith("/") else f"{level} {controls}"
    )
    if whole.marking is None:
        marks = [word for word in words if word in _MARK_WORDS or word not in CAPTIONS]
        whole = read_marking(" ".join([level, *marks]))
        if whole.marking is None or len(marks) == len(words):
            return None, None, captions
    return whole.marking, whole.ends, captions


def _classification(level: str, marking: Marking | None) -> str:
    if level in ("LIMITED OFFICIAL USE", "SENSITIVE BUT UNCLASSIFIED", _NOT_OURS):
        return level
    return _WORDS[marking.level] if marking else level
