"""Text near the E.O. line or the authority paragraph that may say more of when something ends.

What the scanner wrapped, tore or moved there stands in no field; it may prolong, never shorten
(R4, R18, R33): each guess is one more instruction; of several the one that protects longest binds.
"""

import re

from redact.cable.header.cursor import Cursor
from redact.cable.header.durations import may_qualify, may_state

_REST_OF_YEAR = re.compile(r"\d{1,2}")
"""Alone on a line, it may be what a lost line break cut off the year above."""

_PARAGRAPH = re.compile(r"(?:¶ ?)?\d{1,2}[.)] ?[(A-Z]|\( ?(?:[UCS]|SBU|TS)\b[^()]{0,40}\) ?[A-Z]")
"""How a paragraph begins: no instruction goes on with a number and a mark behind a blank line."""

_SHORT_YEAR = re.compile(r"\D(?:19|20)$")


def qualify(cursor: Cursor, *, ended: bool = False) -> None:
    """Count a line that is no field as what may go on with the instruction above it.

    `ended`: the header is over with this line, so that it is text of the body.
    """
    text, residue = cursor.line.text, cursor.residue
    if residue and may_state(f"{residue} {text}"):
        cursor.scan.further.append(f"{residue} {text}")
    cursor.residue = ""
    before = cursor.scan.orders[-1].text if cursor.scan.orders else ""
    if _completes_year(before, text):
        cursor.scan.residues.append(f"{before}{text}")
    if cursor.order:
        _qualify_order(cursor, text, ended=ended)
    if cursor.authority:
        _qualify_authority(cursor, text)


def _qualify_order(cursor: Cursor, text: str, *, ended: bool) -> None:
    """Right under the E.O. line any text counts, behind a gap only what may qualify."""
    order = cursor.order
    close = not cursor.blank and not ended
    if cursor.blank and ended and _PARAGRAPH.match(text) and "decl" not in text.lower():
        return
    if order is None or not (close or may_qualify(text)):
        return
    cursor.below = f"{cursor.below} {text}"
    cursor.scan.residues.append(f"{order.text}{cursor.below}")


def _qualify_authority(cursor: Cursor, text: str) -> None:
    authority = cursor.authority
    if authority is None:
        return
    last = authority.lines[-1] if authority.lines else ""
    if _completes_year(last, text):
        cursor.scan.further.append(f"{last}{text}")
    cursor.below_authority = f"{cursor.below_authority} {text}".strip()
    words = cursor.below_authority
    if may_state(words) or may_qualify(text):
        cursor.scan.further.append(words if may_state(words) else f"{last} {words}")
        if may_state(last):
            cursor.scan.further.append(f"{last} {words}")


def _completes_year(before: str, text: str) -> bool:
    return bool(_REST_OF_YEAR.fullmatch(text) and _SHORT_YEAR.search(before))
