"""A paragraph with a hole, set afresh: its lines no longer tell how long the hole was.

A drafter ends a line where the next word does not fit, centres a name, fills a column up with
blanks, underlines a heading as far as it goes. How much of a line is left beside a hole, and which
word begins the next, would tell how long a name was (Bland and others, PoPETs 2023(3) 69; release
2.4). So what stands between two blank lines becomes one line, in which one blank parts two words.
Every word stays letter for letter, and so does every paragraph without a hole.
"""

import re
from collections import deque
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from redact.cable.lines import ANCHOR
from redact.cable.model import Cable, Kind, Portion
from redact.release.holes import Hole

_Pieces = tuple[str | Hole, ...]

_BLANK = r"(?:[ \t\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]|&nbsp;|&#160;|&#[xX]0*[aA]0;)"
_BREAK = r"(?:<br\s*/?>|&#(?:0*1[03]|[xX]0*[aAdD]);)"
_END = rf"(?>{_BREAK}?(?:\r\n?|[\n\v\x1c-\x1e\x85\u2028])|{_BREAK})"
_PAUSE = rf"{_END}(?:{_BLANK}*(?:{_END}|\f))+|[\f\u2029]"
_RULE = (
    rf"(?:\A|{_END}){_BLANK}*(?P<sign>[-=_*~.])(?P=sign){{3,}}{_BLANK}*"
    rf"(?=[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]|{_BREAK}|\Z)"
)
_LABEL = rf"{ANCHOR}?(?:[A-Z][\w./() -]{{0,30}}:|[A-Z][.)]\s)"
_PARTED_BY = {
    Kind.ENVELOPE: f"|{_END}",
    Kind.PAGE_BREAK: f"|{_END}",
    Kind.SIGNATURE: f"|{_END}",
    Kind.HEADER: f"|{_END}(?={_LABEL})",
    Kind.REFERENCE: f"|{_END}(?={_LABEL})",
}
"""What parts a structural portion besides blank lines and rules: its lines, or its fields."""
_SHORT_RULE = r"\1" * 7

_blanks = re.compile(_BLANK).sub
_ends = re.compile(_END).findall
_run = re.compile(rf"(?:{_BLANK}|{_END})+")
_torn_words = re.compile(rf"(?:(?<=\w)|\A)(--?|\u2010){_BLANK}*{_END}{_BLANK}*(?=\w|\Z)").sub
_long_rules = re.compile(r"([^\w\s])\1{3,}").sub


def set_afresh(cable: Cable, made: Sequence[_Pieces]) -> list[_Pieces]:
    """The pieces of each portion, every paragraph with a hole in it set afresh.

    So is what goes on with such a paragraph: on the line where it ends, or behind the turn of a
    page.
    """
    done: list[_Pieces] = []
    going_on: set[int] = set()
    for portion, pieces in zip(cable.portions, made, strict=True):
        flows = bool(going_on) and _goes_on(cable, portion, going_on)
        if not flows and not any(isinstance(piece, Hole) and not piece.after for piece in pieces):
            done.append(pieces)
            continue
        edges = _Edges(_is_inside(cable, portion.span.start), _is_inside(cable, portion.span.end))
        afresh, ends_afresh = _portion(pieces, _pauses_of(portion.kind), edges, flows=flows)
        done.append(afresh)
        if ends_afresh:
            going_on.add(portion.index)
    return done


class _Edges(NamedTuple):
    """Whether a portion begins, and whether it ends, within a line that it shares with others."""

    start: bool
    end: bool


def _is_inside(cable: Cable, at: int) -> bool:
    text = cable.source.text
    return 0 < at < len(text) and not _ends(text, at - 1, at)


def _goes_on(cable: Cable, portion: Portion, afresh: set[int]) -> bool:
    """Whether a portion goes on with the last paragraph of one that was set afresh."""
    before = cable.portions[portion.index - 1]
    if before.kind is Kind.PAGE_BREAK:
        return portion.parent in afresh and portion.mark is None and portion.number is None
    return before.index in afresh and _is_inside(cable, portion.span.start)


