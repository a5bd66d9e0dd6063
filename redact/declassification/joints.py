"""What each separator between values does: joins, belongs to a code, ends a value, or is a word.

Runs between lexer and parser (R2, R4, R16 to R18). Only here does one look further ahead than the
grammar can: whether a value stands behind a comma, AND or OR decides whether an event goes on.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lark import Token

_STRONG = frozenset({"COMMA", "SEMICOLON", "OR", "AND", "LABEL"})
_PUNCTUATION = frozenset({"COMMA", "SEMICOLON", "POINT", "STOP"})
_SEPARATORS = _STRONG | _PUNCTUATION
_OPENING = frozenset({"COMMA", "POINT", "STOP", "LABEL"})
_LOOSE = frozenset(
    {"NAME", "OFFICE", "IMAGERY", "WHICHEVER_FIRST", "WHICHEVER_LAST", "DOWNGRADING", "SOURCE_DATE"}
)
_ORDINARY = frozenset({"MR", "INDEFINITE", "NONE"})
_PLAIN_WORDS = frozenset({"WORD", "NOUN", "FROM"})
_EVENT_WORDS = _PLAIN_WORDS | {"LEAD", "ON"}
_WITH_DAY = frozenset({"GDS", "ADS", "XGDS", "RDS", "EXEMPTION", "HUMAN"})
_WITH_LABEL = frozenset({"GDS", "ADS", "XGDS"})
_WITH_EVENT = frozenset({"ADS", "EXEMPTION", "HUMAN"})
_IMAGERY = re.compile(r"1295[1IL](?![A-Z0-9])(?!.*D[EC])")
_ORDER_ALONE = re.compile(r"(?!.*(?:DECL|DCL)).*")
_SHAPE = {"POINT": "p", "STOP": "p", "COMMA": "c", "SEMICOLON": "s", "AND": "j", "OR": "j"}
_JOINING = re.compile(r"p*[cs]?j?l*")


class Joints:
    """The step Lark calls between lexer and parser."""

    always_accept = ("POINT", "STOP")

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The same stream with its separators settled."""
        return iter(settle(list(stream)))


