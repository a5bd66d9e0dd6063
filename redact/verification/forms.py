"""Which form a release has, told by its bytes, and what is taken out of it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from redact.errors import ReleaseError
from redact.verification.arranged import arranged, by_key
from redact.verification.extract import (
    OTHER_FORMS,
    Channel,
    Extract,
    Piece,
    lines_as_pieces,
    rearranged,
)
from redact.verification.readings import as_text

_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_CALLED = re.compile("[ ,]+")
_TOP = 4096
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_MOST_NO_TEXT = 0.1
"""The share of characters that are no text, from which on nothing can be said to be read."""


def extract(data: bytes) -> Extract:
    """Everything of a release that can be read.

    Raises ReleaseError where the bytes are neither text nor PDF, and where a PDF cannot be read
    because what reads it is not installed.
    """
    if b"%PDF-" in data[:1024]:
        from redact.verification.pdf import extract_pdf

        return extract_pdf(data)
    text = as_text(data.removeprefix(b"\xef\xbb\xbf"))
    odd = len(_NO_TEXT.findall(text))
    if data.startswith(OTHER_FORMS) or odd > _MOST_NO_TEXT * len(text):
        raise ReleaseError(
            "release/unknown-form",
            "the release is neither text nor PDF",
            remedy="give it as text, Markdown, HTML, PDF or JSON, not packed",
            place="the release",
        )
    return extract_text(text)


def extract_text(text: str) -> Extract:
    """What can be read of a release that is text: JSON, HTML, or any other."""
    if text.lstrip().startswith("{") and (document := _document(text)) is not None:
        strings = tuple(_strings(document, "document"))
        return Extract("json", _channels_of(strings, text))
    if _HTML.search(text[:_TOP]):
        from redact.verification.html import extract_html

        return extract_html(text)
    lines = lines_as_pieces(text)
    return Extract("text", (Channel("text", lines), *arranged("text", lines)))


def _channels_of(strings: tuple[tuple[str, str], ...], text: str) -> tuple[Channel, ...]:
    """A document as it goes on, by what its values are called, and as it is written."""
    pieces = tuple(Piece(value, place) for place, value in strings)
    by_name = by_key((piece, _called(piece.place)) for piece in pieces)
    return (
        Channel("document", pieces),
        rearranged("document by keys", by_name),
        Channel("source", lines_as_pieces(text), again=True, compared=False),
    )


def _called(place: str) -> tuple[str, int]:
    """By what a value is called in its row or record, and how deep it lies."""
    return _CALLED.split(place)[-1], place.count(",")


def _document(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _strings(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Every text and number of a document, keys too, each with its place."""
    match value:
        case dict():
            for number, (key, member) in enumerate(value.items(), 1):
                named = key if len(key) <= 12 and key.isidentifier() else f"key {number}"
                yield f"{place}, its keys", key
                yield from _strings(member, f"{place}, {named}")
        case list():
            for number, member in enumerate(value):
                yield from _strings(member, f"{place} {number}")
        case None | bool():
            return
        case _:
            yield place, str(value)
