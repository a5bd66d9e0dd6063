"""The references: which lines belong to them, and the items in order."""

import re
from collections.abc import Iterator
from functools import lru_cache

from redact.cable.header.reference_items import (
    KEYWORD,
    LABEL,
    NOTE,
    PLAIN_LINE,
    SERIAL,
    ends_post,
    has_label,
    identifier,
    is_item,
    is_telegram,
    read_item,
    unlabelled,
)
from redact.cable.model import Reference
from redact.cable.registers.posts import post_of

__all__ = [
    "KEYWORD",
    "begins_item",
    "begins_telegram",
    "finishes_item",
    "has_label",
    "read_references",
]

_SEPARATOR = re.compile(
    r"\s*(?:;|,(?= ?(?:\d|[A-Z]|\())| {2,}|\n| AND (?=\d|[A-Z]{3,}[A-Z ]* \d)|&)\s*"
)
_BEFORE_LABEL = re.compile(rf"(?:^|(?<=[\n;,])\s*|(?<=[\d),;.A-Z]) +|  +)(?=(?:- *)?{LABEL} ?\S)")
_DATED = re.compile(
    r", PARAS? \d{1,2}\b|\bA-\d{1,5}, (?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})"
)
_HELD = "\x00"
_END_OF_ITEM = re.compile(rf"(?:AND )?{SERIAL}{NOTE}|\(?NOTAL\)?|AND PREVIOUS|\(?\d{{2,4}}\)?")
_BROKEN_TELEGRAM = re.compile(rf"(?<=[A-Za-z.'-])\s*\n\s*(?=#?{SERIAL}\b)")
_TRIM = " .,;:&\n"


@lru_cache(maxsize=1 << 12)
def begins_item(text: str) -> bool:
    """Whether a line stands among the references: all on it is recognised as items.

    The last may be a post alone, its serial on the next line.
    """
    plain = PLAIN_LINE.fullmatch(text)
    if plain and post_of(plain["post"]):
        return True
    announced = has_label(text) or KEYWORD.match(text) is not None
    pieces = _items(_without_keyword(text))
    if not pieces or not all(is_item(piece, announced=announced) for piece in pieces[:-1]):
        return False
    return is_item(pieces[-1], announced=announced) or post_of(pieces[-1]) is not None


def begins_telegram(text: str) -> bool:
    """Whether a line behind a blank one begins with a post and a serial."""
    pieces = _items(text)
    return begins_item(text) and bool(pieces) and is_telegram(pieces[0])


def finishes_item(text: str, before: str) -> bool:
    """Whether a line only ends the item on the line before: a serial behind its post, a note."""
    line = " ".join(text.split()).rstrip(".;,")
    return _END_OF_ITEM.fullmatch(line) is not None or ends_post(line, before)


def read_references(
    lines: list[str], own_post: str | None, year: int | None
) -> tuple[Reference, ...]:
    """The items in order; `year` and `own_post` are the telegram's, for what is left out."""
    plain = [PLAIN_LINE.fullmatch(line) for line in lines]
    if all(line and post_of(line["post"]) for line in plain) and not _has_keyword(lines[1:]):
        return tuple(_plain_references([line for line in plain if line], year))
    found: list[Reference] = []
    post = own_post
    for part in _BEFORE_LABEL.split(_without_keyword("\n".join(lines))):
        label, body = unlabelled(part.strip(" \n,;"))
        for item in _items(_BROKEN_TELEGRAM.sub(" ", body)):
            reference, post = read_item(item, label, post, year, own=own_post)
            found.extend([reference] if reference else [])
    return tuple(found)


def _has_keyword(lines: list[str]) -> bool:
    return any(line.startswith("REF") for line in lines)


def _plain_references(lines: list[re.Match[str]], year: int | None) -> Iterator[Reference]:
    """One telegram a line; a line without a letter goes on with the letter above it."""
    label = None
    for line in lines:
        letter, telegram, before, post, serial = line.groups()
        label = letter or label
        yield Reference(label, telegram, identifier(post_of(post), before, serial, year))


def _without_keyword(text: str) -> str:
    text = re.sub(r" {3,}", "  ", text.replace("\t", "  "))
    keyword = KEYWORD.match(text)
    return text[keyword.end() :] if keyword else text


def _items(text: str) -> list[str]:
    """The items on a line, without their labels."""
    bodies = (unlabelled(part.strip())[1] for part in _BEFORE_LABEL.split(text))
    cut = (piece.strip(_TRIM) for body in bodies for piece in _split(body))
    return [piece for piece in cut if len(piece) > 1]


def _split(body: str) -> list[str]:
    """The pieces between separators; the date of an airgram and a paragraph are no items."""
    dated = _DATED.sub(lambda found: found.group().replace(",", _HELD), body)
    return [piece.replace(_HELD, ",") for piece in _SEPARATOR.split(dated)]
