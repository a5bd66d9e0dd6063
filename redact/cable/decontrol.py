"""The day on which control as CUI ends, where the telegram records one (32 CFR 2002.18)."""

import re
from datetime import date

from redact.cable.model import Cable, Kind

_LINE = re.compile(
    r"^[ \t]*(?:CUI[ \t]+)?DECONTROL(?:LED)?(?:[ \t]+(?:ON|DATE))?[ \t]*:[ \t]*(.*?)[ \t\r.]*$",
    re.IGNORECASE | re.MULTILINE,
)


def decontrolled_on(cable: Cable) -> date | None:
    """The latest day that a line `Decontrol on: …` states; None where none or no full day stands.

    A line that cannot be read leaves everything controlled. What a quotation says counts for none.
    """
    if "econtrol" not in cable.source.text and "ECONTROL" not in cable.source.text:
        return None
    stated = [
        _day(found[1].upper())
        for portion in cable.portions
        if portion.kind is not Kind.QUOTATION
        for found in _LINE.finditer(cable.text_of(portion))
    ]
    known = [day for day in stated if day is not None]
    return max(known) if known and len(known) == len(stated) else None


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
