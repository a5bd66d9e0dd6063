"""From text to values through `grammars/instruction.lark`: one short method a rule.

Imported only when a text needs the grammar, because importing Lark takes longer than anything else
here.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from redact.declassification.days import Day, find_days, parse_day
from redact.declassification.names import is_name
from redact.declassification.refusals import Unreadable
from redact.declassification.tables import instruction_parser
from redact.declassification.values import (
    Code,
    Dated,
    Entry,
    Joint,
    Piece,
    Source,
    Whichever,
    event_of,
    is_origin,
    period_of,
    runs_from,
)
from redact.text import Span

_TAKES_DAY = re.compile(r"(?:X?GDS|ADS|[RX]DS)(?:-[0-9])?|(?:25|50|75)X.*")
_TAKES_EVENT = re.compile(r"ADS|(?:25|50|75)X.*")
_IMAGERY = re.compile(r"25X[1-9]|D[CN]I-ONLY")
_REVIEW = re.compile(r"(?:REVIEW|RVW)(?:[ ,]+ON)?[ ,:]+")
_BARE_DOWNGRADING = re.compile(r"(?:DNG|DOWNGRADED? +TO)[ :.,-]*")
"""Without a level or a day it is no clause: the day before it may be that of downgrading."""


def parse_entries(text: str) -> tuple[Entry, ...]:
    """The entries of a text after R1 to R3, in their order; an empty text is one MISSING.

    Raises Unreadable, with the place, where the grammar or a rule refuses the text.
    """
    try:
        entries: tuple[Entry, ...] = _parser().parse(text)  # type: ignore[assignment]
    except UnexpectedInput as error:
        raise Unreadable(_place(error, len(text))) from None
    return entries


@cache
def _parser() -> Lark:
    return instruction_parser(_Values())


def _place(error: UnexpectedInput, end: int) -> Span:
    if isinstance(error, UnexpectedToken) and error.token.type != "$END":
        return _span(error.token)
    if isinstance(error, UnexpectedCharacters):
        at = error.pos_in_stream or 0
        return Span(at, at + 1)
    return Span(end, end)


def _span(token: Token) -> Span:
    return Span(token.start_pos or 0, token.end_pos or 0)


def _day(token: Token) -> Day:
    return parse_day(str(token), token.start_pos or 0)


def _piece(token: Token) -> Piece:
    return Piece(
        _span(token),
        str(token),
        lead=token.type in {"LEAD", "ON"},
        noun=token.type == "NOUN",
        day=_day(token) if token.type == "DAY" else None,
        period=period_of(str(token), _span(token)) if token.type == "PERIOD" else None,
    )


@v_args(inline=True)
class _Values(Transformer[Token, Any]):
    """Builds the entries of a text; the types refuse what cannot be."""

    def start(self, entries: tuple[Entry, ...], *rest: Any) -> tuple[Entry, ...]:
        if not rest:
            return entries
        joint, source = rest
        return entries + _joined(joint, source)

    def source(self, marked: Token, entries: tuple[Entry, ...], *dated: Any) -> tuple[Entry, ...]:
        day = _day(dated[1]) if dated else None
        span = Span(_span(marked).start, _span(dated[1]).end if dated else _end(entries))
        return (Entry(Source(span, entries, day)),)

    def first(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return entries

    def further(
        self, before: tuple[Entry, ...], joint: Joint, entries: tuple[Entry, ...]
    ) -> tuple[Entry, ...]:
        if _is_downgrading(before[-1]) and joint is not Joint.LABEL:
            raise Unreadable(entries[0].value.span)
        return before + _joined(joint, entries)

    def joint(self, token: Token) -> Joint:
        return Joint[token.type]

    def entry(self, values: tuple[Entry, ...], *additions: Token) -> tuple[Entry, ...]:
        *front, last = values
        for token in additions:
            last = _with_addition(last, token)
        return (*front, last)

    def addition(self, token: Token) -> Token:
        return token

    def downgrading(self, token: Token) -> tuple[Entry, ...]:
        _check_downgrading(token)
        return (Entry(Code(_span(token), "DNG")),)

    def day(self, *tokens: Token) -> tuple[Entry, ...]:
        return (Entry(Dated(_span(tokens[-1]), _day(tokens[-1]))),)

    def bounded_day(self, _bound: Token, token: Token) -> tuple[Entry, ...]:
        return (Entry(Dated(_span(token), _day(token), bounded=True)),)

    def day_and_event(self, token: Token, pieces: tuple[Piece, ...]) -> tuple[Entry, ...]:
        return (Entry(Dated(_span(token), _day(token))), Entry(event_of(pieces)))

    def period(self, token: Token) -> tuple[Entry, ...]:
        return (Entry(period_of(str(token), _span(token))),)

    def period_from_day(self, token: Token, _from: Token, start: Token) -> tuple[Entry, ...]:
        return (Entry(period_of(str(token), _span(token), _day(start))),)

    def period_and_event(self, token: Token, pieces: tuple[Piece, ...]) -> tuple[Entry, ...]:
        period = period_of(str(token), _span(token))
        if not runs_from(pieces):
            return (Entry(period), Entry(event_of(pieces)))
        if is_origin(pieces):
            return (Entry(period),)
        event = event_of(pieces)
        words = event.words.partition(" ")[2]
        return (Entry(replace(event, words=words, after=period)),)

    def occurrence(self, pieces: tuple[Piece, ...]) -> tuple[Entry, ...]:
        return (Entry(event_of(pieces)),)

    def event(self, *tokens: Token) -> tuple[Piece, ...]:
        return tuple(_piece(token) for token in tokens)

    def coded(self, code: Code) -> tuple[Entry, ...]:
        return (Entry(code),)

    def coded_day(self, code: Code, token: Token) -> tuple[Entry, ...]:
        day = _day(token)
        if _TAKES_DAY.fullmatch(code.name):
            return (Entry(replace(code, day=day)),)
        return (Entry(code), Entry(Dated(day.span, day)))

    def coded_event(self, code: Code, pieces: tuple[Piece, ...]) -> tuple[Entry, ...]:
        event = event_of(pieces)
        if _TAKES_EVENT.fullmatch(code.name):
            if event.days or event.periods:
                raise Unreadable(event.span)
            return (Entry(replace(code, event=event)),)
        return (Entry(code), Entry(event))

    def code(self, token: Token, behind: Token | None = None) -> Code:
        name = _NAMES[token.type](str(token))
        if token.type == "GROUP" and behind and _NAMES["SENTENCE"](str(behind)) != name:
            raise Unreadable(_span(behind))
        day = None
        if token.type == "REVIEW":
            text = _REVIEW.sub("", str(token))
            day = parse_day(text, _span(token).end - len(text))
        return Code(_span(token), name, day)


def _joined(joint: Joint, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return (replace(entries[0], joint=joint), *entries[1:])


def _end(entries: Iterable[Entry]) -> int:
    return max(entry.value.span.end for entry in entries)


def _with_addition(entry: Entry, token: Token) -> Entry:
    """What stands behind a value (R4): refused where it may say more than a name does."""
    if token.type == "NAME" and not is_name(str(token)):
        raise Unreadable(_span(token))
    if token.type == "IMAGERY" and not (
        isinstance(entry.value, Code) and _IMAGERY.fullmatch(entry.value.name)
    ):
        raise Unreadable(_span(token))
    if token.type == "DOWNGRADING":
        if _BARE_DOWNGRADING.fullmatch(token):
            raise Unreadable(_span(token))
        _check_downgrading(token)
    if token.type in _WHICHEVER:
        if entry.whichever is not None:
            raise Unreadable(_span(token))
        return replace(entry, whichever=_WHICHEVER[token.type])
    return entry


_WHICHEVER = {"WHICHEVER_FIRST": Whichever.FIRST, "WHICHEVER_LAST": Whichever.LAST}


def _check_downgrading(token: Token) -> None:
    """Refuse a day of downgrading that no calendar has (R10); else it says nothing here (R32)."""
    start = _span(token).start
    find_days(" " * start + token, start)


def _is_downgrading(entry: Entry) -> bool:
    return isinstance(entry.value, Code) and entry.value.name == "DNG"


def _group(text: str) -> str:
    return f"GROUP-{text[-1]}"


def _sentence(text: str) -> str:
    if text.startswith("EXCLUDED"):
        return "GROUP-1"
    return "GROUP-3" if " NOT " in text else "GROUP-4"


def _xgds(text: str) -> str:
    category = re.search(r"([1-4])\)?$", text)
    return f"XGDS-{category.group(1)}" if category else "XGDS"


def _rds(text: str) -> str:
    return f"{text[:3]}-{text[-1]}" if text[-1].isdigit() else text


def _human(text: str) -> str:
    return "25X1-HUMAN" if text.startswith("25") else text.replace(" ", "")


def _x(text: str) -> str:
    return f"X{text.rstrip(' )')[-1]}"


_NAMES: dict[str, Callable[[str], str]] = {
    "GDS": lambda _: "GDS",
    "ADS": lambda _: "ADS",
    "XGDS": _xgds,
    "GROUP": _group,
    "SENTENCE": _sentence,
    "REVIEW": lambda _: "REVIEW",
    "RDS": _rds,
    "EXEMPTION": str,
    "HUMAN": _human,
    "X": _x,
    "OADR": lambda _: "OADR",
    "DCI": lambda text: f"{text[:3]}-ONLY",
    "MR": lambda _: "MR",
    "INDEFINITE": lambda _: "INDEFINITE",
    "TREATY": lambda _: "TREATY",
    "NOT_APPLICABLE": lambda _: "N/A",
    "NONE": lambda _: "MISSING",
    "MISSING": lambda _: "MISSING",
}
"""The canonical code of a token, by its terminal."""
