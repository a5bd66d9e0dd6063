"""International bank account numbers (ISO 13616): country, length, and check digits mod 97."""

import re
from collections.abc import Iterator
from functools import lru_cache

from redact.detectors.labels import label, labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN

_GAP = r"(?:[ \n]?-[ \n]?|[ \n])"
_LABEL = label(
    r"\bIBANs?\b",
    "iban",
)
_ALONE = re.compile(rf"{BEGIN}[A-Z]{_GAP}?[A-Z]{_GAP}?\d{_GAP}?\d(?:{_GAP}?[A-Za-z0-9]){{11,30}}")
_LABELLED = re.compile(
    rf"{BEGIN}[A-Z]{{2}}{_GAP}?[0-9OIl]{{2}}(?:{_GAP}?[A-Z0-9]){{11,30}}", re.IGNORECASE
)
_GROUP_END = re.compile(r"[A-Za-z0-9](?![A-Za-z0-9])")


def find(text: str) -> Iterator[Found]:
    """With length and check digits alone; behind a label whatever stands there."""
    for found in _ALONE.finditer(text):
        end = _valid_end(found)
        if end is not None:
            yield Found(found.start(), end, Thing.NUMBER)
    for found in labelled(text, _LABEL, _LABELLED):
        if _valid_end(found) is None:
            yield Found(found.start(), _likely_end(found), Thing.NUMBER, sure=False)


def _valid_end(found: re.Match[str]) -> int | None:
    """Where the number ends that has the length of its country and right check digits."""
    length = _length(_squeezed(found.group())[:2])
    end = _end_of(found, length) if length else None
    return end if end and is_iban(_squeezed(found.string[found.start() : end])) else None


def _likely_end(found: re.Match[str]) -> int:
    """Where a number with wrong check digits ends: by its country's length, or its last digit."""
    length = _length(_squeezed(found.group())[:2])
    end = _end_of(found, length) if length else None
    if end is None:
        groups = re.finditer(r"[A-Za-z0-9]+", found.group())
        end = found.start() + max(one.end() for one in groups if re.search(r"\d", one.group()))
    return end


def _end_of(found: re.Match[str], length: int) -> int | None:
    """Where `length` letters and digits end, if they end with a group."""
    places = [place.end() for place in re.finditer(r"[A-Za-z0-9]", found.group())]
    if len(places) < length:
        return None
    end = found.start() + places[length - 1]
    return end if _GROUP_END.match(found.string, end - 1) else None


def is_iban(number: str) -> bool:
    """Whether a number without blanks has the check digits (ISO 7064, mod 97-10)."""
    from stdnum.iso7064 import mod_97_10

    return mod_97_10.is_valid(number[4:] + number[:4])


def _squeezed(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())


@lru_cache(maxsize=1024)
def _length(country: str) -> int | None:
    """The length of a country's numbers, None where it has none (registry of ISO 13616)."""
    from stdnum import numdb

    structure = numdb.get("iban").info(country)[0][1].get("bban", "")
    return 4 + sum(map(int, re.findall(r"\d+", structure))) if structure else None
