"""The releases that decisions yield, in every style of the form that a release has."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from redact.cable.model import Cable
from redact.policy.decision import Account
from redact.release.rendering import FORMS, render
from redact.release.styles import STYLES
from redact.verification.comparing import differences
from redact.verification.extract import Extract
from redact.verification.forms import extract
from redact.verification.model import Problem

_AS = {"text": ("text", "markdown")}
"""Forms that cannot be told apart by their bytes."""
_CONTAINERS = ("html", "pdf")
_OURS = re.compile(
    r"policy:\s+\S+\s+\d+\.\d+\.\d+,\s+as\s+of\s+\d{4}|original\s+classification:"
    r"|redact/release/\d|outcome\s+released_in",
    re.IGNORECASE,
)


class Candidate(NamedTuple):
    """A release that the decisions yield: its text and its bytes."""

    text: str
    data: bytes


def is_ours(release: Extract) -> bool:
    """Whether a release bears the stamp of this engine, or a part of it."""
    return any(
        _OURS.search("\n".join(piece.text for piece in channel.pieces))
        for channel in release.channels
    )


def candidates(cable: Cable, account: Account, format_: str) -> Iterator[Candidate]:
    """What the decisions yield in a form, the policy's own style first."""
    styles = sorted(STYLES, key=lambda style: style != account.style)
    for style in styles:
        for form in _AS.get(format_, (format_,)):
            if form in FORMS:
                made = render(cable, account, format=form, style=style)
                yield Candidate(made.text, made.encode())


def against(data: bytes, release: Extract, cable: Cable, account: Account) -> tuple[Problem, ...]:
    """How a release differs from what the decisions yield; by its nearest style. Empty: nowhere.

    The text of a release of ours that another tool put into HTML or PDF is held against our text.
    """
    made = []
    for one in candidates(cable, account, release.format):
        if _same_bytes(data, one.data):
            return ()
        made.append(one)
    if release.format in _CONTAINERS and _is_text_inside(release, cable, account):
        return release.problems
    if not made:
        return (Problem("release/unexpected-text", "no release has this form", "the file"),)
    return _against_one(data, release, min(made, key=partial(_distance, _shown(release))))


def _is_text_inside(release: Extract, cable: Cable, account: Account) -> bool:
    """Whether the words that a reader sees are those of the text form, and no others."""
    words = _shown(release)
    return any(words == made.text.split() for made in candidates(cable, account, "text"))


def _shown(release: Extract) -> list[str]:
    return [word for piece in release.channels[0].pieces for word in piece.text.split()]


def _distance(words: list[str], made: Candidate) -> int:
    """How many words one has and the other lacks: styles differ in the words of their notices."""
    theirs, ours = Counter(words), Counter(made.text.split())
    return (theirs - ours).total() + (ours - theirs).total()


def _against_one(data: bytes, release: Extract, made: Candidate) -> tuple[Problem, ...]:
    found = differences(release, extract(made.data))
    if found or release.format == "pdf":
        return found
    message = "the words are those of the release, the bytes are not: its layout was changed"
    return (Problem("release/layout-changed", message, _first_line(data, made.data)),)


def _same_bytes(one: bytes, other: bytes) -> bool:
    """The same, whatever the ends of their lines and whether a mark of byte order leads."""
    return one == other or _plain(one) == _plain(other)


def _plain(data: bytes) -> bytes:
    if data.startswith(b"%PDF"):
        return data
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _first_line(one: bytes, other: bytes) -> str:
    pairs = zip(_plain(one).split(b"\n"), _plain(other).split(b"\n"), strict=False)
    same = next((number for number, (left, right) in enumerate(pairs) if left != right), None)
    return "the end" if same is None else f"line {same + 1}"
