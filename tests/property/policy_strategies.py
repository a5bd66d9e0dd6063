"""Facts, rules and policies, drawn so that about every fifth decision releases.

Vocabularies are cut down to the words that behave differently, so that rules meet the facts. Left
out: cables (facts are drawn directly) and policies that the loader refuses.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product
from operator import attrgetter
from typing import Any

from hypothesis import strategies as st

from redact.detectors.model import Detection, Thing, Wanted
from redact.policy.conditions import BOUNDS, Compound, Condition, Expression, Form, Joint, leaves
from redact.policy.decision import Effect
from redact.policy.facts import UNASKED, UNKNOWN, Assessment, Facts, Further
from redact.policy.model import Policy, Rule
from redact.text import Span
from tests.policy_cables import known_facts, policy_of

EPOCH = date(2019, 9, 22)
DAYS = st.integers(-400, 400).map(lambda days: EPOCH + timedelta(days))

DATED = st.one_of(DAYS.map(lambda day: day - timedelta(9_131)), DAYS, st.just(date(1996, 2, 29)))
"""Documents of about 25 years or of none, and one of a leap day."""

LEVELS = ("U", "C", "S")
KINDS = ("paragraph", "subject", "header")
BASES = ("instruction", "automatic-25-year", "none")
RESTS_ON = ("instruction", "automatic")
CONTROLS = ("NF", "RD", "UNKNOWN")
CAPTIONS = ("NODIS", "UNKNOWN")
COUNTRIES = ("GBR", "FRA")
SPANS = ("us-ssn", "visa")
TRUTHS = ("declassified", "cui_decontrolled")
DOUBTS = ("marking/unknown-word",)
VALUES = {"kind": KINDS, "level": LEVELS, "basis": BASES, "rests_on": RESTS_ON}
SETS = {
    "controls": CONTROLS,
    "captions": CAPTIONS,
    "doubts": DOUBTS,
    "releasable_to": COUNTRIES,
    "spans": SPANS,
}
DETECTIONS = st.builds(
    lambda name, start, length, thing: Detection(name, Span(start, start + length), thing),
    st.sampled_from(SPANS),
    st.integers(0, 8),
    st.integers(1, 4),
    st.sampled_from((Thing.NAME, Thing.NUMBER)),
)
BOUNDED = {"age": ("at_least", "at_most"), "effective_date": ("not_before", "not_after")}
CAN_BE_UNKNOWN = ("level", "controls", "declassified", "basis", "age", "detections", "further")
AGES = (0, 1, 2, 24, 25, 26)
SET_FORMS = tuple(form for form in Form if form not in BOUNDS)


def subsets(words: tuple[str, ...], *, least: int = 0) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words), min_size=least)


def facts_as_of(facts: Facts, as_of: date) -> Facts:
    """The same facts as they are known on another day."""
    if facts.dated is not None and facts.age is not UNKNOWN:
        facts = facts._replace(age=years_between(facts.dated, as_of))
    ends = facts.further.decontrolled_on
    if facts.further.cui_decontrolled is not UNKNOWN:
        passed = isinstance(ends, date) and ends <= as_of
        facts = facts._replace(further=facts.further._replace(cui_decontrolled=passed))
    if facts.declassified is UNKNOWN:
        return facts
    day = facts.effective_date
    return facts._replace(declassified=isinstance(day, date) and day <= as_of)


def years_between(dated: date, as_of: date) -> int:
    """Full years, counted birthday by birthday; 29 February has its in March."""
    passed = as_of.year - dated.year - ((as_of.month, as_of.day) < (dated.month, dated.day))
    return max(0, passed)


def known() -> st.SearchStrategy[Facts]:
    """Facts that are all known, as of EPOCH."""
    built = st.builds(
        known_facts,
        kind=st.sampled_from(KINDS),
        level=st.sampled_from(LEVELS),
        controls=subsets(CONTROLS),
        basis=st.sampled_from(BASES),
        effective_date=st.one_of(st.none(), DAYS),
        dated=st.one_of(st.none(), DATED),
        age=st.just(0),
        captions=subsets(CAPTIONS),
        doubts=st.one_of(st.just(frozenset[str]()), subsets(DOUBTS)),
        detections=st.lists(DETECTIONS, max_size=3).map(tuple),
        further=st.builds(
            Further,
            releasable_to=subsets(COUNTRIES),
            decontrolled_on=st.one_of(st.none(), DAYS),
            cui_decontrolled=st.booleans(),
        ),
    )
    return built.map(
        lambda facts: facts_as_of(facts if facts.dated else facts._replace(age=UNKNOWN), EPOCH)
    )


@st.composite
def with_unknown(draw: st.DrawFn, facts: Facts) -> Facts:
    """The same facts with at least one of them forgotten."""
    lost = draw(subsets(CAN_BE_UNKNOWN, least=1))
    forgotten: dict[str, Any] = dict.fromkeys(lost, UNKNOWN)
    if "further" in forgotten:
        forgotten["further"] = UNASKED
    return facts._replace(**forgotten)


def assessed(*facts: Facts, as_of: date = EPOCH) -> Assessment:
    """Facts as an assessment of which the detections are asked as of a cable's text."""
    if any(one.detections is UNKNOWN for one in facts):
        return Assessment(as_of, facts)

    def detect(wanted: Wanted) -> tuple[tuple[Detection, ...], ...]:
        return tuple(
            tuple(item for item in one.detections if item.detector in wanted.detectors)
            for one in facts
            if one.detections is not UNKNOWN
        )

    return Assessment(as_of, facts, detect)


