"""A drawing as SVG: plain shapes, no script, no style sheet, nothing loaded from elsewhere."""

from collections.abc import Iterator
from html import escape

from redact.forecast.drawing import Box, Drawing, Rule, Word

_FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


def svg(drawing: Drawing) -> bytes:
    """The same drawing, the same bytes; readable aloud by its title and description."""
    return "".join(f"{line}\n" for line in _lines(drawing)).encode()


def _lines(drawing: Drawing) -> Iterator[str]:
    width, height = drawing.width, drawing.height
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title description" '
        f'font-family="{escape(_FONT)}">'
    )
    yield f'<title id="title">{_text(drawing.title)}</title>'
    yield f'<desc id="description">{_text(drawing.description)}</desc>'
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    yield from map(_shape, drawing.shapes)
    yield "</svg>"


def _shape(shape: Box | Rule | Word) -> str:
    match shape:
        case Box(x, y, width, height, colour):
            return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>'
        case Rule(x1, y1, x2, y2, colour):
            return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}"/>'
        case Word(x, y, text, size, anchor, colour):
            return (
                f'<text x="{x}" y="{y}" dy="0.35em" font-size="{size}" text-anchor="{anchor}" '
                f'fill="{colour}">{_text(text)}</text>'
            )


def _text(words: str) -> str:
    """What XML can hold of it; a name may hold anything."""
    return escape("".join(letter if _is_xml(letter) else "�" for letter in words))


def _is_xml(letter: str) -> bool:
    return letter >= " " and not ("\ud800" <= letter <= "\udfff") and letter not in "\ufffe\uffff"
