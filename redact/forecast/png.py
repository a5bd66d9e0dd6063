"""A drawing as PNG, by Pillow, which is an extra: imported only here, and only when asked for."""

import io

from redact.errors import ReleaseError
from redact.forecast.drawing import Anchor, Box, Drawing, Rule, Word

_SCALE = 2
_ANCHORS = {Anchor.START: "lm", Anchor.MIDDLE: "mm", Anchor.END: "rm"}
_HIGHEST = 8_000


def png(drawing: Drawing) -> bytes:
    """The same drawing, the same bytes, with the font that Pillow brings.

    Raises ReleaseError where Pillow is not installed, or where the drawing is too high for a page.
    """
    try:
        from PIL import Image, ImageDraw, ImageFont
    except ImportError:
        raise ReleaseError(
            "release/png-not-installed",
            "a chart as PNG needs Pillow, which is not installed",
            remedy="pip install 'redact-cables[png]', or take --format svg",
        ) from None
    if drawing.height > _HIGHEST:
        raise ReleaseError(
            "release/chart-too-high",
            "the chart has too many rows for a picture",
            remedy="take --format svg or table",
        )
    image = Image.new("RGB", (drawing.width * _SCALE, drawing.height * _SCALE), "#ffffff")
    pen = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        match shape:
            case Box(x, y, width, height, colour):
                corners = (x, y, x + width, y + height)
                left, top, right, bottom = (place * _SCALE for place in corners)
                if bottom > top:
                    pen.rectangle((left, top, right - 1, bottom - 1), fill=colour)
            case Rule(x1, y1, x2, y2, colour):
                ends = (x1 * _SCALE, y1 * _SCALE, x2 * _SCALE, y2 * _SCALE)
                pen.line(ends, fill=colour, width=_SCALE)
            case Word(x, y, text, size, anchor, colour):
                font = ImageFont.load_default(size * _SCALE)
                place = (x * _SCALE, y * _SCALE)
                pen.text(place, text, fill=colour, font=font, anchor=_ANCHORS[anchor])
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()
