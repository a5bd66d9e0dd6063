"""The objects of a PDF sorted by what they carry: strings, streams, text that is drawn, files."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from redact.verification.arranged import by_key
from redact.verification.extract import OTHER_FORMS, Channel, Piece, rearranged
from redact.verification.model import Problem
from redact.verification.pdf_drawing import Stroke, by_columns, drawing_of
from redact.verification.pdf_fonts import Maps, map_of, said
from redact.verification.pdf_judged import is_image, judged, named
from redact.verification.pdf_objects import Item
from redact.verification.readings import as_text

if TYPE_CHECKING:
    from pypdf import PdfReader

_MANY_ACROSS = 30
_MANY_UP = 150
"""So many short strokes, at places of their own across the page or up it, may be letters; those of
the lines of a table stand below each other and count once."""
_DEEPEST = 60
_FONT_FILES = ("/Length1", "/Length2", "/Length3")
_FONT_KINDS = ("/Type1C", "/CIDFontType0C", "/OpenType")


class Parts:
    """What has been collected so far; the pieces of each kind in the order of the file."""

    def __init__(self, reader: "PdfReader | None") -> None:
        self.reader = reader
        self.strings: list[Piece] = []
        self.streams: list[Piece] = []
        self.bytes: list[Piece] = []
        self.files: list[Channel] = []
        self.drawings: list[tuple[str, bytes]] = []
        self.drawn: list[Piece] = []
        self.rearranged: list[Piece] = []
        self.by_name: list[tuple[Piece, str]] = []
        self.across: set[tuple[float, float]] = set()
        self.up: set[tuple[float, float]] = set()
        self.maps: Maps = {}
        self.problems: list[Problem] = []

    def channels(self) -> tuple[Channel, ...]:
        """Everything collected, one channel a kind."""
        return (
            Channel("strings", tuple(self.strings)),
            Channel("drawn text", tuple(self.drawn), again=True),
            rearranged("drawn text by columns", self.rearranged),
            rearranged("strings by name", by_key(self.by_name)),
            Channel("streams", tuple(self.streams), again=True),
            Channel("bytes", tuple(self.bytes), noisy=True),
            *self.files,
        )

    def problem(self, code: str, message: str, place: str) -> None:
        """Note a problem once."""
        found = Problem(f"release/{code}", message, place)
        if found not in self.problems:
            self.problems.append(found)

    def count_strokes(self, strokes: Iterable[Stroke], place: str) -> None:
        """Note once where there are so many that they may be letters."""
        before = self._many_strokes()
        for stroke in strokes:
            self.across.add(stroke.across)
            self.up.add(stroke.up)
        if self._many_strokes() and not before:
            message = "lines or curves, which may be drawn as letters"
            self.problem("cannot-be-judged", message, place)

    def _many_strokes(self) -> bool:
        return len(self.across) > _MANY_ACROSS or len(self.up) > _MANY_UP

    def finish(self) -> None:
        """Read what is drawn, now that all fonts are known."""
        for place, data in self.drawings:
            self.drawn.extend(_drawn(self, place, data))


def take_apart(parts: Parts, item: Item) -> None:
    """Sort one object and what hangs on it into `parts`. Total."""
    for path, value in _values(item.value, item.place, 0):
        piece = Piece(value, path)
        parts.strings.append(piece)
        parts.by_name.append((piece, path.rpartition(", ")[2]))
    for place, dictionary in _dictionaries(item.value, item.place, 0):
        _judge(parts, place, dictionary)
    if item.data is not None:
        _stream(parts, item, item.data)


def _values(value: Any, place: str, depth: int) -> Iterator[tuple[str, str]]:
    """Every string and every name in an object, with the keys that lead to it."""
    from pypdf.generic import ByteStringObject, NameObject, TextStringObject

    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for key, member in value.raw_items() if hasattr(value, "raw_items") else value.items():
            named = key if len(key) <= 16 and key[1:].isalnum() else "a key"
            if named == "a key":
                yield place, key[1:]
            yield from _values(member, f"{place}, {named}", depth + 1)
    elif isinstance(value, list):
        for member in value:
            yield from _values(member, place, depth + 1)
    elif isinstance(value, NameObject):
        yield place, str(value)[1:]
    elif isinstance(value, TextStringObject):
        yield place, str(value)
    elif isinstance(value, ByteStringObject):
        yield place, as_text(bytes(value))


def _dictionaries(value: Any, place: str, depth: int) -> Iterator[tuple[str, dict[str, Any]]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield place, value
        for member in dict.values(value):
            yield from _dictionaries(member, place, depth + 1)
    elif isinstance(value, list):
        for member in value:
            yield from _dictionaries(member, place, depth + 1)


def _judge(parts: Parts, place: str, dictionary: dict[str, Any]) -> None:
    for code, message in judged(dictionary):
        parts.problem(code, message, place)
    if named(dictionary, "/Type") == "/Font":
        for codes, letters in map_of(dictionary).items():
            parts.maps.setdefault(codes, set()).add(letters)


def _stream(parts: Parts, item: Item, data: bytes) -> None:
    value = item.value if isinstance(item.value, dict) else {}
    kind, subkind = named(value, "/Type"), named(value, "/Subtype")
    if kind in ("/XRef", "/ObjStm") or is_image(value):
        return
    if kind == "/EmbeddedFile":
        _attached(parts, item.place, data)
        return
    if data.startswith(OTHER_FORMS):
        parts.problem("cannot-be-judged", "a stream that holds a file of another form", item.place)
    if kind == "/Metadata" or b"begincmap" in data[:4096]:
        parts.streams.append(Piece(as_text(data), item.place))
    elif subkind in _FONT_KINDS or any(key in value for key in _FONT_FILES):
        parts.bytes.append(Piece(as_text(data), item.place))
    else:
        parts.streams.append(Piece(as_text(data), item.place))
        parts.drawings.append((item.place, data))


def _attached(parts: Parts, place: str, data: bytes) -> None:
    """A file inside of the file: read as a release of its own."""
    from redact.errors import ReleaseError
    from redact.verification.forms import extract

    try:
        inside = extract(data)
    except (ReleaseError, RecursionError):
        parts.bytes.append(Piece(as_text(data), place))
        parts.problem("cannot-be-judged", "an attached file of another form", place)
        return
    for channel in inside.channels:
        pieces = (piece._replace(place=f"{place}, {piece.place}") for piece in channel.pieces)
        parts.files.append(channel._replace(pieces=tuple(pieces)))
    for problem in inside.problems:
        parts.problem(problem.code.split("/")[1], problem.message, f"{place}, {problem.place}")


def _drawn(parts: Parts, place: str, data: bytes) -> Iterator[Piece]:
    """The strings that a content stream shows, as their codes and as their fonts map them."""
    from pypdf.generic import ContentStream, DecodedStreamObject

    source = DecodedStreamObject()
    source.set_data(data)
    try:
        operations = ContentStream(source, parts.reader, forced_encoding="bytes").operations
    except Exception:  # noqa: BLE001 - no content stream; its bytes are read all the same
        return
    drawing = drawing_of(operations)
    if drawing.has_image:
        parts.problem("cannot-be-judged", "an image, which may show text", place)
    parts.count_strokes(drawing.strokes, place)
    tagged = [text for _, text in _values(drawing.properties, place, 0)]
    yield Piece("\n".join(tagged), f"{place}, properties of its content")
    for text in said(parts.maps, [one.codes for one in drawing.shown]):
        yield Piece(text, f"{place}, shown text")
    for codes in (drawing.spoken, by_columns(drawing.shown)):
        parts.rearranged += [
            Piece(text, f"{place}, shown text") for text in said(parts.maps, codes)
        ]
