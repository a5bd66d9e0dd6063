"""Dates and places of birth: only behind the words that say so."""

import re
from collections.abc import Iterator

from redact.detectors.dates import DATE, is_day
from redact.detectors.labels import label, labelled
from redact.detectors.model import Thing
from redact.detectors.places import PLACE
from redact.detectors.register import Found

_REACH = 60
"""`born in the village of …, on 14 March 1961` stands further apart than a number and its label."""

_BIRTH = r"(?:dates?[ \n](?:and[ \n]places?[ \n])?|years?[ \n])of[ \n]birth|birth[ \n-]?da(?:te|y)"
_DATE_LABEL = label(
    rf"\b(?:D/?P?/?OB|D\.O\.B\.?|YOB|born|{_BIRTH}|n[e\u00e9]e?[ \n]le|nacid[oa]|geboren)\b"
    r"|\(b\.(?=[ \n]?\d)",
)
_PLACE_LABEL = re.compile(
    r"\b(?:born|nacid[oa]|n[e\u00e9]e?)[ \n](?:in|at|near|en|\u00e0)[ \n]"
    r"(?:the[ \n](?:village|town|city|province)[ \n]of[ \n])?"
    r"|\b(?:POB|P\.O\.B\.?|birth[ \n-]?place|place[ \n]of[ \n]birth)[ \n]?(?:was[ \n]|is[ \n]"
    r"|[:;,-])?[ \n]?"
    r"|\bnative[ \n]of[ \n]",
    re.IGNORECASE,
)
_WORDS = (
    "born", "birth", "dob", "d/ob", "d/p", "dpob", "d.o.b", "yob", "pob", "p.o.b", "nacid",
    "geboren",
    "n\u00e9 ", "n\u00e9\n", "n\u00e9e", "ne le", "ne\nle", "nee ", "nee\n", "native", "(b.",
)  # fmt: skip
"""One of them stands in every label, in small letters."""

_THEN_PLACE = re.compile(r"[ \n]?[,;/-]?[ \n]?(?:in|at|near)[ \n]", re.IGNORECASE)
_THEN_PLACE_TOO = re.compile(r"[ \n]?[,;/-][ \n]?")
_OF_BOTH = re.compile(
    r"(?:\bD/?P/?OB|POB|place[ \n]of[ \n]birth)[ \n]?[:;,-]?[ \n]?$", re.IGNORECASE
)


def find(text: str) -> Iterator[Found]:
    """A date behind its label, unsure where the calendar lacks the day, and the place with it."""
    lowered = text.lower()
    if not any(word in lowered for word in _WORDS):
        return
    for found in labelled(text, _DATE_LABEL, DATE, _REACH, accept=bool):
        yield Found(*found.span(), Thing.DATE, is_day(found))
        place = _place_behind(text, found)
        if place:
            yield Found(*place.span(), Thing.PLACE)
    for said in _PLACE_LABEL.finditer(text):
        place = PLACE.match(text, said.end())
        if place:
            yield Found(*place.span(), Thing.PLACE)


def _place_behind(text: str, found: re.Match[str]) -> re.Match[str] | None:
    """The place that follows a date: with `in`, or after a label that speaks of both."""
    then = _THEN_PLACE.match(text, found.end())
    if then is None and _OF_BOTH.search(text, max(0, found.start() - 24), found.start()):
        then = _THEN_PLACE_TOO.match(text, found.end())
    return PLACE.match(text, then.end()) if then else None
