"""Whether symbols are a marking, by the grammar `marking.lark`; and if not, why not."""

from functools import cache
from typing import cast

from lark import Lark, Token
from lark.exceptions import UnexpectedToken

from redact.markings.notices import Refused, refused
from redact.markings.parts import Construction, Parsed
from redact.markings.recognition import UNREGISTERED
from redact.markings.tables import marking_parser

_SEPARATORS = frozenset("LEAD SLASHES SOFT DSLASH SLASH HYPHEN COMMA SPACE".split())
_LEVELS = frozenset({"LEVEL", "ENERGY", "NATO", "ADMIN", "CUI"})


def parse(tokens: list[Token]) -> Parsed:
    """The parts of a marking; raises `Refused` where the grammar does not take the symbols."""
    try:
        return cast(Parsed, _parser().parse(tokens))
    except UnexpectedToken as stop:
        raise _refusal(tokens, stop.token) from None


@cache
def _parser() -> Lark:
    return marking_parser(Construction())


def _refusal(tokens: list[Token], stop: Token) -> Refused:
    """Why the grammar stopped at a token, as the register of findings names it (A4.4)."""
    if stop.type == "$END":
        end = tokens[-1].end_pos or 0
        return refused("malformed", end, end, "something is missing at the end")
    at = next(index for index, token in enumerate(tokens) if token is stop)
    word = next((token for token in tokens[at:] if token.type not in _SEPARATORS), stop)
    place = word.start_pos or 0, word.end_pos or 0
    has_level = any(token.type in _LEVELS for token in tokens[:at])
    if word.type in UNREGISTERED:
        return refused("unknown-word", *place)
    if not has_level:
        return refused("no-level", *place)
    if word.type in _LEVELS - {"ADMIN"}:
        return refused("two-levels", *place)
    return refused("malformed", *place, "a word that cannot stand here")
