"""The structure that a screen reader follows: which block each run of a page belongs to.

Authority: ISO 32000-1, 14.7 and 14.8; PDF/UA-1 (ISO 14289-1).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple, TypeAlias

from redact.release.pdf.layout import Run
from redact.release.pdf.objects import Objects, reference, references

Placed: TypeAlias = tuple[int, Run]
"""A run and the number of its line on the page."""


class Marked(NamedTuple):
    """Runs of one page that follow one another in one element."""

    block: int
    hole: bool
    runs: tuple[Placed, ...]


@dataclass(slots=True)
class Element:
    """A block while its content is gathered: references to it, in the order of reading."""

    number: int
    kids: list[str] = field(default_factory=list)


def sequences(page: Sequence[Sequence[Run]]) -> list[Marked]:
    """The marked sequences of a page; the number of each is its place in the list."""
    placed = [(line, run) for line, runs in enumerate(page) for run in runs]
    grouped = groupby(placed, key=lambda one: (one[1].block, one[1].hole))
    return [Marked(block, hole, tuple(runs)) for (block, hole), runs in grouped]


def add_structure(
    objects: Objects, tags: Sequence[str], pages: Sequence[tuple[int, list[Marked]]]
) -> int:
    """Add the tree of elements, one of each tag for each block; the number of its root.

    `pages` are the numbers of the page objects with their sequences.
    """
    root, document = objects.reserve(), objects.reserve()
    elements = [Element(objects.reserve()) for _ in tags]
    parents = []
    for page, listed in pages:
        owners = []
        for place, sequence in enumerate(listed):
            content = f"<< /Type /MCR /Pg {reference(page)} /MCID {place} >>"
            element = elements[sequence.block]
            owner = element.number
            if sequence.hole:
                owner = objects.add(_element("Span", element.number, content))
                content = reference(owner)
            element.kids.append(content)
            owners.append(owner)
        parents.append(objects.add(references(owners)))
    for element, tag in zip(elements, tags, strict=True):
        objects.put(element.number, _element(tag, document, " ".join(element.kids)))
    numbers = [element.number for element in elements if element.kids]
    objects.put(document, _element("Document", root, " ".join(map(reference, numbers))))
    rows = " ".join(f"{page} {reference(number)}" for page, number in enumerate(parents))
    tree = objects.add(f"<< /Nums [{rows}] >>")
    objects.put(
        root,
        f"<< /Type /StructTreeRoot /K [{reference(document)}] /ParentTree {reference(tree)}"
        f" /ParentTreeNextKey {len(parents)} >>",
    )
    return root


def _element(tag: str, parent: int, kids: str) -> str:
    return f"<< /Type /StructElem /S /{tag} /P {reference(parent)} /K [{kids}] >>"
