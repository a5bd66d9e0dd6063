"""What a content stream draws: text as shown, as spoken, and where; strokes that may be letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, NamedTuple, TypeAlias

from redact.verification.readings import as_text

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Point: TypeAlias = tuple[float, float]

_SAME: Matrix = (1, 0, 0, 1, 0, 0)
_SHOW = {b"Tj", b"TJ", b"'", b'"'}
_LINE_FIRST = {b"'", b'"'}
_DRAW = {b"m", b"l", b"c", b"v", b"y", b"re"}
_SPOKEN = ("/ActualText", "/Alt", "/E")
_LARGEST_LETTER = 72.0


class Shown(NamedTuple):
    """The codes of a string, and where its first letter stands."""

    codes: bytes
    across: float
    up: float


class Stroke(NamedTuple):
    """How far a short line, curve or box reaches, across the page and up it."""

    across: tuple[float, float]
    up: tuple[float, float]


@dataclass(slots=True)
class Drawing:
    """What has been met so far in one content stream.

    `spoken` is the text as it is read aloud and copied: codes, and texts that stand for others.
    """

    shown: list[Shown] = field(default_factory=list)
    spoken: list[bytes | str] = field(default_factory=list)
    properties: list[Any] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    has_image: bool = False
    page: Matrix = _SAME
    kept: list[Matrix] = field(default_factory=list)
    line: Matrix = _SAME
    leading: float = 0.0
    point: Point = (0.0, 0.0)
    replaced: list[bool] = field(default_factory=list)


def drawing_of(operations: Iterable[tuple[Any, bytes]]) -> Drawing:
    """What the operations of a content stream draw. Total: what makes no sense draws nothing."""
    drawing = Drawing()
    for operands, operator in operations:
        try:
            _follow(drawing, list(operands), operator)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            continue
    return drawing


def by_columns(shown: Iterable[Shown]) -> list[bytes]:
    """The strings that begin at the same place across the page, from above to below."""
    placed = sorted(shown, key=lambda one: (round(one.across), -one.up))
    return [one.codes for one in placed]


def _follow(drawing: Drawing, operands: list[Any], operator: bytes) -> None:
    if operator in _SHOW:
        _show(drawing, operands, operator)
    elif operator in _DRAW:
        _draw(drawing, operands, operator)
    elif operator == b"INLINE IMAGE":
        drawing.has_image = True
    else:
        drawing.properties.append(operands)
        _tag(drawing, operands, operator)
        _move(drawing, operands, operator)


def _show(drawing: Drawing, operands: list[Any], operator: bytes) -> None:
    codes = b"".join(_codes(operands))
    if not any(drawing.replaced):
        drawing.spoken.append(codes)
    if operator in _LINE_FIRST:
        _next_line(drawing, 0.0, -drawing.leading)
    place = _on_page(drawing.page, drawing.line[4:])
    drawing.shown.append(Shown(codes, *(place if all(map(isfinite, place)) else (0.0, 0.0))))


def _codes(operands: Any) -> Iterator[bytes]:
    for operand in operands:
        if isinstance(operand, list):
            yield from _codes(operand)
        elif isinstance(operand, bytes):
            yield bytes(operand)
        elif isinstance(operand, str):
            yield getattr(operand, "original_bytes", operand.encode("latin-1", "replace"))


def _tag(drawing: Drawing, operands: list[Any], operator: bytes) -> None:
    """Keep what a reader says in the place of the text up to the end of the tag."""
    if operator == b"EMC" and drawing.replaced:
        drawing.replaced.pop()
    elif operator in (b"BDC", b"BMC", b"DP"):
        given = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
        texts = list(map(_text, filter(None, map(given.get, _SPOKEN))))
        drawing.spoken.extend(texts)
        if operator != b"DP":
            drawing.replaced.append(bool(texts))


def _text(value: Any) -> str:
    return as_text(value) if isinstance(value, bytes) else str(value)


def _move(drawing: Drawing, operands: list[Any], operator: bytes) -> None:
    match operator:
        case b"q":
            drawing.kept.append(drawing.page)
        case b"Q":
            drawing.page = drawing.kept.pop()
        case b"cm":
            drawing.page = _times(_matrix(operands), drawing.page)
        case b"Do":
            _stroke(drawing, [(0.0, 0.0)])
        case b"BT":
            drawing.line = _SAME
        case b"Tm":
            drawing.line = _matrix(operands)
        case b"TL":
            drawing.leading = float(operands[0])
        case b"T*":
            _next_line(drawing, 0.0, -drawing.leading)
        case b"Td" | b"TD":
            across, up = map(float, operands)
            if operator == b"TD":
                drawing.leading = -up
            _next_line(drawing, across, up)


def _next_line(drawing: Drawing, across: float, up: float) -> None:
    drawing.line = _times((1, 0, 0, 1, across, up), drawing.line)


def _draw(drawing: Drawing, operands: list[Any], operator: bytes) -> None:
    numbers = [float(operand) for operand in operands]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    if operator == b"re":
        (left, low), (width, height) = points
        drawing.point = points[0]
        _stroke(drawing, [points[0], (left + width, low + height)])
        return
    if operator != b"m":
        _stroke(drawing, [drawing.point, *points])
    drawing.point = points[-1]


def _stroke(drawing: Drawing, points: list[Point]) -> None:
    """Note what is no larger than a letter; a form that is drawn counts by its place."""
    across, up = zip(*(_on_page(drawing.page, point) for point in points), strict=True)
    if max(max(across) - min(across), max(up) - min(up)) <= _LARGEST_LETTER:
        reach = [(round(min(one), 1), round(max(one), 1)) for one in (across, up)]
        drawing.strokes.append(Stroke(*reach))


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + m),
    )


def _on_page(page: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = page
    across, up = point
    return a * across + c * up + e, b * across + d * up + f
