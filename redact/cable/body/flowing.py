"""Lines that can be nothing but words of a sentence, taken as many at a time as there are.

A short cut for the commonest lines: what stands here is told from the lines alone, whatever stands
before them, and the general way makes the same of them.
"""

import re

from redact.cable.body.cursor import Cursor
from redact.cable.body.signs import BEGIN_WORDS
from redact.cable.header.extensions import STAMPED, extension_in
from redact.cable.marks import CLOSING, OPENING, SCOPE

SHORTEST = 20
"""A line that is shorter may state the level in small letters."""

BEGINS_WITH_SIGN = (
    r"(?![BbTtQqEeUuCcDd](?i:egin|ext of|te|uote|nd|nquote|nqte|lassified|erived|xecutive|ecl))"
    r"(?![ivx]{1,4}[.)])"
)
BEGINS_WITH_LEVEL = (
    r"(?!BEGIN|CASE|CLAS|CONF|COSMIC|DECL|DENI|DERI|END|ENTIRE|EO|EXEC|LIMI|NATO|OFFI|PARA|QTE|QUO"
    r"|RELEA|RESTR|SECR|SENSI|TEXT|TOP|UN)"
)
WORD_ENDS = r"(?=[ ,.;:\n]|\Z)"
LOST_OPENING = rf"(?![^\n{re.escape(OPENING + CLOSING)}]{{0,{SCOPE}}}[{re.escape(CLOSING)}])"
"""No bracket is closed that was not opened: it might end a mark."""
PLAIN_WORD = r"[a-z]{2}[a-z'-]*"
_FIRST_WORD = re.compile(rf"{LOST_OPENING}{BEGINS_WITH_SIGN}[A-Z]?{PLAIN_WORD}{WORD_ENDS}")
_OF_A_SENTENCE = (
    r"(?=[^\n]* (?:the|that|with|was|were|would|had|said|have) )(?=[^\n ]*(?: [^\n ]+){4})"
)
_LINES = re.compile(
    rf"(?:\n{LOST_OPENING}(?:{BEGINS_WITH_SIGN}{PLAIN_WORD}{WORD_ENDS}(?=[^\n]{{{SHORTEST - 2}}})"
    rf"|{BEGINS_WITH_SIGN}[A-Z]{PLAIN_WORD}{WORD_ENDS}(?:(?=[^\n]{{46}})|{_OF_A_SENTENCE})"
    rf"|(?:a|\d{{1,4}}) [a-z]{{2}}(?=[^\n]{{{SHORTEST}}})"
    rf"|[\"'“‘]{BEGINS_WITH_SIGN}[A-Z]?{PLAIN_WORD}[ ,](?=[^\n]{{{SHORTEST}}})"
    rf"|(?:{BEGINS_WITH_LEVEL}[A-Z]{{2,12}}[ ,]|U\.S\. (?!Dep))(?![-/ ])(?=[^\n]{{49}})"
    r"(?=[^\n]*[a-z]{3})(?![^\n]*\d(?:\n|\Z)))[^\n]*+)*"
)
"""Lines that begin with a word of a sentence and can state no level, whatever is cut off them."""

_SUSPECT = ("LASSIFIED", "/RELEASED", "CASE NO", "ERIVED FROM")
"""Parts of the words of a stamp, of a quotation, of an authority."""

_DECLASSIFY = "ECL"
_INSTRUCTIONS = ("ECLAS", "ECL:", "ECL ")
"""What all instructions have in common, and parts of their words."""


_BEGINNING = re.compile(BEGIN_WORDS)


def flows_on(cursor: Cursor, text: str) -> bool:
    """Whether a line is only words: it begins with a plain one, and no sign of a portion does."""
    return flows(text) and not (cursor.suspect and is_suspect(text))


def flows(text: str) -> bool:
    """Whether a line begins with a plain word of a sentence."""
    return _FIRST_WORD.match(text) is not None


def is_suspect(text: str) -> bool:
    """Whether a text may hold words that say something of a portion or of the whole."""
    upper = text.upper()
    if _DECLASSIFY in upper and any(map(upper.__contains__, _INSTRUCTIONS)):
        return True
    if any(map(upper.__contains__, _SUSPECT)) or "ENTIRE " in text:
        return True
    if STAMPED in upper and any(map(extension_in, text.splitlines())):
        return True
    return "BEGIN " in upper and _BEGINNING.search(upper) is not None


def flow_on(cursor: Cursor) -> None:
    """Take the lines below that only go on with the text of this one: the last is the line now."""
    start = cursor.offsets[cursor.at - cursor.first] + len(cursor.line.text)
    found = _LINES.match(cursor.said, start)
    stop = found.end() if found else start
    if stop == start or (cursor.suspect and is_suspect(cursor.said[start:stop])):
        return
    cursor.at += cursor.said.count("\n", start, stop)
    cursor.line = cursor.above = cursor.scan.lines[cursor.at]
    cursor.before = cursor.line.text
