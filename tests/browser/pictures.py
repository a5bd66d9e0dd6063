"""`python -m tests.browser.pictures`: pictures of a release on two screens and as pages."""

import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

import redact
from redact.release.worksheet import worksheet
from tests.browser.chromium import DARK, take_picture
from tests.browser.samples import HIDDEN, decided, with_a_hole

PLACE = Path(__file__).parent.parent.parent / "docs" / "pictures"


def main() -> None:
    """Take them all anew."""
    part, sheet = decided("mixed-portions", 0), worksheet(*decided("mixed-portions", 0))
    hole = with_a_hole("mixed-portions", HIDDEN)
    with tempfile.TemporaryDirectory() as folder:
        shown = {
            "release-wide": (_html(part, "frus"), 900, 1150, ()),
            "release-narrow": (_html(part, "bars"), 500, 1150, (DARK,)),
            "release-hole": (_html(hole, "frus"), 900, 1500, ()),
            "worksheet": (sheet, 1200, 1000, ()),
        }
        for name, (text, width, height, options) in shown.items():
            page = Path(folder, f"{name}.html")
            page.write_text(text, "utf-8")
            take_picture(page, PLACE / f"{name}.png", width, height, *options)
            _reduce(PLACE / f"{name}.png")
    data = redact.render(*part, format="pdf", style="bars").encode()
    pypdfium2.PdfDocument(data)[0].render(scale=1.2).to_pil().save(PLACE / "release-pdf.png")
    _reduce(PLACE / "release-pdf.png")


def _html(made: tuple[redact.Cable, redact.Account], style: str) -> str:
    return redact.render(*made, format="html", style=style).text


def _reduce(picture: Path) -> None:
    """Sixteen colours: a picture of text needs no more."""
    with Image.open(picture) as found:
        small = found.convert("RGB").quantize(16)
    small.save(picture, optimize=True)


if __name__ == "__main__":
    main()
