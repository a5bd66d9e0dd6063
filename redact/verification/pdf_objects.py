"""Every object in the bytes of a PDF, read where it stands and not where a table says it does."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from redact.verification.extract import Piece
from redact.verification.model import Problem
from redact.verification.readings import as_text

if TYPE_CHECKING:
    from pypdf import PdfReader

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})\s+(\d{1,5})\s+obj\b\s*(?:%[^\r\n]*\s+)*")
_STREAM = re.compile(rb"\bstream\r?\n?(.*?)endstream", re.DOTALL)
_MAX = 1 << 26


class Item(NamedTuple):
    """An object of the file: `data` is what its stream holds when decoded, None without one."""

    place: str
    value: Any
    data: bytes | None = None


class Objects(NamedTuple):
    """All objects; `rest` is what stands in the file outside of streams that could be decoded."""

    objects: tuple[Item, ...]
    rest: tuple[Piece, ...]
    problems: tuple[Problem, ...]


def objects_in(data: bytes, reader: "PdfReader | None") -> Objects:
    """Every object of a file, those packed, left over or replaced too. Total."""
    items: list[Item] = []
    problems: list[Problem] = []
    decoded: list[tuple[int, int]] = []
    behind = 0
    for found in _OBJECT.finditer(data):
        if found.start() < behind:
            continue
        place = f"object {int(found[1])}"
        try:
            value, behind = _read(data, found.end(), reader)
            item, body = _with_stream(data, found.end(), behind, Item(place, value))
        except Exception:  # noqa: BLE001 - whatever is wrong with it, it could not be read
            body = _STREAM.search(data, found.end())
            item = Item(place, None, _inflated(body[1]) if body else None)
            problems.append(_not_judged("an object that cannot be read", place))
        items.append(item)
        if item.data is None and body is not None:
            problems.append(_not_judged("a stream that cannot be decoded", place))
        elif body is not None:
            decoded.append(body.span(1))
            behind = max(behind, body.end())
        items.extend(_packed(item, reader, problems))
    return Objects(tuple(items), tuple(_rest(data, decoded)), tuple(problems))


def _read(data: bytes, start: int, reader: "PdfReader | None") -> tuple[Any, int]:
    from pypdf.generic import read_object

    stream = BytesIO(data)
    stream.seek(start)
    value = read_object(stream, reader)
    return value, stream.tell()


def _with_stream(
    data: bytes, start: int, end: int, item: Item
) -> tuple[Item, "re.Match[bytes] | None"]:
    from pypdf.generic import StreamObject

    if not isinstance(item.value, StreamObject):
        return item, None
    body = _STREAM.search(data, start)
    try:
        content: bytes | None = _bytes(item.value.get_data())
    except Exception:  # noqa: BLE001 - an unknown or damaged filter
        content = _inflated(body[1]) if body else None
    return item._replace(data=content), body


def _bytes(content: bytes | str) -> bytes:
    return content.encode("latin-1", "replace") if isinstance(content, str) else content


def _inflated(data: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(data, _MAX)
    except zlib.error:
        return None


def _packed(item: Item, reader: "PdfReader | None", problems: list[Problem]) -> Iterator[Item]:
    """The objects inside an object stream."""
    if item.data is None or not hasattr(item.value, "get") or item.value.get("/Type") != "/ObjStm":
        return
    try:
        first, count = int(item.value["/First"]), int(item.value["/N"])
        numbers = [int(number) for number in item.data[:first].split()[: 2 * count]]
    except Exception:  # noqa: BLE001 - a damaged head
        problems.append(_not_judged("an object stream that cannot be read", item.place))
        return
    for number, offset in zip(numbers[::2], numbers[1::2], strict=False):
        try:
            value, _ = _read(item.data, first + offset, reader)
            yield Item(f"object {number}", value)
        except Exception:  # noqa: BLE001 - as above
            problems.append(_not_judged("an object that cannot be read", f"object {number}"))


def _rest(data: bytes, decoded: list[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for start, end in [*decoded, (len(data), len(data))]:
        if start >= at:
            yield Piece(as_text(data[at:start]), f"byte {at}")
            at = end


def _not_judged(message: str, place: str) -> Problem:
    return Problem("release/cannot-be-judged", message, place)
