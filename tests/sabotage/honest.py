"""One cable, and honest releases of it: by this engine, and by tools that know nothing of it."""

import io
from collections.abc import Callable
from datetime import date
from functools import cache
from html import escape

from reportlab.pdfgen.canvas import Canvas

import redact
from tests.golden import FOLDER

AS_OF = date(2019, 3, 10)
CABLE = (FOLDER / "mixed-portions" / "cable.txt").read_bytes()
LEAK = "showed us the second ledger"
"""Five words in a row of paragraph 4, which is withheld as of that day."""
MORE = "A member of the board showed us the second ledger. He\nwants it back by Friday"
NAME = "Wickremanayake"
"""A name in paragraph 3; by itself it is looked for where a list names it."""


@cache
def policy() -> redact.Policy:
    """The policy `public`."""
    return redact.load_policy("public")


@cache
def text() -> str:
    """Our release as text."""
    return redact.apply(CABLE, policy(), AS_OF).text


@cache
def their_text() -> str:
    """A release by somebody else: ours without the stamp."""
    return text().split("\n\n", 1)[1]


@cache
def their_html() -> str:
    """A page by somebody else."""
    lines = "\n".join(f"<p>{escape(line)}</p>" for line in their_text().splitlines())
    return (
        "<!DOCTYPE html>\n<html lang='en'><head><title>Release</title>\n"
        f"<style>p {{ margin: 0 }}</style></head>\n<body>\n{lines}\n</body></html>\n"
    )


def their_pdf(also: Callable[[Canvas], None] | None = None) -> bytes:
    """A file by somebody else; `also` draws something more on its last page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont("Courier", 9)
    for number, line in enumerate(their_text().splitlines()):
        canvas.drawString(40, 820 - 11 * number, line)
    if also is not None:
        also(canvas)
    canvas.save()
    return buffer.getvalue()


def verified(release: bytes, **options: object) -> redact.Verification:
    """The verification of a release of the cable under `public`."""
    given: dict[str, object] = {"policy": policy(), "as_of": AS_OF, **options}
    return redact.verify(release, redact.read(CABLE), **given)  # type: ignore[arg-type]


def codes(release: bytes, **options: object) -> set[str]:
    """The codes of its problems."""
    return {problem.code for problem in verified(release, **options).problems}
