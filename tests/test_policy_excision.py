"""What a rule that excises takes out, and what nobody can look for."""

from datetime import date
from typing import Any

import pytest

from redact.detectors.model import Detection, Thing, Wanted
from redact.policy import decide
from redact.policy.conditions import Condition, Form
from redact.policy.decision import Decision, Effect
from redact.policy.facts import UNKNOWN, Assessment, Facts
from redact.policy.loading import parse_policy
from redact.policy.model import Policy, Rule
from redact.text import Span
from tests.policy_cables import known_facts, policy_of

AS_OF = date(2010, 1, 1)
OPEN = Rule("open", Effect.RELEASE, "Open", (Condition("level", Form.ANY, frozenset({"C"})),))
HEADER = Rule("head", Effect.RELEASE, "Head", (Condition("kind", Form.ANY, frozenset({"header"})),))


def cutting(name: str, spans: str, exemption: str = "(b)(6)", **more: Any) -> Rule:
    return Rule(
        name,
        Effect.EXCISE,
        "Cut",
        exemptions=(exemption,),
        citations=(f"law of {name}",),
        spans=frozenset(spans.split()),
        **more,
    )


def found(detector: str, start: int, end: int, thing: Thing = Thing.NUMBER) -> Detection:
    return Detection(detector, Span(start, end), thing)


def judged(policy: Policy, *detections: Detection, **changes: Any) -> Decision:
    asked: list[Wanted] = []

    def detect(wanted: Wanted) -> tuple[tuple[Detection, ...], ...]:
        asked.append(wanted)
        return (tuple(item for item in detections if item.detector in wanted.detectors),)

    facts = known_facts(**changes)
    (decision,) = decide(Assessment(AS_OF, (facts,), detect), policy).decisions
    assert bool(asked) == (policy.wanted is not None)
    return decision


def test_a_span_in_a_released_portion_is_taken_out_with_its_claim() -> None:
    decision = judged(policy_of(OPEN, cutting("ids", "us-ssn")), found("us-ssn", 10, 21))
    assert decision.effect is Effect.RELEASE
    (cut,) = decision.excised
    assert (cut.span, cut.thing, cut.exemptions) == (Span(10, 21), Thing.NUMBER, ("(b)(6)",))
    assert (cut.citations, cut.rules) == (("law of ids",), ("ids",))
    assert decision.deciding == ("open",)
    assert [rule.rule for rule in decision.applied] == ["ids", "open"]
    assert decision.exemptions == ()
    assert decision.reason.endswith("; taken out by rule ids: number")


def test_spans_that_overlap_or_touch_are_one_with_the_claims_of_all() -> None:
    rules = (cutting("a", "us-ssn"), cutting("b", "visa passport", "(b)(3)"))
    decision = judged(
        policy_of(OPEN, *rules),
        found("passport", 40, 50),
        found("us-ssn", 0, 10),
        found("visa", 5, 20),
        found("us-ssn", 20, 30, Thing.NAME),
        found("visa", 22, 24),
    )
    assert [(cut.span, cut.thing, cut.exemptions, cut.rules) for cut in decision.excised] == [
        (Span(0, 30), Thing.TEXT, ("(b)(6)", "(b)(3)"), ("a", "b")),
        (Span(40, 50), Thing.NUMBER, ("(b)(3)",), ("b",)),
    ]


def test_a_rule_without_kinds_reaches_the_header_too() -> None:
    policy = policy_of(HEADER, cutting("names", "protected-name"))
    decision = judged(policy, found("protected-name", 3, 9, Thing.NAME), kind="header")
    assert [cut.span for cut in decision.excised] == [Span(3, 9)]


def test_nothing_is_taken_out_of_what_is_withheld() -> None:
    policy = policy_of(cutting("ids", "us-ssn"))
    decision = judged(policy, found("us-ssn", 10, 21))
    assert (decision.effect, decision.excised, decision.applied) == (Effect.WITHHOLD, (), ())
    assert "no rule of policy" in decision.reason