@lru_cache(maxsize=16)
def _pauses_of(kind: Kind) -> re.Pattern[str]:
    """What parts the paragraphs of a portion."""
    return re.compile(f"{_RULE}|{_PAUSE}{_PARTED_BY.get(kind, '')}")


def _portion(
    pieces: _Pieces, pause: re.Pattern[str], edges: _Edges, *, flows: bool
) -> tuple[_Pieces, bool]:
    """A portion set afresh, and whether its last paragraph was."""
    paragraphs, pauses = _parted(pieces, pause)
    holed = [any(isinstance(piece, Hole) for piece in item) for item in paragraphs]
    holed[0] = holed[0] or flows
    last = len(paragraphs) - 1
    shown: list[str | Hole] = []
    for number, item in enumerate(paragraphs):
        inside = _Edges(edges.start and number == 0, edges.end and number == last)
        shown += _paragraph(item, inside) if holed[number] else item
        if number < last:
            beside = holed[number] or holed[number + 1]
            shown.append(_plain_pause(pauses[number]) if beside else pauses[number])
    written = [afresh for afresh, item in zip(holed, paragraphs, strict=True) if item]
    return _merged(shown), written[-1:] == [True]


def _parted(pieces: _Pieces, pause: re.Pattern[str]) -> tuple[list[list[str | Hole]], list[str]]:
    """Paragraphs, and the pauses between them."""
    paragraphs: list[list[str | Hole]] = [[]]
    pauses: list[str] = []
    for piece in pieces:
        if isinstance(piece, Hole):
            paragraphs[-1].append(piece)
            continue
        at = 0
        for found in pause.finditer(piece):
            paragraphs[-1] += [piece[at : found.start()]] if found.start() > at else []
            paragraphs.append([])
            pauses.append(found[0])
            at = found.end()
        paragraphs[-1] += [piece[at:]] if at < len(piece) else []
    return paragraphs, pauses


def _paragraph(pieces: list[str | Hole], inside: _Edges) -> list[str | Hole]:
    """One line of words, each parted from the next by one blank; line ends around it stay."""
    before = behind = ""
    if pieces and isinstance(pieces[0], str):
        found = _run.match(pieces[0])
        before = found[0] if found else ""
        pieces[0] = pieces[0][len(before) :]
    if pieces and isinstance(pieces[-1], str):
        behind = _run_at_the_end(pieces[-1])
        pieces[-1] = pieces[-1][: len(pieces[-1]) - len(behind)]
    words = [piece if isinstance(piece, Hole) else _in_a_row(piece) for piece in pieces]
    return [_edge(before, inside=inside.start), *words, _edge(behind, inside=inside.end)]


def _run_at_the_end(text: str) -> str:
    last = deque(_run.finditer(text), maxlen=1)
    return last[0][0] if last and last[0].end() == len(text) else ""


def _edge(parting: str, *, inside: bool) -> str:
    return "".join(_ends(parting)) or (" " if parting and inside else "")


def _in_a_row(text: str) -> str:
    return _run.sub(" ", _long_rules(_SHORT_RULE, _torn_words(r"\1", text)))


def _plain_pause(pause: str) -> str:
    """Without blanks, and with a rule of one length: it may be as long as the line above it."""
    return _long_rules(_SHORT_RULE, _blanks("", pause))


def _merged(pieces: Sequence[str | Hole]) -> _Pieces:
    """Strings that follow one another as one, the empty ones gone."""
    merged: list[str | Hole] = []
    for is_text, group in groupby(pieces, key=lambda piece: isinstance(piece, str)):
        listed = list(group)
        merged += ["".join(map(str, listed))] if is_text else listed
    return tuple(piece for piece in merged if piece)
