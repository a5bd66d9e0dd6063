"""The form in Markdown: CommonMark that shows the released text as it stands, notices in italics.

Each line of the text is a line of the page; blank lines part paragraphs. What Markdown would read
as a sign of its own stands behind a backslash, a blank that it would swallow is one that does not
break.
"""

import re
from string import punctuation

from redact.cable.model import Cable
from redact.policy.decision import Account
from redact.release.holes import Hole
from redact.release.model import Outcome
from redact.release.pieces import Piece, pieces_of
from redact.release.stamp import Line, stamp_lines

_SIGNS = re.compile(r"[\\`*_\[\]<>&#~|$]")
_LINE_END = re.compile(r"\r\n?|\n")
_BLANKS = re.compile(r"(?m)^[ \t]+|[ \t]{2,}")
_LIST_SIGN = re.compile(r"(?m)^((?:&nbsp;)*)(?:(\d{1,9})([.)])|([-+=:]))")
_KEPT_SPACE = "&nbsp;"
_LETTER = "a"
_BESIDE_ITALICS = frozenset(["", *" \t\n\r", *punctuation])
"""Between other characters CommonMark would take the asterisks for themselves."""


def markdown_form(cable: Cable, account: Account, outcome: Outcome, style: str) -> str:
    """The release as CommonMark: a heading, the stamp, a rule, the cable."""
    first, *lines = stamp_lines(cable, account, outcome)
    stamp = "\\\n".join(map(_stamp_line, lines))
    pieces = [piece for portion in pieces_of(cable, account, style) for piece in portion]
    return f"# {escaped(str(first))}\n\n{stamp}\n\n---\n\n{_blocks(pieces)}\n"


def escaped(text: str) -> str:
    """Text within a line, with nothing left that Markdown would read as a sign of its own."""
    return _SIGNS.sub(r"\\\g<0>", text).replace("\0", "\ufffd")


def _stamp_line(line: Line) -> str:
    if not line.cancelled:
        return escaped(line.words)
    return f"{escaped(line.words)}~~{escaped(line.cancelled)}~~ cancelled"


def _blocks(pieces: list[Piece]) -> str:
    """Paragraphs of lines that end in a hard break."""
    text = _LINE_END.sub("\n", "".join(_run(*three) for three in _with_neighbours(pieces)))
    lines = [line.rstrip(" \t") for line in text.split("\n")]
    shown = _LIST_SIGN.sub(_not_a_list, _BLANKS.sub(_kept_blanks, "\n".join(lines)))
    return re.sub(r"\n\n+|(\n)", lambda end: "\\\n" if end[1] else "\n\n", shown.strip("\n"))


def _with_neighbours(pieces: list[Piece]) -> list[tuple[str, Piece, str]]:
    """Each piece with the characters on either side of it, "" where there are none."""
    edges = [_edges(piece) for piece in pieces]
    befores = ["", *(last for _, last in edges)]
    afters = [*(first for first, _ in edges[1:]), ""]
    return list(zip(befores, pieces, afters, strict=False))


def _edges(piece: Piece) -> tuple[str, str]:
    """The first and the last character; of a hole, a letter and what follows it."""
    if isinstance(piece, str):
        return piece[:1], piece[-1:]
    return piece.lead[:1] or _LETTER, piece.after[-1:] or _LETTER


def _run(before: str, piece: Piece, after: str) -> str:
    return escaped(piece) if isinstance(piece, str) else _notice(before, piece, after)


def _notice(before: str, hole: Hole, after: str) -> str:
    """In italics; plain where a letter touches it, where Markdown knows no italics."""
    bar = f"{hole.bar} " if hole.bar else ""
    free = (hole.lead or before in _BESIDE_ITALICS) and (hole.after or after in _BESIDE_ITALICS)
    shown = f"*{bar}[{escaped(hole.words[1:-1])}]*" if free else f"{bar}{escaped(hole.words)}"
    return f"{escaped(hole.lead)}{shown}{hole.after}"


def _kept_blanks(blanks: re.Match[str]) -> str:
    return _KEPT_SPACE * len(blanks[0].expandtabs(8))


def _not_a_list(found: re.Match[str]) -> str:
    number, stop, sign = found[2], found[3], found[4]
    return f"{found[1]}{number}\\{stop}" if number else f"{found[1]}\\{sign}"
