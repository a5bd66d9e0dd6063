"""The TAGS line (5 FAH-3): what belongs to it, and its elements."""

import re
from functools import lru_cache

from redact.cable.header.sentences import has_sentence_word
from redact.cable.registers.tags import CODES, FIELD_LETTERS, TERMS

KEYWORD = re.compile(r"(?:TAGS?|AGS|TAS|TGS|TABS|TAGES)(?: *[:;,]| +(?=[A-Z]{2,5}\b))", re.ASCII)

_PERSON = re.compile(r"\(([^()]{2,60})\)")
_ELEMENT = re.compile(r"(?:\([^()]*\)|[^,;/()])+")
_SPLIT = re.compile(r"[ ,;/]+")
_WORD = re.compile(r"-?[A-Z][A-Z0-9'.-]{1,}|-[A-Z]")
_PERSON_TAGS = ("OVIP", "OREP", "OTRA", "OEXC")
_SUBJECT_OR_MARK = re.compile(
    r"\bSUBJ(?:ECT)?\b|\((?=(?:TS|S|C|U|SBU|LOU|FOUO)[/)])", re.IGNORECASE
)
_PAGE_INSIDE = re.compile(
    r"(?:\s+(?:LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET|UNCLASSIFIED))*"
    r"\s+PAGE \d{1,3}\s+[A-Z][A-Z ]{1,8}?\s+\d{4,6}(?:\s+\d{1,2} OF \d{1,2})?(?:\s+\d{6}Z)?"
)
_NO_TAGS = ("SIPDIS", "XGDS")
"""A caption, and an instruction, that stand in the line by error."""

_OF_CODES = re.compile(r"TAGS: +(?P<codes>[A-Z]{2,6}(?:,? +[A-Z]{2,6})*) *")
_PLAIN_CODES = CODES.difference(_PERSON_TAGS)
"""Codes behind which no name stands."""

_UNKNOWN_WORDS = 2
_LONGEST_TERM = max(len(term.split()) for term in TERMS)


def belongs(text: str, before: str) -> bool:
    """Whether a line goes on with the TAGS line `before` it.

    It must be made of known TAGS, terms and persons; behind a comma also of one word of the shape
    of a code. A sentence, even one in capitals, is none.
    """
    after_comma = before.rstrip().endswith((",", ":"))
    bare = _PERSON.sub(" ", text)
    words = [word for word in _SPLIT.split(bare) if word]
    if bare != text and not _persons_belong(text, before, after_comma=after_comma):
        return False
    unknown = [word for word in words if not _is_known(word)]
    if not unknown:
        return bool(words) or bare != text
    return after_comma and unknown != words and len(unknown) == 1 and _is_code_shaped(unknown[0])


def _persons_belong(text: str, before: str, *, after_comma: bool) -> bool:
    """Names in brackets stand in capitals, behind a TAGS of persons."""
    if text != text.upper() or has_sentence_word(" ".join(_PERSON.findall(text))):
        return False
    preceding = [*before.split(), *_PERSON.split(text, maxsplit=1)[0].split()]
    return after_comma or (bool(preceding) and preceding[-1].strip(",") in _PERSON_TAGS)


@lru_cache(maxsize=1 << 12)
def is_of_plain_codes(line: str) -> bool:
    """Whether a line is the keyword and codes, whole and nothing else: the common one."""
    found = _OF_CODES.fullmatch(line)
    return found is not None and _PLAIN_CODES.issuperset(found["codes"].replace(",", " ").split())


@lru_cache(maxsize=1 << 12)
def reach(text: str) -> int:
    """How much of a line behind the keyword is TAGS: up to the first word that cannot be one.

    An element of more than two unknown words, or with a word of a sentence, is none; nor is the
    keyword of a subject, or a mark, or what stands behind it.
    """
    at = 0
    text = without_page(text)
    text = _SUBJECT_OR_MARK.split(text, maxsplit=1)[0]
    for element in re.finditer(r"(?:\([^()]*\)|[^,;()])+", text):
        unknown = [word for word in _SPLIT.split(_PERSON.sub(" ", element.group())) if word]
        unknown = [word for word in unknown if not _is_known(word.upper())]
        persons = " ".join(_PERSON.findall(element.group()))
        plain = len(unknown) <= _UNKNOWN_WORDS and not has_sentence_word(" ".join(unknown))
        if not plain or persons != persons.upper() or has_sentence_word(persons):
            text = text[: element.start()]
            break
    for found in re.finditer(r"\([^()]{0,60}\)|[^ ,;/]+", text):
        word = found.group()
        if not word.startswith("(") and not _WORD.fullmatch(
            word.upper() if _is_known(word.upper()) else word
        ):
            break
        at = found.end()
    return at


def without_page(text: str) -> str:
    """The line with the turn of a page in it blanked: `IT   SECRET   PAGE 02  ROME 03067 …`."""
    if "PAGE " not in text:
        return text
    return _PAGE_INSIDE.sub(lambda found: ",".ljust(len(found.group())), text)


@lru_cache(maxsize=1 << 12)
def elements(text: str) -> tuple[str, ...]:
    """The elements of a TAGS line: codes, terms, persons; upper case, without repetition."""
    words = text.replace(",", " ").split()
    if _PLAIN_CODES.issuperset(words):
        return tuple(dict.fromkeys(words))
    out: list[str] = []
    for part in _ELEMENT.findall(without_page(text)):
        _take(part.strip(), out)
    kept = [element for element in out if element not in _NO_TAGS]
    return tuple(dict.fromkeys(kept))


def _take(part: str, out: list[str]) -> None:
    at = 0
    for person in _PERSON.finditer(part):
        _take_words(part[at : person.start()].upper().split(), out)
        out.extend(" ".join(name.split()).upper() for name in person[1].split(";") if name.strip())
        at = person.end()
    _take_words(part[at:].upper().strip(" .").split(), out)


def _take_words(words: list[str], out: list[str]) -> None:
    if not any(word in CODES for word in words):
        if words:
            out.append(" ".join(words))
        return
    at = 0
    while at < len(words):
        at += _take_next(words, at, out)


def _take_next(words: list[str], at: int, out: list[str]) -> int:
    for count in range(min(_LONGEST_TERM, len(words) - at), 1, -1):
        if " ".join(words[at : at + count]) in TERMS:
            out.append(" ".join(words[at : at + count]))
            return count
    word = words[at]
    out.append(word)
    if word in _PERSON_TAGS and len(words) - at >= 3:
        surname, given = words[at + 1 : at + 3]
        if not _is_known(surname) and not _is_known(given):
            out.append(f"{surname}, {given}")
            return 3
    return 1


def _is_known(word: str) -> bool:
    return word in CODES or word in TERMS or any(word in term.split() for term in TERMS)


def _is_code_shaped(word: str) -> bool:
    return _is_known(word) or (
        len(word) == 4 and word.isalpha() and word.isupper() and word[0] in FIELD_LETTERS
    )
