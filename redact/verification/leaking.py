"""Withheld words, looked for where only released text, stamp and notices may stand.

No five words of withheld text in a row may stand there, and nothing that was taken out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from redact.cable.model import Cable
from redact.policy.decision import Account, Effect
from redact.verification.in_order import segments_of
from redact.verification.model import Problem
from redact.verification.spans import unmarked_spans

_RUN = 5
_WORD = re.compile(r"[^\W_]+")
_OURS = frozenset(
    "released full part denied withheld needs reviewer original classification not known cancelled"
    " unclassified restricted confidential secret top policy declassified automatically under its"
    " own instruction the schedule years line lines less than paragraph text name number date place"
    " address redacted subject ref sbu fouo nf in as of on at an".split()
)
"""Words of stamps and notices."""
_CODE = re.compile(r"[a-z]|\d{1,4}|\d\dx\d?|hum|wmd|usc")
"""Parts of the codes that stand there, as in 1.4(b), (b)(3) 42 U.S.C. 2162, 25X1."""


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.lower())


def leaks(read: Sequence[str], cable: Cable, account: Account) -> Iterator[Problem]:
    """Withheld words among those `read` where released text, stamp and notices may stand."""
    ours = _ours(account)
    passages = [] if _is_ours(read, ours) else _withheld_passages(read, cable, account)
    if not all(_is_ours(passage, ours) for passage in passages):
        yield Problem("release/withheld-text", "words that are withheld stand in it", "")
    taken = [words for words in _excised(cable, account) if not _is_ours(words, ours)]
    standing = [words for words in taken if _stands(words, read)]
    if standing and not all(_stands(words, _released(cable, account)) for words in standing):
        yield Problem("release/withheld-name", "something that was taken out stands in it", "")


def _released(cable: Cable, account: Account) -> list[str]:
    return [word for segment in segments_of(cable, account) for word in words_of(segment.text)]


def _withheld_passages(read: Sequence[str], cable: Cable, account: Account) -> set[tuple[str, ...]]:
    """The passages of withheld text that were read, but those of marks and of released text."""
    withheld = list(_withheld(cable, account))
    known = set(chain.from_iterable(withheld))
    if not _has_run(read, known):
        return set()
    found = set(chain.from_iterable(map(_passages, withheld))).intersection(_passages(read))
    if found:
        found.difference_update(_marks(cable))
        for segment in segments_of(cable, account):
            found.difference_update(_passages(words_of(segment.text)))
    return found


def _has_run(words: Iterable[str], known: set[str]) -> bool:
    """Whether five words in a row are known: a quick look, before the slow one."""
    run = 0
    for word in words:
        run = run + 1 if word in known else 0
        if run == _RUN:
            return True
    return False


def _withheld(cable: Cable, account: Account) -> Iterator[list[str]]:
    text = cable.source.text
    for portion, decision in zip(cable.portions, account.decisions, strict=True):
        if decision.effect is not Effect.RELEASE:
            for start, end in unmarked_spans(portion):
                yield words_of(text[start:end])


def _marks(cable: Cable) -> Iterator[tuple[str, ...]]:
    """Passages of marks, which go out whatever becomes of their text: (S//REL TO USA, GBR)."""
    for portion in cable.portions:
        if portion.mark is not None:
            yield from _passages(words_of(portion.mark.text))
        yield from _passages(words_of(str(portion.effective.marking)))


def _excised(cable: Cable, account: Account) -> Iterator[list[str]]:
    for decision in account.decisions:
        for hole in decision.excised:
            yield words_of(cable.source.text[hole.span.start : hole.span.end])


def _passages(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[first:] for first in range(_RUN)), strict=False)


def _ours(account: Account) -> frozenset[str]:
    """The words that may stand in a stamp or a notice by themselves."""
    policy = account.policy
    return _OURS.union(words_of(f"{policy.name} {policy.version} {account.as_of}"))


def _is_ours(words: Iterable[str], ours: frozenset[str]) -> bool:
    return all(word in ours or _CODE.fullmatch(word) for word in words)


def _stands(words: Sequence[str], read: Sequence[str]) -> bool:
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(read)} "
