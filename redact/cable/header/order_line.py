"""The E.O. line: where it is, and how much of it can be told from text that ran into it."""

import re
from functools import lru_cache

from redact.cable.drafts import Scan
from redact.cable.header.extensions import extension_in
from redact.cable.header.sentences import has_sentence_word
from redact.declassification import read_instruction
from redact.declassification.model import Kind

ORDER = re.compile(
    r"(?:\([A-Z]{1,3}\) ?)?(?:E ?[.,]? ?[O0] ?[.,]?|EXECUTIVE ORDER) ?:? {0,12}"
    r"\d{4,6}[A-Z]?\b(?! ?\()"
    r"|(?:DECL(?:AS|ASS|ASSIFY)?(?: ON)?) ?: ?\S",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"(?:\([A-Z]{1,3}\) ?)?(?:E ?[.,]? ?[O0] ?[.,]?|EXECUTIVE ORDER) ?:? {0,12}"
    r"\d{4,6}[A-Z]?[ :.,;-]*",
    re.IGNORECASE,
)
DECLASSIFY_ON = re.compile(
    r"\bDECL(?:AS|ASS|ASSIFY)?(?: ON *(?:: *(?=\S)|(?=\d))| ?: *(?=\S))", re.IGNORECASE
)
"""The label of an authority block: what it states binds the cable, wherever it stands (R33)."""

_BRACKETS = re.compile(r"\(([^()]*)\)")
_OPEN_END = re.compile(
    r"(?:\b(?:OR|AND|DECL|DECLASSIFY|ON|UPON|AFTER|OF|THE)|[,;:&-])$", re.IGNORECASE
)
_VALUE_WORDS = frozenset(
    """
    ADS AND APPROX APR APRIL AUG AUGUST AUTOMATIC CATEGORY CLASSIFICATION DATE DAY DAYS DCI DEC
    DECEMBER DECL DECLAS DECLASS DECLASSIFICATION DECLASSIFY DETERMINE DETERMINED DNG DNI
    DOCUMENT EXCEPT EXEMPT EXEMPTION FEB FEBRUARY FOLLOW GDS GROUP HUM HUMAN IMPOSSIBLE
    INDEFINITE JAN JANUARY JUL JULY JUN JUNE LATER LESS MAR MARCH MAY MONTH MONTHS NATO NOT NOV
    NOVEMBER OADR OCT OCTOBER ONLY ORIGIN PARA PARAGRAPH PARAS PART PORTION PORTIONS RDS REF
    REFTEL REVIEW SEE SEP SEPT SEPTEMBER SOONER THAN TREATY UNK UNKNOWN WMD XDS XGDS YEAR YEARS
    YRS
    """.split()
)
_LONGEST_EVENT = 12
_OTHER_FIELD = re.compile(r"\b(?:DERIVED FROM|CLASSIFIED BY|REASONS?)\b ?:?", re.IGNORECASE)
_CODES_OF_A_SOURCE = 2
"""A source is named by a word or two and numbers; more words behind it are a sentence."""


@lru_cache(maxsize=1 << 12)
def order_reach(text: str) -> int:
    """How much of an E.O. line is its own: only the label, where a sentence follows."""
    words = _words(text)
    unread = read_instruction(text).kind is Kind.UNREADABLE
    strange = _strange_words(text)
    names = _BRACKETS.findall(text)
    odd_name = any(len(name.split()) > 3 or has_sentence_word(name) for name in names)
    other = _OTHER_FIELD.search(text)
    if other and _strange_words(text[other.end() :]) > _CODES_OF_A_SOURCE:
        return other.start()
    if odd_name or (strange if unread else len(words) > _LONGEST_EVENT):
        label = _VALUE.match(text)
        return label.end() if label else 0
    return len(text)


def order_continues(before: str, line: str) -> bool:
    """Whether `line` ends an instruction that was left open on the line before: `… 2019 OR`."""
    if _OPEN_END.search(before) is None or len(_words(line)) > _LONGEST_EVENT:
        return False
    kind = read_instruction(f"{before} {line}").kind
    return kind not in (Kind.UNREADABLE, Kind.MISSING)


def _strange_words(text: str) -> int:
    """How many words stand in a text that are none of an instruction."""
    return sum(len(word) > 2 and word.upper() not in _VALUE_WORDS for word in _words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]{2,}", _VALUE.sub("", text, count=1))


def may_prolong(line: str) -> bool:
    """Whether a line holds what stands in every instruction, or in every stamp that extends one."""
    return "ecl" in line or "ECL" in line or "lassifica" in line or "LASSIFICA" in line


def note_further(scan: Scan, line: str) -> None:
    """Gather the value behind `Declassify on:` in a line that is not, or not surely, a field.

    So too what a stamp says by which a classification was extended.
    """
    extended = extension_in(line)
    if extended:
        scan.further.append(extended)
    label = DECLASSIFY_ON.search(line)
    if label:
        scan.further.append(line[label.start() :].split(". ")[0])


_DURATION = re.compile(
    r"\b(?:DECL[A-Z]*|DCL|EXEMPT|OADR|MR|[25]?[05]?X\d|X\d)\b|\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b"
    r"|\b(?:19|20)\d{6}\b|\bON \d",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)
def states_duration(text: str) -> bool:
    """Whether words say when something ends: a label, a code, a day."""
    return _DURATION.search(text) is not None


@lru_cache(maxsize=1 << 12)
def value_of(text: str) -> str:
    """What the E.O. line says behind the order's number."""
    return _VALUE.sub("", text, count=1).strip()
