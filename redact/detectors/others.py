"""Numbers that are something else whatever stands in front: messages, dates, quantities, places."""

import re
from typing import Final

from redact.cable.registers.posts import post_of

_ORIGIN = re.compile(r"(?:[A-Z]+[ \n-]){0,2}[A-Z]+[ \n]$")
_MESSAGE: Final = 7
"""A message number has no more digits."""

_NOT_PERSONAL = re.compile(
    r"(?:19|20)\d\d[-./ \n](?:0[1-9]|1[0-2])[-./ \n](?:0[1-9]|[12]\d|3[01])"  # a date
    r"|(?:0?[1-9]|[12]\d|3[01])[-./ \n](?:0?[1-9]|[12]\d|3[01])[-./ \n](?:19|20)\d\d"
    r"|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./]\d\d"
    r"|(?:1[89]|20)\d\d ?[-/ ] ?(?:(?:1[89]|20)\d\d|\d\d)"  # years
    r"|\d{4}\.\d\d(?:\.\d\d){0,3}"  # a tariff line
    r"|(?!\d\d-\d\d-\d\d)\d{1,3}-\d{1,2}-\d{1,3}"  # votes
    r"|\d{1,3}(?: 000)+"  # a quantity
)
_FRONT = re.compile(
    r"(?:\b(?:US|USD|EUR|GBP|JPY|CHF|CAD|RMB|CNY|INR|RUB|Rs|dollars|euros|pages?|paragraph|para"
    r"|section|article|resolution|UNSCR|flight|E\.?O\.?|CFR)[ \n.]{0,2}"
    r"|[$\u20ac\u00a3\u00a5][ \n]?"
    r"|\b(?:rose|fell|grew|increased|decreased|dropped|climbed|amount(?:ed|s)?|totall?ed)"
    r"[ \n](?:to|by|from)[ \n]"
    r"|\b\d{1,2}[C-HJ-NP-X][ \n][A-HJ-NP-Z]{2}[ \n]"
    r"|#\d{3,5}/\d\d[ \n])$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"[ \n-]?(?:%|\b(?:(?:metric[ \n])?tons?|tonnes?|kilograms?|kg|grams?|km|kilomet\w+|miles?"
    r"|met(?:er|re)s?|feet|hectares?|acres?|barrels?|bpd|gallons?|lit(?:er|re)s?|MW|GW|kW"
    r"|[kMG]Hz|percent|per[ \n]cent|dollars?|euros?|pounds?|yen|rupees?|rubles?|francs?|people"
    r"|persons?|refugees?|troops|soldiers|subscribers|users|customers|lines|units|copies|votes"
    r"|voters|visas|passports|cases|applications|million|billion|thousand|shares|rounds|vehicles"
    r"|households|visitors|tourists)\b)",
    re.IGNORECASE,
)


def is_other(text: str, start: int, end: int) -> bool:
    """Whether the number from `start` to `end` is no number of a person or thing."""
    number = text[start:end]
    return (
        _NOT_PERSONAL.fullmatch(number) is not None
        or _FRONT.search(text, max(0, start - 24), start) is not None
        or _BACK.match(text, end) is not None
        or _is_message(text, start, number)
    )


def _is_message(text: str, start: int, number: str) -> bool:
    """Whether a number has the name of a post in front: `STATE 090236`."""
    if len(number) > _MESSAGE or not number.isdigit():
        return False
    origin = _ORIGIN.search(text, max(0, start - 40), start)
    words = re.split(r"[ \n-]", origin.group().strip()) if origin else []
    return any(post_of("".join(words[at:])) for at in range(len(words)))
