"""Machine-readable lines of passports, visas and cards (ICAO 9303): letters, digits and `<`."""

import re
from collections.abc import Iterator

from redact.detectors.model import Thing
from redact.detectors.register import Found

_FILLED = r"[A-Z0-9]*+<[A-Z0-9<]*+"
_ZONE = re.compile(
    rf"(?<![A-Z0-9<])(?:[A-Z0-9]{{1,44}}[ \n])?{_FILLED}"
    rf"(?>(?:[ \n](?:{_FILLED}|[A-Z0-9]{{26,44}}))*)"
    r"(?:[ \n]\d{1,2}(?![\w.,]))?"
)
_NAMES = re.compile(r"[PVIAC][A-Z<][A-Z]{3}[A-Z<]+<<")
_SECOND = re.compile(r"[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}")
_FULL = re.compile(
    r"(?<![A-Z0-9<])[A-Z0-9]{9}\d[A-Z]{3}\d{7}[MFX]\d{7}[A-Z0-9]{14,16}(?![A-Z0-9<])"
)
_LEAST = 26
"""Shorter lines than this are in no document."""

_WEIGHTS = (7, 3, 1)
_VALUES = {letter: value for value, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}


def find(text: str) -> Iterator[Found]:
    """Lines with fillers, taken together; a line that is filled whole where its digits fit."""
    if "<" in text:
        for found in _ZONE.finditer(text):
            zone = re.sub(r"\s", "", found.group())
            if len(zone) >= _LEAST and ("<<" in zone or _SECOND.search(zone)):
                yield Found(*found.span(), Thing.TEXT, _checks(zone))
    for found in _FULL.finditer(text):
        if _checks(found.group()):
            yield Found(*found.span(), Thing.TEXT)


def _checks(zone: str) -> bool:
    """Whether the line with the number in it, if there is one, has its three check digits."""
    second = _SECOND.search(zone)
    if second is None:
        return _NAMES.search(zone) is not None
    line = second.group()
    fields = ((line[:9], line[9]), (line[13:19], line[19]), (line[21:27], line[27]))
    return all(check_digit(field) == digit for field, digit in fields)


def check_digit(field: str) -> str:
    """The check digit of a field: weights 7, 3, 1, mod 10 (ICAO 9303-3, 4.9)."""
    values = (_VALUES.get(letter, 0) for letter in field)
    return str(sum(value * _WEIGHTS[at % 3] for at, value in enumerate(values)) % 10)
