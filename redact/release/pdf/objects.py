"""The objects of a PDF file and the file that they make.

Authority: ISO 32000-1, 7.3 and 7.5. Nothing is compressed: compression may differ from one library
to the next, and the same release has the same bytes everywhere.
"""

from dataclasses import dataclass, field

_IDENTITY = b"72656461637420706466207265763031"
"""An identifier is wanted (7.5.5); one computed from the text would tell nothing more."""


@dataclass(slots=True)
class Objects:
    """Indirect objects while they are being made; number 1 is the first."""

    bodies: list[bytes] = field(default_factory=list)

    def reserve(self) -> int:
        """The number of an object that is made later."""
        self.bodies.append(b"")
        return len(self.bodies)

    def put(self, number: int, body: str) -> int:
        """Make a reserved object."""
        self.bodies[number - 1] = body.encode("ascii")
        return number

    def add(self, body: str) -> int:
        """Make an object; its number."""
        return self.put(self.reserve(), body)

    def stream(self, data: bytes, more: str = "") -> int:
        """Make a stream; its number."""
        head = f"<< /Length {len(data)}{more} >>\nstream\n".encode()
        self.bodies.append(head + data + b"\nendstream")
        return len(self.bodies)

    def file(self, catalog: int) -> bytes:
        """The whole file, with one table of places."""
        parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        places, at = [], len(parts[0])
        for number, body in enumerate(self.bodies, 1):
            part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            places.append(at)
            parts.append(part)
            at += len(part)
        count = len(self.bodies) + 1
        rows = b"".join(b"%010d 00000 n \n" % place for place in places)
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, rows))
        identity = b"[<%b> <%b>]" % (_IDENTITY, _IDENTITY)
        trailer = b"<< /Size %d /Root %d 0 R /ID %b >>" % (count, catalog, identity)
        parts.append(b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer, at))
        return b"".join(parts)


def reference(number: int) -> str:
    """`7 0 R`."""
    return f"{number} 0 R"


def references(numbers: list[int]) -> str:
    """`[7 0 R 8 0 R]`."""
    return f"[{' '.join(map(reference, numbers))}]"


def text_string(text: str) -> str:
    """A text string in hexadecimal, UTF-16 with its sign in front."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
