"""The day on which control as CUI ends, where the telegram records one (32 CFR 2002.18).

A day is recorded in the designation block: the lines that say who controls the text, over it and
apart from it (32 CFR 2002.20(b)). Wherever else a day is stated, it can only prolong.
"""

import re
from collections.abc import Iterator
from datetime import date

from redact.cable.model import Cable, Kind

_DAY = re.compile(
    r"(?:CUI[ \t]+)?DECONTROL(?:LED)?(?:[ \t]+(?:ON|DATE))?[ \t]*:[ \t]*(.*?)[ \t.]*", re.IGNORECASE
)
_WHO = re.compile(r"CONTROLLED[ \t]+BY[ \t]*:.*\S.*", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:CUI(?:[ \t]+CATEGOR(?:Y|IES))?|CATEGOR(?:Y|IES)|(?:LIMITED[ \t]+)?DISSEMINATION"
    r"(?:[ \t]+CONTROLS?)?|DISTRIBUTION(?:[ \t]+STATEMENT)?|LDC|POC|POINT[ \t]+OF[ \t]+CONTACT)"
    r"[ \t]*:.*",
    re.IGNORECASE,
)
_BODY = frozenset({Kind.HEADING, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.QUOTATION})
_BLOCKS = re.compile(r"\n[ \t]*\n")


def decontrolled_on(cable: Cable) -> date | None:
    """The latest day that is stated, if a block records one; None where one is stated that is no
    full day, or lies before the telegram. What a quotation says counts for none.
    """
    if "econtrol" not in cable.source.text and "ECONTROL" not in cable.source.text:
        return None
    stated = [pair for block, over in _blocks(cable) for pair in _days(block, over=over)]
    days = [day for day, _ in stated if day is not None]
    if not any(recorded for _, recorded in stated) or len(days) < len(stated):
        return None
    return None if cable.dated and min(days) <= cable.dated else max(days)


def _blocks(cable: Cable) -> Iterator[tuple[list[str], bool]]:
    """The lines between blank lines, and whether they stand over all numbered or marked text."""
    over = True
    for portion in cable.portions:
        begins = portion.number is not None or portion.mark is not None
        over = over and not (begins and portion.kind in _BODY)
        if portion.kind is not Kind.QUOTATION:
            text = "\n".join(map(str.strip, cable.text_of(portion).splitlines()))
            for block in _BLOCKS.split(text):
                yield block.strip().split("\n"), over


def _days(block: list[str], *, over: bool) -> Iterator[tuple[date | None, bool]]:
    """What each line of a block states, and whether the block records it."""
    labelled = all(any(sign.fullmatch(line) for sign in (_DAY, _WHO, _LABELLED)) for line in block)
    recorded = over and labelled and any(map(_WHO.fullmatch, block))
    for line in block:
        found = _DAY.fullmatch(line)
        if found:
            yield _day(found[1].upper()), recorded


def _day(text: str) -> date | None:
    from redact.declassification.days import parse_day
    from redact.declassification.refusals import Unreadable

    try:
        day = parse_day(text)
        if day.month is None or day.day is None or day.short:
            return None
        return date(day.year, day.month, day.day)
    except (Unreadable, ValueError):
        return None
