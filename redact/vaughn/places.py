"""How an index names a portion: by its number, never by its text."""

from redact.cable.model import STRUCTURAL, Cable, Kind, Portion
from redact.release.lead import shown_number

_NAMES = {
    Kind.PARAGRAPH: "paragraph without a number",
    Kind.SUBPARAGRAPH: "item without a number",
}


def place_of(cable: Cable, portion: Portion) -> str:
    """`¶4`, `¶4.a`, or the kind of portion where it has no plain number."""
    numbers = _numbers(cable, portion)
    return f"¶{'.'.join(numbers)}" if numbers else _NAMES.get(portion.kind, portion.kind.value)


def lines_of_text(cable: Cable) -> int:
    """How many lines of the telegram, without blank ones, are text and not structure."""
    texts = (cable.text_of(item) for item in cable.portions if item.kind not in STRUCTURAL)
    return sum(bool(line.strip()) for text in texts for line in text.splitlines())


def _numbers(cable: Cable, portion: Portion) -> list[str]:
    """The numbers from the outermost paragraph inwards; none where the innermost has none."""
    found: list[str] = []
    at: Portion | None = portion
    while at is not None and at.kind in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH):
        number = shown_number(at.number)
        if number is None and not found:
            return []
        found += [] if number is None else [number]
        at = None if at.parent is None else cable.portions[at.parent]
    return found[::-1]
