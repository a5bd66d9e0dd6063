"""Payment card numbers: prefix and length of a network, and the check digit."""

import re
from collections.abc import Iterator

from redact.detectors.labels import label, labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN, END, digits, run

_LABEL = label(
    r"(?<!identity[ \n])(?<!identification[ \n])(?<!\bid[ \n])(?<!green[ \n])(?<!citizen[ \n])"
    r"\bcards?\b|\bmastercard\b|\bvisa(?=[ \n]?(?:\d|card|ending))|\bamex\b|"
    r"\bamerican[ \n]express\b|\bdiners\b|\bJCB\b|\bunionpay\b|\bmaestro\b",
    "card",
    "visa",
    "amex",
    "american e",
    "american\ne",
    "diners",
    "jcb",
    "unionpay",
    "maestro",
)
_LABELLED = re.compile(rf"{BEGIN}{run(13, 19)}{END}")
_ALONE = re.compile(rf"{BEGIN}(?=[2-8])\d(?:(?:[ \n]?-[ \n]?|[ \n])?\d){{11,18}}")
_ENDS = re.compile(rf"(?<=\d){END}")
_NETWORKS = re.compile(
    r"(?:4\d{12}(?:\d{3}){0,2}"  # Visa
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|3(?:0[0-59]|[689]\d)\d{11,16}"  # Diners Club
    r"|(?:6011|64[4-9]\d|65\d\d)\d{12,15}"  # Discover
    r"|35(?:2[89]|[3-8]\d)\d{12,15}"  # JCB
    r"|(?:62|81)\d{14,17}"  # UnionPay
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15}"  # Maestro
    r"|220[0-4]\d{12,15})"  # Mir
)


def find(text: str) -> Iterator[Found]:
    """With prefix, length and check digit alone; behind a label without them too."""
    for found in labelled(text, _LABEL, _LABELLED):
        yield Found(*found.span(), Thing.NUMBER, is_card(digits(found.group())))
    for found in _ALONE.finditer(text):
        end = _card_end(found)
        if end is not None:
            yield Found(found.start(), end, Thing.NUMBER)


def _card_end(found: re.Match[str]) -> int | None:
    """Where the longest card number ends that begins here and ends with a group of digits."""
    text, start = found.string, found.start()
    ends = [at for at in range(start + 12, found.end() + 1) if _ENDS.match(text, at)]
    return next((at for at in reversed(ends) if is_card(digits(text[start:at]))), None)


def is_card(number: str) -> bool:
    """Whether digits have the prefix and length of a network and the check digit (ISO/IEC 7812)."""
    from stdnum import luhn

    return bool(_NETWORKS.fullmatch(number) and luhn.is_valid(number))
