"""The airgram (AIR): a form with boxes, typed text in paragraphs, a typed name at the end."""

import re

from redact.cable.body.signs import ends_sentence
from redact.cable.drafts import Identity
from redact.cable.forms.boxes import address_of, is_box_office, pieces, post_in
from redact.cable.forms.endings import is_drafting, is_marked
from redact.cable.forms.label_lines import in_envelope, state_whole, take_references
from redact.cable.forms.labels import day_of, head_words, is_number_line
from redact.cable.forms.layout import Ending
from redact.cable.header.banner import level_words
from redact.cable.header.cursor import Cursor, Part
from redact.cable.header.sentences import has_sentence_word
from redact.cable.lines import Line
from redact.cable.model import Addressee

_FURNITURE = re.compile(
    r"ORIGIN/ACTION|ORIGIN|ACTION|DEPARTMENT OF STATE|AIRGRAM|FOR RM USE ONLY|RECEIVED|NO\."
    r"|PRIORITY|SUGGESTED DISTRIBUTION|POST ROUTING|TO:?|INFO\.?|\d{1,3}"
)
_NUMBER = re.compile(r"(?:NO\. ?)?(?P<number>(?:CA|A)-\d{1,5})")
_FILE = re.compile(r"(?:xr )?[A-Z]{2,5} \d{1,2}(?:-\d{1,2}){0,2}(?: [A-Z]{2,10}(?:-[A-Z]{2,10})?)?")
_LABEL = re.compile(r"(?P<label>TO|INFO|FROM|DATE) *: *(?P<value>.+)")
_REFERENCE = re.compile(r"REF(?:S|ERENCES?)? *: *(?P<items>.+)")
_PAGE = re.compile(
    r"(?:Page \d{1,3} of \d{1,3} +)?(?:CA|A)-\d{1,5} (?i:from) (?P<from>[A-Za-z .'-]{3,40})"
)
FIELD = re.compile(r"(?:TO|INFO|FROM|DATE|SUBJECT|SUBJ|REF) *:")
_FOR = re.compile(
    r"For the (?:Ambassador|Charg[eé](?: d'Affaires)?(?:,? a\.i\.)?|Minister|Consul(?: General)?"
    r"|Principal Officer)(?: [A-Z][a-z]+)?:"
)
_NAME = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z]\.){0,2}(?: (?:de|la|von|van) )? ?[A-Z][\w'’-]+(?:,? Jr\.)?"
)
_TITLE = re.compile(r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|for|of|and|the|to|a\.i\.)){0,7},?")
_UNDER = re.compile(
    r"(?:Enclosures?|Attachments?)\b ?:?.{0,80}|FORM(?: [\w-]{1,8}){0,4}"
    r"|(?:Drafted|Cleared|Approved) by: .*|Clearances?: .*"
    r"|(?:[A-Z/]{2,8}:[A-Z][A-Za-z]+(?::[a-z]{2,3})?\s*)+"
)
_ENCLOSURES = re.compile(r"(?:Enclosures?|Attachments?) ?:")
_ENCLOSED = re.compile(r"\d{1,2}\. [A-Z].{0,60}")
_INDENT = 20


def take_line(cursor: Cursor) -> bool:
    """Take a line of the form: all its pieces must be known; and the references under it."""
    text = " ".join(cursor.line.text.split())
    if cursor.line.mended:
        return False
    if take_references(cursor, _REFERENCE.fullmatch(text)):
        return True
    if Part.SUBJECT in cursor.seen:
        return False
    found = _joined(cursor.line.text)
    return all(_take_piece(cursor, piece) for piece in found) and in_envelope(cursor)


def _joined(text: str) -> list[str]:
    """The pieces of a line, a label joined with its colon and its value."""
    found: list[str] = []
    for piece in pieces(text):
        if found and (piece.startswith(":") or found[-1].endswith(":")):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def _take_piece(cursor: Cursor, piece: str) -> bool:
    if level_words(piece):
        state_whole(cursor.scan, piece)
        cursor.seen.add(Part.BANNER)
        return True
    number = _NUMBER.fullmatch(piece)
    if number:
        cursor.titled = cursor.titled or number["number"]
        return True
    found = _LABEL.fullmatch(piece)
    if found:
        return _TAKES[found["label"]](cursor, found["value"])
    return bool(_FURNITURE.fullmatch(piece)) or is_box_office(piece) or _is_file(piece)