def settle(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each separator settled: joints, MISSING for an empty value, words of events.

    What cannot be settled stays as it is, and the grammar refuses it.
    """
    read = [_in_context(tokens, at) for at in range(len(tokens))]
    holds_noun = _holds_noun(read)
    out: list[Token] = []
    at = 0
    while at < len(read):
        run = _run(read, at)
        behind = at + len(run)
        following = read[behind] if behind < len(read) else None
        value = following is not None and (following.type not in _PLAIN_WORDS or holds_noun[behind])
        out += _settled(run, out[-1] if out else None, following, value=value)
        out += [following] if following is not None else []
        at = behind + 1
    return out or [_missing(None)]


def _in_context(tokens: Sequence[Token], at: int) -> Token:
    """A token as its neighbours let it be read: a code, or an ordinary word of an event."""
    token = tokens[at]
    before = tokens[at - 1].type if at else None
    if token.type in _ORDINARY and not _stands_alone(tokens, at):
        return _retyped(token, "WORD")
    if token.type == "FROM" and before != "PERIOD":
        return _retyped(token, "WORD")
    if token.type == "BOUND" and not (_opens(before) and _type(tokens, at + 1) == "DAY"):
        return _retyped(token, "WORD")
    if token.type == "LABEL" and at and _IMAGERY.search(token):
        return _retyped(token, "IMAGERY")
    return token


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether an ordinary word (NONE, PERMANENT, MR) stands where only a code can."""
    before = tokens[at - 1].type if at else None
    behind = at + 1
    while _type(tokens, behind) in {"POINT", "STOP"}:
        behind += 1
    following = _type(tokens, behind)
    return (_opens(before) or before == "XGDS") and (
        following is None or following in _STRONG | _LOOSE | {"DAY", "LEAD", "ON"}
    )


def _opens(before: str | None) -> bool:
    return before is None or before in _SEPARATORS or before == "SOURCE_MARKED"


def _type(tokens: Sequence[Token], at: int) -> str | None:
    return tokens[at].type if at < len(tokens) else None


def _holds_noun(tokens: Sequence[Token]) -> list[bool]:
    """For each place whether an event noun stands between it and the next joiner (R16)."""
    holds = [False] * (len(tokens) + 1)
    for at in range(len(tokens) - 1, -1, -1):
        kind = tokens[at].type
        holds[at] = kind == "NOUN" or (kind not in _STRONG and holds[at + 1])
    return holds


def _run(tokens: Sequence[Token], at: int) -> list[Token]:
    end = at
    while end < len(tokens) and tokens[end].type in _SEPARATORS:
        end += 1
    return list(tokens[at:end])


def _settled(
    run: list[Token], before: Token | None, behind: Token | None, *, value: bool
) -> list[Token]:
    """What becomes of a run of separators between two tokens (None: an end of the text)."""
    kinds = {token.type for token in run}
    if before is None:
        return _at_start(run, behind) if kinds <= _OPENING else run
    if kinds <= _PUNCTUATION and _passed_over(before, behind):
        return []
    if behind is None or "LABEL" in kinds or behind.type in _LOOSE:
        return _labelled(run, before, behind, value=value)
    if kinds <= {"POINT"}:
        return [] if _abbreviates(run, before) else run
    if _belongs(run, before, behind, value=value):
        return []
    if value or "SEMICOLON" in kinds:
        return _one_joint(run)
    return [_retyped(token, "WORD") for token in run]


def _passed_over(before: Token, behind: Token | None) -> bool:
    """Whether mere punctuation between the two says nothing (R4, R22)."""
    if behind is None or behind.type in _LOOSE:
        return True
    return before.type == "GROUP" and behind.type == "SENTENCE"


def _at_start(run: list[Token], behind: Token | None) -> list[Token]:
    """Labels in front; each but the last has no value, nor has the last if nothing follows."""
    labels = [token for token in run if token.type == "LABEL"]
    further = [label for front, label in pairwise(labels) if not _is_doubled(front, label)]
    empty = [part for label in further for part in (_missing(label), label)]
    return empty if behind is not None else [*empty, _missing(run[-1])]


def _is_doubled(front: Token, label: Token) -> bool:
    """Whether a label only says again how the one before it ended (`DECL: DECL:`)."""
    return f" {front.strip(' :.,-')}".endswith(
        (f" {label.strip(' :.,-')}", f":{label.strip(' :.,-')}")
    )


def _labelled(run: list[Token], before: Token, behind: Token | None, *, value: bool) -> list[Token]:
    """A run with labels: each begins a further value, a value may be missing behind it."""
    labels = [token for token in run if token.type == "LABEL"]
    if not labels or not _joins(run):
        return run
    if behind is None and any(_ORDER_ALONE.fullmatch(label) for label in labels):
        return run  # a residue of an order, perhaps of 12951 (R4, R28)
    if behind is None:
        return [part for label in labels for part in (label, _missing(label))]
    if _belongs(run, before, behind, value=value):
        return []
    return [labels[0], *(part for label in labels[1:] for part in (_missing(label), label))]


def _belongs(run: list[Token], before: Token, behind: Token, *, value: bool) -> bool:
    """Whether the day or event behind a comma or a label belongs to the code before it (R4)."""
    event = before.type in _WITH_EVENT and value and behind.type in _EVENT_WORDS
    if not event and not (before.type in _WITH_DAY and behind.type == "DAY"):
        return False
    kinds = [token.type for token in run]
    if kinds == ["COMMA"] or (behind.type == "DAY" and _sets_off(run, before)):
        return True
    plain_label = kinds in (["LABEL"], ["COMMA", "LABEL"]) and not re.search("[0-9]", run[-1])
    return before.type in _WITH_LABEL and plain_label


def _sets_off(run: list[Token], before: Token) -> bool:
    """Whether a colon or a dash sets the day off from GDS or ADS (`GDS: 3/12/85`)."""
    return before.type in {"GDS", "ADS"} and [str(token) for token in run] in ([":"], ["-"])


def _one_joint(run: list[Token]) -> list[Token]:
    """The joiner of a run that joins two values; a run that cannot stays, and is refused."""
    if not _joins(run):
        return run
    summing = any(token.type == "AND" for token in run)
    first = {"AND"} if summing else {"SEMICOLON"}
    for kinds in (first, {"AND", "OR"}, {"COMMA"}):
        for token in run:
            if token.type in kinds:
                return [token]
    return run


def _joins(run: list[Token]) -> bool:
    return _JOINING.fullmatch("".join(_SHAPE.get(token.type, "l") for token in run)) is not None


def _abbreviates(run: list[Token], before: Token) -> bool:
    """Whether a point stands straight behind a word of an event (`MR. SMITH`)."""
    return not run or (
        len(run) == 1 and before.type == "WORD" and before.end_pos == run[0].start_pos
    )


def _retyped(token: Token, kind: str) -> Token:
    return Token.new_borrow_pos(kind, str(token), token)


def _missing(beside: Token | None) -> Token:
    at = 0 if beside is None else beside.end_pos
    return Token("MISSING", "", start_pos=at, end_pos=at)
