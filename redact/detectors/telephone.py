"""Telephone numbers: international and North American as such, national forms behind a label."""

import re
from collections.abc import Iterator

from redact.detectors.labels import label, labelled
from redact.detectors.model import Thing
from redact.detectors.others import is_other
from redact.detectors.register import Found
from redact.detectors.shapes import END, MISREAD

_GAP = r"(?:[ \n]?[-.\u00b7/][ \n]?|[ \n]?[()][ \n]?|[ \n])"
_EXTENSION = r"(?:[ \n,]{0,2}(?:ext(?:ension)?\.?|x|extn\.?)[ \n:]?\d{1,6})?"
_BEGIN = r"(?<![\w+])(?<!\d[.,:-])(?<!\w/)(?<![A-Za-z0-9]-)"
_INTERNATIONAL = re.compile(rf"{_BEGIN}\+[ \n]?\(?\d(?:{_GAP}{{0,2}}\d){{6,14}}{_EXTENSION}{END}")
_DIALLED = re.compile(rf"{_BEGIN}(?:00|011)(?:{_GAP}{{0,2}}\d){{7,15}}{_EXTENSION}{END}")
_AMERICAN = re.compile(
    rf"{_BEGIN}(?:1[-. \n])?(?:\([2-9]\d\d\)[ \n]?-?[ \n]?|[2-9]\d\d[ \n]?[-.][ \n]?)"
    rf"[2-9]\d\d(?:[ \n]?[-.][ \n]?|[ \n])\d{{4}}{_EXTENSION}{END}"
)
_NATIONAL = re.compile(
    rf"{_BEGIN}\+?\(?(?=[OoIl|]{{0,2}}\d){MISREAD}(?:{_GAP}{{0,2}}(?=[OoIl|]{{0,2}}\d){MISREAD}"
    rf"|{MISREAD}){{4,14}}{_EXTENSION}{END}"
)
_LABEL = label(
    r"\btel(?:s|ephones?|ephoned|\.)?\b|\b(?:tele)?phone[sd]?\b|\bcell(?:ular|phone)?\b"
    r"|\bmobiles?\b|"
    r"\b(?:tele)?fax(?:es)?\b|\btelefax\b|\bpager\b|\bwhatsapp\b|\bhot[ \n-]?line\b"
    r"|\bswitchboard\b|"
    r"\bSTU-?[ ]?III\b|\bIVG\b|\bcall(?:ed)?[ \n](?:(?=[\d+(])|him|her|them|me|us|on|at)\b"
    r"|\breach(?:ed"
    r"|able)?\b"
    r"[^.\n]{0,20}\b(?:at|on)\b|\bhandy\b|\bt[e\u00e9]l[e\u00e9]phone\b|\btel[e\u00e9]fono\b"
    r"|\bcelular\b|"
    r"\btelefone?\b|\bext(?:ension)?\.|\b(?:home|office|work|res)[ ]?:"
    r"|\bsat(?:ellite)?[ \n-]?phone\b|"
    r"(?<=[(])(?:home|office|work|cell|mobile)(?=[)])",
    "phone",
    "tel.",
    "tel:",
    "tel ",
    "tel\n",
    "tel,",
    "tels",
    "tel)",
    "t\u00e9l",
    "telef",
    "fax",
    "cell",
    "mobile",
    "pager",
    "whatsapp",
    "celular",
    "switchboard",
    "hot",
    "STU",
    "stu",
    "IVG",
    "ivg",
    "call",
    "reach",
    "handy",
    "home",
    "office",
    "work",
    "res:",
    "res :",
    "ext",
)


def find(text: str) -> Iterator[Found]:
    """Sure behind a label, and where the plan of a country has numbers of this length."""
    if "+" in text:
        for found in _INTERNATIONAL.finditer(text):
            if not is_other(text, *found.span()):
                yield Found(*found.span(), Thing.NUMBER, _is_possible(found.group(), None))
    for found in _AMERICAN.finditer(text):
        yield Found(*found.span(), Thing.NUMBER, _is_possible(found.group(), "US"))
    for number in (_DIALLED, _NATIONAL):
        for found in labelled(text, _LABEL, number):
            yield Found(*found.span(), Thing.NUMBER)


def _is_possible(number: str, region: str | None) -> bool:
    """Whether the plan of its country has numbers of this length (ITU-T E.164; libphonenumber)."""
    import phonenumbers

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False
