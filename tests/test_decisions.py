"""The semantics of a policy, on rules that hold, fail or cannot be known."""

from datetime import date
from itertools import combinations_with_replacement, product

import pytest

from redact.cable.model import STRUCTURAL, Kind
from redact.policy import decide
from redact.policy.conditions import Condition, Form, Outcome, outcome
from redact.policy.decision import Decision, Effect
from redact.policy.facts import UNKNOWN, Assessment, Facts
from redact.policy.model import Rule
from tests.policy_cables import known_facts, policy_of

AS_OF = date(2010, 1, 1)
CONDITIONS = {
    "holds": Condition("level", Form.ANY, frozenset({"C"})),
    "fails": Condition("level", Form.ANY, frozenset({"U"})),
    "unknown": Condition("controls", Form.NONE),
}
FACTS = known_facts(controls=UNKNOWN)
RULES = {
    f"{effect}-{name}": Rule(
        f"{effect}-{name}", effect, "A sentence", (condition,), ("(b)(1)",), ("a law",), "somebody"
    )
    for effect, (name, condition) in product(Effect, CONDITIONS.items())
}
PAIRS = list(combinations_with_replacement(RULES, 2))


def decide_facts(facts: Facts, *rules: Rule) -> Decision:
    return decide(Assessment(AS_OF, (facts,)), policy_of(*rules)).decisions[0]


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_nothing_goes_out_unless_a_rule_releases_it_and_none_withholds(
    pair: tuple[str, str],
) -> None:
    released = "release-holds" in pair and not {"withhold-holds", "withhold-unknown"} & set(pair)
    decision = decide_facts(FACTS, *(RULES[name] for name in pair))
    assert (decision.effect is Effect.RELEASE) == released


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_all_rules_that_apply_are_named_and_no_other(pair: tuple[str, str]) -> None:
    applying = {"release-holds", "withhold-holds", "withhold-unknown"}
    decision = decide_facts(FACTS, *(RULES[name] for name in dict.fromkeys(pair)))
    assert [rule.rule for rule in decision.applied] == sorted(
        set(pair) & applying, key=lambda name: (name.startswith("release"), name)
    )


def test_a_policy_without_rules_withholds_and_says_so() -> None:
    decision = decide_facts(known_facts())
    assert decision.effect is Effect.WITHHOLD
    assert decision.reason.startswith("withheld, no rule of policy specimen releases it")
    assert decision.deciding == ()


def test_the_three_outcomes_of_withholding_are_told_apart() -> None:
    by_rule = decide_facts(FACTS, RULES["withhold-holds"]).reason
    by_default = decide_facts(FACTS, RULES["withhold-fails"]).reason
    by_doubt = decide_facts(FACTS, RULES["withhold-unknown"]).reason
    assert by_rule.startswith("withheld by rule withhold-holds: A sentence")
    assert by_default.startswith("unknown, needs a reviewer")
    assert by_doubt == "unknown, needs a reviewer: controls not known"


def test_a_rule_that_applies_through_the_unknown_claims_nothing() -> None:
    decision = decide_facts(FACTS, RULES["withhold-unknown"])
    assert decision.effect is Effect.WITHHOLD
    assert decision.deciding == ("withhold-unknown",)
    assert decision.applied[0].exemptions == ()
    assert decision.applied[0].unknown == ("controls",)
    assert decision.exemptions + decision.citations + decision.referrals == ()


def test_a_rule_that_holds_for_certain_decides_before_one_that_may_hold() -> None:
    decision = decide_facts(FACTS, RULES["withhold-holds"], RULES["withhold-unknown"])
    assert decision.deciding == ("withhold-holds",)
    assert decision.exemptions == ("(b)(1)",)
    assert len(decision.applied) == 2


def test_a_condition_that_fails_fails_the_rule_whatever_else_is_unknown() -> None:
    conditions = (CONDITIONS["fails"], CONDITIONS["unknown"])
    assert (
        decide_facts(FACTS, Rule("both", Effect.WITHHOLD, "A sentence", conditions)).applied == ()
    )


