"""How much is withheld, in the words of the documentary editors.

Authority: 5 U.S.C. 552(b) (the amount deleted is indicated); FRUS, editorial method. Lines are
those of the source as received, without blank ones, and only whole lines, rounded up.
"""

from redact.cable.model import Cable, Kind, Portion


def extent_of(cable: Cable, portion: Portion) -> str:
    """The extent of a portion that is withheld whole.

    `less than 1 line`, `1 line`, `7 lines`; `1 paragraph (7 lines)` where neither number nor mark
    is left to show that a paragraph stood here.
    """
    lines = _lines_in(cable.text_of(portion))
    if lines <= 1 and _shares_its_line(cable.source.text, portion):
        return "less than 1 line"
    amount = "1 line" if lines <= 1 else f"{lines} lines"
    return f"1 paragraph ({amount})" if _is_bare_paragraph(portion) else amount


def _lines_in(text: str) -> int:
    return sum(map(bool, map(str.strip, text.replace("\r", "\n").split("\n"))))


def _shares_its_line(text: str, portion: Portion) -> bool:
    start, end = portion.span
    before = text[max(0, start - 1) : start]
    last = text[max(start, end - 1) : end]
    starts_inside = before not in ("", "\n", "\r")
    ends_inside = end < len(text) and last not in ("", "\n", "\r")
    return starts_inside or ends_inside


def _is_bare_paragraph(portion: Portion) -> bool:
    return (
        portion.number is None
        and portion.parent is None
        and portion.kind is Kind.PARAGRAPH
        and (portion.mark is None or portion.mark.marking is None)
    )
