"""What a release must pass before it is written: a check that shares no step with its making.

Released text must stand in it in order, in the forms `text` and `json` letter for letter. What
stands between is stamp and notices: no five words of withheld text, and nothing that was taken
out, may stand there. The stamp must say what was decided.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from redact.cable.model import Cable
from redact.errors import ReleaseError
from redact.policy.decision import Account
from redact.release.model import Release
from redact.verification.in_order import between, segments_of, stand_by_letters
from redact.verification.leaking import leaks, words_of
from redact.verification.model import Problem
from redact.verification.stamped import head_says, stamp_says

_TAG = re.compile(r"<[^<>]*>")
_MISSING = Problem("release/text-missing", "released text does not stand in it as it came", "")
_PACKED = Problem("release/cannot-be-judged", "a stream in it cannot be unpacked", "")
_WRONG_STAMP = Problem("release/text-missing", "the stamp does not say what was decided", "")


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


def self_check(
    release: Release, data: bytes, cable: Cable, account: Account
) -> tuple[Problem, ...]:
    """What keeps `data`, the bytes of a release, from being written; empty where nothing does."""
    check = _of_document if release.format == "json" else _of_page
    return tuple(check(release, data, cable, account))


class _Body(NamedTuple):
    """A release for reading: what a reader sees, and what only a tool gets at, None if nothing."""

    shown: str
    unseen: str | None = ""


def _of_page(release: Release, data: bytes, cable: Cable, account: Account) -> Iterator[Problem]:
    body, segments = _body(release.format, data), segments_of(cable, account)
    if release.format == "text":
        read = between(segments, body.shown)
    else:
        read = body.shown if stand_by_letters(segments, body.shown) else None
    if read is None:
        yield _MISSING
        return
    if body.unseen is None:
        yield _PACKED
        return
    yield from leaks([*words_of(read), *words_of(body.unseen)], cable, account)
    if not stamp_says(body.shown, release, cable, account):
        yield _WRONG_STAMP


def _body(format_: str, data: bytes) -> _Body:
    if format_ == "pdf":
        from redact.verification.pdf import pages_text
        from redact.verification.pdf_unseen import unseen_text

        return _Body("\n".join(pages_text(data)), unseen_text(data))
    text = data.decode()
    if format_ == "html":
        from html import unescape

        return _Body(unescape(_TAG.sub("", text)), unescape(" ".join(_TAG.findall(text))))
    return _Body(text)


def _of_document(
    release: Release, data: bytes, cable: Cable, account: Account
) -> Iterator[Problem]:
    """The form `json`: the texts of its portions are the body, the rest the stamp."""
    import json

    document = json.loads(data)
    texts = "".join(portion.pop("text") for portion in document["portions"])
    read = between(segments_of(cable, account), texts)
    if read is None:
        yield _MISSING
        return
    yield from leaks([*words_of(read), *words_of(json.dumps(document))], cable, account)
    if not head_says(document, release, account):
        yield _WRONG_STAMP
