"""`verify` accepts the PDF that `apply` wrote and rejects it after one change, wherever it is."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import redact
from redact.cable.model import Cable
from redact.errors import ReleaseError
from redact.policy.decision import Account, Effect
from redact.release.rendering import render
from redact.release.styles import STYLES
from redact.verification.self_check import self_check
from tests.property.choose import Choose, drawn, one_of
from tests.property.releases import public
from tests.property.test_verification import decided, holds
from tests.sabotage.ours import HIDDEN, hiding, rebuilt, revised

FEW = settings(max_examples=max(5, settings().max_examples // 12))
"""To read a PDF in every way takes a tenth of a second."""
SHOWN = re.compile(rb"<((?:[0-9A-F]{4})+)> Tj")


def written(choose: Choose) -> tuple[Cable, Account, bytes] | None:
    """A generated cable, what is decided of it, and its release as PDF, if pages can show it."""
    made = decided(choose)
    if made is None:
        return None
    cable, account, _ = made
    style = one_of(choose, list(STYLES))
    try:
        return cable, account, render(cable, account, format="pdf", style=style).encode()
    except ReleaseError:
        return None


def withheld_word(choose: Choose, cable: Cable, account: Account) -> str | None:
    """A word of a withheld portion that stands nowhere in the release."""
    released = set(re.findall(r"\w+", render(cable, account).text))
    words = [
        word
        for portion, decision in zip(cable.portions, account.decisions, strict=True)
        if decision.effect is Effect.WITHHOLD
        for word in re.findall(r"[A-Za-z]{4,}", cable.text_of(portion))
        if word not in released
    ]
    return one_of(choose, words) if words else None


def with_another_letter(choose: Choose, data: bytes) -> bytes:
    """The file with one letter on its pages replaced by another one, or by a blank."""
    shown = one_of(choose, list(SHOWN.finditer(data)))
    runs: list[bytes] = SHOWN.findall(data)
    codes = {run[first : first + 4] for run in runs for first in range(0, len(run), 4)}
    at = shown.start(1) + 4 * choose(len(shown[1]) // 4)
    code = one_of(choose, sorted(codes - {data[at : at + 4]}))
    return data[:at] + code + data[at + 4 :]


def with_more_released(choose: Choose, cable: Cable, account: Account) -> bytes | None:
    """The release in which one withheld portion is shown on the pages."""
    held = [item for item in account.decisions if item.effect is Effect.WITHHOLD]
    if not held:
        return None
    shown = one_of(choose, held)
    more = tuple(
        item._replace(effect=Effect.RELEASE) if item is shown else item
        for item in account.decisions
    )
    try:
        made = render(cable, replace(account, decisions=more), format="pdf")
    except ReleaseError:
        return None
    return made.encode() if made.text.split() != render(cable, account).text.split() else None


@FEW
@given(st.data())
def test_what_was_written_holds_and_passes_its_check(data: st.DataObject) -> None:
    choose = drawn(data)
    made = written(choose)
    if made is None:
        return
    cable, account, file = made
    release = render(cable, account, format="pdf")
    assert self_check(release, release.encode(), cable, account) == ()
    assert rebuilt(file) == file
    assert holds(file, cable, account.as_of)


@FEW
@given(st.data())
def test_one_letter_of_a_page_changed_is_found(data: st.DataObject) -> None:
    choose = drawn(data)
    made = written(choose)
    if made is None:
        return
    cable, account, file = made
    assert not holds(with_another_letter(choose, file), cable, account.as_of)


@FEW
@given(st.data())
def test_a_withheld_portion_on_a_page_is_found(data: st.DataObject) -> None:
    choose = drawn(data)
    made = written(choose)
    if made is None:
        return
    cable, account, _ = made
    more = with_more_released(choose, cable, account)
    if more is not None:
        assert not holds(more, cable, account.as_of)


@FEW
@given(st.data())
def test_one_withheld_word_is_found_wherever_it_is_hidden(data: st.DataObject) -> None:
    """In an object that readers show, in one that nobody refers to, in an earlier revision."""
    choose = drawn(data)
    made = written(choose)
    if made is None:
        return
    cable, account, file = made
    word = withheld_word(choose, cable, account)
    if word is None:
        return
    place = one_of(choose, list(HIDDEN))
    hide = one_of(choose, (hiding, hiding, revised))
    found = redact.verify(hide(file, place, word), cable, policy=public(), as_of=account.as_of)
    assert any(word in (problem.text or "") for problem in found.problems)
