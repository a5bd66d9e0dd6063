"""A PDF of ours taken apart and written again with one change: what is hidden in it, and where.

Nothing else differs, so a check that refuses the file refuses the change.
"""

import re
from collections.abc import Callable

from redact.release.pdf.objects import Objects

_OBJECT = re.compile(rb"(?s)\d+ 0 obj\n(.*?)\nendobj\n")
_STREAM = re.compile(rb"(?s)<< /Length \d+(.*?) >>\nstream\n(.*)\nendstream")
_ROOT = re.compile(rb"/Root (\d+) 0 R")


class File:
    """The objects of a file, to be changed."""

    def __init__(self, data: bytes) -> None:
        self.objects = Objects(_OBJECT.findall(data[: data.rindex(b"xref\n0 ")]))
        found = _ROOT.search(data, data.rindex(b"trailer"))
        assert found
        self.catalog = int(found[1])

    def written(self) -> bytes:
        """The file as it is now."""
        return self.objects.file(self.catalog)

    def add(self, part: bytes, more: str) -> None:
        """Add an entry to the first object that has `part`."""
        place = next(at for at, body in enumerate(self.objects.bodies) if part in body)
        body = self.objects.bodies[place]
        self.objects.bodies[place] = body.replace(part, part + more.encode(), 1)

    def put_into_stream(self, part: bytes, more: str) -> None:
        """Put more behind a part of the first stream that has it."""
        place = next(at for at, body in enumerate(self.objects.bodies) if part in body)
        found = _STREAM.fullmatch(self.objects.bodies[place])
        assert found
        data = found[2].replace(part, part + more.encode(), 1)
        head = b"<< /Length %d%b >>\nstream\n" % (len(data), found[1])
        self.objects.bodies[place] = head + data + b"\nendstream"


def _annotation(file: File, word: str) -> None:
    note = f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({word}) >>"
    file.add(b"/Tabs /S", f" /Annots [{note}]")


def _attachment(file: File, word: str) -> None:
    inside = file.objects.stream(word.encode(), " /Type /EmbeddedFile")
    named = f"(a) << /Type /Filespec /F (a) /EF << /F {inside} 0 R >> >>"
    file.add(b"/Type /Catalog", f" /Names << /EmbeddedFiles << /Names [{named}] >> >>")


def _left_over(file: File, word: str) -> None:
    file.objects.add(f"({word})")


HIDDEN: dict[str, Callable[[File, str], None]] = {
    "annotation": _annotation,
    "attachment": _attachment,
    "metadata": lambda file, word: file.put_into_stream(b'"x-default">', word),
    "alternative-text": lambda file, word: file.add(b"/Type /StructElem", f" /Alt ({word})"),
    "actual-text": lambda file, word: file.put_into_stream(
        b"/H1 << ", f"/ActualText <FEFF{word.encode('utf-16-be').hex()}> "
    ),
    "comment-in-content": lambda file, word: file.put_into_stream(b" BDC\n", f"% {word}\n"),
    "left-over-object": _left_over,
}


def rebuilt(data: bytes) -> bytes:
    """The file taken apart and written again: the same bytes, where nothing was changed."""
    return File(data).written()


def hiding(data: bytes, place: str, word: str) -> bytes:
    """The file with a word hidden in it."""
    file = File(data)
    HIDDEN[place](file, word)
    return file.written()


def revised(data: bytes, place: str, word: str) -> bytes:
    """A file that had a word hidden in it, saved again without it as an update at its end."""
    hidden, honest = hiding(data, place, word), File(data)
    number = honest.catalog
    body = b"%d 0 obj\n%b\nendobj\n" % (number, honest.objects.bodies[number - 1])
    at, before = len(hidden), hidden.rindex(b"xref\n0 ")
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n" % (
        len(honest.objects.bodies) + 1,
        number,
        before,
    )
    return b"%b%b%b%bstartxref\n%d\n%%%%EOF\n" % (hidden, body, table, trailer, at + len(body))
