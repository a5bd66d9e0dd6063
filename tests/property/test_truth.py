"""The generator makes what it says: every token stands in the text, every kind of truth occurs."""

from collections import Counter
from datetime import date

import pytest

from tests.property.choose import seeded
from tests.property.damage import ALONE, NAMES
from tests.property.printing import printed
from tests.property.strategies import specimen, telegram
from tests.property.tokens import squeezed, token, tokens_in
from tests.property.truth import Comes, Promise, Stays, promises_of

DAY = date(2019, 9, 22)
BEFORE = date(2019, 9, 21)


def test_no_two_tokens_are_alike_and_each_is_known_again() -> None:
    """As many as a telegram can need, whatever number they start from."""
    words = [token(serial) for serial in range(1500)]
    assert len(set(words)) == 1500
    assert tokens_in(" ".join(words)) == tuple(word.lower() for word in words)


def test_every_promised_token_stands_in_the_printed_telegram() -> None:
    """And no other: nothing is printed whose truth is not known."""
    for seed in range(100):
        draft = telegram(seeded(seed))
        text = squeezed("\n".join(line.text for line in printed(draft)))
        assert all(word in text for word in promises_of(draft))
        assert text.count("quil") == len(promises_of(draft))


@pytest.mark.parametrize("name", NAMES)
def test_each_damage_changes_some_telegram(name: str) -> None:
    """A damage that never applies would test nothing."""
    assert any(name in specimen(seeded(n), damages=(name,)).damages for n in range(60))


def test_the_same_choices_make_the_same_cable() -> None:
    """Law 3, for the generator too."""
    assert all(specimen(seeded(n)) == specimen(seeded(n)) for n in range(50))


def test_every_kind_of_truth_is_common() -> None:
    """Whole telegrams, single damages, several; tokens that stay, that come, that may do either."""
    several: Counter[int] = Counter()
    stays: Counter[Stays] = Counter()
    comes: Counter[Comes] = Counter()
    for seed in range(600):
        cable = specimen(seeded(seed))
        assert not set(cable.damages) & set(ALONE) or len(cable.damages) == 1
        several[min(len(cable.damages), 2)] += 1
        stays.update(promise.stays for promise in cable.promises.values())
        comes.update(promise.comes for promise in cable.promises.values())
    assert min(several[count] for count in range(3)) > 100
    assert min(stays[kind] for kind in Stays) > 500
    assert min(comes[kind] for kind in Comes) > 300


def test_a_promise_turns_on_the_day_itself() -> None:
    """K6: withheld the day before, released on it; where no day ends it, never."""
    promise = Promise(Stays.UNTIL_THE_DATE, Stays.UNTIL_THE_DATE, Comes.FROM_THE_DATE)
    assert promise.must_stay(BEFORE, DAY)
    assert not promise.should_come(BEFORE, DAY)
    assert not promise.must_stay(DAY, DAY)
    assert promise.should_come(DAY, DAY)
    assert promise.must_stay(date.max, None)
    assert not promise.should_come(date.max, None)


def test_an_unreadable_mark_is_never_expected_to_come_out() -> None:
    """K12, and everything else in that telegram is in doubt."""
    for seed in range(100):
        cable = specimen(seeded(seed), damages=("mark-empty",))
        if cable.damages:
            assert {promise.comes for promise in cable.promises.values()} == {Comes.UNPROMISED}
