"""Damage to the text and the bytes of a cable: characters, line ends, encodings, truncation."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from tests.property.choose import Choose, between, one_in, one_of
from tests.property.tokens import squeezed, tokens_in
from tests.property.truth import OPEN, Promise


@dataclass(frozen=True, slots=True)
class Written:
    """A cable as text, what is promised of its tokens, and how it is to be encoded."""

    text: str
    promises: dict[str, Promise]
    encoding: str = "utf-8"

    def softened(self) -> "Written":
        """The same, and nothing is expected to come out."""
        return replace(self, promises={t: p.unpromised() for t, p in self.promises.items()})

    def at_floor(self) -> "Written":
        """The same, and what raised a token may be gone."""
        return replace(self, promises={t: p.at_floor() for t, p in self.promises.items()})

    def data(self) -> bytes:
        """The bytes of the cable; what the encoding lacks becomes a question mark."""
        return self.text.encode(self.encoding, errors="replace")


TextDamage: TypeAlias = Callable[[Choose, Written], Written]

_INSIDE_WORD = re.compile(r"(?<=[A-Za-z])(?=[A-Za-z])")
_BLANK_IN_LINE = re.compile(r"(?<=\S) (?=\S)")


def _scattered(choose: Choose, cable: Written, pattern: re.Pattern[str], sign: str) -> Written:
    """`sign` at one to eight of the places of `pattern`; a blank gives way to it."""
    places = [p for p in pattern.finditer(cable.text) if not _in_entity(cable.text, p.start())]
    if not places:
        return cable
    chosen = {choose(len(places)) for _ in range(between(choose, 1, 8))}
    text = cable.text
    for place in sorted((places[at] for at in chosen), key=re.Match.start, reverse=True):
        text = text[: place.start()] + sign + text[place.end() :]
    return replace(cable, text=text).at_floor()


def _in_entity(text: str, at: int) -> bool:
    return "&" in text[max(0, at - 5) : at]


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def crlf(choose: Choose, cable: Written) -> Written:
    """Lines that end with CR LF."""
    return replace(cable, text=_plain_ends(cable.text).replace("\n", "\r\n"))


def lone_cr(choose: Choose, cable: Written) -> Written:
    """Lines that end with CR."""
    return replace(cable, text=_plain_ends(cable.text).replace("\n", "\r"))


def mixed_line_ends(choose: Choose, cable: Written) -> Written:
    """Some lines end with CR LF, some with CR, some with LF; no blank line is lost by it."""
    first, *lines = _plain_ends(cable.text).split("\n")
    ends = ("\n", "\r\n", "\r")
    text = first + "".join(ends[choose(3 if line else 2)] + line for line in lines)
    return replace(cable, text=text).softened()


def no_break_blanks(choose: Choose, cable: Written) -> Written:
    """No-break blanks for some blanks."""
    return _scattered(choose, cable, _BLANK_IN_LINE, "\u00a0")


def entity_blanks(choose: Choose, cable: Written) -> Written:
    """`&nbsp;` for some blanks."""
    return _scattered(choose, cable, _BLANK_IN_LINE, "&nbsp;")


def zero_width(choose: Choose, cable: Written) -> Written:
    """Invisible characters inside words."""
    return _scattered(choose, cable, _INSIDE_WORD, one_of(choose, "\u200b\u200d\u2060\ufeff"))


def soft_hyphens(choose: Choose, cable: Written) -> Written:
    """Soft hyphens inside words."""
    return _scattered(choose, cable, _INSIDE_WORD, "\u00ad")


def control_characters(choose: Choose, cable: Written) -> Written:
    """NUL and other control characters inside words."""
    return _scattered(choose, cable, _INSIDE_WORD, one_of(choose, "\x00\x01\x08\x1b\x7f"))


def entities(choose: Choose, cable: Written) -> Written:
    """Ampersands, quotation marks and apostrophes as a web page has them."""
    text = cable.text.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&quot;")
    text = text.replace("&amp;para;", "&para;").replace("&amp;#182;", "&#182;")
    return replace(cable, text=text.replace("&amp;nbsp;", "&nbsp;")).softened()


def mojibake(choose: Choose, cable: Written) -> Written:
    """UTF-8 read as cp1252: `Â¶`, `â€™`. Not where it would leave a mark without its brackets."""
    if "（" in cable.text:
        return cable
    text = cable.text.replace("'", "’")
    return replace(cable, text=text.encode().decode("cp1252", errors="replace")).at_floor()


def cp1252(choose: Choose, cable: Written) -> Written:
    """Curly quotes and dashes in the bytes of cp1252. Not where a mark would lose its brackets."""
    if "（" in cable.text:
        return cable
    text = cable.text.replace("'", "’").replace(" and ", " – ")
    return replace(cable, text=text, encoding="cp1252").at_floor()


def latin_1_controls(choose: Choose, cable: Written) -> Written:
    """cp1252 read as Latin-1: C1 control characters for quotes and dashes."""
    return replace(cable, text=cable.text.replace("'", "\x92").replace(" - ", " \x96 ")).at_floor()


def utf_16(choose: Choose, cable: Written) -> Written:
    """UTF-16 with its byte order mark."""
    return replace(cable, encoding="utf-16").softened()


def utf_16_unmarked(choose: Choose, cable: Written) -> Written:
    """UTF-16 without a byte order mark: perhaps no text at all."""
    return replace(cable, encoding=one_of(choose, ("utf-16-le", "utf-16-be"))).softened()


def byte_order_mark(choose: Choose, cable: Written) -> Written:
    """UTF-8 with a byte order mark."""
    return replace(cable, text="\ufeff" + cable.text.removeprefix("\ufeff"))


def form_feeds(choose: Choose, cable: Written) -> Written:
    """A form feed in front of numbered paragraphs: a page break (cables 5)."""
    text = re.sub(r"\n\n(?=\d\. )", lambda _: "\n\n\f" if one_in(choose, 2) else "\n\n", cable.text)
    return replace(cable, text=text).softened()


def leading_blanks(choose: Choose, cable: Written) -> Written:
    """Blank lines on top, none or several at the end."""
    text = "\n" * between(choose, 1, 3) + cable.text.rstrip("\n") + "\n" * choose(4)
    return replace(cable, text=text)


def truncated(choose: Choose, cable: Written) -> Written:
    """Cut off anywhere; what a later mark, letter or quotation end would have told is gone."""
    text = cable.text[: choose(len(cable.text))]
    order = text.rfind("DECL")
    cut_in_order = order >= 0 and "\n" not in text[order:]
    kept = squeezed(text)
    promises = {
        token: OPEN if cut_in_order else promise.at_floor()
        for token, promise in cable.promises.items()
        if token in kept
    }
    opened = dict.fromkeys(_cut(text), OPEN)
    return replace(cable, text=text, promises={**promises, **opened})


def _cut(text: str) -> tuple[str, ...]:
    """The tokens of a subject or table that is cut off: its mark or columns may be missing."""
    if _cut_in_subject(text):
        return tokens_in(text[text.rfind("SUBJECT") :])
    last = re.split(r"\n\s*\n", _plain_ends(text))[-1]
    return tokens_in(last) if last.startswith("  ") else ()


def _cut_in_subject(text: str) -> bool:
    at = text.rfind("SUBJECT")
    return at >= 0 and "\n\n" not in _plain_ends(text[at:])


TEXT_DAMAGES: dict[str, TextDamage] = {
    "crlf": crlf,
    "lone-cr": lone_cr,
    "mixed-line-ends": mixed_line_ends,
    "no-break-blanks": no_break_blanks,
    "entity-blanks": entity_blanks,
    "zero-width": zero_width,
    "soft-hyphens": soft_hyphens,
    "control-characters": control_characters,
    "entities": entities,
    "mojibake": mojibake,
    "cp1252": cp1252,
    "latin-1-controls": latin_1_controls,
    "utf-16": utf_16,
    "utf-16-unmarked": utf_16_unmarked,
    "byte-order-mark": byte_order_mark,
    "form-feeds": form_feeds,
    "leading-blanks": leading_blanks,
    "truncated": truncated,
}