def any_facts() -> st.SearchStrategy[Facts]:
    return known().flatmap(lambda facts: st.one_of(st.just(facts), with_unknown(facts)))


def conditions() -> st.SearchStrategy[Condition]:
    """One of all conditions over the words here; a fact first, for some have many more."""
    return st.sampled_from(_FACTS).flatmap(lambda fact: st.sampled_from(_CONDITIONS[fact]))


def _all_conditions(fact: str) -> Iterator[Condition]:
    if fact in TRUTHS:
        yield from (Condition(fact, Form.ANY, frozenset({word})) for word in ("true", "false"))
    elif fact in BOUNDED:
        for bound, side in product(AGES if fact == "age" else BOUND_DAYS, sorted(BOUNDS)):
            yield Condition(fact, side, frozenset({str(bound)}))
    else:
        words = VALUES.get(fact) or SETS[fact]
        for form in (Form.ANY, Form.NONE_OF) if fact in VALUES else SET_FORMS:
            bare = form in (Form.NONE, Form.PRESENT)
            for size in (0,) if bare else range(1, len(words) + 1):
                for chosen in combinations(words, size):
                    yield Condition(fact, form, frozenset(chosen))


BOUND_DAYS = tuple(EPOCH + timedelta(days) for days in (-400, -31, -1, 0, 1, 30, 400))
_FACTS = (*VALUES, *SETS, *TRUTHS, *BOUNDED)
_CONDITIONS = {fact: sorted(_all_conditions(fact), key=str) for fact in _FACTS}
_FACT = attrgetter("fact")


def expressions() -> st.SearchStrategy[Expression]:
    """Conditions, and conditions joined up to two deep."""

    one = conditions()
    for _ in range(2):
        pair = st.tuples(st.sampled_from((Joint.ALL, Joint.ANY)), st.tuples(one, conditions()))
        turned = st.tuples(st.just(Joint.NOT), st.tuples(one))
        one = st.one_of(conditions(), st.one_of(pair, turned).map(_compound))
    return one


def _compound(drawn: tuple[Joint, tuple[Expression, ...]]) -> Expression:
    return Compound(*drawn)


@st.composite
def rules(draw: st.DrawFn, effect: Effect | None = None, *, joined: bool = True) -> Rule:
    effect = effect or draw(st.sampled_from(Effect))
    releases, withholds = effect is Effect.RELEASE, effect is Effect.WITHHOLD
    least = 1 if releases else 0
    asked: list[Expression] = []
    if joined:
        asked += draw(st.lists(expressions(), min_size=least, max_size=2))
    else:
        plain = st.lists(conditions(), min_size=least, max_size=3, unique_by=_FACT)
        asked += draw(plain)
    return Rule(
        id="rule",
        effect=effect,
        text="A sentence",
        when=tuple(asked),
        exemptions=draw(st.sampled_from(((), ("(b)(1)",), ("reasons",)))) if not releases else (),
        citations=draw(st.sampled_from(((), ("42 U.S.C. 2162",)))),
        refer=draw(st.sampled_from((None, "Department of Energy"))) if not releases else None,
        extent=not withholds or draw(st.booleans()),
        spans=draw(subsets(SPANS, least=1)) if effect is Effect.EXCISE else frozenset(),
    )


def policies(least: int = 0, *, joined: bool = True) -> st.SearchStrategy[Policy]:
    """Policies of a few rules, half of them releasing, named in the order in which they stand.

    Without `joined` they are what a file says in the plainest way.
    """
    of_one = st.one_of(rules(Effect.RELEASE, joined=joined), rules(joined=joined))
    drawn = st.lists(of_one, min_size=least, max_size=5)
    return drawn.map(
        lambda found: policy_of(*(replace(rule, id=f"r{n}") for n, rule in enumerate(found)))
    )


def yaml_of(policy: Policy) -> str:
    """The file that says the same: JSON, which is YAML."""
    identity = policy.identity
    return json.dumps(
        {
            "redact": 1,
            "name": identity.name,
            "version": identity.version,
            "title": identity.title,
            "rules": [_rule(rule) for rule in policy.rules],
        },
        indent=1,
    )


def _rule(rule: Rule) -> dict[str, Any]:
    written: dict[str, Any] = {"id": rule.id, rule.effect.value: rule.text}
    if rule.when:
        written["when"] = {condition.fact: _condition(condition) for condition in leaves(rule.when)}
    if rule.exemptions:
        written["exemptions"] = list(rule.exemptions)
    if rule.citations:
        written["cite"] = list(rule.citations)
    if rule.refer:
        written["refer"] = rule.refer
    if not rule.extent:
        written["extent"] = "none"
    if rule.spans:
        written["spans"] = sorted(rule.spans)
    return written


def _condition(condition: Condition) -> Any:
    if condition.fact in TRUTHS:
        return condition.words == {"true"}
    if condition.fact in BOUNDED:
        (bound,) = condition.words
        side = BOUNDED[condition.fact][condition.form is Form.AT_MOST]
        return {side: int(bound) if condition.fact == "age" else bound}
    if condition.form in (Form.NONE, Form.PRESENT):
        return "none" if condition.form is Form.NONE else "any"
    return {condition.form.value: sorted(condition.words)}
