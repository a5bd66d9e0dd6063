"""What of the original may not stand in a release: withheld portions, spans taken out, names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from redact.cable.model import Cable, Portion
from redact.detectors.model import Thing
from redact.policy.decision import Account, Effect
from redact.release.rendering import render
from redact.release.styles import STYLES
from redact.text import Span
from redact.verification.arranged import arranged
from redact.verification.extract import lines_as_pieces
from redact.verification.sought import WORDS, Sought, Word, name_of, passages_of, without, words_of
from redact.verification.spans import released_spans

_LONG_NUMBER = re.compile(r"\d{6,}")
"""So many digits of a number give it away without the letters around them."""
_PART = 4
"""A part of a name with so many letters gives it away by itself (release.md, K5)."""


class Held(NamedTuple):
    """What is looked for in a release: what may not stand in it, and what may.

    `spared` are the letters of what is withheld that a release of ours seems to hold where its
    lines are read otherwise than one after the other.
    """

    withheld: tuple[Sought, ...]
    released: tuple[Sought, ...]
    spared: frozenset[str] = frozenset()


def held(cable: Cable, account: Account | None, names: Iterable[str]) -> Held:
    """What of `cable` is withheld and what released; without an account nothing is released.

    A passage that stands in released text too is released, wherever else it is withheld. `names`
    are withheld wherever they stand.
    """
    listed = [item for name in names for item in name_of(name, -1)]
    if account is None:
        runs = [[(portion, portion.span) for portion in cable.portions]]
        return Held((*_of_runs(cable, runs), *listed), ())
    allowed = [render(cable, account, style=style).text for style in STYLES]
    allowed.append(render(cable, account, format="json").text)
    withheld = without([*_withheld(cable, account), *_excised(cable, account)], allowed)
    released = _of_runs(cable, _released_runs(cable, account))
    return Held((*withheld, *listed), tuple(released), _spared(withheld, allowed))


def _spared(withheld: Sequence[Sought], allowed: Iterable[str]) -> frozenset[str]:
    texts = (
        "\n".join(piece.text for piece in channel.pieces)
        for text in allowed
        for channel in arranged("", lines_as_pieces(text))
    )
    return frozenset(item.letters for item in withheld) - {
        item.letters for item in without(withheld, texts)
    }


_Run = list[tuple[Portion, Span]]


def _withheld(cable: Cable, account: Account) -> Iterator[Sought]:
    runs: list[_Run] = [[]]
    for portion, decision in zip(cable.portions, account.decisions, strict=True):
        if decision.effect is Effect.RELEASE:
            runs.append([])
        else:
            runs[-1].append((portion, portion.span))
    yield from _of_runs(cable, runs)


def _released_runs(cable: Cable, account: Account) -> list[_Run]:
    runs: list[_Run] = [[]]
    for portion, decision in zip(cable.portions, account.decisions, strict=True):
        for number, span in enumerate(spans := released_spans(portion, decision)):
            if number:
                runs.append([])
            runs[-1].append((portion, span))
        if not spans:
            runs.append([])
    return runs


def _of_runs(cable: Cable, runs: Iterable[_Run]) -> Iterator[Sought]:
    """The passages of runs of text: as they stand, and without numbers and marks between them."""
    for run in runs:
        words = [_words(cable, portion, span) for portion, span in run]
        bare = [_bare(cable, portion, span) for portion, span in run]
        joined, stripped = _joined(words), _joined(bare)
        yield from passages_of(joined)
        if joined != stripped:
            yield from passages_of(stripped)
        for own in bare:
            if len(own) < WORDS:
                yield from passages_of(own)


def _joined(parts: Iterable[Sequence[Word]]) -> list[Word]:
    return [word for part in parts for word in part]


def _words(cable: Cable, portion: Portion, span: Span) -> list[Word]:
    return words_of(cable.source.text[span.start : span.end], portion.index)


def _bare(cable: Cable, portion: Portion, span: Span) -> list[Word]:
    """The words behind the mark, where nothing but number and label stands before it."""
    mark = portion.mark
    if mark is None or mark.span.start < span.start or mark.span.end > span.end:
        return _words(cable, portion, span)
    before = words_of(cable.source.text[span.start : mark.span.start], portion.index)
    if len(before) > 1:
        return _words(cable, portion, span)
    return _words(cable, portion, Span(mark.span.end, span.end))


def _excised(cable: Cable, account: Account) -> Iterator[Sought]:
    for index, decision in enumerate(account.decisions):
        for hole in decision.excised:
            text = cable.source.text[hole.span.start : hole.span.end]
            yield from name_of(text, index)
            yield from passages_of(words_of(text, index))
            for digits in _LONG_NUMBER.findall(text):
                yield from name_of(digits, index)
            if hole.thing is Thing.NAME:
                yield from _parts(text, index)


def _parts(name: str, portion: int) -> Iterator[Sought]:
    """The parts of a name that begin with a capital letter."""
    for part in name.split():
        if len(part) >= _PART and part[:1].isupper():
            yield from name_of(part, portion)
