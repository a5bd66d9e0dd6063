"""PDF taken apart: pages, every object whether or not it is referred to, every stream, the rest.

A file is read twice: as a viewer reads it, by its table of objects, and as an adversary does,
object by object from its bytes. What the second finds is in the file, whatever the first says:
text under boxes, outside the page, on hidden layers, in annotations, attachments, metadata,
alternative texts, bookmarks, scripts, in objects left over and in earlier revisions.
"""

import logging
import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Literal, TypeAlias

from redact.errors import ReleaseError
from redact.verification.arranged import arranged
from redact.verification.extract import Channel, Extract, Piece, lines_as_pieces
from redact.verification.model import Problem

if TYPE_CHECKING:
    from pypdf import PdfReader

_Mode: TypeAlias = Literal["plain", "layout"]

_END = re.compile(rb"%%EOF[ \t]*\r?\n?")
_LINEAR = re.compile(rb"/Linearized\s+\d")


def extract_pdf(data: bytes) -> Extract:
    """Everything of a PDF that a viewer shows or a tool gets at; what cannot be read is a problem.

    Raises ReleaseError where what reads PDF is not installed. Else total.
    """
    _require_reader()
    from redact.verification.pdf_objects import objects_in
    from redact.verification.pdf_parts import Parts, take_apart

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = _opened(data)
        if reader is not None and reader.is_encrypted:
            return _encrypted(reader)
        pages = _pages(reader)
        found = objects_in(data, reader)
        parts = Parts(reader)
        for item in found.objects:
            take_apart(parts, item)
        parts.finish()
        problems = [*parts.problems, *found.problems]
        if reader is None or not pages:
            problems.append(_not_judged("no page of it can be read", "the file"))
        if not _END.search(data):
            problems.append(_not_judged("the file has no end; it is damaged", "the file"))
        revisions = _revisions(data)
        problems += [problem for problem, _ in revisions]
        laid_out = _pages(reader, "layout")
        channels = (
            Channel("pages", pages),
            Channel("earlier revisions", tuple(p for _, pieces in revisions for p in pieces)),
            *parts.channels(),
            Channel("pages as laid out", laid_out, again=True, compared=False),
            *arranged("pages as laid out", laid_out),
            Channel("structure", _structure(reader), again=True, compared=False),
            Channel("source", found.rest, again=True, compared=False),
        )
    return Extract("pdf", channels, tuple(problems))


def pages_text(data: bytes) -> list[str]:
    """The text of each page, in order. Raises ReleaseError where the pages cannot be read."""
    _require_reader()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = _opened(data)
        if reader is None or reader.is_encrypted:
            message = "the PDF that was made cannot be read again"
            raise ReleaseError("release/self-check-failed", message, remedy="report it")
        return [page.extract_text() for page in reader.pages]


def _require_reader() -> None:
    """Make sure that pypdf is there, and that it says nothing: its warnings may quote the file."""
    try:
        import pypdf  # noqa: F401
    except ImportError:
        raise ReleaseError(
            "release/pdf-not-installed",
            "a PDF cannot be checked without pypdf",
            remedy="pip install 'redact-cables[pdf]'",
            place="the release",
        ) from None
    log = logging.getLogger("pypdf")
    log.addHandler(logging.NullHandler())
    log.propagate = False


def _opened(data: bytes) -> "PdfReader | None":
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(data))
        reader.is_encrypted or len(reader.pages)
    except Exception:  # noqa: BLE001 - a damaged file is a problem of the release, not of ours
        return None
    return reader


def _pages(reader: "PdfReader | None", mode: _Mode = "plain") -> tuple[Piece, ...]:
    return tuple(piece for number in _numbers(reader) for piece in _page(reader, number, mode))


def _numbers(reader: "PdfReader | None") -> range:
    try:
        return range(len(reader.pages) if reader else 0)
    except Exception:  # noqa: BLE001 - as above
        return range(0)


def _page(reader: "PdfReader | None", number: int, mode: _Mode) -> Iterator[Piece]:
    if reader is None:
        return
    try:
        text = reader.pages[number].extract_text(extraction_mode=mode)
    except Exception:  # noqa: BLE001 - its streams are read on their own, and say what is wrong
        return
    yield from lines_as_pieces(text, f"page {number + 1}")


def _structure(reader: "PdfReader | None") -> tuple[Piece, ...]:
    """What the tags of the file say in the place of text, in the order of their tree."""
    from redact.verification.pdf_structure import spoken_by_structure

    try:
        return tuple(spoken_by_structure(reader.root_object) if reader else ())
    except Exception:  # noqa: BLE001 - the strings of a damaged tree are read all the same
        return ()


def _encrypted(reader: "PdfReader") -> Extract:
    """What anybody can read without a password; the rest is not judged."""
    problem = _not_judged("the file is encrypted; check it without encryption", "the file")
    try:
        pages = _pages(reader) if reader.decrypt("") else ()
    except Exception:  # noqa: BLE001 - an encryption that is not known
        pages = ()
    return Extract("pdf", (Channel("pages", pages),), (problem,))


def _revisions(data: bytes) -> list[tuple[Problem, tuple[Piece, ...]]]:
    """The file as it was at each end but the last (a linearized file has one end too many)."""
    ends = [found.end() for found in _END.finditer(data)]
    if len(ends) == 2 and _LINEAR.search(data[:1024]):
        return []
    return [_revision(data[:end], number) for number, end in enumerate(ends[:-1], 1)]


def _revision(data: bytes, number: int) -> tuple[Problem, tuple[Piece, ...]]:
    place = f"revision {number}"
    message = "an earlier revision of the file stands in it; write the file anew"
    pieces = _pages(_opened(data))
    placed = tuple(Piece(piece.text, f"{place}, {piece.place}", piece.column) for piece in pieces)
    return Problem("release/hidden-content", message, place), placed


def _not_judged(message: str, place: str) -> Problem:
    return Problem("release/cannot-be-judged", message, place)
