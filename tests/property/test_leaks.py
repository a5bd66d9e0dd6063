"""No token that must stay in comes out (release K6 to K13), and what may come out mostly does."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import redact
from tests.property import headers
from tests.property.choose import drawn, seeded
from tests.property.damage import NAMES
from tests.property.damage_header import STRAYS, edge, strayed
from tests.property.drafts import Banner, Draft, Instruction
from tests.property.marks import NO_MARK
from tests.property.printed import Printed
from tests.property.printing import HEADER_ROLES, printed
from tests.property.releases import came_out, hoped, leaks, released, words_of
from tests.property.strategies import Specimen, as_of, specimen, telegram
from tests.property.tokens import squeezed
from tests.property.truth import promises_of

DAY = date(2019, 9, 22)
BANNERS = ("C O N F I D E N T I A L", "SECRET", "C0NFIDENTIAL", "UNCLAS")


@given(st.data())
def test_what_must_stay_never_comes_out_as_text(data: st.DataObject) -> None:
    """Damaged or whole, before the day, on it or after it."""
    cable = specimen(drawn(data))
    day = as_of(drawn(data), cable.until)
    letters = squeezed(_release_or_nothing(cable, day, "text"))
    assert leaks(cable, day, letters) == [], cable.damages


@given(st.data())
def test_what_must_stay_never_comes_out_as_json(data: st.DataObject) -> None:
    """The public document holds nothing that the text does not hold."""
    cable = specimen(drawn(data))
    day = as_of(drawn(data), cable.until)
    document = _release_or_nothing(cable, day, "json")
    letters = words_of(document) if document else ""
    assert leaks(cable, day, letters) == [], cable.damages


@given(st.data())
def test_what_is_released_on_a_day_is_released_on_every_later_day(data: st.DataObject) -> None:
    """Design, semantics 5: time enters only through the as-of date, and only forward."""
    cable = specimen(drawn(data))
    day = as_of(drawn(data), cable.until)
    later = min(day, date(2990, 1, 1)) + timedelta(days=drawn(data)(4000))
    early = squeezed(_release_or_nothing(cable, day, "text"))
    late = squeezed(_release_or_nothing(cable, max(day, later), "text"))
    assert set(came_out(cable, early)) <= set(came_out(cable, late)), cable.damages


@given(st.data())
def test_a_release_released_again_holds_nothing_more(data: st.DataObject) -> None:
    """What we print can be read, on the same day and by the same policy, and fails on nothing."""
    cable = specimen(drawn(data))
    day = as_of(drawn(data), cable.until)
    once = _release_or_nothing(cable, day, "text")
    assume(once)
    again = released(once.encode(), day)
    assert set(came_out(cable, squeezed(again))) <= set(came_out(cable, squeezed(once)))


@pytest.mark.parametrize("name", NAMES)
def test_no_leak_under_each_kind_of_damage(name: str) -> None:
    """Twelve telegrams with this damage alone."""
    for seed in range(12):
        choose = seeded(seed)
        cable = specimen(choose, damages=(name,))
        day = as_of(choose, cable.until)
        letters = squeezed(_release_or_nothing(cable, day, "text"))
        assert leaks(cable, day, letters) == [], seed


@pytest.mark.parametrize("spaced", [False, True], ids=["directly", "after-a-blank-line"])
@pytest.mark.parametrize("banner", BANNERS)
@pytest.mark.parametrize("fields", range(3))
def test_a_sentence_anywhere_in_the_header_stays_until_the_date(
    fields: int, banner: str, *, spaced: bool
) -> None:
    """The edge of the header: only what is recognised as a header's belongs to it."""
    draft = _whole(banner, fields)
    cable = Printed(draft, printed(draft), promises_of(draft), draft.instruction.until)
    leaked = [
        (cable.lines[at].role, sentence)
        for at in edge(cable)
        for sentence in STRAYS
        if _stray_leaks(strayed(cable, at, sentence, spaced=spaced))
    ]
    assert leaked == []


def test_what_should_come_out_does_so_nineteen_times_in_twenty() -> None:
    """A run that only withholds proves nothing: whole and harmlessly damaged telegrams go out."""
    counts: Counter[str] = Counter()
    for seed in range(400):
        choose = seeded(seed)
        cable = specimen(choose)
        day = as_of(choose, cable.until)
        wanted = hoped(cable, day)
        if not wanted:
            continue
        letters = squeezed(_release_or_nothing(cable, day, "text"))
        counts["should"] += len(wanted)
        counts["came"] += sum(token in letters for token in wanted)
    assert counts["should"] > 500
    assert counts["came"] >= 0.95 * counts["should"], counts


def _release_or_nothing(cable: Specimen, day: date, form: str) -> str:
    """The release, or an empty text where the bytes are no text at all."""
    try:
        return released(cable.data, day, form=form)
    except redact.errors.ReadError:
        return ""


def _stray_leaks(cable: Printed) -> bool:
    text = "\n".join(line.text for line in cable.lines)
    made = Specimen(text.encode(), cable.promises, cable.until, ())
    before = DAY - timedelta(days=1)
    return bool(leaks(made, before, squeezed(released(made.data, before))))


def _whole(banner: str, fields: int) -> Draft:
    """A telegram with every header field, its subject unmarked, that ends on DAY."""
    levels = {"C O N F I D E N T I A L": 1, "SECRET": 2, "UNCLAS": 0}
    level = levels.get(banner)
    draft = telegram(seeded(11))
    until = Instruction("E.O. 12958: DECL: 09/22/2019", DAY, states=True)
    draft = draft.with_block(0, replace(draft.blocks[0], mark=NO_MARK))
    return replace(
        draft,
        banner=Banner(f"{banner} {draft.post} {draft.serial:06d}", level),
        captions=("SIPDIS",) if level else ("SENSITIVE", "SIPDIS"),
        passing=headers.PASSING[:2],
        instruction=until if level != 0 else headers.NOT_APPLICABLE,
        tags_first=fields == 2,
        references=headers.REFERENCES[(3, 2, 5)[fields]],
        classified_by=headers.CLASSIFIED_BY[(1, 7, 5)[fields]] if level != 0 else (),
    )


@pytest.mark.parametrize("fields", range(3))
def test_the_whole_telegram_has_every_field(fields: int) -> None:
    """What the attack on the header's edge is tried on."""
    roles = {line.role for line in printed(_whole("SECRET", fields))}
    assert roles >= {"envelope", *HEADER_ROLES}
