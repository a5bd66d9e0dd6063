"""A calendar of what falls due: RFC 5545, an all-day event on each day on which a cable opens.

It holds file names, telegram numbers, portion numbers and levels, never text. Without a clock: the
stamp of an event is the day of the event itself, its UID follows from policy, cable and day.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from redact.forecast.model import Forecast, Outlook
from redact.forecast.rows import labels_of
from redact.policy.decision import PolicyIdentity

_LONGEST = 75
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,"}


def calendar(forecasts: Iterable[Forecast], policy: PolicyIdentity) -> bytes:
    """The events of all cables, by day and name; lines end with CR LF and are folded."""
    events = {
        _uid(cable, policy, day): (day, cable, opening)
        for cable in forecasts
        for day, opening in _openings(cable)
    }
    ordered = sorted(events.items(), key=lambda event: (event[1][0], event[1][1].name, event[0]))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//redact//timeline//EN"]
    lines.append(f"X-WR-CALNAME:{_text(f'Declassification, policy {policy.name}')}")
    for uid, (day, cable, opening) in ordered:
        lines += _event(uid, day, cable, opening, policy)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _openings(cable: Forecast) -> Iterator[tuple[date, list[Outlook]]]:
    """The days on which something opens, and what."""
    for step in cable.steps[1:]:
        opening = [found for found in cable.outlooks if found.opens_on == step.begins]
        if step.begins is not None and opening:
            yield step.begins, opening


def _event(
    uid: str, day: date, cable: Forecast, opening: list[Outlook], policy: PolicyIdentity
) -> Iterator[str]:
    count = f"{len(opening)} portion{'' if len(opening) == 1 else 's'}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{_digits(day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_digits(day + timedelta(1))}"
    yield f"SUMMARY:{_text(f'{cable.title}: {count} open')}"
    said = f"{cable.name}: {labels_of(opening)}. Policy {policy.name} {policy.version}."
    yield f"DESCRIPTION:{_text(said)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _digits(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _uid(cable: Forecast, policy: PolicyIdentity, day: date) -> str:
    named = "\0".join((policy.name, cable.name, cable.id or "", day.isoformat()))
    return f"{sha256(named.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@redact"


def _text(words: str) -> str:
    """Escaped as RFC 5545 3.3.11 asks; what no text can hold is replaced."""
    return "".join(_ESCAPED.get(letter, letter if _is_text(letter) else "�") for letter in words)


def _is_text(letter: str) -> bool:
    return letter >= " " and letter != "\x7f" and not ("\ud800" <= letter <= "\udfff")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, each but the first behind a blank (3.1)."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