@pytest.mark.parametrize("effect", [Effect.RELEASE, Effect.WITHHOLD])
@pytest.mark.parametrize("kind", Kind)
def test_a_rule_that_names_no_kind_speaks_of_text(kind: Kind, effect: Effect) -> None:
    rule = Rule("level", effect, "A sentence", (CONDITIONS["holds"],))
    decision = decide_facts(known_facts(kind=kind.value), rule)
    assert bool(decision.applied) == (kind not in STRUCTURAL)


@pytest.mark.parametrize("kind", Kind)
def test_text_in_doubt_is_released_by_no_rule(kind: Kind) -> None:
    """Law 1, whatever the policy says; a structural portion a rule must name."""
    named = Condition("kind", Form.ANY, frozenset({kind.value}))
    rule = Rule("all", Effect.RELEASE, "A sentence", (named,))
    decision = decide_facts(known_facts(kind=kind.value, doubts=frozenset({"cable/torn"})), rule)
    assert (decision.effect is Effect.RELEASE) == (kind in STRUCTURAL)
    if kind not in STRUCTURAL:
        assert decision.reason == "unknown, needs a reviewer: in doubt by cable/torn"
        assert decision.deciding == ()


def test_reasons_stand_for_the_reasons_of_the_cable() -> None:
    rule = Rule("closed", Effect.WITHHOLD, "A sentence", exemptions=("reasons", "(b)(1)"))
    facts = known_facts(reasons=("1.4(b)", "1.4(d)"))
    assert decide_facts(facts, rule).exemptions == ("1.4(b)", "1.4(d)", "(b)(1)")


def test_what_two_rules_claim_is_named_once() -> None:
    rules = (RULES["withhold-holds"], Rule("w", Effect.WITHHOLD, "Another", (), ("(b)(1)",)))
    assert decide_facts(FACTS, *rules).exemptions == ("(b)(1)",)


def test_any_rule_that_applies_can_forbid_telling_the_amount() -> None:
    silent = Rule("silent", Effect.WITHHOLD, "A sentence", extent=False)
    assert decide_facts(FACTS, RULES["withhold-holds"]).extent
    assert not decide_facts(FACTS, RULES["withhold-holds"], silent).extent


ENDED = Condition("declassified", Form.ANY, frozenset({"true"}))
ON_DATE = Rule("ended", Effect.RELEASE, "Its classification has ended", (ENDED,))


def test_a_decision_says_on_which_day_it_changes() -> None:
    facts = known_facts(declassified=False, effective_date=date(2020, 5, 17))
    decision = decide_facts(facts, ON_DATE)
    assert decision.effect is Effect.WITHHOLD
    assert decision.changes_on == date(2020, 5, 17)


@pytest.mark.parametrize(
    "changes",
    [
        {"declassified": True},
        {"declassified": False, "effective_date": None},
        {"declassified": UNKNOWN, "effective_date": date(2020, 5, 17)},
        {"declassified": False, "effective_date": UNKNOWN},
        {"declassified": False, "effective_date": date(2020, 5, 17), "doubts": frozenset("x")},
    ],
    ids=["passed", "no-date", "unknown", "unknown-date", "doubt"],
)
def test_a_decision_that_no_day_changes_names_none(changes: dict[str, object]) -> None:
    assert decide_facts(known_facts(**changes), ON_DATE).changes_on is None


YEARS_25 = Condition("age", Form.AT_LEAST, frozenset({"25"}))
YEARS_30 = Condition("age", Form.AT_MOST, frozenset({"30"}))
BEFORE_2020 = Condition("effective_date", Form.AT_MOST, frozenset({"2019-12-31"}))
OUTCOMES = [
    (YEARS_25, {"age": 24}, Outcome.FAILS),
    (YEARS_25, {"age": 25}, Outcome.HOLDS),
    (YEARS_25, {"age": UNKNOWN}, Outcome.UNKNOWN),
    (YEARS_30, {"age": 30}, Outcome.HOLDS),
    (YEARS_30, {"age": 31}, Outcome.FAILS),
    (BEFORE_2020, {"effective_date": date(2019, 12, 31)}, Outcome.HOLDS),
    (BEFORE_2020, {"effective_date": date(2020, 1, 1)}, Outcome.FAILS),
    (BEFORE_2020, {"effective_date": None}, Outcome.UNKNOWN),
    (BEFORE_2020, {"effective_date": UNKNOWN}, Outcome.UNKNOWN),
]