def _is_file(piece: str) -> bool:
    return _FILE.fullmatch(piece) is not None and not has_sentence_word(piece)


def _from(cursor: Cursor, value: str) -> bool:
    name = address_of(value)
    if name is None:
        return False
    scan, post = cursor.scan, post_in(name)
    scan.sender = scan.sender or Addressee(None, name, None, None)
    if cursor.titled and scan.identity is None:
        scan.identity = Identity(post, None, f"{post} {cursor.titled}")
    return True


def _to(cursor: Cursor, value: str) -> bool:
    return _addressees(cursor.scan.to, value)


def _info(cursor: Cursor, value: str) -> bool:
    return _addressees(cursor.scan.info, value)


def _addressees(target: list[Addressee], value: str) -> bool:
    names = [address_of(name) for name in value.split(",")]
    known = [name for name in names if name]
    if len(known) < len(names):
        return False
    target.extend(Addressee(None, name, None, None) for name in known)
    return True


def _date(cursor: Cursor, value: str) -> bool:
    day = day_of(value)
    if day is None or len(value.split()) > 3:
        return False
    cursor.scan.day = cursor.scan.day or day
    return True


_TAKES = {"FROM": _from, "TO": _to, "INFO": _info, "DATE": _date}


def is_page(lines: list[Line], at: int) -> bool:
    """Whether a line is the head of a further page: `A-212 from Amembassy SANTIAGO`."""
    found = _PAGE.fullmatch(" ".join(lines[at].text.split()))
    if found:
        return address_of(found["from"]) is not None
    return is_number_line(lines, at)


def airgram_ending(lines: list[Line], first: int, stop: int) -> Ending:
    """The end of an airgram: `For the Ambassador:`, the typed name and title, what is under them.

    A typed name counts only far at the right, behind the end of a sentence, with nothing under it
    but titles, enclosures, drafting lines and the foot.
    """
    under = stop
    for number in range(stop - 1, first - 1, -1):
        text = lines[number].text
        if text and not _is_under(text) and not _is_enclosed(lines, first, number):
            break
        under = number if text else under
    block = _block(lines, first, under)
    if not block or not ends_sentence(_above(lines, block[0])):
        return Ending(None, stop, -1, under, stop - 1)
    return _signed(lines, block, under, stop)


def _signed(lines: list[Line], block: list[int], under: int, stop: int) -> Ending:
    at = block[1] if _FOR.fullmatch(lines[block[0]].text) and len(block) > 1 else block[0]
    if not _NAME.fullmatch(lines[at].text):
        return Ending(None, stop, -1, under, stop - 1)
    return Ending(at, block[0], block[-1], under, stop - 1)


def _block(lines: list[Line], first: int, stop: int) -> list[int]:
    """The lines at the right over the foot, from the first on."""
    found: list[int] = []
    for number in range(stop - 1, first, -1):
        line = lines[number]
        if not line.text:
            continue
        shaped = _FOR.fullmatch(line.text) or _TITLE.fullmatch(line.text)
        if line.first - line.start < _INDENT or not shaped or has_sentence_word(line.text):
            break
        found.insert(0, number)
    return found


def _above(lines: list[Line], at: int) -> str:
    return next((line.text for line in reversed(lines[:at]) if line.text), "")


def _is_enclosed(lines: list[Line], first: int, at: int) -> bool:
    """Whether a numbered line stands in the list under `Enclosures:`."""
    for number in range(at, first, -1):
        text = lines[number].text
        if _ENCLOSURES.fullmatch(text):
            return number < at
        if text and not _ENCLOSED.fullmatch(text):
            return False
    return False


def _is_under(text: str) -> bool:
    if head_words(text) is not None or is_drafting(text):
        return True
    return _UNDER.fullmatch(" ".join(text.split())) is not None and not is_marked(text)
