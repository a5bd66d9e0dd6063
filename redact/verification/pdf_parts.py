"""The objects of a PDF sorted by what they carry: strings, streams, text that is drawn, files."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from redact.verification.extract import Channel, Piece
from redact.verification.model import Problem
from redact.verification.pdf_fonts import Maps, map_of, unmapped
from redact.verification.pdf_objects import Item
from redact.verification.readings import as_text

if TYPE_CHECKING:
    from pypdf import PdfReader

_SHOW = {b"Tj", b"TJ", b"'", b'"'}
_CURVES = {b"c", b"v", b"y"}
_MANY_CURVES = 60
_DEEPEST = 60
_FONT_FILES = ("/Length1", "/Length2", "/Length3")
_FONT_KINDS = ("/Type1C", "/CIDFontType0C", "/OpenType")
_QUIET = frozenset({"/Link", "/Popup"})
_HIDDEN_TYPES = {
    "/OCG": "a layer, which a reader can show or hide",
    "/Filespec": "an attached file",
    "/EmbeddedFile": "an attached file",
}
_ACTIONS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition"})


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
        self.maps: Maps = {}
        self.problems: list[Problem] = []

    def channels(self) -> tuple[Channel, ...]:
        """Everything collected, one channel a kind."""
        return (
            Channel("strings", tuple(self.strings)),
            Channel("drawn text", tuple(self.drawn), again=True),
            Channel("streams", tuple(self.streams), again=True),
            Channel("bytes", tuple(self.bytes), noisy=True),
            *self.files,
        )

    def problem(self, code: str, message: str, place: str) -> None:
        """Note a problem once."""
        found = Problem(f"release/{code}", message, place)
        if found not in self.problems:
            self.problems.append(found)

    def finish(self) -> None:
        """Read what is drawn, now that all fonts are known."""
        for place, data in self.drawings:
            self.drawn.extend(_drawn(self, place, data))


def take_apart(parts: Parts, item: Item) -> None:
    """Sort one object and what hangs on it into `parts`. Total."""
    for path, value in _values(item.value, item.place, 0):
        parts.strings.append(Piece(value, path))
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
    """What a release must not have, whatever it says; what cannot be read."""
    kind, subkind = _named(dictionary, "/Type"), _named(dictionary, "/Subtype")
    if kind in _HIDDEN_TYPES or "/EF" in dictionary:
        message = _HIDDEN_TYPES.get(kind, _HIDDEN_TYPES["/Filespec"])
        parts.problem("hidden-content", message, place)
    if _is_annotation(dictionary, kind, subkind):
        word = "a redaction that was never applied" if subkind == "/Redact" else "an annotation"
        parts.problem("hidden-content", word, place)
    if "/JS" in dictionary or _named(dictionary, "/S") in _ACTIONS:
        parts.problem("hidden-content", "a script or an action", place)
    if "/FT" in dictionary:
        parts.problem("hidden-content", "a field of a form", place)
    if subkind == "/Image":
        parts.problem("cannot-be-judged", "an image, which may show text", place)
    if kind == "/Font":
        if unmapped(dictionary):
            message = "a font that does not say which letters it shows"
            parts.problem("cannot-be-judged", message, place)
        for codes, letters in map_of(dictionary).items():
            parts.maps.setdefault(codes, set()).add(letters)


def _is_annotation(dictionary: dict[str, Any], kind: str, subkind: str) -> bool:
    if subkind in _QUIET:
        return "/Contents" in dictionary
    return kind == "/Annot" or ("/Rect" in dictionary and "/Subtype" in dictionary)


def _named(dictionary: dict[str, Any], key: str) -> str:
    value = dict.get(dictionary, key)
    return str(value) if isinstance(value, str) else ""


def _stream(parts: Parts, item: Item, data: bytes) -> None:
    value = item.value if isinstance(item.value, dict) else {}
    kind, subkind = _named(value, "/Type"), _named(value, "/Subtype")
    if kind in ("/XRef", "/ObjStm") or subkind == "/Image":
        return
    if kind == "/EmbeddedFile":
        _attached(parts, item.place, data)
    elif kind == "/Metadata" or b"begincmap" in data[:4096]:
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
    curves, shown, tagged = 0, [], []
    for operands, operator in operations:
        if operator in _SHOW:
            shown.append(b"".join(_codes(operands)))
        elif operator in _CURVES:
            curves += 1
        elif operator == b"INLINE IMAGE":
            parts.problem("cannot-be-judged", "an image, which may show text", place)
        else:
            tagged += [text for _, text in _values(list(operands), place, 0)]
    if curves > _MANY_CURVES:
        parts.problem("cannot-be-judged", "curves, which may be drawn as letters", place)
    yield Piece("\n".join(tagged), f"{place}, properties of its content")
    yield Piece("\n".join(map(as_text, shown)), f"{place}, shown text")
    for text in _mapped(parts.maps, shown):
        yield Piece(text, f"{place}, shown text")


def _codes(operands: Any) -> Iterator[bytes]:
    for operand in operands:
        if isinstance(operand, list):
            yield from _codes(operand)
        elif isinstance(operand, bytes):
            yield bytes(operand)
        elif isinstance(operand, str):
            yield getattr(operand, "original_bytes", operand.encode("latin-1", "replace"))


def _mapped(maps: Maps, shown: list[bytes]) -> Iterator[str]:
    """The same codes by the maps of the fonts in the file, codes of one byte and of two."""
    for length in (1, 2):
        table = {code: letters for code, letters in maps.items() if len(code) == length}
        for number in range(max(map(len, table.values()), default=0)):
            yield "\n".join(
                "".join(
                    _one(table.get(text[at : at + length]), number)
                    for at in range(0, len(text), length)
                )
                for text in shown
            )


def _one(letters: set[str] | None, number: int) -> str:
    """The letter that the font `number` has; fonts that do not agree are read one by one."""
    listed = sorted(letters or ())
    return listed[min(number, len(listed) - 1)] if listed else ""
