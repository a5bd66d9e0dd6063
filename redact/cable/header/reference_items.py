"""One item of the references: what is one, its label, and the identifier it names."""

import re

from redact.cable.header.sentences import MARK_BEGINS, has_sentence_word
from redact.cable.model import Reference
from redact.cable.registers.posts import letters_of, post_in_year, post_of

KEYWORD = re.compile(
    r"(?:REF(?:S|TELS?|ERENCES?|\(S\))?|(?i:refs?|reftels?|references?|ref\(s\))) ?[:.;]"
    r"|REF(?:TEL)?S? (?=[A-Z0-9(])"
)
LABEL = r"(?:\([A-Z]\)|\[[A-Z]\]|[A-Z][.)])"
_LABELLED = re.compile(
    r"(?:- *)?(?:REF )?(?:\((?P<round>[A-Z])\)|\[(?P<square>[A-Z])\]|(?P<plain>[A-Z])(?:[.)]| -))"
    r"[ :]*(?=\S)"
)
_POST = r"[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,3}"
_YEAR = r"(?:(?:19|20)\d{2}|\d{2})"
SERIAL = r"[A-Z]?\d[\dOl]{0,6}"
NOTE = (
    r"(?: ?\(?(?:(?:ALL )?NOTAL|AND PREVIOUS|PREVIOUS|AND PREV|EXDIS|NODIS|LIMDIS|SIPDIS|NOFORN"
    r"|SBU)\)?\.?|,? PARAS? \d{1,2}(?:-\d{1,2})?| \((?:TOSEC|SECTO|PARTO) \d{1,6}\))*"
)
_TELEGRAM = re.compile(
    rf"(?:(?P<before>{_YEAR}) )?(?P<post>{_POST}),?:? #?"
    rf"(?:\((?P<between>{_YEAR})\) ?|\([A-Z]\) ?)?(?P<serial>{SERIAL})"
    rf"(?:-(?P<dash>{_YEAR})| \((?P<behind>{_YEAR})\)| (?P<last>{_YEAR}))?{NOTE}"
)
PLAIN_LINE = re.compile(
    r"(?:REF(?:S|TELS?)?: )?(?:(?P<label>[A-Z])\. )?"
    r"(?P<telegram>(?:(?P<before>\d{2}) )?(?P<post>[A-Z]{4,}) (?P<serial>\d{2,6}))"
)
"""The common line of a reference: a short cut, which the general way reads alike."""

_BARE = re.compile(
    rf"(?:(?P<before>{_YEAR}) )?(?P<serial>\d{{2,6}})(?: \((?P<behind>{_YEAR})\))?{NOTE}"
)
_REVERSED = re.compile(rf"(?P<serial>\d{{2,6}}) (?P<post>{_POST}){NOTE}")
_DOCUMENT = re.compile(
    r"\b(?:E-?MAILS?|TELCONS?|TELECONS?|MEMOS?|MEMCONS?|FAX(?:ES)?|LETTERS?|IIR|TD|TDX|DTG|"
    r"CA-\d+|A-\d+|FAM|OSC|FBIS|DAILY|"
    r"NOTE|REPORT|PHONCON|TELEPHONE|CALL|NON-?PAPER|DIPNOTE|AIRGRAM)\b"
    r"|\b\d{6}Z\b|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b|\b[A-Z]{2,}[-/]?\d{4,}",
    re.IGNORECASE,
)
_NO_TELEGRAM = re.compile(r"\b(?:IIR|TD|OSC|FAM|DTG|E-?MAIL|TELCON|FAX|CA-|A-\d)")
_OWN_SERIES = ("EMBTEL", "CONTEL")
"""Telegrams of the mission itself, as they were called before 1973."""

_LEVELS = re.compile(r"^(?:UNCLASS?|UNCLAS|CONFIDENTIAL|SECRET) ")
_KEYWORD_AGAIN = re.compile(r"^(?:REF(?:ERENCE|TEL)?S?:? )(?=[A-Z0-9])")
_SMALL = frozenset("of to and from dated on memo email fax".split())
_OTHER_TEXT = re.compile(
    r"\b(?:SUBJ(?:ECT)?|COMMENT|SUMMARY|INTRODUCTION|BACKGROUND|TEXT) ?:|\bBEGIN\b"
    r"|(?<=\s)\d{1,2}[.)] "
    rf"|{MARK_BEGINS}"
)
_MATTER = re.compile(
    r"\b(?:ON|RE|REGARDING|CONCERNING)\b"
    r"(?! *(?:\d|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))",
    re.IGNORECASE,
)
"""What a document is about, and not of which day it is: that is text."""

