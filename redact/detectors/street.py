"""Street addresses: a number and a street, in either order, or what stands behind a label."""

import re
from collections.abc import Iterator

from redact.detectors.model import Thing
from redact.detectors.register import Found

_WORD = r"[^\W\d_a-z][\w'.-]{0,30}"
_KIND = (
    r"(?:Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Place|Pl|Court|Ct|"
    r"Square|Sq|Terrace|Highway|Hwy|Parkway|Pkwy|Circle|Crescent|Close|Gardens|Alley|Row)"
)
_ANY_CASE_KIND = "|".join((_KIND, _KIND.upper()))
_MORE = (
    r"(?:,?[ \n](?i:apt|apartment|suite|ste|unit|flat|floor|room|rm"
    r"|no)\b\.?[ \n]?#?[ ]?[\w-]{1,6})?"
    rf"(?:,[ \n]{_WORD}(?:[ \n]{_WORD}){{0,2}})?(?:,?[ \n][A-Z]{{2}}(?=[ \n]\d{{5}}))?"
    r"(?:,?[ \n]\d{5}(?:-\d{4})?(?!\w))?"
)
_MONTH = (
    r"(?i:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_ENGLISH = re.compile(
    rf"(?P<number>\d(?<![\w.,/:-]\d)\d{{0,4}}(?:-\d{{1,4}})?[A-Za-z]?),?[ \n]"
    rf"(?!{_MONTH}\b)(?:(?:{_WORD}|\d{{1,3}}(?i:st|nd|rd"
    rf"|th))[ \n]){{1,4}}?(?:{_ANY_CASE_KIND})\b\.?{_MORE}"
)
_PREFIX = (
    r"(?:[Rr]ue|RUE|[Aa]venue|AVENUE|[Bb]oulevard|[Cc]alle|CALLE|[Aa]venida|AVENIDA|Avda?\."
    r"|[Cc]arrera|"
    r"[Cc]ra\.|[Vv]ia|VIA|[Vv]iale|[Pp]iazza|[Rr]ua|RUA|[Pp]laza|PLAZA|[Ii]mpasse|[Uu]litsa"
    r"|[Uu]l\.|ULITSA|"
    r"[Jj]alan|JALAN|[Jj]l\.|[Ss]haria|[Kk]hiaban|[Pp]rospekt|[Pp]aseo|[Pp]lace|PLACE|[Qq]uai"
    r"|[Cc]hemin)"
)
_SMALL = r"(?:de|del|della|di|da|do|dos|du|des|la|le|las|los|el|al|d'|l')"
_NAME = rf"(?:{_SMALL}[ \n]?){{0,2}}{_WORD}(?:[ \n](?:{_SMALL}[ \n]){{0,2}}{_WORD}){{0,3}}"
_PREFIXED = re.compile(
    rf"(?<!\w){_PREFIX}[ \n]{_NAME},?[ \n](?:(?i:no|nr|n[\u00b0\u00ba])\.?[ \n]?)?#?\d{{1,5}}"
    r"[A-Za-z]?(?:[ ]?-[ ]?\d{1,4})?\b"
    rf"|(?<![\w.,/:-])\d{{1,4}}(?:[ \n]?bis)?,?[ \n]{_PREFIX}[ \n]{_NAME}"
)
_PREFIX_WORDS = (
    "rue ", "rue\n", "avenue", "boulevard", "calle", "avenida", "avd", "carrera", "cra.", "via",
    "piazza",
    "impasse", "ulitsa", "ul.", "jalan", "jl.", "sharia", "khiaban", "prospekt", "paseo",
    "rua", "plaza", "place", "quai", "chemin",
)  # fmt: skip
_SUFFIXED = re.compile(
    r"(?<!\w)[^\W\d_a-z][\w-]{2,30}(?:stra(?:ss|\u00df)e|str\.|gasse|platz|weg|allee|straat|laan"
    r"|gracht|plein|gatan|v\u00e4gen|veien|gade|vej|utca)[ \n]\d{1,4}[a-z]?\b"
)
_SUFFIXES = (
    "strasse", "stra\u00dfe", "str.", "gasse", "platz", "weg", "allee", "straat", "laan", "gracht",
    "plein", "gatan", "v\u00e4gen", "veien", "gade", "vej", "utca",
)  # fmt: skip
_HOUSE = re.compile(
    r"(?<!\w)(?:House|Flat|Plot|Villa|Apartment|HOUSE|FLAT|PLOT|VILLA)[ \n](?:#"
    r"|[Nn]o\.?[ \n])?\d{1,4}"
    r"[A-Za-z]?(?:,?[ \n](?:(?i:street|lane|road|block|sector|phase|floor)\b[ \n]#?[\w/-]{1,8}"
    rf"|{_WORD}[ \n](?:{_ANY_CASE_KIND})\b)){{1,4}}(?:,[ \n]{_WORD})?"
)
_BOX = re.compile(
    r"(?<!\w)(?:P\.?[ ]?O\.?[ \n]Box|P\.O\.B\.|Apartado|Casilla|Postfach|B\.P\.)[ \n]\d{1,6}\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:resid(?:es?|ed|ing)|liv(?:es?|ed|ing))[ \n]at[ \n]|\b(?:home|street|mailing|residential"
    r"|permanent|private)"
    r"[ \n]address(?:[ \n]is)?[ \n]?[:,]?[ \n]|\baddress(?:[ \n]is)?[ \n]?:[ \n]?"
    r"|\baddress[ \n]is[ \n]",
    re.IGNORECASE,
)
_ANNOUNCING = ("address", "resid", "live", "living")
_LABELLED = re.compile(
    r"(?:[^.;\n()]|\n(?!\n)|\.(?=\w)|(?<=\b\w\w)\.|(?<=\b\w)\.|(?<=\b[A-Z]\w\w)\.){3,100}"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DATED = re.compile(
    r"(?:\b(?:in|of|since|by|until|from|to|late|early|mid|fall|spring|summer|winter|[A-Z]\w{2,8})"
    r"|,|\d)[ \n]$",
    re.IGNORECASE,
)


_HOUSES = ("house", "flat", "plot", "villa", "apartment")
_BOXES = ("box", "p.o.b", "apartado", "casilla", "postfach", "b.p.")
_BY_WORD = ((_PREFIXED, _PREFIX_WORDS), (_SUFFIXED, _SUFFIXES), (_BOX, _BOXES), (_HOUSE, _HOUSES))
"""Each pattern with the words of which one stands in what it matches, in small letters."""


def find(text: str) -> Iterator[Found]:
    """A street with its number and what follows of the address; all that a label announces."""
    for found in _ENGLISH.finditer(text):
        if not (
            _YEAR.fullmatch(found["number"])
            and _DATED.search(text, max(0, found.start() - 12), found.start())
        ):
            yield _address(found.start(), found.group())
    lowered = text.lower()
    for pattern, words in _BY_WORD:
        if any(word in lowered for word in words):
            for found in pattern.finditer(text):
                yield _address(found.start(), found.group())
    if not any(word in lowered for word in _ANNOUNCING):
        return
    for label in _LABEL.finditer(text):
        said = _LABELLED.match(text, label.end())
        if said:
            yield _address(label.end(), _without_sentence(said.group()))


_SENTENCE = re.compile(
    r",?[ \n](?:since|was|were|is|has|had|where|which|who|when|until|while|but|because|after"
    r"|before)[ \n]"
)


def _without_sentence(said: str) -> str:
    """What a label announces; where a street with its number begins it, without the sentence that
    goes on behind."""
    street = _ENGLISH.match(said)
    goes_on = _SENTENCE.search(said, street.end()) if street else None
    return said[: goes_on.start()] if goes_on else said


def _address(start: int, said: str) -> Found:
    """What stands there without the stop of the sentence."""
    return Found(start, start + len(said.rstrip(" \n,.")), Thing.ADDRESS)