@pytest.mark.parametrize(("condition", "changes", "found"), OUTCOMES, ids=str)
def test_a_bound_holds_fails_or_is_not_known(
    condition: Condition, changes: dict[str, object], found: Outcome
) -> None:
    assert outcome(condition, known_facts(**changes)) is found


def test_a_decision_changes_on_an_anniversary() -> None:
    dated = date(1996, 2, 29)
    old = Rule("old", Effect.RELEASE, "Old text", (YEARS_25,))
    decision = decide_facts(known_facts(dated=dated, age=24), old)
    assert decision.changes_on == date(2021, 3, 1)
    young = Rule("young", Effect.RELEASE, "Old text, not too old", (YEARS_25, YEARS_30))
    decision = decide_facts(known_facts(dated=dated, age=25), young)
    assert (decision.effect, decision.changes_on) == (Effect.RELEASE, date(2027, 3, 1))


def test_a_reason_names_date_basis_and_authority() -> None:
    facts = known_facts(
        level="S",
        declassified=False,
        effective_date=date(2020, 5, 17),
        authority="E.O. 13526 §1.5(a)",
    )
    closed = Rule("closed", Effect.WITHHOLD, "Still classified")
    assert decide_facts(facts, closed).reason == (
        "withheld by rule closed: Still classified (Secret, classified until 2020-05-17 by its own "
        "instruction under E.O. 13526 §1.5(a))"
    )
    assert decide_facts(known_facts(), ON_DATE).reason == (
        "released by rule ended: Its classification has ended (Confidential, declassified on "
        "2000-01-01 by its own instruction)"
    )


def test_equal_facts_are_decided_alike_and_keep_their_place() -> None:
    facts = (known_facts(), known_facts(), known_facts(level="S"), known_facts(dated=AS_OF))
    decisions = decide(Assessment(AS_OF, facts), policy_of(ON_DATE)).decisions
    assert tuple(item.facts for item in decisions) == facts
    assert decisions[0] == decisions[1]


def test_an_unknown_caption_is_not_known_to_be_another() -> None:
    """A releasing rule may not rest on what an unreadable caption is not."""
    clean = Condition("captions", Form.NONE_OF, frozenset({"RESTRICTED DATA"}))
    facts = known_facts(captions=frozenset({"UNKNOWN"}))
    release = Rule("clean", Effect.RELEASE, "A sentence", (clean,))
    withhold = Rule("clean", Effect.WITHHOLD, "A sentence", (clean,))
    assert decide_facts(facts, release).applied == ()
    assert decide_facts(facts, withhold).applied[0].unknown == ("captions",)


@pytest.mark.parametrize(
    ("form", "words", "holds"),
    [
        (Form.NONE, "", ""),
        (Form.PRESENT, "", "NF|NF RD|RD|SCI"),
        (Form.ANY, "NF SCI", "NF|NF RD|SCI"),
        (Form.ALL, "NF RD", "NF RD"),
        (Form.ONLY, "NF RD", "|NF|NF RD|RD"),
        (Form.NONE_OF, "NF", "|RD|SCI"),
    ],
    ids=lambda value: value.name.lower() if isinstance(value, Form) else "",
)
def test_each_form_of_a_condition(form: Form, words: str, holds: str) -> None:
    rule = Rule(
        "r",
        Effect.RELEASE,
        "A sentence",
        (Condition("controls", form, frozenset(words.split())),),
    )
    sets = ["", "NF", "NF RD", "RD", "SCI"]
    found = [
        controls
        for controls in sets
        if decide_facts(known_facts(controls=frozenset(controls.split())), rule).applied
    ]
    assert found == holds.split("|")
