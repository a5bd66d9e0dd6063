"""The product as these tests use it: the policy `public`, the release as text and as JSON."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import redact
from tests.property.strategies import Specimen
from tests.property.tokens import squeezed


@cache
def public() -> redact.Policy:
    """The policy `public`, loaded once."""
    return redact.load_policy("public")


def released(data: bytes, as_of: date, *, form: str = "text") -> str:
    """The text of what is released of a cable on a day."""
    return str(redact.apply(data, public(), as_of, format=form).text)


def words_of(document: str) -> str:
    """The letters of all strings of a JSON document, keys too."""
    return squeezed("\n".join(_strings(json.loads(document))))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _strings(key)
            yield from _strings(member)
    elif isinstance(value, list):
        for member in value:
            yield from _strings(member)


def leaks(cable: Specimen, as_of: date, letters: str) -> list[str]:
    """The tokens that had to stay in on `as_of` and stand in the letters of a release."""
    kept = (t for t, p in cable.promises.items() if p.must_stay(as_of, cable.until))
    return _standing(kept, letters)


def hoped(cable: Specimen, as_of: date) -> list[str]:
    """The tokens that should come out on `as_of`."""
    return [t for t, p in cable.promises.items() if p.should_come(as_of, cable.until)]


def came_out(cable: Specimen, letters: str) -> list[str]:
    """The tokens that stand in the letters of a release, promised or not."""
    return _standing(cable.promises, letters)


def _standing(tokens: Iterable[str], letters: str) -> list[str]:
    return [token for token in tokens if token in letters]
