"""Whether symbols are a marking, by the grammar `marking.lark`; and if not, why not."""

from collections.abc import Sequence

from redact.markings.derivation import derivation
from redact.markings.notices import Refused, refused
from redact.markings.parts import Parsed, constructed
from redact.markings.recognition import UNREGISTERED, Symbol

_SEPARATORS = frozenset("LEAD SLASHES SOFT DSLASH SLASH HYPHEN COMMA SPACE".split())
_LEVELS = frozenset({"LEVEL", "ENERGY", "NATO", "ADMIN", "CUI"})


def parse(symbols: Sequence[Symbol]) -> Parsed:
    """The parts of a marking; raises `Refused` where the grammar does not take the symbols."""
    derived = derivation(tuple([kind for kind, _, _, _ in symbols]))
    if isinstance(derived, int):
        raise _refusal(symbols, derived)
    return constructed(derived, symbols)


def _refusal(symbols: Sequence[Symbol], at: int) -> Refused:
    """Why the grammar stopped at a symbol, as the register of findings names it (A4.4)."""
    if at == len(symbols):
        end = symbols[-1].end_pos
        return refused("malformed", end, end, "something is missing at the end")
    words = (symbol for symbol in symbols[at:] if symbol.type not in _SEPARATORS)
    word = next(words, symbols[at])
    place = word.start_pos, word.end_pos
    has_level = any(symbol.type in _LEVELS for symbol in symbols[:at])
    if word.type in UNREGISTERED:
        return refused("unknown-word", *place)
    if not has_level:
        return refused("no-level", *place)
    if word.type in _LEVELS - {"ADMIN"}:
        return refused("two-levels", *place)
    return refused("malformed", *place, "a word that cannot stand here")
