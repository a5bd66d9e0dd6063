"""What a release must pass before it is written: a check that shares no step with its making.

Released text must stand in it in order, in the forms `text` and `json` letter for letter. What
stands between is stamp and notices: no five words of withheld text, and nothing that was taken
out, may stand there. The stamp must say what was decided.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from redact.cable.model import Cable
from redact.errors import ReleaseError
from redact.policy.decision import Account, Effect
from redact.release.model import Outcome, Release
from redact.release.pieces import Piece
from redact.verification.model import Problem
from redact.verification.spans import released_spans, unmarked_spans

_RUN = 5
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_STAMPS = {
    Outcome.RELEASED_IN_FULL: "RELEASED IN FULL",
    Outcome.RELEASED_IN_PART: "RELEASED IN PART",
    Outcome.DENIED_IN_FULL: "DENIED IN FULL",
}
_OURS = frozenset(
    "released full part denied withheld needs reviewer original classification not known cancelled"
    " unclassified restricted confidential secret top policy declassified automatically under its"
    " own instruction the schedule years line lines less than paragraph text name number date place"
    " address redacted subject ref sbu fouo nf in as of on at an".split()
)
"""Words of stamps and notices."""
_CODE = re.compile(r"[a-z]|\d{1,4}|\d\dx\d?|hum|wmd|usc")
"""Parts of the codes that stand there, as in 1.4(b), (b)(3) 42 U.S.C. 2162, 25X1."""


def checked(release: Release, cable: Cable, account: Account) -> bytes:
    """The bytes of a release that has passed its check, ready to be written.

    Raises ReleaseError where it has not, and as `Release.encode` does.
    """
    data = release.encode()
    problems = self_check(release, data, cable, account)
    if problems:
        raise ReleaseError(
            "release/self-check-failed",
            f"the release did not pass its own check ({problems[0].message}); nothing was written",
            remedy="report it, with an invented cable",
            place=cable.source.name,
        )
    return data


class Body(NamedTuple):
    """A release for reading: what a reader sees, and what only a tool gets at."""

    shown: str
    unseen: str = ""


def self_check(
    release: Release, data: bytes, cable: Cable, account: Account
) -> tuple[Problem, ...]:
    """What keeps `data`, the bytes of a release, from being written; empty where nothing does."""
    if release.format == "json":
        return tuple(_of_document(release, data, cable, account))
    body = _body(release.format, data)
    exact = release.format == "text"
    gaps = (_between if exact else _letters_between)(_segments(cable, account), body.shown)
    if gaps is None:
        return (_missing(),)
    read = " ".join(gaps) if exact else body.shown
    return (
        *_leaks([*_words(read), *_words(body.unseen)], cable, account),
        *_stamp(release, body.shown, cable, account),
    )


def _body(format_: str, data: bytes) -> Body:
    if format_ == "pdf":
        from redact.verification.pdf import pages_text

        return Body("\n".join(pages_text(data)), data.decode("latin-1"))
    text = data.decode()
    if format_ == "html":
        from html import unescape

        return Body(unescape(_TAG.sub("", text)), unescape(" ".join(_TAG.findall(text))))
    return Body(text)


def _of_document(
    release: Release, data: bytes, cable: Cable, account: Account
) -> Iterator[Problem]:
    """The form `json`: the texts of its portions are the body, the rest the stamp."""
    import json

    document = json.loads(data)
    texts = "".join(portion.pop("text") for portion in document["portions"])
    gaps = _between(_segments(cable, account), texts)
    if gaps is None:
        yield _missing()
        return
    yield from _leaks([*_words(" ".join(gaps)), *_words(json.dumps(document))], cable, account)
    if not _says(document, release, account):
        yield _wrong_stamp()


def _says(document: dict[str, Any], release: Release, account: Account) -> bool:
    policy = account.policy
    said = document["policy"]["name"], document["policy"]["version"], document["policy"]["sha256"]
    return (
        said == (policy.name, policy.version, policy.sha256)
        and document["as_of"] == account.as_of.isoformat()
        and document["outcome"] == release.outcome.value
        and _fits(release, account)
    )


def _stamp(release: Release, shown: str, cable: Cable, account: Account) -> Iterator[Problem]:
    policy = account.policy
    said = f"Policy: {policy.name} {policy.version}, as of {account.as_of}"
    own = _STAMPS[release.outcome]
    others = (text for text in _STAMPS.values() if text != own and text in shown)
    stamped = all(_stands_in(text, shown) for text in (own, said))
    foreign = any(text not in cable.source.text for text in others)
    if foreign or not stamped or not _fits(release, account):
        yield _wrong_stamp()


def _stands_in(text: str, shown: str) -> bool:
    """Whether a text is shown, if only by its words: a form may break its lines."""
    return text in shown or " ".join(_words(text)) in " ".join(_words(shown))


def _fits(release: Release, account: Account) -> bool:
    """Released in full is only what has no hole."""
    whole = all(
        decision.effect is Effect.RELEASE and not decision.excised for decision in account.decisions
    )
    return whole == (release.outcome is Outcome.RELEASED_IN_FULL)


def _segments(cable: Cable, account: Account) -> Iterator[str]:
    text = cable.source.text
    kept: list[tuple[Piece, ...]] = [
        tuple(text[start:end] for start, end in released_spans(portion, decision))
        for portion, decision in zip(cable.portions, account.decisions, strict=True)
    ]
    if account.repaired:
        from redact.release.mending import mended  # few releases are repaired

        kept = mended(cable, kept)
    for segments in kept:
        yield from map(str, segments)


def _between(segments: Iterable[str], text: str) -> list[str] | None:
    """What stands between segments that follow one another in a text; None where they do not.

    Each is taken where it first can stand: if there is a way to find all of them, that is one.
    """
    gaps, at = [], 0
    for segment in segments:
        found = text.find(segment, at)
        if found < 0:
            return None
        gaps.append(text[at:found])
        at = found + len(segment)
    gaps.append(text[at:])
    return gaps


def _letters_between(segments: Iterable[str], text: str) -> list[str] | None:
    """The same by letters and digits alone, for forms that escape signs and break lines anew.

    Segment by segment, else letter by letter: a page of a PDF ends anywhere.
    """
    letters = _BETWEEN.sub("", text)
    listed = [_BETWEEN.sub("", segment) for segment in segments]
    found = _between(listed, letters)
    return _between("".join(listed), letters) if found is None else found


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _leaks(read: Sequence[str], cable: Cable, account: Account) -> Iterator[Problem]:
    """Withheld words where released text, stamp and notices may stand."""
    ours = _ours(account)
    passages = [] if _is_ours(read, ours) else _withheld_passages(read, cable, account)
    if not all(_is_ours(passage, ours) for passage in passages):
        yield Problem("release/withheld-text", "words that are withheld stand in it", "")
    taken = [words for words in _excised(cable, account) if not _is_ours(words, ours)]
    standing = [words for words in taken if _stands(words, read)]
    if standing and not all(_stands(words, _released(cable, account)) for words in standing):
        yield Problem("release/withheld-name", "something that was taken out stands in it", "")


def _released(cable: Cable, account: Account) -> list[str]:
    return list(chain.from_iterable(map(_words, _segments(cable, account))))


def _withheld_passages(read: Sequence[str], cable: Cable, account: Account) -> set[tuple[str, ...]]:
    """The passages of withheld text that were read, but those of marks and of released text."""
    withheld = list(_withheld(cable, account))
    known = set(chain.from_iterable(withheld))
    if not _has_run(read, known):
        return set()
    found = set(chain.from_iterable(map(_passages, withheld))).intersection(_passages(read))
    if found:
        found.difference_update(_marks(cable))
        for segment in _segments(cable, account):
            found.difference_update(_passages(_words(segment)))
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
                yield _words(text[start:end])


def _marks(cable: Cable) -> Iterator[tuple[str, ...]]:
    """Passages of marks, which go out whatever becomes of their text: (S//REL TO USA, GBR)."""
    for portion in cable.portions:
        if portion.mark is not None:
            yield from _passages(_words(portion.mark.text))
        yield from _passages(_words(str(portion.effective.marking)))


def _excised(cable: Cable, account: Account) -> Iterator[list[str]]:
    for decision in account.decisions:
        for hole in decision.excised:
            yield _words(cable.source.text[hole.span.start : hole.span.end])


def _passages(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[first:] for first in range(_RUN)), strict=False)


def _ours(account: Account) -> frozenset[str]:
    """The words that may stand in a stamp or a notice by themselves."""
    policy = account.policy
    return _OURS.union(_words(f"{policy.name} {policy.version} {account.as_of}"))


def _is_ours(words: Iterable[str], ours: frozenset[str]) -> bool:
    return all(word in ours or _CODE.fullmatch(word) for word in words)


def _stands(words: Sequence[str], read: Sequence[str]) -> bool:
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(read)} "


def _missing() -> Problem:
    return Problem("release/text-missing", "released text does not stand in it as it came", "")


def _wrong_stamp() -> Problem:
    return Problem("release/text-missing", "the stamp does not say what was decided", "")
