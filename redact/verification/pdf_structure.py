"""What a screen reader is told to say of a tagged PDF, element by element."""

from collections.abc import Iterator
from typing import Any

from redact.verification.extract import Piece

_SPOKEN = ("/ActualText", "/Alt", "/E", "/T")


def spoken_by_structure(root: Any) -> Iterator[Piece]:
    """The texts of the elements below the structure tree of a catalogue, element by element.

    Raises whatever a damaged tree makes its reading raise.
    """
    if "/StructTreeRoot" not in root:
        return
    waiting = [root["/StructTreeRoot"]]
    seen: set[int] = set()
    while waiting:
        element = waiting.pop()
        element = element.get_object() if hasattr(element, "get_object") else element
        if id(element) in seen or not isinstance(element, list | dict):
            continue
        seen.add(id(element))
        if isinstance(element, list):
            waiting.extend(reversed(element))
        else:
            for key in _SPOKEN:
                if key in element:
                    yield Piece(str(element[key]), f"structure, {key}")
            if "/K" in element:
                waiting.append(dict.__getitem__(element, "/K"))
