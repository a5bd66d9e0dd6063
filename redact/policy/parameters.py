"""The parameters of a policy: declared with a type, given on the command line or by default."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as Names
from datetime import date
from typing import TypeAlias

from redact.policy.keys import keyed, require
from redact.policy.problems import Problems, did_you_mean
from redact.policy.scalars import text_of
from redact.policy.scope import Value, named
from redact.policy.vocabulary import UNKNOWN_WORD, countries
from redact.policy.yaml_nodes import Mapping, Node, Refused, Scalar, Sequence
from redact.text import Position

Given: TypeAlias = Names[str, str | tuple[str, ...]]
"""What the command line gives, by parameter: one text, or the lines of a file."""

TYPES = ("word", "list", "country", "bool", "date", "number", "terms")
_KEYS = ("type", "about", "default")
_LISTS = ("list", "terms")
_PLAIN = ("bool", "date", "number")
_MOST = 100_000
_LONGEST = 200


def read_parameters(
    node: Node, given: Given, taken: Iterable[str], problems: Problems
) -> dict[str, Value]:
    """The parameters in `node` with their values.

    Problems: what is declared wrongly, a value that is not of its type, one that nobody gives. No
    value is repeated in a message: it may be a name that must not get out.
    """
    values = {}
    for name, (key, value) in named(node, "parameters", taken, problems).items():
        what = f'parameter "{name}"'
        entries = keyed(value, what, _KEYS, problems)
        if entries is None:
            continue
        require(entries, what, ("type", "about"), value, problems)
        type_ = _type(entries["type"][1], what, problems) if "type" in entries else None
        about = (
            text_of(entries["about"][1], f"{what}: about", problems) if "about" in entries else ""
        )
        default = entries["default"][1] if "default" in entries else None
        if type_ is not None:
            texts = _texts(name, key.at, given, default, what, problems)
            values[name] = _value(type_, about or "", texts, key.at, what, problems)
    return values


def _type(node: Node, what: str, problems: Problems) -> str | None:
    text = text_of(node, f"{what}: type", problems)
    if text is not None and text not in TYPES:
        message = f'{what} has no type "{text[:40]}"'
        problems.add("unknown-word", node.at, message, did_you_mean(text, TYPES))
        return None
    return text


def _texts(
    name: str, at: Position, given: Given, default: Node | None, what: str, problems: Problems
) -> tuple[str, ...] | None:
    """The value as texts: what is given, else the default; None, with a problem, for neither."""
    if name in given:
        value = given[name]
        return value if isinstance(value, tuple) else (value,)
    if default is None:
        remedy = f"give it: --set {name}=VALUE"
        problems.add("missing-parameter", at, f"{what} has no value", remedy)
        return None
    items = default.items if isinstance(default, Sequence) else [default]
    if any(isinstance(item, Mapping | Sequence) for item in items):
        problems.add("not-a-text", default.at, f"{what}: default must be a text or a list of texts")
        return None
    return tuple(item.text for item in items if isinstance(item, Scalar))


def _value(
    type_: str,
    about: str,
    texts: tuple[str, ...] | None,
    at: Position,
    what: str,
    problems: Problems,
) -> Value:
    """The value; refused, with a problem, where a text is not of the type."""
    refused = Value(type_, about, (Refused(at),), ())
    if texts is None:
        return refused
    words = _words(type_, texts)
    if not words or not all(map(_CHECKS[type_], words)):
        problems.add("bad-parameter", at, f"{what} has a value that is none", _REMEDIES[type_])
        return refused
    if type_ == "country":
        words = (words[0].upper(),)
    nodes = tuple(Scalar(at, word, plain=type_ in _PLAIN) for word in words)
    return Value(type_, about, nodes, words)


def _words(type_: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a value: lists are cut at commas unless they come line by line."""
    if type_ not in _LISTS:
        return texts if len(texts) == 1 else ()
    pieces = texts[0].split(",") if len(texts) == 1 else texts
    words = tuple(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))
    if len(words) > _MOST:
        return ()
    return tuple(sorted(words)) if type_ == "terms" else words


def _is_text(word: str) -> bool:
    return bool(word.strip()) and len(word) <= _LONGEST and word.isprintable()


def _is_country(word: str) -> bool:
    return word.upper() in countries() and word.upper() != UNKNOWN_WORD


def _is_day(word: str) -> bool:
    try:
        return date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= 9 and word == str(int(word))


_CHECKS: dict[str, Callable[[str], bool]] = {
    "word": _is_text,
    "list": _is_text,
    "terms": _is_text,
    "country": _is_country,
    "bool": ("true", "false").__contains__,
    "date": _is_day,
    "number": _is_number,
}
_REMEDIES = {
    "word": f"give one text of at most {_LONGEST} characters",
    "list": "give words joined by commas, or @FILE with one on each line",
    "terms": "give names joined by commas, or @FILE with one on each line",
    "country": "give a code of three or four letters, such as GBR or FVEY",
    "bool": "give true or false",
    "date": "give a day such as 2006-12-31",
    "number": "give a whole number such as 25",
}
