"""`verify` accepts what `apply` wrote and rejects it after one change (release.md 2.4)."""

from contextlib import suppress
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import redact
from redact.cable.model import Cable
from redact.errors import RedactError, ReleaseError
from redact.policy.decision import Account, Effect
from redact.release.rendering import render
from redact.release.styles import STYLES
from redact.verification.self_check import self_check
from tests.property.choose import Choose, drawn, one_of
from tests.property.releases import public
from tests.property.strategies import as_of, specimen
from tests.sabotage.texts import SPELLINGS

WRITTEN = ("text", "text", "markdown", "html", "json")
FEW = settings(max_examples=25)


def decided(choose: Choose) -> tuple[Cable, Account, date] | None:
    """A generated cable, damaged or not, and what is decided of it on a day."""
    made = specimen(choose)
    day = as_of(choose, made.until)
    try:
        cable = redact.read(made.data)
        account = redact.decide(redact.assess(cable, day), public())
        render(cable, account).encode()
    except RedactError:
        return None
    return cable, account, day


def holds(release: bytes, cable: Cable, day: date) -> bool:
    return redact.verify(release, cable, policy=public(), as_of=day).holds


def withheld_words(cable: Cable, account: Account) -> list[str]:
    """Five words in a row of each withheld portion that has so many and lacks them elsewhere."""
    released = redact.render(cable, account).text.split()
    found = []
    for portion, decision in zip(cable.portions, account.decisions, strict=True):
        words = [word for word in cable.text_of(portion).split() if word.isalpha()]
        run = words[-5:]
        if (
            decision.effect is Effect.WITHHOLD
            and len(run) == 5
            and " ".join(run) in " ".join(cable.text_of(portion).split())
        ):
            found.append(" ".join(run))
    return [run for run in found if not set(run.split()) <= set(released)]


@FEW
@given(st.data())
def test_what_was_written_holds_and_passes_its_check(data: st.DataObject) -> None:
    """In every form and style, whatever the cable: an honest release is never refused."""
    choose = drawn(data)
    made = decided(choose)
    if made is None:
        return
    cable, account, day = made
    form, style = one_of(choose, WRITTEN), one_of(choose, list(STYLES))
    release = render(cable, account, format=form, style=style)
    assert self_check(release, release.encode(), cable, account) == ()
    assert holds(release.encode(), cable, day)


@FEW
@given(st.data())
def test_five_withheld_words_in_any_spelling_are_found(data: st.DataObject) -> None:
    choose = drawn(data)
    made = decided(choose)
    if made is None:
        return
    cable, account, day = made
    listed = withheld_words(cable, account)
    if not listed:
        return
    spell = SPELLINGS[one_of(choose, list(SPELLINGS))]
    theirs = f"A release by somebody else.\n{spell(one_of(choose, listed))}\n"
    found = redact.verify(theirs.encode(), cable, policy=public(), as_of=day)
    assert {problem.code for problem in found.problems} == {"release/withheld-text"}


@FEW
@given(st.data())
def test_one_letter_of_a_release_changed_is_found(data: st.DataObject) -> None:
    """A letter put in, taken away, or another one in its place."""
    choose = drawn(data)
    made = decided(choose)
    if made is None:
        return
    cable, account, day = made
    form = one_of(choose, WRITTEN)
    text = render(cable, account, format=form).text
    at = choose(len(text))
    while not text[at].isalnum():
        at = (at + 1) % len(text)
    new = one_of(choose, ("", text[at] + "x", "Q" if text[at] != "Q" else "q"))
    changed = text[:at] + new + text[at + 1 :]
    assert not holds(changed.encode(), cable, day)


@FEW
@given(st.data(), st.binary(max_size=200))
def test_no_release_whatever_its_bytes_breaks_the_check(data: st.DataObject, noise: bytes) -> None:
    """Total: bytes give a verification or a refusal, never another error."""
    choose = drawn(data)
    head = one_of(choose, (b"", b"<html>", b"{", b"%PDF-1.7\n1 0 obj\n", b"\xef\xbb\xbf", b"&#x"))
    made = decided(choose)
    if made is None:
        return
    cable, _, day = made
    with suppress(ReleaseError):
        redact.verify(head + noise, cable, policy=public(), as_of=day)
