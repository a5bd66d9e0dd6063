"""Addresses of electronic mail, also broken at a line end or written with `(at)`."""

import re
from collections.abc import Iterator

from redact.detectors.model import Thing
from redact.detectors.register import Found

_LOCAL = r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.\n?[\w!#$%&'*+/=?^`{|}~-]+)*"
_LABEL = r"[A-Za-z0-9\u00a1-\uffff](?:[A-Za-z0-9\u00a1-\uffff_-]{0,62})"
_DOMAIN = rf"(?:{_LABEL}\n?\.\n?){{1,8}}[A-Za-z\u00a1-\uffff][A-Za-z0-9-]{{1,23}}"
_AT = re.compile(rf"\n?@\n?(?:{_DOMAIN}|\[[\d.:A-Fa-f]{{3,40}}\]|(?=[A-Za-z]){_LABEL})")
_LOCAL_BEFORE = re.compile(rf"{_LOCAL}$")
_WRITTEN = re.compile(
    r"(?<![\w.])[\w.+-]{1,64}(?:[ \n]?[(\[{][ ]?at[ ]?[)\]}][ \n]?|[ \n]at[ \n](?=[\w-]{1,63}[ \n]?"
    r"[(\[]?dot\b))(?:[\w-]{1,63}(?:[ \n]?[(\[{]?[ ]?\bdot\b[ ]?[)\]}]?[ \n]?"
    r"|\.)){1,6}[A-Za-z]{2,24}",
    re.IGNORECASE,
)
_MAY_BE_WRITTEN = re.compile(r"[(\[{ ]at[)\]} ].{0,70}[\w ()\[\]][.d]", re.IGNORECASE)
_LONGEST = 64
"""A local part has no more characters (RFC 5321, 4.5.3.1.1); what is longer is cut."""


def find(text: str) -> Iterator[Found]:
    """What stands around an `@`, and the same in words."""
    if "@" in text:
        for at in _AT.finditer(text):
            front = _LOCAL_BEFORE.search(text, max(0, at.start() - _LONGEST), at.start())
            if front:
                yield Found(front.start(), at.end(), Thing.ADDRESS)
    if _MAY_BE_WRITTEN.search(text):
        for found in _WRITTEN.finditer(text):
            yield Found(*found.span(), Thing.ADDRESS)
