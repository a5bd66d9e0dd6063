"""Ordinary telegrams of 2003-2010, clean and in the commonest shapes, and small edits of them.

They leave out what the richer generators hold: tables, quotations, odd shapes of marks, numbers
and headings. Their truth is not known; they serve to hold one way of reading to another.
"""

from datetime import date, timedelta
from textwrap import fill

from tests.property import headers
from tests.property.choose import Choose, between, one_in, one_of
from tests.property.strategies import ENDINGS, SIGNERS
from tests.property.tokens import Words

_MARKS = (
    ("(U)", "(SBU)", "(U)"),
    ("(C)", "(C)", "(C/NF)", "(U)", "(C//REL TO USA, GBR)", "(SBU)"),
    ("(S)", "(S//NF)", "(C)", "(U)", "(S/NF)"),
)
_REFERENCES = (*headers.REFERENCES[:5], ())
_ANCHORS = ("", "", "[1](#)", "¶")
_HEADINGS = ("Comment\n-------", "SUMMARY\n-------", "-------\nCOMMENT\n-------", "Background")

PIECES = (
    *(
        "(S)",
        "(C) ",
        "(NF)",
        "SECRET",
        "secret",
        "(see Annex)",
        "1. (C) The",
        "5. (S//NF) The",
        "BT",
    ),
    *("NNNN", "BEGIN TEXT:", "End text.", "E.O. 12958: DECL: 01/02/2030", "TAGS: PREL", "SIPDIS"),
    *("UNCLASSIFIED", "Summary: (S) The", "- (C) The", "A. The", "ENTIRE TEXT", "DECL: OADR", "--"),
    *(
        "S//NF",
        "OSLO 00000412  002 OF 003",
        "PARIS",
        "2003",
        "confidential.",
        "Derived from: x",
        "-",
    ),
    *("Classified By: John Roe", "R 221517Z SEP 09", "MRN: 1", "(C) (NF) ", "11. (C) The", "   "),
)
SIGNS = "()[]/.:;,-0123456789 \n\t\r\xa0\u200bSCUNFabz&|*'\"<>{}=_¶\x0cА"


def ordinary(choose: Choose) -> str:
    """A clean telegram of the commonest shapes."""
    level = one_of(choose, (1, 0, 2))
    post = one_of(choose, headers.POSTS)
    serial = between(choose, 100, 4999)
    dated = date(2003, 1, 1) + timedelta(days=between(choose, 0, 2550))
    words = Words(choose)
    banner = one_of(choose, (headers.LEVELS[level], headers.spaced(headers.LEVELS[level])))
    order = headers.instruction(choose, dated, known=True).text if level else "E.O. 12958: N/A"
    lines = [
        *headers.envelope(choose, post, serial, dated, headers.LETTERS[level]),
        f"{banner} {post[0]} {serial:06d}",
        *("", "SIPDIS"),
        *(["", one_of(choose, headers.PASSING)] if one_in(choose, 3) else []),
        *("", order, headers.tags(choose, post[2]), f"SUBJECT: {words.heading()}", ""),
        *_parted(one_of(choose, _REFERENCES)),
        *_parted(one_of(choose, headers.CLASSIFIED_BY) if level else ()),
    ]
    blocks = _blocks(choose, words, _MARKS[level])
    end = [one_of(choose, SIGNERS), *one_of(choose, ENDINGS)]
    return "\n".join([*lines, *blocks, *end, ""])


def _parted(lines: tuple[str, ...]) -> list[str]:
    return [*lines, ""] if lines else []


def _blocks(choose: Choose, words: Words, marks: tuple[str, ...]) -> list[str]:
    width, anchor = between(choose, 56, 72), one_of(choose, _ANCHORS)
    blocks: list[str] = []
    for number in range(1, between(choose, 3, 8)):
        if one_in(choose, 6):
            blocks += [one_of(choose, _HEADINGS[: 3 if number == 1 else 4]), ""]
        mark = "" if one_in(choose, 12) else f"{one_of(choose, marks)} "
        blocks += [fill(f"{anchor}{number}. {mark}{_text(choose, words)}", width), ""]
        if one_in(choose, 4):
            sign = one_of(choose, ("- ", "-- ", "-", "A. "))
            blocks += [fill(f"{sign}{_text(choose, words)}", width), ""]
        if one_in(choose, 8):
            blocks += [fill(_text(choose, words), width), ""]
    return blocks


def _text(choose: Choose, words: Words) -> str:
    return " ".join(words.sentences(between(choose, 1, 4)))


def edited(choose: Choose, text: str) -> str:
    """The text with one to three small edits: a sign, a piece or a line put in, lost or moved."""
    for _ in range(between(choose, 1, 3)):
        text = _edit(choose, text) or "x"
    return text


def _edit(choose: Choose, text: str) -> str:
    at = choose(len(text))
    kind = choose(8)
    if kind < 3:
        put = one_of(choose, SIGNS) if kind < 2 else one_of(choose, PIECES)
        return text[:at] + put + text[at:]
    if kind < 5:
        return text[:at] + (text[at + 1 :] if kind == 3 else text[at:].replace("\n", " ", 1))
    lines = text.split("\n")
    row = choose(len(lines))
    if kind == 5:
        del lines[row]
    elif kind == 6:
        lines[row:row] = [one_of(choose, PIECES)]
    else:
        lines.insert(row, lines.pop(choose(len(lines))))
    return "\n".join(lines)
