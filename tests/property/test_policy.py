"""Laws of deciding, for any facts and any policy."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import Phase, assume, find, given, settings
from hypothesis import strategies as st

from redact.policy import decide, semantics
from redact.policy.compiled import applied_rules
from redact.policy.conditions import Compound, Expression, Joint
from redact.policy.decision import Account, Decision, Effect
from redact.policy.facts import UNKNOWN, Facts
from redact.policy.folding import folded
from redact.policy.loading import parse_policy, read_policy
from redact.policy.model import Policy, Rule
from redact.policy.monotony import bounded_rules
from tests.property.policy_strategies import (
    DAYS,
    EPOCH,
    any_facts,
    assessed,
    expressions,
    facts_as_of,
    known,
    policies,
    rules,
    with_unknown,
    yaml_of,
)

quick = settings(max_examples=40, deadline=None)


def judge(facts: Facts, policy: Policy) -> Decision:
    return decide(assessed(facts), policy).decisions[0]


LETTERS = frozenset(range(16))


def letters(facts: Facts, policy: Policy) -> frozenset[int]:
    """The places of the letters of a portion of sixteen that go out."""
    decision = judge(facts, policy)
    if decision.effect is not Effect.RELEASE:
        return frozenset()
    cut = (range(item.span.start, item.span.end) for item in decision.excised)
    return LETTERS.difference(*cut)


def released(facts: Facts, policy: Policy) -> bool:
    return judge(facts, policy).effect is Effect.RELEASE


def without(policy: Policy, effect: Effect) -> Policy:
    return replace(policy, rules=tuple(rule for rule in policy.rules if rule.effect is not effect))


@pytest.mark.parametrize("effect", [Effect.RELEASE, Effect.WITHHOLD])
def test_drawn_policies_decide_both_ways(effect: Effect) -> None:
    """A generator that only sees withholding proves nothing."""
    drawn = st.tuples(known(), policies(least=1))
    generate = settings(phases=[Phase.generate], database=None)
    facts, policy = find(drawn, lambda pair: judge(*pair).effect is effect, settings=generate)
    assert judge(facts, policy).effect is effect


@given(any_facts(), policies())
@quick
def test_nothing_is_released_unless_a_rule_releases_it(facts: Facts, policy: Policy) -> None:
    assert not released(facts, without(policy, Effect.RELEASE))
    decision = judge(facts, policy)
    if decision.effect is Effect.RELEASE:
        releasing = {rule.rule for rule in decision.applied if rule.effect is Effect.RELEASE}
        assert set(decision.deciding) == releasing
        assert not any(rule.keeps_back for rule in decision.applied)


@given(any_facts(), policies(least=1))
@quick
def test_withholding_beats_releasing(facts: Facts, policy: Policy) -> None:
    withholding = judge(facts, without(policy, Effect.RELEASE))
    if withholding.applied:
        assert not released(facts, policy)


@given(any_facts(), policies(), st.lists(rules(Effect.WITHHOLD) | rules(Effect.EXCISE), min_size=1))
@quick
def test_further_rules_that_withhold_or_excise_never_release_more(
    facts: Facts, policy: Policy, further: list[Rule]
) -> None:
    named = (replace(rule, id=f"further-{place}") for place, rule in enumerate(further))
    stricter = replace(policy, rules=(*policy.rules, *named))
    assert letters(facts, stricter) <= letters(facts, policy)


@given(any_facts(), policies())
@quick
def test_excising_takes_letters_out_of_what_is_released_and_nothing_else(
    facts: Facts, policy: Policy
) -> None:
    whole = without(policy, Effect.EXCISE)
    cutting, other = judge(facts, policy), judge(facts, whole)
    assert letters(facts, policy) <= letters(facts, whole)
    if facts.detections is not UNKNOWN:
        assert (cutting.effect, cutting.deciding) == (other.effect, other.deciding)
        ends = [(item.span.start, item.span.end) for item in cutting.excised]
        assert ends == sorted(ends)
        assert all(one[1] < two[0] for one, two in pairwise(ends))


@given(any_facts(), policies())
@quick
def test_the_compiled_form_agrees_with_the_specification(facts: Facts, policy: Policy) -> None:
    """In the effect, in what is taken out, in each rule that applies and in what is not known."""
    decision = judge(facts, policy)
    known = decision.facts
    assert decision.effect is semantics.effect(policy, known)
    assert LETTERS - letters(facts, policy) == (
        semantics.taken_out(policy, known) if decision.effect is Effect.RELEASE else LETTERS
    )
    found = {rule.id: semantics.match(rule, known) for rule in policy.rules}
    assert {rule.id: set(account.unknown) for rule, account in applied_rules(known, policy)} == {
        rule.id: set(found[rule.id].unknown)
        for rule in policy.rules
        if semantics.applies(rule, found[rule.id])
    }


@given(any_facts(), expressions())
@quick
def test_folding_changes_no_answer(facts: Facts, expression: Expression) -> None:
    left = folded((expression,))
    assert left is not None
    whole = Compound(Joint.ALL, left)
    assert semantics.truth(whole, facts) is semantics.truth(expression, facts)


@given(st.lists(any_facts(), max_size=4), policies(), st.randoms(use_true_random=False))
@quick
def test_the_order_of_rules_changes_nothing(
    facts: list[Facts], policy: Policy, rng: random.Random
) -> None:
    shuffled = list(policy.rules)
    rng.shuffle(shuffled)
    other = replace(policy, rules=tuple(shuffled))
    assessment = assessed(*facts)
    assert decide(assessment, policy) == decide(assessment, other)


@given(st.data(), known(), policies(least=1))
@quick
def test_what_is_not_known_never_releases(
    data: st.DataObject, facts: Facts, policy: Policy
) -> None:
    forgotten = data.draw(with_unknown(facts))
    assert released(facts, policy) or not released(forgotten, policy)


@given(any_facts(), policies())
@quick
def test_a_rule_that_applies_through_the_unknown_claims_nothing(
    facts: Facts, policy: Policy
) -> None:
    decision = judge(facts, policy)
    assert all(not rule.exemptions for rule in decision.applied if rule.unknown)
    if decision.effect is Effect.WITHHOLD and all(rule.unknown for rule in decision.applied):
        assert decision.exemptions == ()


@given(any_facts(), policies(least=1), DAYS, DAYS)
@quick
def test_what_is_released_on_a_day_is_released_on_every_later_day(
    facts: Facts, policy: Policy, one: date, other: date
) -> None:
    assume(not bounded_rules(policy))
    earlier, later = (letters(facts_as_of(facts, day), policy) for day in sorted((one, other)))
    assert earlier <= later


@given(any_facts(), policies(least=1))
@quick
def test_the_day_of_change_is_the_first_on_which_the_effect_is_another(
    facts: Facts, policy: Policy
) -> None:
    decision = judge(facts, policy)
    last_day = decision.changes_on or EPOCH + timedelta(1_000)
    before = facts_as_of(facts, last_day - timedelta(1))
    on_the_day = facts_as_of(facts, last_day)
    assert judge(before, policy).effect is decision.effect
    changed = judge(on_the_day, policy).effect is not decision.effect
    assert changed == (decision.changes_on is not None)


@given(policies(joined=False), st.randoms(use_true_random=False))
@quick
def test_a_policy_read_from_its_file_is_the_same_in_any_order(
    policy: Policy, rng: random.Random
) -> None:
    shuffled = list(policy.rules)
    rng.shuffle(shuffled)
    read = parse_policy(yaml_of(policy), "a.yaml")
    again = parse_policy(yaml_of(replace(policy, rules=tuple(shuffled))), "a.yaml")
    assert read.rules == again.rules
    assert [(rule.id, set(rule.when)) for rule in read.rules] == [
        (rule.id, set(rule.when)) for rule in policy.rules
    ]


@given(any_facts(), policies())
@quick
def test_deciding_twice_gives_the_same(facts: Facts, policy: Policy) -> None:
    def once() -> Account:
        return decide(assessed(facts, facts), policy)

    assert once() == once()


@given(st.text() | policies(joined=False).map(yaml_of), st.randoms(use_true_random=False))
@quick
def test_any_text_is_a_policy_or_has_problems(text: str, rng: random.Random) -> None:
    """Damage: a few characters of a good file are lost, doubled or replaced."""
    letters = list(text)
    for _ in range(min(3, len(letters))):
        letters[rng.randrange(len(letters))] = rng.choice(["", "\n", "[", "}", ":", "é", "&a "])
    reading = read_policy("".join(letters), "a.yaml")
    assert (reading.policy is None) == bool(reading.problems)
    assert all("\n" not in str(problem) for problem in reading.problems)