_LONGEST_DOCUMENT = 8
_YEARS = ("before", "between", "dash", "behind", "last")


def has_label(text: str) -> bool:
    """Whether a line begins with a letter for an item: `B.`, `(B)`, `[B]`."""
    return _LABELLED.match(text) is not None


def unlabelled(text: str) -> tuple[str | None, str]:
    """The letter of an item (of two, the first) and the words behind it."""
    label = None
    for _ in range(2):
        found = _LABELLED.match(text)
        if found is None:
            break
        label = label or found["round"] or found["square"] or found["plain"]
        text = text[found.end() :]
    return label, _LEVELS.sub("", _KEYWORD_AGAIN.sub("", text).strip())


def is_item(text: str, *, announced: bool) -> bool:
    """Whether words are recognised as an item: a telegram of a known post, or a document.

    A post of one unknown word counts only where keyword or letter announce an item. A sentence is
    none: a document's title is short, names its kind, and has no verb.
    """
    line = _trimmed(text)
    telegram = _TELEGRAM.fullmatch(line) or _REVERSED.fullmatch(line)
    if telegram:
        post = telegram["post"]
        unknown_word = announced and " " not in post
        return post_of(post) is not None or unknown_word or _names_document(line)
    return _BARE.fullmatch(line) is not None or _names_document(line)


def _names_document(line: str) -> bool:
    words = line.split()
    small = [word for word in words if word.isalpha() and word.islower()]
    return (
        len(words) <= _LONGEST_DOCUMENT
        and not _OTHER_TEXT.search(line)
        and not (has_sentence_word(line) or _MATTER.search(line))
        and _DOCUMENT.search(line) is not None
        and all(word in _SMALL for word in small)
    )


def is_telegram(text: str) -> bool:
    """Whether words are a known post and a serial."""
    telegram = _TELEGRAM.fullmatch(_trimmed(text))
    return telegram is not None and post_of(telegram["post"]) is not None


def ends_post(text: str, before: str) -> bool:
    """Whether a line begins with the end of a known post that began on the line before."""
    telegram = _TELEGRAM.fullmatch(_trimmed(text))
    words = re.findall(r"[A-Z'.-]+", before)[-3:]
    starts = (" ".join(words[at:]) for at in range(len(words)))
    return telegram is not None and any(post_of(f"{s} {telegram['post']}") for s in starts)


def read_item(
    text: str, label: str | None, post: str | None, year: int | None, *, own: str | None = None
) -> tuple[Reference | None, str | None]:
    """The reference that an item is, and the post that a following bare serial belongs to.

    `own` is the post of the telegram itself.
    """
    line = _trimmed(text)
    if not line:
        return None, post
    telegram = _TELEGRAM.fullmatch(line) or _REVERSED.fullmatch(line) or _printed(line)
    if telegram and not _NO_TELEGRAM.search(line):
        named = _post(telegram["post"])
        if named in _OWN_SERIES:
            named = own or named
        return Reference(label, line, _identifier(telegram, named, year)), named
    bare = _BARE.fullmatch(line)
    return Reference(label, line, _identifier(bare, post, year) if bare else None), post


def _printed(line: str) -> re.Match[str] | None:
    """A telegram of a known post in small letters, as volumes print it: `State 190022`."""
    telegram = _TELEGRAM.fullmatch(line.upper()) if line[:1].isupper() else None
    return telegram if telegram and post_of(telegram["post"]) else None


def _post(words: str) -> str:
    """The letters of a post, that of `LIMA'S 345` too."""
    return post_of(words) or post_of(words.removesuffix("'S")) or letters_of(words)


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" .,;:&").removeprefix("AND ")


def _identifier(found: re.Match[str], post: str | None, year: int | None) -> str | None:
    groups = found.groupdict()
    printed = next((groups[name] for name in _YEARS if groups.get(name)), None)
    serial = re.sub(r"\D", "", groups["serial"].replace("O", "0").replace("l", "1"))
    return identifier(post, printed, serial, year)


def identifier(post: str | None, printed: str | None, serial: str, year: int | None) -> str | None:
    """`09STATE90236`: the printed year, else the telegram's; the serial without leading zeros."""
    digits = printed or (str(year) if year else None)
    if post is None or digits is None:
        return None
    named = post_in_year(post, _full_year(digits))
    return f"{digits[-2:]}{named}{serial.lstrip('0')}"


def _full_year(digits: str) -> int:
    """The year of two digits, 1950 to 2049, or of four."""
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= 50 else 2000)
