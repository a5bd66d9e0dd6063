"""Lines that only go on with the text above them, told from the source as it stands."""

from redact.cable.body.flowing import (
    BEGINS_WITH_LEVEL,
    BEGINS_WITH_SIGN,
    LOST_OPENING,
    PLAIN_WORD,
    SHORTEST,
    WORD_ENDS,
    flows,
)
from redact.cable.body.page_lines import is_page_line, is_stamp
from redact.cable.body.quotations import opens_quotation
from redact.cable.body.signature import is_foot, is_signer
from redact.cable.body.signs import framed_heading, is_rule, mark_of_line, number_at, sign_at
from redact.cable.body.transmissions import MAY_BEGIN
from redact.cable.header.authority import KEYWORD as AUTHORITY
from redact.cable.header.banner import level_words, read_banner, torn_level
from redact.cable.header.order_line import ORDER
from redact.cable.header.statements import LONGEST_HINT, hint_of, level_of_odd_letters
from redact.cable.lines import Line

FIRST_OF_A_MARK = (
    r"(?!(?i:authorized|atomal|bohemia|byeman|caution|comint|confidential|controlled|cosmic"
    r"|critical|cts|cnwdi|dea|display|dissemination|dod|doe|exclusive|exdis|eyes|for|foreign"
    r"|formerly|gamma|handle|humint|hvsaco|imcon|joint|klamath|klondike|law|les|limdis|limited"
    r"|marvel|modified|moray|naval|nc|no|nocontract|nodis|noforn|not|ns|oc|official|orcon"
    r"|originator|page|propin|proprietary|rawfisa|rel|releasable|relido|relto|reserve|restricted"
    r"|risk|sbu|secret|security|sensitive|sigma|special|spoke|talent|top|transclassified|umbra"
    r"|unclas|unclassified|waived|warning|wnintel|classification)\b)"
)
"""No word of the registers that is a mark, or begins one, in small letters too."""

_LONG = rf"(?=[^\n]{{{SHORTEST - 3}}}[^\n]*[^\n ])"
_LONGER = r"(?=[^\n]{45}[^\n]*[^\n ])"
_OF_A_SENTENCE = (
    r"(?=[^\n]* (?:the|that|with|was|were|would|had|said|have) [^\n]*[^\n ])"
    r"(?=[^\n]*(?: [^\n ]+){4})"
)
FLOW = (
    rf"(?:\n(?=[A-Za-z\d\"']){LOST_OPENING}(?:{BEGINS_WITH_SIGN}{PLAIN_WORD}{WORD_ENDS}{_LONG}"
    rf"|{BEGINS_WITH_SIGN}{FIRST_OF_A_MARK}{PLAIN_WORD}"
    r"(?: [a-z]{2}[a-z'-]*){0,4}[.,;:]? *(?=\n|\Z)"
    rf"|(?:{BEGINS_WITH_SIGN}[A-Z]{PLAIN_WORD}{WORD_ENDS}|(?!E)[A-Z][a-z] )"
    rf"(?:{_LONGER}|{_OF_A_SENTENCE})"
    rf"|(?:a|\d{{1,4}}) [a-z]{{2}}{_LONG}"
    rf"|[\"']{BEGINS_WITH_SIGN}[A-Z]?{PLAIN_WORD}[ ,]{_LONG}"
    rf"|(?:{BEGINS_WITH_LEVEL}[A-Z]{{2,12}}[ ,]|U\.S\. (?!Dep))"
    r"(?![-/ ])(?=[^\n]{48}[^\n]*[^\n ])"
    r"(?=[^\n]*[a-z]{3})(?![^\n]*\d *(?:\n|\Z)))[^\n]*+)*"
)
"""Lines under one of text of which the general way makes nothing."""


def states_level(text: str) -> bool:
    """Whether a line may say how the whole is classified."""
    if len(text) >= SHORTEST and not text[0].isupper():
        return False
    if read_banner(text) or (text[-1].isdigit() and torn_level(text)):
        return True
    short = len(text) <= LONGEST_HINT
    return short and (level_of_odd_letters(text) is not None or hint_of(text) is not None)


def is_only_text(text: str, start: int) -> bool:
    """Whether a line right below one of text only goes on with it; asked of the general way."""
    behind = text.find("\n", start)
    end = behind + 1 if behind >= 0 else len(text)
    said = text[start:end].strip()
    if said in ("", "-") or text[start] in " [" or states_level(said):
        return False
    if flows(said):
        return True
    line = Line(start, end, start, said, anchored=False, mended=False)
    return not (_is_sign(text, line, mark_stop(text, end)) or claims(said))


def mark_stop(text: str, end: int) -> int:
    """How far a mark may reach on a line that ends at `end`: to the end of the next with text."""
    behind = text.find("\n", end)
    following = behind + 1 if behind >= 0 else len(text)
    return following if text[end:following].strip() else end


def _is_sign(text: str, line: Line, stop: int) -> bool:
    said = line.text
    return (
        is_foot(said)
        or is_signer(said)
        or level_words(said) is not None
        or is_page_line(said)
        or is_stamp(said)
        or is_rule(said)
        or framed_heading(said)
        or opens_quotation(said)
        or number_at(text, line, stop) is not None
        or sign_at(text, line, stop) is not None
        or mark_of_line(text, line, stop) is not None
    )


def claims(said: str) -> bool:
    """Whether a line may begin another telegram, or say when something ends or by whose word."""
    if MAY_BEGIN.match(f"\n{said}"):
        return True
    return ORDER.match(said) is not None or AUTHORITY.match(said) is not None