def test_only_what_the_rule_names_is_taken_out() -> None:
    decision = judged(policy_of(OPEN, cutting("ids", "us-ssn")), found("card", 10, 21))
    assert decision.excised == ()
    assert [rule.rule for rule in decision.applied] == ["open"]


@pytest.mark.parametrize(
    ("level", "cut", "claims"),
    [("C", True, ("(b)(6)",)), ("S", False, ()), (UNKNOWN, True, ())],
    ids=["holds", "fails", "unknown"],
)
def test_a_condition_that_is_not_known_cuts_without_a_claim(
    level: Any, cut: bool, claims: tuple[str, ...]
) -> None:
    secret = (Condition("level", Form.ANY, frozenset({"C"})),)
    kinds = Rule("k", Effect.RELEASE, "K", (Condition("kind", Form.ANY, frozenset({"paragraph"})),))
    policy = policy_of(kinds, cutting("ids", "us-ssn", when=secret))
    decision = judged(policy, found("us-ssn", 1, 2), level=level)
    assert [item.exemptions for item in decision.excised] == ([claims] if cut else [])


def test_what_nobody_can_look_for_is_withheld() -> None:
    facts = known_facts()
    policy = policy_of(OPEN, cutting("ids", "us-ssn"))
    (decision,) = decide(Assessment(AS_OF, (facts,)), policy).decisions
    assert decision.effect is Effect.WITHHOLD
    assert decision.reason == "unknown, needs a reviewer: spans not known"
    assert (decision.exemptions, decision.excised) == ((), ())


def test_a_rule_that_does_not_speak_of_the_portion_needs_no_detector() -> None:
    """What fails for certain takes nothing out, whatever stands there."""
    secret = (Condition("level", Form.ANY, frozenset({"S"})),)
    policy = policy_of(OPEN, cutting("ids", "us-ssn", when=secret))
    (decision,) = decide(Assessment(AS_OF, (known_facts(),)), policy).decisions
    assert decision.effect is Effect.RELEASE


def test_a_condition_can_ask_for_spans() -> None:
    shut = Rule("s", Effect.WITHHOLD, "S", (Condition("spans", Form.ANY, frozenset({"visa"})),))
    policy = policy_of(OPEN, shut)
    assert judged(policy, found("visa", 1, 2)).effect is Effect.WITHHOLD
    assert judged(policy, found("card", 1, 2)).effect is Effect.RELEASE
    assert policy.wanted == Wanted(frozenset({"visa"}))


def test_equal_facts_with_other_spans_keep_their_own() -> None:
    policy = policy_of(OPEN, cutting("ids", "us-ssn"))
    facts: tuple[Facts, ...] = (known_facts(),) * 3
    spans = ((found("us-ssn", 1, 2),), (), (found("us-ssn", 7, 9),))
    account = decide(Assessment(AS_OF, facts, lambda _: spans), policy)
    assert [[cut.span for cut in one.excised] for one in account.decisions] == [
        [Span(1, 2)],
        [],
        [Span(7, 9)],
    ]


HEAD = "redact: 1\nname: a\nversion: 1.0.0\ntitle: A\n"


def test_a_policy_names_detectors_lists_style_and_extent() -> None:
    policy = parse_policy(
        HEAD + "style: codes\nextent: none\nsets:\n  names: [Smith, Jones, Smith]\nrules:\n"
        "  - id: open\n    release: Open\n    when: {level: U}\n"
        "  - id: ids\n    excise: Cut\n    spans: [us-ssn, card]\n    terms: [names]\n"
        '    exemptions: ["(b)(6)"]\n    refer: the desk\n',
        "a.yaml",
    )
    assert policy.wanted == Wanted(frozenset({"us-ssn", "card"}), (("names", ("Jones", "Smith")),))
    assert policy.rules[0].spans == {"us-ssn", "card", "term:names"}
    account = decide(Assessment(AS_OF, (known_facts(),)), policy)
    assert account.style == "codes"
    assert not account.decisions[0].extent
