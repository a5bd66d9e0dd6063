"""The symbols of the grammar: recognised words as the tokens that Lark takes."""

from collections.abc import Iterable

from lark import Token

from redact.findings import Finding
from redact.markings.recognition import Symbol, recognised
from redact.markings.scanning import Word


def symbols(words: tuple[Word, ...]) -> tuple[list[Token], list[Finding]]:
    """The tokens of a scanned text, separators among them, and the findings of spelling.

    Raises `Refused` as `recognised` does.
    """
    found, findings = recognised(words)
    return tokens_of(found), findings


def tokens_of(symbols: Iterable[Symbol]) -> list[Token]:
    """The tokens of recognised words; a token's text is the code it stands for."""
    return [Token(kind, code, start_pos=start, end_pos=end) for kind, code, start, end in symbols]
